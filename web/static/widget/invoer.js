/** The text field: says what is asked, keeps what is typed, never cuts it off silently. */

import { heeftAntwoorden, langeHulp } from "./berichten.js";
import { h, icoon } from "./dom.js";

/** @typedef {import("./gesprek.js").Bericht} Bericht */

/** As the talk API: longer text is not read. */
export const LANGST = 500;
const HOOGSTE_REGELS = 4;
/** @type {Record<string, string>} */
const TOETSEN = { bedrag: "decimal", aantal: "numeric", leeftijd: "numeric" };

export class Invoer {
  #teksten;
  #label = h("label", { for: "antwoord" });
  #hulp = h("p", { id: "hulp", class: "hulp" });
  #fout = h("p", { id: "fout", class: "fout", role: "alert" });
  #veld = h("textarea", {
    id: "antwoord",
    rows: "1",
    autocomplete: "off",
    enterkeyhint: "send",
    "aria-describedby": "hulp fout",
  });
  #knop;

  /**
   * @param {import("./teksten.js").Teksten} teksten
   * @param {(tekst: string) => void} verstuur
   * @param {(tekst: string) => void} concept hears every change
   */
  constructor(teksten, verstuur, concept) {
    this.#teksten = teksten;
    this.#knop = h(
      "button",
      { type: "submit", class: "verstuur", "aria-label": teksten.t("versturen"), title: teksten.t("versturen") },
      icoon("verstuur"),
    );
    const opsturen = () => {
      if (this.#knop.disabled) return;
      const tekst = this.#veld.value.trim();
      const fout = !tekst ? "leeg" : tekst.length > LANGST ? "te_lang" : null;
      this.fout(fout ? teksten.t(`fout_${fout}`, { aantal: LANGST, nu: tekst.length }) : "");
      this.focus();
      if (!fout) verstuur(tekst);
    };
    this.#veld.addEventListener("keydown", (gebeurtenis) => {
      if (gebeurtenis.key !== "Enter" || gebeurtenis.shiftKey || gebeurtenis.isComposing) return;
      gebeurtenis.preventDefault();
      opsturen();
    });
    this.#veld.addEventListener("input", () => {
      if (this.#veld.value.trim().length <= LANGST) this.fout("");
      this.#pasHoogte();
      concept(this.#veld.value);
    });
    this.element = h(
      "form",
      {
        novalidate: true,
        /** @param {Event} gebeurtenis */
        onsubmit: (gebeurtenis) => {
          gebeurtenis.preventDefault();
          opsturen();
        },
      },
      this.#label,
      this.#hulp,
      h("div", { class: "veld" }, this.#veld, this.#knop),
      this.#fout,
    );
    this.vraag(null);
  }

  get waarde() {
    return this.#veld.value;
  }

  set waarde(tekst) {
    this.#veld.value = tekst;
    this.#pasHoogte();
  }

  /**
   * Fits the field to the open question.
   *
   * @param {Bericht | null} bericht
   */
  vraag(bericht) {
    const t = this.#teksten.t.bind(this.#teksten);
    const invoer = bericht?.invoer;
    const soort = !bericht ? "vrij" : heeftAntwoorden(bericht) ? "of_typ" : "antwoord";
    this.#label.textContent = t(`label_${soort}`);
    // With boxes to tick the help stands above those, and long help with the question.
    const hulp = bericht && (invoer?.type === "meerkeuze" || langeHulp(bericht)) ? null : invoer?.hulp;
    this.#hulp.textContent = [invoer?.eenheid && t(`eenheid_${invoer.eenheid}`), hulp]
      .filter(Boolean)
      .join(" ");
    this.#veld.setAttribute("inputmode", TOETSEN[invoer?.type ?? ""] ?? "text");
    this.fout("");
  }

  /**
   * After an answer: clears what was sent, keeps what was typed since.
   *
   * @param {string} verstuurd
   */
  klaar(verstuurd) {
    const nu = this.#veld.value;
    if (nu.trim() === verstuurd) this.waarde = "";
    else if (nu.trimStart().startsWith(verstuurd)) this.waarde = nu.trimStart().slice(verstuurd.length).trimStart();
  }

  /** @param {string} tekst */
  fout(tekst) {
    if (this.#fout.textContent === tekst) return;
    this.#fout.textContent = tekst;
    if (tekst) this.#veld.setAttribute("aria-invalid", "true");
    else this.#veld.removeAttribute("aria-invalid");
  }

  /** @param {boolean} bezig */
  bezig(bezig) {
    this.#knop.disabled = bezig;
  }

  focus() {
    this.#veld.focus({ preventScroll: true });
  }

  #pasHoogte() {
    this.#veld.rows = 1;
    while (this.#veld.rows < HOOGSTE_REGELS && this.#veld.scrollHeight > this.#veld.clientHeight + 1) {
      this.#veld.rows += 1;
    }
  }
}
