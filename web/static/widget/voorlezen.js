/**
 * Reads a message aloud, only with a voice that works on the device itself: what a resident is told goes to nobody else.
 * Without such a voice there is no button.
 */

import { h, icoon } from "./dom.js";

/** Chrome stops in the middle of anything that takes longer than a quarter of a minute. */
const LANGST_STUK = /.{1,180}(?:\s|$)/g;
const ZIN = /.+?(?:[.!?](?=\s|$)|$)/gm;

export class Voorlezer {
  #t;
  /** @type {SpeechSynthesis | undefined} */
  #stem = window.speechSynthesis;
  /** @type {Map<HTMLElement, string>} buttons, with the language of what they read */
  #knoppen = new Map();
  /** @type {HTMLElement | undefined} of what is read now */
  #bezig;
  /** @type {SpeechSynthesisUtterance | undefined} kept: otherwise Chrome may forget it before it ends */
  #uiting;

  /** @param {import("./teksten.js").Teksten} teksten */
  constructor(teksten) {
    this.#t = teksten.t.bind(teksten);
    this.#stem?.addEventListener?.("voiceschanged", () => {
      for (const knop of this.#knoppen.keys()) this.#toon(knop);
    });
    addEventListener("pagehide", () => this.stop());
  }

  /**
   * Gives a message its button.
   *
   * @param {HTMLElement} regel
   * @param {Element} na stands before the button
   * @param {string} taal
   */
  geefKnop(regel, na, taal) {
    if (!this.#stem) return;
    // Not live: a screen reader says the message, and not that it can be read.
    const knop = h("button", { type: "button", class: "voorlees", "aria-live": "off" });
    knop.addEventListener("click", () => {
      const wasBezig = this.#bezig === knop;
      this.stop();
      if (!wasBezig) this.#lees(knop, watErStaat(regel));
    });
    this.#knoppen.set(knop, taal);
    this.#beeld(knop, false);
    na.after(knop);
    this.#toon(knop);
  }

  stop() {
    const knop = this.#bezig;
    this.#bezig = undefined;
    if (!knop) return;
    this.#stem?.cancel();
    this.#beeld(knop, false);
  }

  /** The talk is gone from the screen. */
  vergeet() {
    this.stop();
    this.#knoppen.clear();
  }

  /**
   * @param {HTMLElement} knop
   * @param {string} tekst
   */
  #lees(knop, tekst) {
    const stem = this.#kies(knop);
    const stukken = (tekst.match(ZIN) ?? []).flatMap((zin) => zin.trim().match(LANGST_STUK) ?? []);
    this.#bezig = knop;
    this.#beeld(knop, true);
    /** @param {SpeechSynthesisUtterance} [vorige] */
    const verder = (vorige) => {
      if (this.#uiting !== vorige || this.#bezig !== knop) return;
      const stuk = stukken.shift();
      if (!stuk || !stem) {
        this.stop();
        return;
      }
      const uiting = new SpeechSynthesisUtterance(stuk);
      this.#uiting = uiting;
      uiting.voice = stem;
      uiting.lang = stem.lang;
      uiting.onend = () => verder(uiting);
      uiting.onerror = () => this.#uiting === uiting && this.stop();
      this.#stem?.speak(uiting);
    };
    this.#uiting = undefined;
    verder();
  }

  /** @param {HTMLElement} knop */
  #kies(knop) {
    const taal = this.#knoppen.get(knop) ?? "";
    // Android writes "nl_NL".
    return this.#stem?.getVoices().find((stem) => stem.localService && stem.lang.slice(0, 2).toLowerCase() === taal);
  }

  /** @param {HTMLElement} knop */
  #toon(knop) {
    knop.hidden = !this.#kies(knop);
    knop.parentElement?.classList.toggle("met-stem", !knop.hidden);
  }

  /**
   * @param {HTMLElement} knop
   * @param {boolean} bezig
   */
  #beeld(knop, bezig) {
    const naam = this.#t(bezig ? "voorlezen_stop" : "voorlezen");
    knop.setAttribute("aria-label", naam);
    knop.title = naam;
    knop.replaceChildren(icoon(bezig ? "stop" : "lees"));
  }
}

/**
 * The words of a message as they are on screen, with amounts as they are said.
 *
 * @param {HTMLElement} regel
 */
function watErStaat(regel) {
  // Takes away what is for screen readers only and what is folded, for the moment of reading (see widget.css).
  regel.classList.add("leest");
  const tekst = regel.innerText;
  regel.classList.remove("leest");
  return tekst
    .replace(/\t/g, ", ")
    .replace(/€\s*(-?[\d.]+(?:,\d\d)?)/g, "$1 euro")
    .replace(/-(?=\d+(,\d\d)? euro)/g, "min ")
    .replace(/(\d)\.(?=\d{3})/g, "$1")
    .replace(/,00 euro/g, " euro")
    .replace(/,0?(\d{1,2}) euro/g, " euro en $1 cent");
}
