/**
 * Rechtop: the start button on a page of the gemeente, with the check in a frame of our own address.
 *
 *     <script src="https://…/venster/voorbeeldstad.js" async></script>
 *
 * The words, the colours and the style of one gemeente are in this file when it is sent: a page that allows only our
 * script and our frame lets us fetch nothing else. What the resident says stays in the frame: no script of the page can
 * read it. The two talk with messages, each with a fixed address, a known sender and a known form.
 */
(() => {
  /**
   * @typedef {object} Gegevens
   * @property {string} gemeente
   * @property {string} knop
   * @property {string} titel
   * @property {string} sluiten
   * @property {string} laden
   * @property {string} eigen_pagina
   * @property {string[]} herkomst origins on which the check may stand
   * @property {string | null} snel_weg the only address a frame may send this page to
   * @property {Record<string, string>} kleuren
   * @property {string} stijl
   */
  /** @type {Gegevens} */
  const gegevens = JSON.parse("{}"); // web/paginas/venster.py fills this in

  const NAAM = "rechtop-venster";
  /** The same border as in knop.css. */
  const VOL_SCHERM = "(max-width: 30rem), (max-height: 26rem)";
  const SLEUTEL = `${NAAM}:${gegevens.gemeente}`;
  const script = document.currentScript;
  if (!(script instanceof HTMLScriptElement) || !script.src) {
    console.error("Rechtop: no button here. Place the line as it is: not as a module, not copied into another script.");
    return;
  }
  const BASIS = new URL("..", script.src).href.replace(/\/$/, "");
  const ONS = new URL(BASIS).origin;
  const ZELFCHECK = `${BASIS}/zelfcheck/${gegevens.gemeente}`;

  /**
   * The button and the window of one element. Old browsers must be able to read this file, so without private members.
   *
   * @param {HTMLElement} element
   * @param {ShadowRoot} schaduw
   */
  function bouw(element, schaduw) {
    const vol = matchMedia(VOL_SCHERM);
    /** @type {HTMLIFrameElement | undefined} */
    let frame;
    /** @type {HTMLElement | undefined} where the focus goes when the window closes; without it to the button */
    let terug;
    let klaar = false;

    const starter = maak(
      "button",
      { type: "button", class: "starter", "aria-haspopup": "dialog", "aria-expanded": "false" },
      beeldje(),
      gegevens.knop,
    );
    const sluitKnop = maak("button", { type: "button", class: "sluit" }, gegevens.sluiten);
    // Until the frame says that it is there, this is what the window shows: also when the frame never comes.
    const laden = maak(
      "div",
      { class: "laden" },
      maak("p", {}, gegevens.laden),
      maak("p", {}, maak("a", { href: ZELFCHECK }, gegevens.eigen_pagina)),
      sluitKnop,
    );
    const paneel = maak(
      "dialog",
      { class: "paneel", role: "dialog", "aria-label": gegevens.titel, tabindex: "-1" },
      laden,
    );

    const isOpen = () => paneel.hasAttribute("open");
    /** @param {boolean} nee */
    const wacht = (nee) => {
      klaar = !nee;
      paneel.classList.toggle("wacht", nee);
    };
    /** Over a small screen it is all there is, and nothing behind it can be reached; beside a page it is not. */
    const toon = () => {
      const binnen = frame && schaduw.activeElement === frame;
      if (paneel.close) paneel.close();
      if (vol.matches && paneel.showModal) paneel.showModal();
      else paneel.setAttribute("open", "");
      if (binnen) frame?.focus();
    };
    const opNieuweMaat = () => isOpen() && toon();
    /** Into the frame; as long as that is not there, to the window. */
    const focus = () => {
      if (!klaar || !frame) return paneel.focus();
      frame.focus();
      frame.contentWindow?.postMessage({ bron: "rechtop", soort: "open" }, ONS);
    };
    /** @param {boolean} metFocus */
    const open = (metFocus) => {
      if (!frame) {
        frame = maak("iframe", {
          src: `${BASIS}/venster/${gegevens.gemeente}#herkomst=${encodeURIComponent(location.origin)}`,
          title: gegevens.titel,
          allow: "clipboard-write",
          referrerpolicy: "no-referrer",
        });
        paneel.append(frame);
      }
      onthoud(true);
      toon();
      starter.hidden = true;
      starter.setAttribute("aria-expanded", "true");
      if (metFocus) focus();
    };
    const sluit = () => {
      if (!isOpen()) return;
      onthoud(false);
      if (paneel.close) paneel.close();
      else paneel.removeAttribute("open");
      starter.hidden = false;
      starter.setAttribute("aria-expanded", "false");
      (terug?.isConnected ? terug : starter).focus();
      terug = undefined;
    };

    /** @param {MouseEvent} gebeurtenis */
    const klikElders = (gebeurtenis) => {
      const doel = gebeurtenis.target;
      if (gebeurtenis.ctrlKey || gebeurtenis.metaKey || !(doel instanceof Element)) return;
      const opener = doel.closest("[data-rechtop-open]");
      if (!(opener instanceof HTMLElement)) return;
      gebeurtenis.preventDefault();
      terug = opener;
      open(true);
    };
    /** @param {MessageEvent} gebeurtenis from anyone: only our own frame, at our own address, counts */
    const hoor = ({ data, origin, source }) => {
      if (origin !== ONS || !source || source !== frame?.contentWindow) return;
      if (typeof data !== "object" || data === null || data.bron !== "rechtop") return;
      if (data.soort === "klaar") {
        const hier = schaduw.activeElement;
        wacht(false);
        if (hier) focus();
      } else if (data.soort === "sluit") {
        sluit();
      } else if (data.soort === "weg" && gegevens.snel_weg !== null && data.naar === gegevens.snel_weg) {
        onthoud(false);
        element.remove();
        location.replace(gegevens.snel_weg);
      }
    };

    starter.addEventListener("click", () => open(true));
    sluitKnop.addEventListener("click", sluit);
    paneel.addEventListener("cancel", (gebeurtenis) => {
      gebeurtenis.preventDefault();
      sluit();
    });
    paneel.addEventListener("keydown", ({ key }) => {
      if (key === "Escape") sluit();
    });

    return {
      delen: [starter, paneel],
      inPagina() {
        addEventListener("message", hoor);
        document.addEventListener("click", klikElders);
        vol.addEventListener("change", opNieuweMaat);
        // Taken out of the page and put back, a frame begins anew.
        wacht(true);
        if (isOpen()) toon();
        else if (onthoud() && (isHerladen() || !vol.matches)) open(false);
      },
      uitPagina() {
        removeEventListener("message", hoor);
        document.removeEventListener("click", klikElders);
        vol.removeEventListener("change", opNieuweMaat);
      },
    };
  }

  /** @type {WeakMap<HTMLElement, ReturnType<typeof bouw>>} */
  const vensters = new WeakMap();

  class RechtopVenster extends HTMLElement {
    connectedCallback() {
      if (!this.shadowRoot) maakBinnen(this);
      vensters.get(this)?.inPagina();
    }

    disconnectedCallback() {
      vensters.get(this)?.uitPagina();
    }
  }

  /** @param {HTMLElement} element */
  function maakBinnen(element) {
    element.lang = "nl";
    const schaduw = element.attachShadow({ mode: "open" });
    geefStijl(schaduw);
    const wortel = maak("div", { class: "wortel" });
    for (const [naam, waarde] of Object.entries(gegevens.kleuren)) {
      wortel.style.setProperty(naam.replace(/^--rechtop-/, "--gemeente-"), waarde);
    }
    schaduw.append(wortel);
    if (location.origin === ONS || gegevens.herkomst.includes(location.origin)) {
      const venster = bouw(element, schaduw);
      vensters.set(element, venster);
      wortel.append(...venster.delen);
    } else {
      // The frame would stay empty here. The page goes on, and the resident gets the link.
      console.error(`Rechtop: no window here. ${location.origin} is not in toegestane_herkomst of ${gegevens.gemeente}`);
      wortel.append(maak("a", { class: "starter", href: ZELFCHECK }, gegevens.knop));
    }
  }

  /**
   * Whether the window stood open, in this tab only. Without a value it is read.
   *
   * @param {boolean} [open]
   */
  function onthoud(open) {
    try {
      if (open) sessionStorage.setItem(SLEUTEL, "open");
      else if (open === false) sessionStorage.removeItem(SLEUTEL);
      return sessionStorage.getItem(SLEUTEL) === "open";
    } catch {
      return false; // storage switched off
    }
  }

  function isHerladen() {
    const [soort] = performance.getEntriesByType("navigation");
    return /** @type {PerformanceNavigationTiming | undefined} */ (soort)?.type === "reload";
  }

  /** @param {ShadowRoot} wortel */
  function geefStijl(wortel) {
    if ("adoptedStyleSheets" in wortel && "replaceSync" in CSSStyleSheet.prototype) {
      const blad = new CSSStyleSheet();
      blad.replaceSync(gegevens.stijl);
      wortel.adoptedStyleSheets = [blad];
    } else {
      // Safari before 16.4: a link; the page's style-src must then name our address.
      wortel.append(maak("link", { rel: "stylesheet", href: `${BASIS}/static/venster/knop.css` }));
    }
  }

  /**
   * @template {keyof HTMLElementTagNameMap} N
   * @param {N} naam
   * @param {Record<string, string>} kenmerken
   * @param {...(string | Node)} kinderen
   * @returns {HTMLElementTagNameMap[N]}
   */
  function maak(naam, kenmerken, ...kinderen) {
    const element = document.createElement(naam);
    for (const [sleutel, waarde] of Object.entries(kenmerken)) element.setAttribute(sleutel, waarde);
    element.append(...kinderen);
    return element;
  }

  /** The same as in the chat (dom.js). */
  function beeldje() {
    const ruimte = "http://www.w3.org/2000/svg";
    const svg = document.createElementNS(ruimte, "svg");
    svg.setAttribute("viewBox", "0 0 24 24");
    svg.setAttribute("aria-hidden", "true");
    const pad = document.createElementNS(ruimte, "path");
    pad.setAttribute("d", "M4 5h16v11H9.5L5 20v-4H4zM8 9.2h8M8 12.2h5");
    svg.append(pad);
    return svg;
  }

  function plaats() {
    if (document.querySelector(`${NAAM}, rechtop-chat`)) return;
    // In a body with one of these the corner is that of the body, far below the screen.
    const { transform, filter, perspective } = getComputedStyle(document.body);
    const vrij = [transform, filter, perspective].every((waarde) => waarde === "none");
    (vrij ? document.body : document.documentElement).append(document.createElement(NAAM));
  }

  // The same line twice: one button is enough.
  if (!customElements.get(NAAM)) customElements.define(NAAM, RechtopVenster);
  if (document.body) plaats();
  else document.addEventListener("DOMContentLoaded", plaats, { once: true });
})();
