/** What comes in the place of the talk for a moment: erasing, a code for another device, and what "Snel weg" does. */

import { ApiFout } from "./api.js";
import { h, verborgen } from "./dom.js";
import { markdown } from "./markdown.js";
import { tijd } from "./teksten.js";

/** @typedef {import("./dom.js").Kind} Kind */
/** @typedef {import("./teksten.js").Teksten} Teksten */

/** A code is read and typed in groups of so many. */
const GROEP = /.{1,4}/g;

/**
 * @param {string} naam
 * @param {string} kop
 * @param {...Kind} inhoud
 */
export function blad(naam, kop, ...inhoud) {
  const id = `${naam}-kop`;
  return h(
    "div",
    { class: "blad", role: "group", "aria-labelledby": id, hidden: true },
    h("h3", { id, tabindex: "-1" }, kop),
    ...inhoud,
  );
}

/**
 * @param {string} tekst
 * @param {() => void} [doe]
 * @param {string} [klasse]
 */
export function knop(tekst, doe, klasse = "knop licht") {
  return h("button", { type: "button", class: klasse, onclick: doe }, tekst);
}

/**
 * A link to another page of ours.
 *
 * @param {string} adres may be filled in later
 * @param {string} tekst
 * @param {Teksten} teksten
 * @param {string} [klasse]
 */
export function nieuwTabblad(adres, tekst, teksten, klasse) {
  return h(
    "a",
    { href: adres, class: klasse, target: "_blank", rel: "noopener noreferrer" },
    tekst,
    verborgen(` (${teksten.t("nieuw_tabblad")})`),
  );
}

/**
 * The code of this talk, large, and spelled for who hears it.
 *
 * @param {Teksten} teksten
 * @param {string} adres where the code is typed, as people write it
 * @param {() => Promise<{code: string, geldig_tot: string}>} haal
 * @param {() => void} terug
 */
export function bladMeenemen(teksten, adres, haal, terug) {
  const t = teksten.t.bind(teksten);
  const uit = h("div", { class: "uit", role: "status" });
  const fout = h("p", { class: "fout", role: "alert" });
  const nieuw = knop(t("meenemen_nieuw"), () => maak());
  const maak = async () => {
    if (nieuw.disabled) return;
    nieuw.disabled = true;
    fout.textContent = "";
    uit.replaceChildren(t("meenemen_wacht"));
    try {
      const { code, geldig_tot: tot } = await haal();
      const groepen = code.match(GROEP) ?? [];
      uit.replaceChildren(
        h("p", {}, t("meenemen_code")),
        h(
          "p",
          { class: "code" },
          h("span", { "aria-hidden": "true" }, groepen.join(" ")),
          h("span", { class: "verborgen" }, groepen.map((groep) => [...groep].join(", ")).join(". ")),
        ),
        h("p", {}, t("meenemen_tot", { tijd: tijd(tot) })),
      );
    } catch (reden) {
      if (!(reden instanceof ApiFout)) throw reden;
      uit.replaceChildren();
      fout.textContent = reden.detail ?? t("meenemen_mislukt");
    } finally {
      nieuw.disabled = false;
    }
  };
  const element = blad(
    "meenemen",
    t("meenemen_kop"),
    h("div", {}, markdown(t("meenemen_tekst", { adres }), "")),
    uit,
    fout,
    h("p", { class: "hulp" }, t("meenemen_let_op")),
    nieuw,
    knop(t("terug_gesprek"), terug),
  );
  return { element, maak };
}

/**
 * The field for a code of another device.
 *
 * @param {Teksten} teksten
 * @param {string} basis
 * @param {(code: string) => Promise<{gesprek: string, gemeente: string, vanHier: boolean}>} haal
 * @param {() => void} verder goes on with the talk that came
 * @param {() => void} terug
 */
export function bladCode(teksten, basis, haal, verder, terug) {
  const t = teksten.t.bind(teksten);
  const veld = h("input", {
    id: "code", autocomplete: "off", autocapitalize: "characters", spellcheck: "false", maxlength: "40",
    "aria-describedby": "code-hulp code-fout",
  }); // prettier-ignore
  const fout = h("p", { id: "code-fout", class: "fout", role: "alert" });
  const klaar = h("button", { type: "submit", class: "knop" }, t("code_verder"));
  const stuur = async (/** @type {Event} */ gebeurtenis) => {
    gebeurtenis.preventDefault();
    if (klaar.hasAttribute("aria-disabled")) return;
    fout.replaceChildren();
    if (!veld.value.trim()) {
      fout.append(t("code_leeg"));
      veld.focus();
      return;
    }
    klaar.setAttribute("aria-disabled", "true");
    try {
      const { gesprek, gemeente, vanHier } = await haal(veld.value);
      veld.value = "";
      if (vanHier) verder();
      else {
        const adres = `${basis}/zelfcheck/${encodeURIComponent(gemeente)}/${encodeURIComponent(gesprek)}`;
        fout.append(`${t("code_elders")} `, nieuwTabblad(adres, t("code_naar"), teksten));
      }
    } catch (reden) {
      if (!(reden instanceof ApiFout)) throw reden;
      fout.append(reden.detail ?? t("code_mislukt"));
      veld.focus();
    } finally {
      klaar.removeAttribute("aria-disabled");
    }
  };
  const element = blad(
    "code",
    t("code_kop"),
    h(
      "form",
      { novalidate: true, onsubmit: stuur },
      h("label", { for: "code" }, t("code_label")),
      h("p", { id: "code-hulp", class: "hulp" }, t("code_hulp")),
      veld,
      fout,
      klaar,
    ),
    knop(t("terug"), terug),
  );
  return { element, veld };
}

/**
 * @param {Teksten} teksten
 * @param {() => void} terug
 */
export function bladUitleg(teksten, terug) {
  const t = teksten.t.bind(teksten);
  return blad("uitleg", t("uitleg_kop"), h("div", { class: "tekst" }, markdown(t("uitleg_tekst"), "")), knop(t("terug"), terug));
}
