/** Messages in the log, and the buttons under it. */

import { h, meldKnop, verborgen } from "./dom.js";
import { markdown } from "./markdown.js";
import { kaarten, uitklap } from "./uitkomst.js";
import { bijMeerWerk, voorEnNa } from "./vergelijking.js";

/** @typedef {import("./gesprek.js").Bericht} Bericht */
/** @typedef {import("./gesprek.js").Keuze} Keuze */
/** @typedef {import("./teksten.js").Teksten} Teksten */

/** Ways out of a question rather than answers to it, by what stands before the colon: shown quieter. */
const STIL = new Set([
  "weet_niet", "terug", "waarom", "overzicht", "opnieuw", "stop", "herhaal", "medewerker", "hielp_niet", "hulp_dichtbij",
  "contact",
]); // prettier-ignore
/** Languages written from right to left. */
const RECHTS = new Set(["ar"]);
/** Above this many a screen reader hears how many choices there are, not every one. */
const VOORLEZEN_TOT = 6;

/** Help of more characters is folded away. */
const HULP_TOT = 120;

let teller = 0;

/**
 * The choices of a message by how they are shown.
 *
 * @param {Bericht} bericht
 */
function verdeel({ keuzes = [], invoer }) {
  const geen = invoer?.type === "meerkeuze" ? keuzes.findIndex(({ id }) => id === invoer.geen) : -1;
  if (geen < 0) {
    const stil = keuzes.filter(({ id }) => STIL.has(id.split(":")[0]));
    return { aanTeKruisen: [], knoppen: keuzes.filter((keuze) => !stil.includes(keuze)), stil };
  }
  // What stands behind "none of these" is no answer to tick, whatever its id.
  return { aanTeKruisen: keuzes.slice(0, geen), knoppen: [keuzes[geen]], stil: keuzes.slice(geen + 1) };
}

/**
 * Help too long to stand between a question and its answer.
 *
 * @param {Bericht} bericht
 */
export function langeHulp({ invoer }) {
  return invoer?.type !== "meerkeuze" && (invoer?.hulp?.length ?? 0) > HULP_TOT;
}

/**
 * Is there a choice that answers the question of this message, and not only a way out of it?
 *
 * @param {Bericht} bericht
 */
export function heeftAntwoorden(bericht) {
  return verdeel(bericht).knoppen.length > 0;
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
  const { taal } = bericht;
  const richting = taal && (RECHTS.has(taal) ? "rtl" : "ltr");
  return h(
    "div",
    { class: `bericht bot ${bericht.soort} ${bericht.vergelijking || bericht.werken ? "breed" : ""}` },
    verborgen(`${teksten.t("van_bot")} `),
    h("div", { class: "tekst", id, lang: taal, dir: richting }, markdown(bericht.tekst, teksten.t("nieuw_tabblad"), richting)),
    ...kaarten(bericht.uitkomsten ?? [], teksten, id),
    bericht.vergelijking && voorEnNa(bericht.vergelijking, teksten),
    bericht.werken && bijMeerWerk(bericht.werken, bericht.beeld, teksten),
    bericht.soort === "overdracht" && meldKnop("contact", teksten.t("contact_knop"), "knop"),
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
    h("div", { class: "tekst", dir: "auto" }, tekst),
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
  const { aanTeKruisen, knoppen, stil } = verdeel(bericht);
  /** @param {Keuze} keuze */
  const knop = ({ id, label }) =>
    h("button", { type: "button", class: "keuze", onclick: () => kies({ keuze: id, label }) }, label);
  const vraag = regel.querySelector(".tekst")?.id;
  const hulp = h("p", { class: "hulp", id: `${vraag}-hulp` }, bericht.invoer?.hulp ?? teksten.t("meerkeuze_hulp"));
  return h(
    "div",
    {
      class: "groep",
      role: "group",
      "aria-labelledby": vraag,
      "aria-describedby": aanTeKruisen.length > 0 && hulp.id,
      tabindex: "-1",
    },
    ...(aanTeKruisen.length > 0
      ? [hulp, vakjes(aanTeKruisen, knoppen[0], knop(knoppen[0]), teksten, kies)]
      : [langeHulp(bericht) && uitklap(teksten.t("hulp_kop"), hulp), rij("rij", knoppen.map(knop))]),
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
 * @param {Keuze} geen the choice that means none of them
 * @param {HTMLElement} geenKnop its button
 * @param {Teksten} teksten
 * @param {(wat: {keuze?: string, tekst?: string, label: string}) => void} kies
 */
function vakjes(keuzes, geen, geenKnop, teksten, kies) {
  const velden = keuzes.map((keuze) => h("input", { type: "checkbox", value: keuze.label }));
  const fout = h("p", { class: "fout", role: "alert" });
  const gekozen = () => velden.filter((veld) => veld.checked).map((veld) => veld.value);
  const klaar = () => {
    const tekst = gekozen().join(", ");
    fout.textContent = tekst ? "" : teksten.t("meerkeuze_leeg", { geen: geen.label });
    if (tekst) kies({ tekst, label: tekst });
  };
  return h(
    "div",
    { class: "vakjes", onchange: () => gekozen().length && fout.replaceChildren() },
    ...velden.map((veld, nummer) => h("label", {}, veld, h("span", {}, keuzes[nummer].label))),
    fout,
    rij("rij", [h("button", { type: "button", class: "knop", onclick: klaar }, teksten.t("meerkeuze_klaar")), geenKnop]),
  );
}
