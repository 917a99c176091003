/** The element `<rechtop-chat gemeente="…">`: opening, closing, menu, start, erasing and getting away. */

import { Api, ApiFout } from "./api.js";
import { bladCode, bladMeenemen, bladUitleg } from "./bladen.js";
import { bladContact } from "./contact.js";
import { h } from "./dom.js";
import { Gesprek } from "./gesprek.js";
import { Invoer } from "./invoer.js";
import { Opslag } from "./opslag.js";
import { Scherm } from "./scherm.js";
import { metStijl } from "./stijl.js";
import { haalTeksten } from "./teksten.js";
import { bouwVenster } from "./venster.js";

/** Where this file comes from; the talk API is there too, unless `api` says otherwise. */
const BASIS = new URL("..", import.meta.url).href.replace(/\/$/, "");
/** The same border as in widget.css. */
const VOL_SCHERM = "(max-width: 30rem), (max-height: 26rem)";

/**
 * Attributes: `gemeente` (slug, required), `api` (base address of the API), `weergave="pagina"` (part of the page
 * instead of a button in the corner) or `"venster"` (the same, and it fills the frame it stands in), `sluitbaar` (part of
 * a page, but with a button to close: who hears `rechtop-sluit` does it). Children are the fallback without JavaScript.
 * A click on anything with `data-rechtop-open` opens the window.
 *
 * Events (they bubble): `rechtop-open`, `rechtop-sluit` and `rechtop-weg`, which has the address to go to in `detail.naar`.
 * Who prevents the last two does what must be done itself: a page in a frame asks the page around it.
 */
export class RechtopChat extends HTMLElement {
  /** @type {Promise<void> | undefined} */
  #gemaakt;
  /** @type {(() => void) | undefined} */
  #open;
  /** @type {(() => void) | undefined} */
  #stil;

  connectedCallback() {
    if (!this.hasAttribute("lang")) this.lang = "nl";
    document.addEventListener("click", this.#klikElders);
    this.#gemaakt ??= this.#maak();
  }

  disconnectedCallback() {
    document.removeEventListener("click", this.#klikElders);
    this.#stil?.();
  }

  /** Opens the window. */
  open() {
    this.#open?.();
  }

  /** @param {MouseEvent} gebeurtenis */
  #klikElders = (gebeurtenis) => {
    const doel = gebeurtenis.target;
    if (!this.#open || gebeurtenis.ctrlKey || gebeurtenis.metaKey || !(doel instanceof Element)) return;
    if (!doel.closest("[data-rechtop-open]")) return;
    gebeurtenis.preventDefault();
    this.#open();
  };

  async #maak() {
    const gemeente = this.getAttribute("gemeente") ?? "";
    const schaduw = this.attachShadow({ mode: "open" });
    const terugval = h("slot");
    schaduw.append(terugval);
    try {
      const [teksten] = await Promise.all([haalTeksten(BASIS, gemeente), metStijl(schaduw, BASIS)]);
      const { origin } = location;
      if (origin !== new URL(this.#api).origin && !teksten.herkomst.includes(origin)) {
        throw new Error(`${origin} is not in toegestane_herkomst of ${gemeente}`);
      }
      this.#richtIn(schaduw, gemeente, teksten);
      terugval.remove();
      this.dispatchEvent(new Event("rechtop-klaar"));
    } catch (fout) {
      // The page of the gemeente goes on, and widget.js gives the resident the link. This line is for who placed the chat.
      console.error(`Rechtop: no chat here. ${fout}`);
      this.dispatchEvent(new Event("rechtop-mislukt", { bubbles: true, composed: true }));
    }
  }

  get #api() {
    return (this.getAttribute("api") ?? BASIS).replace(/\/$/, "");
  }

  /**
   * @param {ShadowRoot} schaduw
   * @param {string} gemeente
   * @param {import("./teksten.js").Teksten} teksten
   */
  #richtIn(schaduw, gemeente, teksten) {
    const t = teksten.t.bind(teksten);
    const weergave = this.getAttribute("weergave");
    const alsPagina = weergave === "pagina" || weergave === "venster";
    const sluitbaar = !alsPagina || this.hasAttribute("sluitbaar");
    const opslag = new Opslag(gemeente);
    const v = bouwVenster(teksten, alsPagina, sluitbaar);
    v.paneel.classList.toggle("vult", weergave === "venster");
    /** @param {{keuze?: string, tekst?: string, label: string}} wat */
    const stuur = async (wat) => {
      scherm.zwijg();
      await gesprek.stuur(wat);
      bewaarConcept();
    };
    const invoer = new Invoer(
      teksten,
      (tekst) => stuur({ tekst, label: tekst }),
      (concept) => opslag.schrijf({ concept }),
    );
    const scherm = new Scherm(v, teksten, invoer, stuur);
    const api = new Api(this.#api);
    const gesprek = new Gesprek(api, opslag, gemeente, scherm);
    let hervat = false;
    /** @type {HTMLElement | null} chosen from the menu while an answer was under way: its turn comes */
    let straks = null;

    const bewaarConcept = () => opslag.schrijf({ concept: invoer.waarde || undefined });
    /**
     * @param {string} naam
     * @param {Record<string, string>} [detail]
     * @returns {boolean} false when somebody else does it
     */
    const meld = (naam, detail) =>
      this.dispatchEvent(new CustomEvent(`rechtop-${naam}`, { bubbles: true, composed: true, cancelable: true, detail }));

    const terug = () => {
      toon(gesprek.begonnen ? "gesprek" : "start");
      if (gesprek.begonnen) v.voortgang.hidden = !v.vragen.textContent && !v.totaal.textContent;
      scherm.melding("");
      // One of the two may be hidden, and then stays without it.
      v.menuKnop.focus();
      vanwaar.focus();
      // Only now: what is added to a log that is hidden, nobody hears.
      haalNieuws();
    };
    const haalNieuws = () => {
      if (contact.nieuws()) gesprek.haalNieuws();
    };
    /** @type {HTMLElement} what brought a sheet */
    let vanwaar = v.menuKnop;
    const meenemen = bladMeenemen(
      teksten,
      `${BASIS.replace(/^\w+:\/\//, "")}/verder`,
      () => metGesprek(() => gesprek.meenemen()),
      terug,
    );
    const code = bladCode(
      teksten,
      BASIS,
      (getypt) => gesprek.ophalen(getypt),
      () => {
        hervat = true;
        toon("gesprek");
        invoer.focus();
        gesprek.hervat();
      },
      terug,
    );
    const uitleg = bladUitleg(teksten, terug);
    const contact = bladContact(teksten, BASIS, terug);
    contact.element.addEventListener("nieuws", haalNieuws);
    v.midden.append(meenemen.element, code.element, uitleg);
    v.midden.after(contact.element);
    const delen = {
      start: v.start, gesprek: v.gesprek, wissen: v.wissen, meenemen: meenemen.element, code: code.element, uitleg,
      contact: contact.element,
    }; // prettier-ignore

    /** @param {keyof typeof delen} deel */
    const toon = (deel) => {
      scherm.zwijg();
      for (const [naam, element] of Object.entries(delen)) element.hidden = naam !== deel;
      invoer.element.hidden = deel !== "gesprek";
      v.menuKnop.hidden = deel !== "gesprek";
      v.voet.classList.toggle("zonder-veld", deel !== "gesprek");
      v.paneel.classList.toggle("met-kader", deel === "contact");
      if (deel !== "gesprek") v.voortgang.hidden = true;
      klapMenu(false);
    };
    /** @param {boolean} open */
    const klapMenu = (open) => {
      v.menu.hidden = !open;
      zetAdressen();
      // On a low screen the whole window scrolls, and the menu is at its top.
      if (open) v.paneel.scrollTop = 0;
      v.menuKnop.setAttribute("aria-expanded", String(open));
    };
    const isOpen = () => !v.paneel.hidden;
    const opBlad = () => v.start.hidden && v.gesprek.hidden;
    const zetAdressen = () => {
      const { gesprek: sleutel = "" } = opslag.lees();
      for (const link of v.overzichten) link.href = `${BASIS}/overzicht/${encodeURIComponent(sleutel)}`;
    };

    /** @param {boolean} metFocus */
    const open = (metFocus) => {
      v.paneel.hidden = false;
      v.starter.hidden = true;
      v.starter.setAttribute("aria-expanded", "true");
      opslag.schrijf({ open: true });
      meld("open");
      if (gesprek.begonnen && !hervat) {
        hervat = true;
        toon("gesprek");
        gesprek.hervat();
      }
      if (!metFocus) return;
      if (v.start.hidden) invoer.focus();
      else v.startKop.focus();
    };
    const sluit = () => {
      scherm.zwijg();
      if (opBlad()) terug();
      if (!meld("sluit") || alsPagina) return;
      v.paneel.hidden = true;
      v.starter.hidden = false;
      v.starter.setAttribute("aria-expanded", "false");
      v.starter.lastElementChild?.replaceChildren(t(gesprek.begonnen ? "knop_verder" : "knop_open"));
      opslag.schrijf({ open: false });
      klapMenu(false);
      v.starter.focus();
    };
    const begin = async () => {
      toon("gesprek");
      hervat = true;
      invoer.focus();
      await gesprek.begin(v.gedeeld.checked);
      if (gesprek.begonnen || !v.nogEens.hidden) return;
      toon("start");
      v.startKop.focus();
    };
    /**
     * @param {keyof typeof delen} deel
     * @param {HTMLElement} doel gets the focus
     * @param {HTMLElement} [knop] gets it back
     */
    const toonBlad = (deel, doel, knop = v.menuKnop) => {
      vanwaar = knop;
      toon(deel);
      scherm.melding("");
      v.midden.scrollTop = 0;
      doel.focus();
    };
    const toonUitleg = () => toonBlad("uitleg", kopVan(uitleg), v.wegUitleg);
    const kopVan = (/** @type {HTMLElement} */ element) => /** @type {HTMLElement} */ (element.firstElementChild);
    const weg = () => {
      scherm.zwijg();
      const { snel_weg: naar } = teksten.gemeente;
      gesprek.weg();
      contact.leeg();
      v.wortel.remove();
      if (meld("weg", { naar })) location.replace(naar);
    };
    /**
     * Does it with the talk there is, and shows it when that is gone.
     *
     * @template T
     * @param {() => Promise<T>} doe
     */
    const metGesprek = async (doe) => {
      try {
        return await doe();
      } catch (fout) {
        if (fout instanceof ApiFout && fout.status === 404) await gesprek.hervat();
        throw fout;
      } finally {
        v.status.textContent = "";
      }
    };
    const wis = async () => {
      v.wisJa.disabled = true;
      try {
        await gesprek.wis();
        scherm.leeg();
        contact.leeg();
        invoer.waarde = "";
        opslag.schrijf({ open: isOpen() });
        toon("start");
        v.startKop.focus();
        v.status.textContent = t("gewist");
      } catch (fout) {
        if (!(fout instanceof ApiFout)) throw fout;
        v.status.textContent = "";
        scherm.melding(t("wissen_mislukt"));
      } finally {
        v.wisJa.disabled = false;
      }
    };

    /**
     * @param {Element} knop
     * @param {"bewijs" | "agenda"} wat
     */
    const bewaar = async (knop, wat) => {
      if (gesprek.bezig || knop.hasAttribute("aria-disabled")) return;
      knop.setAttribute("aria-disabled", "true");
      scherm.melding("");
      try {
        const tekst = await metGesprek(() => gesprek.bestand(wat));
        if (wat === "agenda") geefBestand(tekst, "rechtop.ics", "text/calendar");
        else geefBestand(tekst, `rechtop-bewijs-${JSON.parse(tekst).peildatum}.json`, "application/json");
        v.status.textContent = t(`bewaard_${wat}`);
      } catch (fout) {
        if (!(fout instanceof ApiFout)) throw fout;
        if (gesprek.begonnen) scherm.melding(fout.detail ?? t(`mislukt_${wat}`));
      } finally {
        knop.removeAttribute("aria-disabled");
      }
    };

    const kiesUitMenu = (/** @type {HTMLElement} */ knop) =>
      stuur({ keuze: knop.dataset.keuze, label: knop.textContent ?? "" });

    scherm.opRust = () => {
      zetAdressen();
      const knop = straks;
      straks = null;
      // After a failure the resident first sees what went wrong.
      if (knop && v.nogEens.hidden) kiesUitMenu(knop);
    };
    scherm.opVerlopen = () => {
      toon("start");
      contact.leeg();
      if (isOpen() && schaduw.activeElement === null && document.activeElement === this) v.startKop.focus();
    };
    v.starter.addEventListener("click", () => open(true));
    v.sluitKnop.addEventListener("click", sluit);
    v.beginKnop.addEventListener("click", begin);
    v.menuKnop.addEventListener("click", () => klapMenu(Boolean(v.menu.hidden)));
    v.wegKnop.addEventListener("click", weg);
    v.meenemenKnop.addEventListener("click", () => {
      toonBlad("meenemen", kopVan(meenemen.element));
      meenemen.maak();
    });
    v.codeKnop.addEventListener("click", () => toonBlad("code", code.veld, v.codeKnop));
    for (const knop of [v.uitlegKnop, v.wegUitleg]) knop.addEventListener("click", toonUitleg);
    v.wisKnop.addEventListener("click", () => toonBlad("wissen", v.wisNee));
    v.bewijsKnop.addEventListener("click", () => bewaar(v.bewijsKnop, "bewijs"));
    v.log.addEventListener("agenda", ({ target }) => bewaar(/** @type {Element} */ (target), "agenda"));
    v.log.addEventListener("contact", (gebeurtenis) => {
      const knop = /** @type {HTMLElement} */ (gebeurtenis.target);
      const { regeling } = knop.dataset;
      if (regeling) stuur({ keuze: `contact:${regeling}`, label: knop.textContent ?? "" });
      else toonBlad("contact", contact.open(opslag.lees().gesprek ?? "", gesprek.gezien), knop);
    });
    v.wisNee.addEventListener("click", terug);
    v.wisJa.addEventListener("click", wis);
    v.nogEens.addEventListener("click", async () => {
      invoer.focus();
      await gesprek.opnieuw();
      bewaarConcept();
    });
    addEventListener("online", () => gesprek.opnieuw());
    for (const knop of v.menuKeuzes) {
      knop.addEventListener("click", () => {
        klapMenu(false);
        invoer.focus();
        if (gesprek.bezig) straks = knop;
        else kiesUitMenu(knop);
      });
    }
    v.paneel.addEventListener("keydown", (gebeurtenis) => {
      if (gebeurtenis.key === "Tab") houdBinnen(gebeurtenis, v.paneel, schaduw);
      if (gebeurtenis.key !== "Escape") return;
      gebeurtenis.stopPropagation();
      if (!v.menu.hidden) {
        klapMenu(false);
        v.menuKnop.focus();
      } else if (opBlad()) {
        terug();
      } else if (sluitbaar) {
        sluit();
      }
    });

    v.voet.append(invoer.element);
    toon("start");
    schaduw.append(v.wortel);
    const { concept, open: stondOpen } = opslag.lees();
    invoer.waarde = concept ?? "";
    if (gesprek.begonnen) v.starter.lastElementChild?.replaceChildren(t("knop_verder"));
    const vol = matchMedia(VOL_SCHERM);
    const zetModaal = () => v.paneel.setAttribute("aria-modal", String(vol.matches));
    if (!alsPagina) {
      zetModaal();
      vol.addEventListener("change", zetModaal);
    }
    // After following a link on a telephone the window would hide the very page that was asked for.
    if (alsPagina ? gesprek.begonnen : stondOpen && (isHerladen() || !vol.matches)) open(false);
    this.#open = () => open(true);
    this.#stil = () => scherm.zwijg();
  }
}

/**
 * Saves a text as a file. Its address is one of this page's memory, so the key of the talk stands in no list of downloads.
 *
 * @param {string} tekst
 * @param {string} naam
 * @param {string} type
 */
function geefBestand(tekst, naam, type) {
  const adres = URL.createObjectURL(new Blob([tekst], { type }));
  h("a", { href: adres, download: naam }).click();
  setTimeout(() => URL.revokeObjectURL(adres), 60_000);
}

function isHerladen() {
  const [soort] = performance.getEntriesByType("navigation");
  return /** @type {PerformanceNavigationTiming | undefined} */ (soort)?.type === "reload";
}

/**
 * Where the window covers the whole page the focus goes round in it: behind it nobody would see where the focus is.
 *
 * @param {KeyboardEvent} gebeurtenis
 * @param {HTMLElement} paneel
 * @param {ShadowRoot} schaduw
 */
function houdBinnen(gebeurtenis, paneel, schaduw) {
  if (paneel.getAttribute("aria-modal") !== "true") return;
  const doelen = [...paneel.querySelectorAll("a[href], button, textarea, input, summary")].filter(
    (doel) => /** @type {HTMLElement} */ (doel).offsetParent !== null && !(/** @type {any} */ (doel).disabled),
  );
  const rand = gebeurtenis.shiftKey ? doelen[0] : doelen[doelen.length - 1];
  if (schaduw.activeElement !== rand) return;
  const andereKant = gebeurtenis.shiftKey ? doelen[doelen.length - 1] : doelen[0];
  gebeurtenis.preventDefault();
  /** @type {HTMLElement} */ (andereKant).focus();
}

if (!customElements.get("rechtop-chat")) customElements.define("rechtop-chat", RechtopChat);
