/** The window: all its fixed parts, built once. What happens in them is for element.js. */

import { blad, knop, nieuwTabblad } from "./bladen.js";
import { h, icoon } from "./dom.js";
import { markdown } from "./markdown.js";

/** What the menu sends: choice ids the talk always understands. */
const MENU = ["terug", "overzicht", "contact", "opnieuw"];

/** @typedef {ReturnType<typeof bouwVenster>} Venster */

/**
 * @param {import("./teksten.js").Teksten} teksten
 * @param {boolean} alsPagina as part of the page: no button to open it
 * @param {boolean} sluitbaar
 */
export function bouwVenster(teksten, alsPagina, sluitbaar) {
  const t = teksten.t.bind(teksten);
  const { gemeente } = teksten;

  const starter = h(
    "button",
    { type: "button", class: "starter", "aria-haspopup": "dialog", "aria-expanded": "false", hidden: alsPagina },
    icoon("gesprek"),
    h("span", {}, t("knop_open")),
  );

  /**
   * @param {Parameters<typeof icoon>[0]} beeld
   * @param {string} tekst
   * @param {Record<string, unknown>} [meer]
   */
  const kopknop = (beeld, tekst, meer) =>
    h("button", { type: "button", class: "kopknop", ...meer }, icoon(beeld), h("span", {}, tekst));
  const wegKnop = kopknop("weg", t("snel_weg"));
  const menuKnop = kopknop("menu", t("menu"), { "aria-expanded": "false", "aria-controls": "menu", hidden: true });
  const sluitKnop = kopknop("sluit", t("sluiten"), { hidden: !sluitbaar });
  const titel = h("h2", { id: "titel", tabindex: "-1" }, t("titel"));
  const kop = h(
    "div",
    { class: "kop" },
    h(
      "div",
      { class: "naam" },
      titel,
      gemeente.telefoon_link !== null &&
        h("p", { class: "bel" }, `${t("bel_ons")} `, h("a", { href: gemeente.telefoon_link }, gemeente.telefoon)),
    ),
    h("div", { class: "knoppen" }, wegKnop, menuKnop, sluitKnop),
  );

  const menuKeuzes = MENU.map((keuze) =>
    h("button", { type: "button", "data-keuze": keuze }, t(`menu_${keuze}`)),
  );
  const meenemenKnop = h("button", { type: "button" }, t("meenemen_kop"));
  const uitlegKnop = h("button", { type: "button" }, t("uitleg_kop"));
  const wisKnop = h("button", { type: "button" }, t("menu_wissen"));
  const overzichten = ["", "keuze"].map((klasse) => nieuwTabblad("", t("overzicht_link"), teksten, klasse));
  const menu = h(
    "div",
    { id: "menu", class: "menu", hidden: true },
    ...menuKeuzes,
    overzichten[0],
    meenemenKnop,
    uitlegKnop,
    wisKnop,
  );

  const gedeeld = h("input", { type: "checkbox", id: "gedeeld", "aria-describedby": "gedeeld-hulp" });
  const beginKnop = knop(t("beginnen"), undefined, "knop groot");
  const codeKnop = knop(t("code_kop"), undefined, "keuze");
  const wegUitleg = knop(t("uitleg_kop"), undefined, "keuze");
  const startKop = h("h3", { id: "start-kop", tabindex: "-1" }, t("start_kop"));
  const start = h(
    "div",
    { class: "start" },
    startKop,
    h("div", { class: "tekst" }, markdown(t("start_tekst"), t("nieuw_tabblad"))),
    h("label", { class: "vakje" }, gedeeld, h("span", {}, t("gedeeld"))),
    h("p", { id: "gedeeld-hulp", class: "hulp" }, t("gedeeld_hulp")),
    beginKnop,
    h("div", { class: "rij stil" }, codeKnop, wegUitleg),
  );

  const wisJa = knop(t("wissen_ja"), undefined, "knop");
  const wisNee = knop(t("wissen_nee"));
  const wissen = blad("wissen", t("wissen_kop"), h("p", { id: "wissen-tekst" }, t("wissen_tekst")), wisJa, wisNee);
  wissen.setAttribute("aria-describedby", "wissen-tekst");

  // Empty in the page before any message comes: only then does a screen reader hear what is added.
  const log = h("div", { class: "log", role: "log", "aria-label": t("gesprek_label") });
  const keuzes = h("div", { class: "keuzes" });
  const gesprek = h("div", { class: "gesprek", hidden: true }, log, keuzes);
  const bewijsKnop = knop(t("bewijs_knop"), undefined, "keuze");
  const bewijs = h("div", { class: "rij stil" }, overzichten[1], bewijsKnop);

  const vragen = h("span", { class: "vragen" });
  const balk = h("progress", { "aria-hidden": "true", max: "1", value: "0" });
  const totaal = h("span", { class: "totaal" });
  const voortgang = h(
    "div",
    { class: "voortgang", role: "group", "aria-label": t("voortgang_label"), hidden: true },
    balk,
    vragen,
    totaal,
  );

  const status = h("p", { class: "status", role: "status" });
  const meldingTekst = h("p", { role: "alert" });
  const nogEens = knop(t("probeer_opnieuw"));
  nogEens.hidden = true;
  const melding = h("div", { class: "melding" }, meldingTekst, nogEens);
  const voet = h("div", { class: "voet" }, status, melding);

  const midden = h("div", { class: "midden" }, start, wissen, gesprek);
  const paneel = h(
    "section",
    {
      class: alsPagina ? "paneel pagina" : "paneel",
      role: alsPagina ? "region" : "dialog",
      "aria-modal": alsPagina ? null : "false",
      "aria-labelledby": "titel",
      hidden: !alsPagina,
    },
    kop,
    menu,
    voortgang,
    midden,
    voet,
  );
  const wortel = h("div", { class: "wortel" }, starter, paneel);
  // Colours of the gemeente's file stand behind what the page itself sets (see widget.css).
  for (const [naam, waarde] of Object.entries(gemeente.kleuren)) {
    wortel.style.setProperty(naam.replace(/^--rechtop-/, "--gemeente-"), waarde);
  }

  return {
    wortel, starter, paneel, kop, titel, wegKnop, menuKnop, sluitKnop, menu, menuKeuzes, meenemenKnop, uitlegKnop, wisKnop,
    overzichten, start, startKop, gedeeld, beginKnop, codeKnop, wegUitleg, wissen, wisJa, wisNee, gesprek, log, keuzes,
    midden, voortgang, balk, vragen, totaal, voet, status, melding, meldingTekst, nogEens, bewijs, bewijsKnop,
  }; // prettier-ignore
}
