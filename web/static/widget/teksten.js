/** All words the resident sees. They come from the server; this file only fills in values. */

import { metHerhaling, ApiFout } from "./api.js";

/**
 * @typedef {object} Gemeente
 * @property {string} slug
 * @property {string} naam
 * @property {string | null} telefoon as people write it
 * @property {string | null} telefoon_link `tel:…`
 * @property {Record<string, string>} kleuren
 * @property {string} snel_weg where "Snel weg" leads
 * @property {boolean} neemt_over the gemeente can be asked to call back
 */

const EURO = new Intl.NumberFormat("nl-NL", { style: "currency", currency: "EUR" });
const HEEL = new Intl.NumberFormat("nl-NL", { maximumFractionDigits: 0 });
const MET_CENTEN = new Intl.NumberFormat("nl-NL", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const TIJD = new Intl.DateTimeFormat("nl-NL", { hour: "2-digit", minute: "2-digit" });
const DATUM = new Intl.DateTimeFormat("nl-NL", { day: "numeric", month: "long", year: "numeric" });

export class Teksten {
  #teksten;

  /**
   * @param {Record<string, string>} teksten
   * @param {Gemeente} gemeente
   * @param {string[]} herkomst origins on which the chat may stand
   */
  constructor(teksten, gemeente, herkomst) {
    this.#teksten = teksten;
    this.gemeente = gemeente;
    this.herkomst = herkomst;
  }

  /**
   * The text with `{name}` filled in; empty when there is no such text.
   *
   * @param {string} naam
   * @param {Record<string, string | number>} [waarden]
   */
  t(naam, waarden = {}) {
    return (this.#teksten[naam] ?? "").replace(/\{(\w+)\}/g, (_, sleutel) => String(waarden[sleutel] ?? ""));
  }
}

/**
 * @param {string} basis
 * @param {string} gemeente
 * @returns {Promise<Teksten>}
 */
export async function haalTeksten(basis, gemeente) {
  const adres = `${basis}/widget-teksten.json?gemeente=${encodeURIComponent(gemeente)}`;
  const antwoord = await metHerhaling(
    async () => {
      const poging = await fetch(adres, { credentials: "omit" }).catch(() => null);
      if (!poging?.ok) throw new ApiFout(poging?.status ?? 0);
      return poging.json();
    },
    () => {},
  );
  return new Teksten(antwoord.teksten, antwoord.gemeente, antwoord.herkomst);
}

/**
 * In a sentence, as in all other texts: "129.00" → "129 euro", "1129.50" → "1.129,50 euro".
 *
 * @param {string} bedrag
 */
export function euro(bedrag) {
  const getal = Number(bedrag);
  return `${(Number.isInteger(getal) ? HEEL : MET_CENTEN).format(getal)} euro`;
}

/**
 * Whole euros, as in the picture of a curve: "1129.50" → "1.130".
 *
 * @param {string | number} bedrag
 */
export function getal(bedrag) {
  return HEEL.format(Math.round(Number(bedrag)) || 0);
}

/**
 * In a column: "129.00" → "€ 129,00".
 *
 * @param {string} bedrag
 */
export function euroTeken(bedrag) {
  return EURO.format(Number(bedrag));
}

/**
 * "2027-12-31" → "31 december 2027".
 *
 * @param {string} iso
 */
export function datum(iso) {
  const [jaar, maand, dag] = iso.slice(0, 10).split("-").map(Number);
  return DATUM.format(new Date(jaar, maand - 1, dag));
}

/**
 * On the clock of this device: "14:35".
 *
 * @param {string} iso
 */
export function tijd(iso) {
  return TIJD.format(new Date(iso));
}
