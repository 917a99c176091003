/**
 * The little Markdown the contract allows (paragraphs, lists, bold, links), straight to DOM nodes.
 * Whatever is not exactly that stays visible as plain text.
 */

import { h, verborgen } from "./dom.js";

const STREEPJE = /^\s*[-*] +(.*)$/;
const NUMMER = /^\s*\d+[.)] +(.*)$/;
const STUKJE = /\\([\\`*_{}[\]()#+\-.!>])|\*\*([^*]+(?:\*[^*]+)*)\*\*|\[([^\]]+)\]\(([^\s()]+)\)/g;

/**
 * A link to `https:` or `tel:`; null for any other address. A link to another site opens a new tab, and says so,
 * because the talk is on this page.
 *
 * @param {string} adres
 * @param {string} tekst
 * @param {string} nieuwTabblad what a screen reader hears behind such a link
 * @param {string} [klasse]
 * @returns {HTMLAnchorElement | null}
 */
export function link(adres, tekst, nieuwTabblad, klasse) {
  let url;
  try {
    url = new URL(adres);
  } catch {
    return null;
  }
  if (url.protocol === "tel:") return h("a", { href: url.href, class: klasse, dir: "ltr" }, tekst);
  if (url.protocol !== "https:") return null;
  const buiten = url.origin !== location.origin;
  return h(
    "a",
    { href: url.href, class: klasse, rel: "noopener noreferrer", target: buiten && "_blank" },
    tekst,
    buiten && verborgen(` (${nieuwTabblad})`),
  );
}

/**
 * @param {Node} doel
 * @param {string} tekst
 * @param {string} nieuwTabblad
 */
function zin(doel, tekst, nieuwTabblad) {
  let vanaf = 0;
  for (const treffer of tekst.matchAll(STUKJE)) {
    const [geheel, teken, vet, linktekst, adres] = treffer;
    const plek = treffer.index ?? 0;
    doel.appendChild(document.createTextNode(tekst.slice(vanaf, plek)));
    vanaf = plek + geheel.length;
    if (teken) {
      doel.appendChild(document.createTextNode(teken));
    } else if (vet) {
      const sterk = h("strong");
      zin(sterk, vet, nieuwTabblad);
      doel.appendChild(sterk);
    } else {
      doel.appendChild(link(adres, linktekst, nieuwTabblad) ?? document.createTextNode(geheel));
    }
  }
  doel.appendChild(document.createTextNode(tekst.slice(vanaf)));
}

/**
 * @param {string} tekst
 * @param {string} nieuwTabblad
 * @param {string} [richting] of every paragraph; without it each runs as its own script does
 * @returns {DocumentFragment}
 */
export function markdown(tekst, nieuwTabblad, richting = "auto") {
  const uit = document.createDocumentFragment();
  /** @typedef {{naam: "p" | "ul" | "ol", regels: string[]} | null} Blok */
  let blok = /** @type {Blok} */ (null);

  function sluitBlok() {
    if (!blok) return;
    if (blok.naam === "p") {
      const alinea = h("p", { dir: richting });
      zin(alinea, blok.regels.join(" "), nieuwTabblad);
      uit.append(alinea);
    } else {
      const lijst = h(blok.naam);
      for (const regel of blok.regels) {
        const punt = h("li", { dir: richting });
        zin(punt, regel, nieuwTabblad);
        lijst.append(punt);
      }
      uit.append(lijst);
    }
    blok = null;
  }

  for (const regel of tekst.split(/\r?\n/)) {
    const punt = STREEPJE.exec(regel) ?? NUMMER.exec(regel);
    if (!regel.trim()) {
      sluitBlok();
    } else if (punt) {
      const naam = STREEPJE.test(regel) ? "ul" : "ol";
      if (blok?.naam !== naam) sluitBlok();
      blok ??= { naam, regels: [] };
      blok.regels.push(punt[1]);
    } else if (blok && blok.naam !== "p" && /^\s/.test(regel)) {
      blok.regels[blok.regels.length - 1] += ` ${regel.trim()}`;
    } else {
      if (blok?.naam !== "p") sluitBlok();
      blok ??= { naam: "p", regels: [] };
      blok.regels.push(regel.trim());
    }
  }
  sluitBlok();
  return uit;
}
