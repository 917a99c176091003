/**
 * One outcome as a card: the answer and the amount, and all the rest behind a click.
 *
 * @typedef {{code: string, tekst: string}} Reden
 *
 * @typedef {object} Uitkomst
 * @property {string} regeling
 * @property {string} titel
 * @property {string} wat what it is, in a sentence; for help in kind the help itself
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
 *   nodig: string[], hoe: string | null}} aanvragen
 * @property {Reden[]} let_op
 */

import { h, icoon, meldKnop, verborgen } from "./dom.js";
import { link } from "./markdown.js";
import { datum, euro, euroTeken } from "./teksten.js";

/** @typedef {import("./teksten.js").Teksten} Teksten */

/** @typedef {"waarschijnlijk_wel" | "bijna" | "onbekend" | "navragen" | "waarschijnlijk_niet"} Stand */

/** @type {Record<Stand, Parameters<typeof icoon>[0]>} */
const ICOON = {
  waarschijnlijk_wel: "ja",
  bijna: "bijna",
  onbekend: "vraag",
  navragen: "vraag",
  waarschijnlijk_niet: "nee",
};

/** From so many on, what a resident can do little with is folded away: it should not stand between them and the rest. */
const INKLAPPEN_VANAF = /** @type {const} */ ({ navragen: 3, waarschijnlijk_niet: 4 });

const REGEL_ONBEKEND = "lokale_regel_onbekend";
/** Doubt about the rules or the amount: these words name the year and the number to call. */
const TWIJFEL = ["bedrag_onzeker", "regels_onzeker"];
const MAATWERK = "vraag_maatwerk";

/**
 * @param {Uitkomst[]} uitkomsten
 * @param {Teksten} teksten
 * @param {string} id unique on the page
 */
export function kaarten(uitkomsten, teksten, id) {
  const alle = uitkomsten.map((u, nummer) => ({ u, stand: standVan(u), id: `${id}-${nummer}` }));
  let los = alle;
  const samen = [];
  for (const [stand, vanaf] of Object.entries(INKLAPPEN_VANAF)) {
    const groep = alle.filter((een) => een.stand === stand);
    if (groep.length < vanaf) continue;
    los = los.filter((een) => een.stand !== stand);
    const kop = teksten.t(`samen_${stand}`, { aantal: groep.length, gemeente: teksten.gemeente.naam });
    samen.push(uitklap(kop, ...groep.map((een) => kaart(een.u, teksten, een.id, (alles) => alles))));
  }
  // The first is open: it shows what there is to find in the others, and all of them fit on two screens of a telephone.
  const dicht = los.map((een, plek) =>
    kaart(een.u, teksten, een.id, (alles) => {
      const meer = uitklap(teksten.t("meer_over", { titel: een.u.titel }), ...alles);
      meer.className = "meer";
      meer.open = plek === 0;
      return [meer];
    }),
  );
  return [...dicht, ...samen];
}

/**
 * @param {Uitkomst} u
 * @returns {Stand}
 */
function standVan(u) {
  if (u.recht === "waarschijnlijk_niet" && u.bijna) return "bijna";
  if (u.recht === "onbekend" && u.redenen.some(({ code }) => code === REGEL_ONBEKEND)) return "navragen";
  return u.recht;
}

/**
 * @param {Uitkomst} u
 * @param {Teksten} teksten
 * @param {string} id unique on the page
 * @param {(alles: import("./dom.js").Kind[]) => import("./dom.js").Kind[]} vouw what to do with all but the answer and the amount
 * @returns {HTMLElement}
 */
function kaart(u, teksten, id, vouw) {
  const t = teksten.t.bind(teksten);
  const stand = standVan(u);
  const twijfel = u.let_op.filter(({ code }) => TWIJFEL.includes(code));
  const maatwerk = u.let_op.filter(({ code }) => code === MAATWERK);
  const gewoon = u.let_op.filter((punt) => !twijfel.includes(punt) && !maatwerk.includes(punt));
  const onbekend = u.redenen.filter(({ code }) => code === REGEL_ONBEKEND);
  const redenen = u.redenen.filter((reden) => !onbekend.includes(reden));
  // Of which year the rules are says more than that they are not known.
  const navragen = [...(twijfel.some(({ code }) => code === "regels_onzeker") ? [] : onbekend), ...twijfel];
  // An amount in doubt never stands by itself.
  const bedrag = u.recht === "waarschijnlijk_niet" || navragen.length > 0 ? null : bedragen(u, teksten);
  const inNatura = u.recht !== "waarschijnlijk_niet" && u.vorm !== "geld" && !(bedrag && u.vorm === "korting");
  const wat = h("p", { class: inNatura ? "dit groot" : "dit" }, u.wat);
  return h(
    "article",
    { class: `kaart ${stand}`, "aria-labelledby": id },
    h("h3", { id }, u.titel),
    h("p", { class: "recht" }, icoon(ICOON[stand]), t(`recht_${stand}`)),
    u.al_ontvangen && h("p", { class: "al" }, t("al_ontvangen")),
    inNatura && wat,
    bedrag && h("div", { class: "bedragen" }, ...bedrag.kort),
    // The badge of a card says "ask" already when nothing of it is sure.
    navragen.length > 0 && kader(stand === "navragen" ? "" : t("navragen"), navragen, u, teksten),
    ...vouw([
      !inNatura && wat,
      ...(bedrag?.meer ?? []),
      inNatura && h("p", {}, t(`vorm_${u.vorm}`)),
      lijst(redenen.map((reden) => reden.tekst)),
      stand === "bijna" && kader(t("maatwerk"), maatwerk, u, teksten),
      gewoon.length > 0 && h("div", { class: "let-op" }, h("h4", {}, t("let_op")), lijst(gewoon.map((punt) => punt.tekst))),
      stand !== "waarschijnlijk_niet" &&
        !u.al_ontvangen &&
        aanvragen(u, teksten, stand !== "bijna" && !navragen.length),
      u.recht !== "waarschijnlijk_niet" && teksten.gemeente.neemt_over && vraagContact(u, teksten),
      u.stappen.length > 0 && uitklap(t("de_som"), som(u)),
      onderbouwing(u, teksten),
    ]),
  );
}

/**
 * What to ask, with the number to call as a link.
 *
 * @param {string} kop may be empty
 * @param {Reden[]} punten
 * @param {Uitkomst} u
 * @param {Teksten} teksten
 */
function kader(kop, punten, { aanvragen: { telefoon } }, teksten) {
  const genoemd = telefoon !== null && punten.some(({ tekst }) => tekst.includes(telefoon));
  const zinnen = punten.map(({ tekst }) => {
    const zin = h("span");
    tekst.split(telefoon ?? "\n").forEach((deel, plek) => {
      if (plek > 0) zin.append(belLink(telefoon ?? "", teksten));
      zin.append(deel);
    });
    return zin;
  });
  const bel = !genoemd && nummer("bel", telefoon, teksten);
  return h("div", { class: "let-op" }, kop && h("h4", {}, kop), lijst(zinnen), bel);
}

/**
 * The amount; null when there is none. Nothing is never shown as 0 euro.
 *
 * @param {Uitkomst} u
 * @param {Teksten} teksten
 */
function bedragen(u, teksten) {
  const t = teksten.t.bind(teksten);
  const voorlopig = u.recht === "onbekend" ? u.voorlopig?.bedrag_per_maand : undefined;
  const ritme = voorlopig ? "maand" : u.ritme;
  const bedrag = voorlopig ?? (ritme === "maand" ? u.bedrag_per_maand : u.bedrag_per_keer);
  if (!Number(bedrag)) return null;
  const soort = u.tot_en_met ? "tot_en_met" : u.schatting ? "ongeveer" : "precies";
  /** @param {string} zin */
  const met = (zin) => t(`bedrag_${soort}`, { bedrag: zin });
  const keer = euro(bedrag ?? "");
  // "One time" belongs to money that comes in.
  const zin = met(ritme === "eenmalig" && u.vorm !== "geld" ? keer : t(`bedrag_${ritme}`, { bedrag: keer }));
  const heelJaar = Number(u.bedrag_per_jaar) > 0 && u.jaar !== null && (ritme === "maand" || ritme === "kwartaal");
  return {
    kort: [
      h("p", { class: u.vorm === "natura" || u.vorm === "hulp" ? "" : "bedrag" }, t(`som_${u.vorm}`, { bedrag: zin })),
      voorlopig && h("p", {}, t("bedrag_voorlopig")),
    ],
    meer: [
      heelJaar && h("p", {}, t("heel_jaar", { jaar: u.jaar ?? "", bedrag: met(euro(u.bedrag_per_jaar ?? "")) })),
      u.schatting && Number(u.marge) > 0 && u.marge !== null && h("p", {}, t("marge", { bedrag: euro(u.marge) })),
    ],
  };
}

/**
 * @param {Uitkomst} u
 * @param {Teksten} teksten
 * @param {boolean} metNummer the number to call does not stand on the card yet
 */
function aanvragen({ aanvragen: a }, teksten, metNummer) {
  const t = teksten.t.bind(teksten);
  const knop = a.url ? link(a.url, t("aanvragen_knop", { bij: a.bij }), t("nieuw_tabblad"), "knop") : null;
  return h(
    "div",
    { class: "aanvragen" },
    h("h4", {}, t("aanvragen")),
    a.uiterlijk !== null && h("p", {}, t("uiterlijk", { datum: datum(a.uiterlijk) })),
    a.hoe !== null && h("p", {}, a.hoe),
    a.nodig.length > 0 && h("p", {}, t("nodig")),
    a.nodig.length > 0 && h("ul", {}, ...a.nodig.map((wat) => h("li", {}, wat))),
    knop ?? h("p", {}, a.bij),
    metNummer && nummer("bellen", a.telefoon, teksten),
  );
}

/**
 * @param {Uitkomst} u
 * @param {Teksten} teksten
 */
function vraagContact({ regeling, titel }, teksten) {
  const knop = meldKnop("contact", teksten.t("contact_hierover"));
  knop.append(verborgen(`: ${titel}`));
  knop.dataset.regeling = regeling;
  return h("div", { class: "rij stil" }, knop);
}

/**
 * @param {string} tekst id of the text before it
 * @param {string | null} telefoon
 * @param {Teksten} teksten
 */
function nummer(tekst, telefoon, teksten) {
  return telefoon !== null && h("p", {}, teksten.t(tekst), " ", belLink(telefoon, teksten));
}

/**
 * @param {string} telefoon as people write it
 * @param {Teksten} teksten
 */
function belLink(telefoon, teksten) {
  return link(`tel:${telefoon.replace(/[^\d+]/g, "")}`, telefoon, teksten.t("nieuw_tabblad"), "bel") ?? telefoon;
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
  const wetten = u.bronnen.map((bron) => link(bron.url, bron.naam, t("nieuw_tabblad"), "los") ?? bron.naam);
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
export function uitklap(titel, ...kinderen) {
  return h("details", {}, h("summary", {}, titel), ...kinderen);
}

/**
 * @param {(string | Node)[]} punten one point needs no bullet
 */
export function lijst(punten) {
  if (punten.length === 1) return h("p", {}, punten[0]);
  return punten.length > 0 && h("ul", {}, ...punten.map((punt) => h("li", {}, punt)));
}
