/** What the oldest browsers we serve can do, from the compatibility data of MDN (`@mdn/browser-compat-data`). */

import { createRequire } from "node:module";

const DATA = createRequire(import.meta.url)("@mdn/browser-compat-data");

/** The oldest versions in which everything must work. */
export const OUDSTE = {
  chrome: 90,
  chrome_android: 90,
  webview_android: 90,
  firefox: 102,
  firefox_android: 102,
  safari: 15,
  safari_ios: 15,
};

/**
 * @param {string} pad as `css.properties.inset`
 * @returns {any} that part of the data, undefined when MDN does not know it
 */
export function deel(pad) {
  let plek = DATA;
  for (const naam of pad.split(".")) {
    if (!plek || !Object.hasOwn(plek, naam)) return undefined;
    plek = plek[naam];
  }
  return plek;
}

/**
 * @param {string} pad
 * @returns {string[] | undefined} the browsers that cannot do it, undefined when MDN does not know the feature
 */
export function zonder(pad) {
  const steun = deel(pad)?.__compat?.support;
  if (!steun) return undefined;
  return Object.entries(OUDSTE)
    .filter(([browser, versie]) => !kan(steun[browser], versie))
    .map(([browser, versie]) => `${browser} ${versie}`);
}

/**
 * @param {any} zinnen one statement of support, or several
 * @param {number} versie
 */
function kan(zinnen, versie) {
  return [zinnen ?? []].flat().some((zin) => {
    if (zin.flags || zin.prefix || zin.alternative_name || zin.partial_implementation) return false;
    if (typeof zin.version_added !== "string") return false;
    const vanaf = Number.parseFloat(zin.version_added.replace("≤", ""));
    const tot = typeof zin.version_removed === "string" ? Number.parseFloat(zin.version_removed) : Infinity;
    return vanaf <= versie && versie < tot;
  });
}
