/** Properties, values, selectors and at-rules of a style sheet that the oldest browsers do not know. */

import { parse, walk } from "css-tree";

import { deel, zonder } from "./steun.mjs";

/** Where MDN keeps what is no property: units by their last letters, functions by where they are used. */
const EENHEDEN = [
  [/^[dsl]v(h|w|i|b|min|max)$/, "css.types.length.viewport_percentage_units_dynamic"],
  [/^cq(h|w|i|b|min|max)$/, "css.types.length.container_query_length_units"],
  [/^lh$/, "css.types.length.lh"],
  [/^rlh$/, "css.types.length.rlh"],
];

/**
 * @param {string} tekst
 * @returns {{wat: string, regel: number}[]} paths in the data of MDN of everything it uses
 */
export function gebruikt(tekst) {
  /** @type {{wat: string, regel: number}[]} */
  const uit = [];
  const boom = parse(tekst, {
    positions: true,
    onParseError(fout) {
      throw new Error(`CSS: ${fout.message} (line ${fout.line})`);
    },
  });
  walk(boom, {
    visit: "Block",
    /** @param {any} blok */
    enter(blok) {
      if (this.atrule?.name === "supports") return;
      // A value that an old browser does not know is passed over, when the same property stood before it.
      /** @type {Set<string>} */
      const eerder = new Set();
      for (const zin of blok.children) {
        if (zin.type !== "Declaration" || zin.property.startsWith("--")) continue;
        const regel = zin.loc.start.line;
        if (this.atrule?.name === "page") uit.push({ wat: `css.at-rules.page.${zin.property}`, regel });
        else if (eerder.has(`-webkit-${zin.property}`)) continue;
        else for (const wat of declaratie(zin, eerder.has(zin.property))) uit.push({ wat, regel });
        eerder.add(zin.property);
      }
    },
  });
  walk(boom, (/** @type {any} */ knoop) => {
    const regel = knoop.loc?.start.line;
    if (knoop.type === "PseudoClassSelector" || knoop.type === "PseudoElementSelector") {
      uit.push({ wat: `css.selectors.${knoop.name}`, regel });
    } else if (knoop.type === "NestingSelector") {
      uit.push({ wat: "css.selectors.nesting", regel });
    } else if (knoop.type === "Atrule") {
      uit.push({ wat: `css.at-rules.${knoop.name}`, regel });
    } else if (knoop.type === "Feature" && knoop.kind === "media") {
      const naam = knoop.name.replace(/^(min|max)-/, "");
      uit.push({ wat: `css.at-rules.media.${naam}`, regel });
    } else if (knoop.type === "FeatureRange") {
      uit.push({ wat: "css.at-rules.media.range_syntax", regel });
    }
  });
  return uit.filter(({ wat }) => !/\.-(webkit|moz)-/.test(wat));
}

/**
 * @param {any} zin
 * @param {boolean} staatAlVoor
 */
function declaratie(zin, staatAlVoor) {
  const eigen = `css.properties.${zin.property}`;
  const uit = [eigen];
  // The next typeface is the way out of one that is not there.
  if (staatAlVoor || zin.property === "font-family") return uit;
  walk(zin.value, (/** @type {any} */ knoop) => {
    if (knoop.type === "Identifier" && deel(`${eigen}.${knoop.name}`)?.__compat) uit.push(`${eigen}.${knoop.name}`);
    if (knoop.type === "Function" && knoop.name !== "var") {
      const plek = ["css.types", "css.types.color", "css.types.gradient", "css.types.filter-function", "css.types.transform-function", eigen]
        .map((waar) => `${waar}.${knoop.name}`)
        .find((waar) => deel(waar)?.__compat);
      if (plek) uit.push(plek);
    }
    if (knoop.type === "Dimension") {
      const [, pad] = EENHEDEN.find(([vorm]) => /** @type {RegExp} */ (vorm).test(knoop.unit)) ?? [];
      if (pad) uit.push(/** @type {string} */ (pad));
    }
    if (knoop.type === "Operator" && knoop.value === "/" && zin.property === "content") {
      uit.push("css.properties.content.alt_text");
    }
  });
  return uit.filter((wat) => wat === eigen || zonder(wat) !== undefined);
}
