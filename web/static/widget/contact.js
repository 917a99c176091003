/**
 * The contact form: our own page, in a frame in the window. What is typed there, a telephone number and a question, no
 * script of the page around the chat can read.
 */

import { blad, knop, nieuwTabblad } from "./bladen.js";
import { h } from "./dom.js";

/** @typedef {import("./teksten.js").Teksten} Teksten */

/** So long a slow line gets. A form that comes later still takes its place. */
const WACHT_MS = 10_000;
/** Something is there and says nothing: an error of the browser, or what it shows when a page may have no frames. */
const STILTE_MS = 2_000;

/**
 * @param {Teksten} teksten
 * @param {string} basis where our pages are
 * @param {() => void} terug
 */
export function bladContact(teksten, basis, terug) {
  const t = teksten.t.bind(teksten);
  const uit = h("div", { class: "uit", role: "status" });
  const element = blad("contact", t("contact_kop"), uit, knop(t("terug_gesprek"), terug));
  element.classList.add("kader");
  const kop = /** @type {HTMLElement} */ (element.firstElementChild);
  /** @type {HTMLIFrameElement | undefined} */
  let frame;
  /** @type {string | undefined} where the talk was when this frame was made */
  let van;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let klok;
  /** The page that is there now has spoken before it was loaded; or was loaded and has not spoken. */
  let gehoord = false;
  let stil = false;
  /** Something may have been sent that the talk on screen does not show. */
  let nieuws = false;

  /**
   * The form; or, as long as it is not there, words.
   *
   * @param {boolean} klaar
   * @param {...Node | string} woorden
   */
  const toon = (klaar, ...woorden) => {
    if (!frame) return;
    const [weg, komt] = klaar ? [kop, frame] : [frame, kop];
    const hadFocus = /** @type {ShadowRoot} */ (element.getRootNode()).activeElement === weg;
    weg.hidden = true;
    komt.hidden = false;
    uit.replaceChildren(...woorden);
    if (hadFocus) komt.focus();
  };
  const leeg = () => {
    clearTimeout(klok);
    frame?.remove();
    frame = undefined;
    nieuws = false;
  };
  /** @param {string} gesprek */
  const maak = (gesprek) => {
    leeg();
    gehoord = stil = false;
    const adres = `${basis}/contact/${encodeURIComponent(gesprek)}`;
    const elders = nieuwTabblad(adres, t("contact_elders"), teksten, "knop");
    elders.addEventListener("click", () => {
      nieuws = true;
    });
    const mislukt = () => toon(false, h("p", {}, t("contact_mislukt")), elders);
    frame = h("iframe", {
      src: `${adres}?van=widget`,
      title: t("contact_kop"),
      referrerpolicy: "no-referrer",
      // Of every page of the form, also of one that does not come.
      onload: () => {
        stil = !gehoord;
        gehoord = false;
        if (stil) wacht(STILTE_MS);
      },
    });
    const wacht = (/** @type {number} */ ms) => {
      clearTimeout(klok);
      klok = setTimeout(mislukt, ms);
    };
    uit.after(frame);
    toon(false, t("contact_wacht"));
    wacht(WACHT_MS);
  };

  addEventListener("message", ({ data, origin, source }) => {
    if (!frame || source !== frame.contentWindow || origin !== new URL(basis).origin || data?.rechtop !== "contact") return;
    if (data.wat === "klaar") {
      clearTimeout(klok);
      gehoord = !stil;
      stil = false;
      toon(true);
    } else if (data.wat === "verstuurd") {
      nieuws = true;
      // Who is back in the talk before the page could tell.
      if (element.hidden) element.dispatchEvent(new Event("nieuws"));
    } else if (data.wat === "dicht" && !element.hidden) {
      terug();
    }
  });

  return {
    element,
    leeg,
    /**
     * What is filled in stays when the resident looks back in the talk, and is asked anew when the talk went on.
     *
     * @param {string} gesprek
     * @param {string} [plek] where the talk is
     * @returns {HTMLElement} what gets the focus
     */
    open(gesprek, plek) {
      if (!frame || frame.hidden || van !== plek) maak(gesprek);
      van = plek;
      return frame && kop.hidden ? frame : kop;
    },
    /** Once: is there something to fetch? */
    nieuws() {
      const was = nieuws;
      nieuws = false;
      return was;
    },
  };
}
