/**
 * What this browser tab remembers of the talk: never in a cookie, gone when the tab closes.
 *
 * @typedef {object} Onthouden
 * @property {string} [gesprek] the secret token of the talk
 * @property {boolean} [open] whether the panel stood open
 * @property {string} [concept] text typed but not sent
 * @property {import("./gesprek.js").Beurt} [wacht] a message sent of which no answer has come
 */

export class Opslag {
  #sleutel;
  /** @type {Onthouden} */
  #geheugen = {};
  #dicht = false;

  /** @param {string} gemeente */
  constructor(gemeente) {
    this.#sleutel = `rechtop:${gemeente}`;
    try {
      this.#geheugen = JSON.parse(sessionStorage.getItem(this.#sleutel) ?? "{}") ?? {};
    } catch {
      // Storage switched off, or not ours: the talk then lives as long as this page.
    }
  }

  /** @returns {Onthouden} */
  lees() {
    return this.#geheugen;
  }

  /**
   * Changes these parts; `undefined` forgets a part.
   *
   * @param {Onthouden} deel
   */
  schrijf(deel) {
    if (this.#dicht) return;
    this.#geheugen = { ...this.#geheugen, ...deel };
    try {
      sessionStorage.setItem(this.#sleutel, JSON.stringify(this.#geheugen));
    } catch {
      // See above.
    }
  }

  wis() {
    this.#geheugen = {};
    try {
      sessionStorage.removeItem(this.#sleutel);
    } catch {
      // See above.
    }
  }

  /** Forgets everything of ours in this tab, for good: what comes in late is not kept any more. */
  sluit() {
    this.wis();
    this.#dicht = true;
    try {
      for (const sleutel of Object.keys(sessionStorage)) {
        if (sleutel.startsWith("rechtop:")) sessionStorage.removeItem(sleutel);
      }
    } catch {
      // See above.
    }
  }
}
