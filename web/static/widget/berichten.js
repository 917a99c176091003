/** Messages in the log, and the buttons under it. */

import { h, verborgen } from "./dom.js";
import { markdown } from "./markdown.js";
import { kaarten } from "./uitkomst.js";

/** @typedef {import("./gesprek.js").Bericht} Bericht */
/** @typedef {import("./gesprek.js").Keuze} Keuze */
/** @typedef {import("./teksten.js").Teksten} Teksten */

/** Ways out of a question rather than answers to it: shown quieter. */
const STIL = new Set([
  "weet_niet", "terug", "waarom", "overzicht", "opnieuw", "stop", "herhaal", "medewerker", "hielp_niet",
]); // prettier-ignore
/** Above this many a screen reader hears how many choices there are, not every one. */
const VOORLEZEN_TOT = 6;

let teller = 0;

/**
 * The choices of a message that answer its question, without the ways out of it.
 *
 * @param {Bericht} bericht
 */
export function antwoorden(bericht) {
  return (bericht.keuzes ?? []).filter((keuze) => !STIL.has(keuze.id));
}

/**
 * @param {Bericht} bericht
 * @param {Teksten} teksten
 * @param {boolean} metKeuzes the buttons of this message can still be used
 */
export function berichtRegel(bericht, teksten, metKeuzes) {
  if (bericht.van === "u") return eigenRegel(bericht.tekst, teksten);
  teller += 1;
  const id = `b${teller}`;
  const keuzes = metKeuzes ? (bericht.keuzes ?? []) : [];
  return h(
    "div",
    { class: `bericht bot ${bericht.soort}` },
    verborgen(`${teksten.t("van_bot")} `),
    h("div", { class: "tekst", id }, markdown(bericht.tekst, teksten.t("nieuw_tabblad"))),
    ...kaarten(bericht.uitkomsten ?? [], teksten, id),
    keuzes.length > 0 && verborgen(opnoemen(keuzes, teksten)),
  );
}

/**
 * @param {string} tekst
 * @param {Teksten} teksten
 */
export function eigenRegel(tekst, teksten) {
  return h(
    "div",
    { class: "bericht u" },
    verborgen(`${teksten.t("van_u")} `),
    h("div", { class: "tekst" }, tekst),
  );
}

/**
 * @param {Keuze[]} keuzes
 * @param {Teksten} teksten
 */
function opnoemen(keuzes, teksten) {
  if (keuzes.length > VOORLEZEN_TOT) return teksten.t("keuzes_aantal", { aantal: keuzes.length });
  return teksten.t("keuzes_noemen", { keuzes: keuzes.map((keuze) => keuze.label).join(", ") });
}

/**
 * The buttons of a message as a group labelled by its question.
 *
 * @param {Bericht} bericht
 * @param {HTMLElement} regel the message in the log
 * @param {Teksten} teksten
 * @param {(wat: {keuze?: string, tekst?: string, label: string}) => void} kies
 */
export function keuzeGroep(bericht, regel, teksten, kies) {
  const keuzes = bericht.keuzes ?? [];
  const gewoon = antwoorden(bericht);
  const stil = keuzes.filter((keuze) => STIL.has(keuze.id));
  /** @param {Keuze} keuze */
  const knop = ({ id, label }) =>
    h("button", { type: "button", class: "keuze", onclick: () => kies({ keuze: id, label }) }, label);
  return h(
    "div",
    { class: "groep", role: "group", "aria-labelledby": regel.querySelector(".tekst")?.id, tabindex: "-1" },
    bericht.invoer?.type === "meerkeuze" ? vakjes(gewoon, teksten, kies) : rij("rij", gewoon.map(knop)),
    rij("rij stil", stil.map(knop)),
  );
}

/**
 * @param {string} klasse
 * @param {HTMLElement[]} knoppen
 */
function rij(klasse, knoppen) {
  return knoppen.length > 0 && h("div", { class: klasse }, ...knoppen);
}

/**
 * Tick boxes; what is ticked goes as text, because the talk takes one choice id at a time.
 *
 * @param {Keuze[]} keuzes
 * @param {Teksten} teksten
 * @param {(wat: {keuze?: string, tekst?: string, label: string}) => void} kies
 */
function vakjes(keuzes, teksten, kies) {
  const velden = keuzes.map((keuze) => h("input", { type: "checkbox", value: keuze.label }));
  const fout = h("p", { class: "fout", role: "alert" });
  const klaar = () => {
    const gekozen = velden.filter((veld) => veld.checked).map((veld) => veld.value);
    fout.textContent = gekozen.length ? "" : teksten.t("meerkeuze_leeg");
    if (gekozen.length) kies({ tekst: gekozen.join(", "), label: gekozen.join(", ") });
  };
  return h(
    "div",
    { class: "vakjes" },
    ...velden.map((veld, nummer) => h("label", {}, veld, h("span", {}, keuzes[nummer].label))),
    fout,
    h("button", { type: "button", class: "knop", onclick: klaar }, teksten.t("meerkeuze_klaar")),
  );
}
