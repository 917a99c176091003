/** Small helpers to build DOM. Nothing here takes HTML text: server text only ever becomes text nodes. */

/** @typedef {string | Node | null | undefined | false} Kind */

/**
 * An element with attributes and children. Attributes that are `false`, `null` or `undefined` are left out;
 * functions become listeners (`onclick`). There is no `style`: a strict CSP refuses it.
 *
 * @template {keyof HTMLElementTagNameMap} N
 * @param {N} naam
 * @param {Record<string, unknown>} [kenmerken]
 * @param {...Kind} kinderen
 * @returns {HTMLElementTagNameMap[N]}
 */
export function h(naam, kenmerken = {}, ...kinderen) {
  const element = document.createElement(naam);
  for (const [sleutel, waarde] of Object.entries(kenmerken)) {
    if (waarde === false || waarde === null || waarde === undefined) continue;
    if (typeof waarde === "function") {
      element.addEventListener(sleutel.slice(2), /** @type {EventListener} */ (waarde));
    } else {
      element.setAttribute(sleutel, waarde === true ? "" : String(waarde));
    }
  }
  for (const kind of kinderen) if (kind) element.append(kind);
  return element;
}

/**
 * A button in the log; what it does is for the window, which hears this event.
 *
 * @param {string} naam of the event
 * @param {string} tekst
 * @param {string} [klasse]
 */
export function meldKnop(naam, tekst, klasse = "keuze") {
  const knop = h("button", { type: "button", class: klasse }, tekst);
  knop.addEventListener("click", () => knop.dispatchEvent(new Event(naam, { bubbles: true })));
  return knop;
}

const PADEN = {
  gesprek: "M4 5h16v11H9.5L5 20v-4H4zM8 9.2h8M8 12.2h5",
  sluit: "M6 6l12 12M18 6L6 18",
  weg: "M13 4H5v16h8M10 12h10M16 8l4 4-4 4",
  lees: "M4 9v6h4l5 4V5L8 9zM17 9a4 4 0 0 1 0 6",
  stop: "M6 6h12v12H6z",
  menu: "M4 7h16M4 12h16M4 17h16",
  verstuur: "M4 12h15M13 6l6 6-6 6",
  ja: "M5 12.5l4.5 4.5L19 7.5",
  nee: "M6 12h12",
  bijna: "M5 10c2.3-3 4.7-3 7 0s4.7 3 7 0M5 15.5c2.3-3 4.7-3 7 0s4.7 3 7 0",
  vraag: "M9 9a3 3 0 1 1 4.2 2.75c-.8.4-1.2 1-1.2 1.75v.6M12 17.3v.2",
};

/**
 * A decorative line icon, hidden from screen readers.
 *
 * @param {keyof typeof PADEN} naam
 * @returns {SVGSVGElement}
 */
export function icoon(naam) {
  const ruimte = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(ruimte, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("class", "icoon");
  const pad = document.createElementNS(ruimte, "path");
  pad.setAttribute("d", PADEN[naam]);
  svg.append(pad);
  return svg;
}

/**
 * Text for screen readers only.
 *
 * @param {string} tekst
 */
export function verborgen(tekst) {
  return h("span", { class: "verborgen" }, tekst);
}
