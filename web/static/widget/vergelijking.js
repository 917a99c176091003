/**
 * Before and after a change, and what is left with more or fewer hours of work.
 *
 * @typedef {object} Verschil
 * @property {string} titel
 * @property {string | null} voor
 * @property {string | null} na
 * @property {string | null} vanaf
 * @property {"vanaf_maand" | "heel_jaar"} werkt
 * @property {string | null} al_te_veel_ontvangen
 * @property {string} reden
 * @property {string} recht_voor
 * @property {string} recht_na
 * @property {"maand" | "kwartaal" | "jaar" | "eenmalig"} ritme
 * @property {string | null} voor_per_keer
 * @property {string | null} na_per_keer
 *
 * @typedef {{voor: string, na: string, verschil: string}} Totaal
 *
 * @typedef {object} Vergelijking
 * @property {Verschil[]} verschillen
 * @property {Totaal} totaal_per_maand
 * @property {{verschil: string, tot_en_met: string}} dit_jaar
 * @property {Totaal} vol_jaar
 * @property {{bij: string, wat: string, uiterlijk: string | null, termijn: string}[]} melden
 * @property {{titel: string, bij: string, url: string, uiterlijk: string | null}[]} nieuw_aanvragen
 * @property {{tekst: string}[]} let_op
 *
 * @typedef {{uren: number, [deel: string]: string | number}} Punt
 *
 * @typedef {object} Werken
 * @property {Punt[]} punten
 * @property {{uren: number, tot_en_met_maand: number, extra: string}[]} tijdelijk
 * @property {{tekst: string, code: string}[]} let_op
 * @property {string[]} niet_meegerekend
 * @property {Punt | null} nu
 * @property {{tekst: string}[]} later
 */

import { h, meldKnop } from "./dom.js";
import { link } from "./markdown.js";
import { datum, euro, euroTeken, getal } from "./teksten.js";
import { lijst, uitklap } from "./uitkomst.js";

/** @typedef {import("./teksten.js").Teksten} Teksten */

/** What is left is made of; the costs go off it. */
const DELEN = ["netto_loon", "uitkering", "toeslagen", "gemeente", "kosten"];
const IN_BEELD = /^(svg|title|desc|path|rect|line|circle|text)$/;

/**
 * @param {Vergelijking} v
 * @param {Teksten} teksten
 */
export function voorEnNa(v, teksten) {
  const t = teksten.t.bind(teksten);
  const gelijk = v.verschillen.filter(
    (een) => !een.vanaf && een.recht_voor === een.recht_na && een.recht_na !== "onbekend",
  );
  /**
   * @param {string | number} bedrag
   * @param {(bedrag: string) => string} vorm
   */
  const verschil = (bedrag, vorm) =>
    t(`v_verschil_${Math.sign(Number(bedrag))}`, { bedrag: vorm(String(Math.abs(Number(bedrag)))) });
  const op = (/** @type {string} */ naam, /** @type {string | null} */ dag) => dag && ` ${t(naam, { datum: datum(dag) })} `;
  /**
   * @param {string} titel
   * @param {string | false | null} ritme
   * @param {string[]} cellen
   * @param {...import("./dom.js").Kind} uitleg
   */
  const regeling = (titel, ritme, cellen, ...uitleg) =>
    h(
      "tbody",
      {},
      h("tr", {}, h("th", { colspan: "3", scope: "rowgroup" }, titel, ritme && h("small", {}, ritme))),
      h("tr", {}, ...cellen.map((cel) => h("td", {}, cel))),
      uitleg.length > 0 && h("tr", {}, h("td", { colspan: "3" }, ...uitleg)),
    );
  const { voor, na, verschil: som } = v.totaal_per_maand;
  return h(
    "div",
    { class: "kaart" },
    tabel(
      ["v_nu", "v_straks", "v_verschil"].map((naam) => t(naam)),
      ...v.verschillen
        .filter((een) => !gelijk.includes(een))
        .map((een) => {
          const perMaand = een.ritme === "maand";
          const eerst = perMaand ? een.voor : een.voor_per_keer;
          const straks = perMaand ? een.na : een.na_per_keer;
          return regeling(
            een.titel,
            !perMaand && (Number(eerst) || Number(straks)) > 0 && t(`v_${een.ritme}`),
            [
              Number(eerst) || (eerst && straks) ? euroTeken(eerst ?? "") : t(`v_${een.recht_voor}`),
              Number(straks) || (eerst && straks) ? euroTeken(straks ?? "") : t(`v_${een.recht_na}`),
              eerst && straks ? verschil(Number(straks) - Number(eerst), euroTeken) : "",
            ],
            op(`v_${een.werkt}`, een.vanaf),
            een.reden,
            een.al_te_veel_ontvangen && h("strong", {}, ` ${t("v_te_veel", { bedrag: euro(een.al_te_veel_ontvangen) })}`),
          );
        }),
      regeling(t("v_samen"), false, [euroTeken(voor), euroTeken(na), verschil(som, euroTeken)]),
    ),
    gelijk.length > 0 && h("p", {}, t("v_gelijk", { namen: gelijk.map((een) => een.titel).join(", ") })),
    h("p", {}, t("v_dit_jaar", { datum: datum(v.dit_jaar.tot_en_met), bedrag: verschil(v.dit_jaar.verschil, euro) })),
    h("p", {}, t("v_vol_jaar", { bedrag: verschil(v.vol_jaar.verschil, euro) })),
    v.let_op.length > 0 && h("div", { class: "let-op" }, lijst(v.let_op.map((een) => een.tekst))),
    ...opsomming(
      "ul",
      t("v_doorgeven"),
      v.melden.map((een) => h("li", {}, een.wat, een.wat.includes(een.bij) ? " " : ` ${een.bij}. `, t("v_termijn", { termijn: een.termijn }), op("v_voor", een.uiterlijk))),
    ),
    ...opsomming(
      "ul",
      t("aanvragen"),
      v.nieuw_aanvragen.map((een) =>
        h(
          "li",
          {},
          `${een.titel}. `,
          link(een.url, t("aanvragen_knop", { bij: een.bij }), t("nieuw_tabblad")) ?? een.bij,
          op("uiterlijk", een.uiterlijk),
        ),
      ),
    ),
    [...v.melden, ...v.nieuw_aanvragen].some((een) => een.uiterlijk) && meldKnop("agenda", t("agenda_knop")),
  );
}

/**
 * @param {Werken} w
 * @param {string | undefined} beeld
 * @param {Teksten} teksten
 */
export function bijMeerWerk(w, beeld, teksten) {
  const t = teksten.t.bind(teksten);
  // What is not known has no place in the picture.
  const geheel = (/** @type {{code: string}} */ een) => een.code.endsWith("onbekend");
  const regels = w.punten.map((punt) =>
    h(
      "tr",
      {},
      h("th", { scope: "row" }, `${punt.uren} `.replace(".", ","), punt.uren === w.nu?.uren && t("kromme_nu_merk")),
      h(
        "td",
        {},
        h("strong", {}, `${getal(punt.totaal_per_maand)} euro`),
        h(
          "small",
          {},
          DELEN.filter((deel) => Number(punt[deel]))
            .map((deel) => `${t(`kromme_${deel}`)} ${getal(punt[deel])}`)
            .join(", "),
        ),
        ...w.tijdelijk
          .filter(({ uren }) => uren === punt.uren)
          .map((een) => h("small", {}, t("k_tijdelijk", { aantal: een.tot_en_met_maand, bedrag: euro(een.extra) }))),
      ),
    ),
  );
  return h(
    "div",
    { class: "kaart" },
    beeld && h("div", { class: "beeld" }, teken(new DOMParser().parseFromString(beeld, "image/svg+xml").documentElement)),
    ...opsomming(
      "ol",
      t("k_let_op"),
      w.let_op.filter((een) => !geheel(een)).map((een) => h("li", {}, een.tekst)),
    ),
    lijst(w.let_op.filter(geheel).map((een) => een.tekst)),
    lijst(w.later.map((een) => een.tekst)),
    w.niet_meegerekend.length > 0 && h("p", {}, t("k_niet", { wat: w.niet_meegerekend.join(", ") })),
    uitklap(t("k_tabel"), tabel([t("kromme_uren"), t("kromme_totaal")], h("tbody", {}, ...regels))),
  );
}

/**
 * @param {string[]} koppen
 * @param {...HTMLElement} rest
 */
function tabel(koppen, ...rest) {
  return h("table", {}, h("thead", {}, h("tr", {}, ...koppen.map((kop) => h("th", { scope: "col" }, kop)))), ...rest);
}

/**
 * @param {"ul" | "ol"} soort
 * @param {string} kop
 * @param {HTMLElement[]} punten
 */
function opsomming(soort, kop, punten) {
  return punten.length > 0 ? [h("h3", {}, kop), h(soort, {}, ...punten)] : [];
}

/**
 * A copy of a drawing with only shapes and words in it: nothing that runs, loads or sets a style.
 *
 * @param {Element} bron
 * @returns {Element | null}
 */
function teken(bron) {
  if (!IN_BEELD.test(bron.localName)) return null;
  const kopie = document.createElementNS("http://www.w3.org/2000/svg", bron.localName);
  for (const { name, value } of bron.attributes) if (!/^on|href|style/.test(name)) kopie.setAttribute(name, value);
  for (const kind of bron.childNodes) {
    const deel = kind instanceof Element ? teken(kind) : kind.textContent;
    if (deel) kopie.append(deel);
  }
  return kopie;
}
