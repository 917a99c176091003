/** The style sheet, without anything a strict CSP refuses (`<style>`, style attributes). */

import { h } from "./dom.js";

/**
 * @param {ShadowRoot} wortel
 * @param {string} basis
 * @returns {Promise<void>} settles when the style applies; fails when it cannot be fetched
 */
export async function metStijl(wortel, basis) {
  const adres = `${basis}/widget.css`;
  if ("adoptedStyleSheets" in wortel && "replaceSync" in CSSStyleSheet.prototype) {
    const antwoord = await fetch(adres, { credentials: "omit" });
    if (!antwoord.ok) throw new Error(`widget.css: ${antwoord.status}`);
    const blad = new CSSStyleSheet();
    blad.replaceSync(await antwoord.text());
    wortel.adoptedStyleSheets = [blad];
    return;
  }
  // Safari before 16.4: a link in the shadow root; the host page's style-src must then name our address.
  await new Promise((klaar, mislukt) => {
    wortel.append(h("link", { rel: "stylesheet", href: adres, onload: klaar, onerror: mislukt }));
  });
}
