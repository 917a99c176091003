/**
 * One outcome as a card: the answer first, the sum and the articles of the law behind a click.
 *
 * @typedef {{code: string, tekst: string}} Reden
 *
 * @typedef {object} Uitkomst
 * @property {string} regeling
 * @property {string} titel
 * @property {"waarschijnlijk_wel" | "waarschijnlijk_niet" | "onbekend"} recht
 * @property {string | null} bedrag_per_maand
 * @property {string | null} bedrag_per_jaar
 * @property {string | null} bedrag_per_keer
 * @property {"maand" | "kwartaal" | "jaar" | "eenmalig"} ritme
 * @property {"geld" | "natura" | "korting" | "hulp"} vorm
 * @property {{bedrag_per_maand: string, als: string[]}} [voorlopig]
 * @property {{feit: string, tekst: string}[]} voorwaarden
 * @property {boolean} tot_en_met
 * @property {number | null} jaar
 * @property {boolean} schatting
 * @property {string | null} marge
 * @property {boolean} al_ontvangen
 * @property {boolean} bijna
 * @property {Reden[]} redenen
 * @property {{tekst: string, bedrag: string | null, bron: string}[]} stappen
 * @property {{naam: string, url: string}[]} bronnen
 * @property {{bij: string, url: string, telefoon: string | null, uiterlijk: string | null,
 *   nodig: string[]}} aanvragen
 * @property {Reden[]} let_op
 */

import { h, icoon } from "./dom.js";
import { link } from "./markdown.js";
import { datum, euro, euroTeken } from "./teksten.js";

/** @typedef {import("./teksten.js").Teksten} Teksten */

const ICOON = /** @type {const} */ ({
  waarschijnlijk_wel: "ja",
  waarschijnlijk_niet: "nee",
  onbekend: "vraag",
});

/** From so many on, what is not for this resident is folded away: it should not stand between them and what is. */
const INKLAPPEN_VANAF = 4;

/**
 * @param {Uitkomst[]} uitkomsten
 * @param {Teksten} teksten
 * @param {string} id unique on the page
 */
export function kaarten(uitkomsten, teksten, id) {
  const alle = uitkomsten.map((u, nummer) => ({ u, kaart: kaart(u, teksten, `${id}-${nummer}`) }));
  const niet = alle.filter(({ u }) => u.recht === "waarschijnlijk_niet" && !u.bijna);
  if (niet.length < INKLAPPEN_VANAF) return alle.map(({ kaart }) => kaart);
  const rest = alle.filter((een) => !niet.includes(een));
  const kop = teksten.t("niet_voor_u", { aantal: niet.length });
  return [...rest.map(({ kaart }) => kaart), uitklap(kop, ...niet.map(({ kaart }) => kaart))];
}

/**
 * @param {Uitkomst} u
 * @param {Teksten} teksten
 * @param {string} id unique on the page
 * @returns {HTMLElement}
 */
function kaart(u, teksten, id) {
  const t = teksten.t.bind(teksten);
  const nietVoorU = u.recht === "waarschijnlijk_niet";
  return h(
    "article",
    { class: `kaart ${u.recht}`, "aria-labelledby": id },
    h("h3", { id }, u.titel),
    h(
      "p",
      { class: "recht" },
      icoon(ICOON[u.recht]),
      t(`recht_${u.recht}`),
    ),
    u.al_ontvangen && h("p", { class: "al" }, t("al_ontvangen")),
    !nietVoorU && bedragen(u, teksten),
    lijst(u.redenen.map((reden) => reden.tekst)),
    u.let_op.length > 0 &&
      h("div", { class: "let-op" }, h("h4", {}, t("let_op")), lijst(u.let_op.map((punt) => punt.tekst))),
    (!nietVoorU || u.bijna) && !u.al_ontvangen && aanvragen(u, teksten),
    u.stappen.length > 0 && uitklap(t("de_som"), som(u)),
    onderbouwing(u, teksten),
  );
}

/**
 * @param {Uitkomst} u
 * @param {Teksten} teksten
 */
function bedragen(u, teksten) {
  const t = teksten.t.bind(teksten);
  const voorlopig = u.recht === "onbekend" ? u.voorlopig?.bedrag_per_maand : undefined;
  const ritme = voorlopig ? "maand" : u.ritme;
  const bedrag = voorlopig ?? (ritme === "maand" ? u.bedrag_per_maand : u.bedrag_per_keer);
  if (!bedrag) return u.vorm !== "geld" && h("p", { class: "vorm" }, t(`vorm_${u.vorm}`));
  const zin = t(`bedrag_${ritme}`, { bedrag: euro(bedrag) });
  const soort = u.tot_en_met ? "hoogstens" : u.schatting ? "ongeveer" : "precies";
  return h(
    "div",
    { class: "bedragen" },
    h("p", { class: "bedrag" }, t(`bedrag_${soort}`, { bedrag: zin })),
    voorlopig && h("p", {}, t("bedrag_voorlopig")),
    u.bedrag_per_jaar !== null &&
      u.jaar !== null &&
      ritme !== "jaar" &&
      h("p", {}, t("heel_jaar", { jaar: u.jaar, bedrag: euro(u.bedrag_per_jaar) })),
    u.schatting && Number(u.marge) > 0 && u.marge !== null && h("p", {}, t("marge", { bedrag: euro(u.marge) })),
    u.vorm !== "geld" && h("p", {}, t(`vorm_${u.vorm}`)),
  );
}

/**
 * @param {Uitkomst} u
 * @param {Teksten} teksten
 */
function aanvragen({ aanvragen: a }, teksten) {
  const t = teksten.t.bind(teksten);
  const nieuwTabblad = t("nieuw_tabblad");
  const knop = a.url ? link(a.url, t("aanvragen_knop", { bij: a.bij }), nieuwTabblad, "knop") : null;
  return h(
    "div",
    { class: "aanvragen" },
    h("h4", {}, t("aanvragen")),
    a.uiterlijk !== null && h("p", {}, t("uiterlijk", { datum: datum(a.uiterlijk) })),
    a.nodig.length > 0 && h("p", {}, t("nodig")),
    lijst(a.nodig),
    knop ?? h("p", {}, a.bij),
    a.telefoon !== null &&
      h(
        "p",
        {},
        t("bellen"),
        " ",
        link(`tel:${a.telefoon.replace(/[^\d+]/g, "")}`, a.telefoon, nieuwTabblad) ?? a.telefoon,
      ),
  );
}

/** @param {Uitkomst} u */
function som(u) {
  return h(
    "ol",
    { class: "som" },
    ...u.stappen.map((stap) =>
      h(
        "li",
        {},
        h("span", { class: "wat" }, stap.tekst, stap.bron && h("small", {}, stap.bron)),
        stap.bedrag !== null && h("span", { class: "hoeveel" }, euroTeken(stap.bedrag)),
      ),
    ),
  );
}

/**
 * @param {Uitkomst} u
 * @param {Teksten} teksten
 */
function onderbouwing(u, teksten) {
  const t = teksten.t.bind(teksten);
  if (!u.voorwaarden.length && !u.bronnen.length) return null;
  const wetten = u.bronnen.map((bron) => link(bron.url, bron.naam, t("nieuw_tabblad")) ?? bron.naam);
  return uitklap(
    t("onderbouwing"),
    u.voorwaarden.length > 0 && h("p", {}, t("voorwaarden")),
    lijst(u.voorwaarden.map((voorwaarde) => voorwaarde.tekst)),
    wetten.length > 0 && h("p", {}, t("bronnen")),
    lijst(wetten),
  );
}

/**
 * @param {string} titel
 * @param {...import("./dom.js").Kind} kinderen
 */
function uitklap(titel, ...kinderen) {
  return h("details", {}, h("summary", {}, titel), ...kinderen);
}

/**
 * @param {(string | Node)[]} punten one point needs no bullet
 */
function lijst(punten) {
  if (punten.length === 1) return h("p", {}, punten[0]);
  return punten.length > 0 && h("ul", {}, ...punten.map((punt) => h("li", {}, punt)));
}
