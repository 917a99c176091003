/**
 * Would the oldest browsers we serve understand the browser code?
 *
 *     node ops/oud/keur.mjs <tsconfig> <file as served>…
 *
 * Prints what they would not, and leaves with 1. `--alles` prints everything that is used, with where MDN has it.
 */

import { readFileSync } from "node:fs";
import { basename } from "node:path";
import ts from "typescript";

import { gebruikt as inCss } from "./css.mjs";
import { gebruikt as inJavascript, taal } from "./javascript.mjs";
import { zonder } from "./steun.mjs";
import { MAG } from "./uitzonderingen.mjs";

const alles = process.argv.includes("--alles");
const [configuratie, ...geserveerd] = process.argv.slice(2).filter((een) => een !== "--alles");
/** @type {string[]} */
const fouten = [];
const nodig = new Set();
const onbekend = new Set();
let gekeken = 0;

/**
 * @param {string} plek
 * @param {string} wat
 */
function keur(plek, wat) {
  const missen = zonder(wat);
  if (alles) console.log(`${plek}: ${wat}: ${missen?.join(", ") || (missen ? "ok" : "not in the data")}`);
  if (missen === undefined) return onbekend.add(wat);
  gekeken += 1;
  if (!missen.length) return undefined;
  nodig.add(wat);
  if (!(wat in MAG)) fouten.push(`${plek}: ${wat} is not known to ${missen.join(", ")}`);
  return undefined;
}

const gelezen = ts.getParsedCommandLineOfConfigFile(configuratie, {}, /** @type {any} */ ({
  ...ts.sys,
  onUnRecoverableConfigFileDiagnostic: (/** @type {ts.Diagnostic} */ fout) => {
    throw new Error(ts.flattenDiagnosticMessageText(fout.messageText, "\n"));
  },
}));
if (!gelezen?.fileNames.length) throw new Error(`${configuratie}: no files`);
for (const { bestand, regel, wat, naam } of inJavascript(gelezen.fileNames, gelezen.options)) {
  if (wat) keur(`${basename(bestand)}:${regel}`, wat);
  else onbekend.add(naam);
}
for (const pad of geserveerd) {
  const tekst = readFileSync(pad, "utf-8");
  if (pad.endsWith(".css")) for (const { wat, regel } of inCss(tekst)) keur(`${basename(pad)}:${regel}`, wat);
  else fouten.push(...taal(basename(pad), tekst));
}
for (const wat of Object.keys(MAG)) if (!nodig.has(wat)) fouten.push(`uitzonderingen.mjs: ${wat} is not needed any more`);

for (const fout of [...new Set(fouten)]) console.error(fout);
if (alles) console.log(`not in the data: ${[...onbekend].sort().join(", ")}`);
console.log(`old browsers: ${gekeken} uses looked up, ${onbekend.size} names not in the data, ${fouten.length} mistakes`);
process.exitCode = fouten.length ? 1 : 0;
