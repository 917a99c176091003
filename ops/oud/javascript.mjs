/** Syntax, and parts of the library, that the oldest browsers do not know. */

import { parse } from "acorn";
import ts from "typescript";

import { deel } from "./steun.mjs";

/** In a regular expression: what reads back, which Safari 15 takes for a mistake in the whole file. */
const TERUGKIJKEN = /\(\?<[=!]/;

/**
 * @param {string} naam with the edition of the language it may use: `widget.5.js`, `element.2022.mjs`
 * @param {string} tekst
 * @returns {string[]} mistakes: syntax of after the edition that these browsers have in full
 */
export function taal(naam, tekst) {
  const alsModule = naam.endsWith(".mjs");
  const uitgave = Number(/\.(\d+)\.m?js$/.exec(naam)?.[1]);
  try {
    parse(tekst, { ecmaVersion: /** @type {any} */ (uitgave), sourceType: alsModule ? "module" : "script" });
  } catch (fout) {
    return [`${naam}: not ES${uitgave}: ${/** @type {Error} */ (fout).message}`];
  }
  // Of ES2022 they know fields and private methods, and not these.
  const bron = ts.createSourceFile(naam, tekst, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS);
  /** @type {string[]} */
  const uit = [];
  /** @param {ts.Node} knoop */
  function bezoek(knoop) {
    const plek = () => `${naam}:${bron.getLineAndCharacterOfPosition(knoop.getStart()).line + 1}`;
    if (ts.isClassStaticBlockDeclaration(knoop)) uit.push(`${plek()}: static block in a class`);
    if (ts.isPrivateIdentifier(knoop) && ts.isBinaryExpression(knoop.parent)) uit.push(`${plek()}: #name in object`);
    if (ts.isRegularExpressionLiteral(knoop) && TERUGKIJKEN.test(knoop.text)) uit.push(`${plek()}: lookbehind`);
    ts.forEachChild(knoop, bezoek);
  }
  bezoek(bron);
  return uit;
}

/**
 * Every use of the library of the browser in the sources, found by its type.
 *
 * @param {string[]} bestanden
 * @param {import("typescript").CompilerOptions} keuzes
 * @returns {{bestand: string, regel: number, wat: string | undefined, naam: string}[]} `wat`: the path in the data of MDN
 */
export function gebruikt(bestanden, keuzes) {
  const programma = ts.createProgram(bestanden, keuzes);
  const kenner = programma.getTypeChecker();
  /** @type {{bestand: string, regel: number, wat: string | undefined, naam: string}[]} */
  const uit = [];
  for (const bron of programma.getSourceFiles()) {
    if (bron.isDeclarationFile) continue;
    /** @param {ts.Node} knoop */
    const bezoek = (knoop) => {
      if (ts.isIdentifier(knoop) && !inCommentaar(knoop)) {
        const teken = kenner.getSymbolAtLocation(knoop);
        if (teken && vanDeBrowser(programma, teken) && !isVeld(knoop)) {
          const eigenaars =
            ts.isPropertyAccessExpression(knoop.parent) && knoop.parent.name === knoop
              ? vanWie(kenner, knoop.parent.expression)
              : [];
          const regel = bron.getLineAndCharacterOfPosition(knoop.getStart()).line + 1;
          const naam = [eigenaars[0], knoop.text].filter(Boolean).join(".");
          uit.push({ bestand: bron.fileName, regel, wat: zoek(eigenaars, knoop.text), naam });
        }
      }
      ts.forEachChild(knoop, bezoek);
    };
    ts.forEachChild(bron, bezoek);
  }
  return uit;
}

/** @param {ts.Node} knoop */
function inCommentaar(knoop) {
  return ts.findAncestor(knoop, ts.isJSDoc) !== undefined;
}

/**
 * The name of a field in an object that is handed over: what it may hold differs by its receiver.
 *
 * @param {ts.Node} knoop
 */
function isVeld(knoop) {
  return ts.isPropertyAssignment(knoop.parent) && knoop.parent.name === knoop;
}

/**
 * @param {ts.Program} programma
 * @param {ts.Symbol} teken
 */
function vanDeBrowser(programma, teken) {
  const plekken = teken.declarations ?? [];
  return plekken.length > 0 && plekken.every((plek) => programma.isSourceFileDefaultLibrary(plek.getSourceFile()));
}

/**
 * @param {ts.TypeChecker} kenner
 * @param {ts.Expression} wie
 */
function vanWie(kenner, wie) {
  const namen = soorten(kenner, kenner.getTypeAtLocation(wie));
  // What stands on `URL` itself has a type without a name.
  return namen.length || !ts.isIdentifier(wie) ? namen : [wie.text];
}

/**
 * The names of a type and of everything it is built on, nearest first.
 *
 * @param {ts.TypeChecker} kenner
 * @param {ts.Type} type
 * @returns {string[]}
 */
function soorten(kenner, type) {
  const breed = kenner.getApparentType(type);
  if (breed.isUnionOrIntersection()) return breed.types.flatMap((een) => soorten(kenner, een));
  const naam = breed.symbol?.name;
  // The type of `document.body.append` is that of Element; `Array` the value has the type ArrayConstructor.
  const zelf = naam && naam !== "__type" ? [naam.replace(/(?<=.)Constructor$/, "")] : [];
  const ouders = breed.isClassOrInterface() ? (breed.getBaseTypes?.() ?? []) : [];
  const doel = /** @type {any} */ (breed).target;
  const viaDoel = doel && doel !== breed && doel.isClassOrInterface?.() ? (kenner.getBaseTypes(doel) ?? []) : [];
  return [...zelf, ...[...ouders, ...viaDoel].flatMap((ouder) => soorten(kenner, ouder))];
}

/**
 * @param {string[]} eigenaars
 * @param {string} naam
 * @returns {string | undefined}
 */
function zoek(eigenaars, naam) {
  if (!eigenaars.length) {
    const los = [`api.${naam}`, `javascript.builtins.${naam}`, `api.Window.${naam}`, `javascript.functions.${naam}`];
    return los.find((pad) => deel(pad)?.__compat);
  }
  for (const eigenaar of eigenaars) {
    const paden = [`api.${eigenaar}`, `javascript.builtins.${eigenaar}`, `javascript.builtins.Intl.${eigenaar}`];
    for (const pad of paden) {
      const gevonden = [`${pad}.${naam}`, `${pad}.${naam}_static`].find((een) => deel(een)?.__compat);
      if (gevonden) return gevonden;
    }
  }
  return undefined;
}
