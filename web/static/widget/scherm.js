/** Shows the talk in the window: messages, buttons, progress, and what to say when something goes wrong. */

import { berichtRegel, eigenRegel, keuzeGroep, langeHulp } from "./berichten.js";
import { euro } from "./teksten.js";
import { Voorlezer } from "./voorlezen.js";

/** @typedef {import("./gesprek.js").Scherm} Vorm */
/** @typedef {import("./gesprek.js").Bericht} Bericht */
/** @typedef {import("./gesprek.js").Beurt} Beurt */
/** @typedef {import("./api.js").ApiFout} ApiFout */

/** Only when it takes longer does the screen say that the chatbot is looking. */
const STIL_MS = 1_000;

/**
 * There is something to keep: outcomes, or answers.
 *
 * @param {Bericht} bericht
 */
const isUitslag = (bericht) => bericht.uitkomsten?.length || (bericht.soort === "overzicht" && bericht.keuzes?.length);

/** @implements {Vorm} */
export class Scherm {
  #v;
  #t;
  #teksten;
  #invoer;
  #kies;
  #voorlezer;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #klok;
  #bezig = false;
  /** Set by the window: the talk is over, show the start. */
  opVerlopen = () => {};
  /** Set by the window: nothing is under way any more. */
  opRust = () => {};

  /**
   * @param {import("./venster.js").Venster} venster
   * @param {import("./teksten.js").Teksten} teksten
   * @param {import("./invoer.js").Invoer} invoer
   * @param {(wat: {keuze?: string, tekst?: string, label: string}) => void} kies
   */
  constructor(venster, teksten, invoer, kies) {
    this.#v = venster;
    this.#teksten = teksten;
    this.#t = teksten.t.bind(teksten);
    this.#voorlezer = new Voorlezer(teksten);
    this.#invoer = invoer;
    this.#kies = kies;
  }

  /** Nothing is read aloud any more. */
  zwijg() {
    this.#voorlezer.stop();
  }

  leeg() {
    this.#voorlezer.vergeet();
    this.#v.log.replaceChildren();
    this.#v.keuzes.replaceChildren();
    this.#v.voortgang.hidden = true;
    this.#invoer.vraag(null);
    this.melding("");
  }

  /** @param {{berichten: Bericht[], open_vraag?: Bericht | null}} stand */
  geschiedenis({ berichten, open_vraag: open }) {
    const { log } = this.#v;
    // Read aloud once is enough: what comes back on screen is not news.
    log.setAttribute("aria-live", "off");
    this.leeg();
    const laatsteEigen = berichten.map((bericht) => bericht.van).lastIndexOf("u");
    const alles = open && !berichten.some(({ id }) => id === open.id) ? [...berichten, open] : berichten;
    alles.forEach((bericht, plek) => {
      const levend = bericht.van === "bot" && (plek > laatsteEigen || bericht.id === open?.id);
      this.#zetBericht(bericht, levend);
    });
    if (alles.slice(laatsteEigen + 1).some(isUitslag)) this.#v.keuzes.append(this.#v.bewijs);
    this.#invoer.vraag(open ?? null);
    setTimeout(() => log.removeAttribute("aria-live"), 500);
    this.#toonEinde(null);
  }

  /**
   * @param {Beurt | null} beurt
   * @param {Bericht[]} berichten
   */
  antwoord(beurt, berichten) {
    const { keuzes, log } = this.#v;
    // Or a button on the card of an outcome: what it brings stands far below.
    const hadFocus = (beurt ? this.#v.gesprek : keuzes).contains(this.#actief());
    // A message without question or choices leaves the open question as it was, with its buttons.
    const vervangt = berichten.some((bericht) => bericht.vraag || bericht.keuzes?.length || bericht.uitkomsten);
    if (vervangt) keuzes.replaceChildren();
    const vorige = log.lastElementChild;
    if (beurt) log.append(eigenRegel(beurt.label, this.#teksten));
    for (const bericht of berichten) this.#zetBericht(bericht, true);
    if (berichten.some(isUitslag)) keuzes.append(this.#v.bewijs);
    const vraag = [...berichten].reverse().find((bericht) => bericht.vraag);
    if (vervangt) this.#invoer.vraag(vraag ?? null);
    if (beurt?.tekst !== undefined) this.#invoer.klaar(beurt.tekst);
    this.#toonEinde(vorige?.nextElementSibling ?? log.firstElementChild);
    if (hadFocus) this.#naarVolgende();
  }

  /**
   * @param {import("./gesprek.js").Voortgang} [voortgang]
   * @param {import("./gesprek.js").Tussenstand} [tussenstand]
   */
  stand(voortgang, tussenstand) {
    const { balk, vragen, totaal } = this.#v;
    const nog = voortgang?.nog_ongeveer ?? 0;
    const gedaan = voortgang?.beantwoord ?? 0;
    vragen.textContent = nog > 0 ? this.#t(nog === 1 ? "voortgang_een" : "voortgang_meer", { aantal: nog }) : "";
    balk.hidden = nog === 0;
    balk.max = Math.max(1, nog + gedaan);
    balk.value = gedaan;
    const delen = [];
    if (tussenstand && tussenstand.aantal > 0) {
      const naam = tussenstand.onder_voorbehoud ? "tussenstand_misschien" : "tussenstand";
      delen.push(this.#t(naam, { bedrag: euro(tussenstand.bedrag_per_maand) }));
      if (Number(tussenstand.waarvan_al_ontvangen) > 0) {
        delen.push(this.#t("tussenstand_al", { bedrag: euro(tussenstand.waarvan_al_ontvangen) }));
      }
    }
    totaal.textContent = delen.join(". ");
    this.#v.voortgang.hidden = !vragen.textContent && !delen.length;
  }

  /** @param {boolean} bezig */
  bezig(bezig) {
    const { keuzes, status, beginKnop, paneel } = this.#v;
    this.#bezig = bezig;
    clearTimeout(this.#klok);
    this.#invoer.bezig(bezig);
    beginKnop.disabled = bezig;
    paneel.classList.toggle("bezig", bezig);
    // Not `disabled`: a button that has the focus would lose it.
    for (const knop of keuzes.querySelectorAll("button")) {
      if (bezig) knop.setAttribute("aria-disabled", "true");
      else knop.removeAttribute("aria-disabled");
    }
    if (bezig) {
      this.melding("");
      this.#klok = setTimeout(() => {
        status.textContent = this.#t("zoekt");
      }, STIL_MS);
    } else {
      status.textContent = "";
      this.opRust();
    }
  }

  /**
   * @param {ApiFout} fout
   * @param {number} ms
   */
  wacht(fout, ms) {
    clearTimeout(this.#klok);
    const druk = fout.status === 429 || fout.status === 503;
    this.#v.status.textContent = this.#t(druk ? "druk" : "verbinding_weg", { aantal: Math.ceil(ms / 1000) });
  }

  /** @param {ApiFout} fout */
  mislukt(fout) {
    this.melding(fout.detail ?? this.#t("niet_verstuurd"), true);
  }

  /** @param {ApiFout} fout */
  geweigerd(fout) {
    this.melding(fout.detail ?? this.#t("niet_gelukt"));
  }

  verlopen() {
    this.leeg();
    this.opVerlopen();
    this.melding(this.#t("verlopen"));
  }

  tochAangekomen() {
    this.melding(this.#t("toch_aangekomen"));
  }

  /**
   * @param {string} tekst empty takes it away
   * @param {boolean} [metKnop] with "Probeer opnieuw"
   */
  melding(tekst, metKnop = false) {
    const { melding, meldingTekst, nogEens } = this.#v;
    if (!tekst && melding.contains(this.#actief())) this.#invoer.focus();
    meldingTekst.textContent = tekst;
    nogEens.hidden = !metKnop;
  }

  /**
   * @param {Bericht} bericht
   * @param {boolean} levend
   */
  #zetBericht(bericht, levend) {
    const regel = berichtRegel(bericht, this.#teksten, levend);
    const tekst = regel.querySelector(".tekst");
    if (tekst && bericht.van === "bot") this.#voorlezer.geefKnop(regel, tekst, bericht.taal ?? "nl");
    this.#v.log.append(regel);
    if (!levend || !(bericht.keuzes?.length || langeHulp(bericht))) return;
    const kies = (/** @type {{keuze?: string, tekst?: string, label: string}} */ wat) => {
      if (!this.#bezig) this.#kies(wat);
    };
    this.#v.keuzes.append(keuzeGroep(bericht, regel, this.#teksten, kies));
  }

  #actief() {
    return /** @type {ShadowRoot} */ (this.#v.wortel.getRootNode()).activeElement;
  }

  /** The chosen button is gone. On a touch screen the field would bring up the keyboard over the next buttons. */
  #naarVolgende() {
    const groep = /** @type {HTMLElement | null} */ (this.#v.keuzes.firstElementChild);
    if (groep && matchMedia("(pointer: coarse)").matches) groep.focus({ preventScroll: true });
    else this.#invoer.focus();
  }

  /**
   * Scrolls to the end, but never past the beginning of what is new. Where not all of that fits, what somebody said themselves makes
   * room for the answer: the question that follows may be under it.
   *
   * @param {Element | null} nieuw
   */
  #toonEinde(nieuw) {
    const { midden, paneel, kop } = this.#v;
    const bak = paneel.scrollHeight > paneel.clientHeight + 1 ? paneel : midden;
    const einde = bak.scrollHeight - bak.clientHeight;
    if (!nieuw) {
      bak.scrollTop = einde;
      return;
    }
    const dek = bak === paneel ? kop.offsetHeight : 0;
    const rand = bak.getBoundingClientRect().top - bak.scrollTop + dek + 12;
    const begin = (/** @type {Element} */ van) => van.getBoundingClientRect().top - rand;
    const antwoord = nieuw.matches(".u") && begin(nieuw) < einde ? nieuw.nextElementSibling : null;
    bak.scrollTop = Math.min(einde, begin(antwoord ?? nieuw));
  }
}
