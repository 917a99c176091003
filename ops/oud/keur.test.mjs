/** The check itself: it must see what is too new, and must not see what is not there. */

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import ts from "typescript";

import { gebruikt as inCss } from "./css.mjs";
import { gebruikt as inJavascript, taal } from "./javascript.mjs";
import { zonder } from "./steun.mjs";

const OPTIES = { allowJs: true, checkJs: true, noEmit: true, lib: ["lib.es2023.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"], target: ts.ScriptTarget.ES2022, types: [] };

/** @param {string} css */
const teNieuwInCss = (css) => inCss(css).map(({ wat }) => wat).filter((wat) => zonder(wat)?.length);

/** @param {string} js */
function teNieuwInJs(js) {
  const map = mkdtempSync(join(tmpdir(), "oud-"));
  try {
    const pad = join(map, "proef.js");
    writeFileSync(pad, js);
    const gevonden = inJavascript([pad], OPTIES);
    assert.ok(gevonden.every(({ wat }) => wat), `not in the data: ${gevonden.filter(({ wat }) => !wat).map(({ naam }) => naam)}`);
    return gevonden.map(({ wat }) => /** @type {string} */ (wat)).filter((wat) => zonder(wat)?.length);
  } finally {
    rmSync(map, { recursive: true });
  }
}

test("CSS that is too new is seen", () => {
  for (const [css, wat] of [
    ["p { height: 100dvh }", "css.types.length.viewport_percentage_units_dynamic"],
    ["p:has(b) { color: red }", "css.selectors.has"],
    ["p { content: 'x' / 'y' }", "css.properties.content.alt_text"],
    ["p { color: color-mix(in srgb, red, blue) }", "css.types.color.color-mix"],
    ["@container (width > 3em) { p { color: red } }", "css.at-rules.container"],
    ["@media (width > 3em) { p { color: red } }", "css.at-rules.media.range_syntax"],
    ["p { & b { color: red } }", "css.selectors.nesting"],
    ["p { text-wrap: balance }", "css.properties.text-wrap"],
    ["p { overflow: clip }", "css.properties.overflow.clip"],
  ]) {
    assert.ok(teNieuwInCss(css).includes(wat), `${css}: ${teNieuwInCss(css)}`);
  }
});

test("CSS with a way out, and CSS that is old enough, is not seen", () => {
  for (const css of [
    "p { height: 100vh; height: 100dvh }",
    "p { -webkit-appearance: none; appearance: none }",
    "@supports (height: 1dvh) { p { height: 1dvh } }",
    "p { inset: 0; color: rgb(0 0 0 / 20%); width: clamp(1em, 5vw, 2em); gap: 1em; aspect-ratio: 1 }",
    "p { --eigen: 100dvh }",
  ]) {
    assert.deepEqual(teNieuwInCss(css), [], css);
  }
});

test("CSS that cannot be read is a mistake", () => {
  assert.throws(() => inCss("p { color red }"));
});

test("parts of the library that are too new are seen by their type", () => {
  const proeven = [
    ["[1].at(-1)", "javascript.builtins.Array.at"],
    ["'a'.at(-1)", "javascript.builtins.String.at"],
    ["Object.hasOwn({}, 'a')", "javascript.builtins.Object.hasOwn"],
    ["structuredClone({})", "api.structuredClone"],
    ["[1].findLast((x) => x > 0)", "javascript.builtins.Array.findLast"],
    ["AbortSignal.timeout(5)", "api.AbortSignal.timeout_static"],
    ["document.body.checkVisibility()", "api.Element.checkVisibility"],
    ["document.createElement('dialog').showModal()", "api.HTMLDialogElement.showModal"],
    ["crypto.randomUUID()", "api.Crypto.randomUUID"],
  ];
  const gezien = teNieuwInJs(proeven.map(([js]) => js).join(";\n"));
  for (const [, wat] of proeven) assert.ok(gezien.includes(wat), `${wat} not in ${gezien}`);
});

test("parts of the library that are old enough are not", () => {
  assert.deepEqual(teNieuwInJs("document.body.replaceChildren(); 'a'.replaceAll('a', 'b'); fetch('x')"), []);
  assert.deepEqual(teNieuwInJs("const eigen = { at() { return 1; } }; eigen.at()"), []);
});

test("syntax that is too new is seen", () => {
  for (const js of ["class A { static { f(); } }", "class A { #x; heeft(o) { return #x in o; } }", "/(?<=a)b/", "/(?<!a)b/"]) {
    assert.equal(taal("proef.2022.mjs", `${js};`).length, 1, js);
  }
  assert.match(taal("proef.5.js", "const x = 1")[0], /not ES5/);
  assert.match(taal("proef.2022.mjs", "const x = ;")[0], /not ES/);
});

test("syntax of another edition is not", () => {
  assert.deepEqual(taal("proef.2021.js", "const f = (a) => a?.b ?? 1;"), []);
  assert.deepEqual(taal("proef.5.js", "var f = function (a) { return a && a.b; };"), []);
});

test("syntax of the modules is not", () => {
  const js = "export class A { #x = 1; #f() { return this.#x ?? 2; } static s = /(?<naam>a)(?=b)/; g() { this.#x ||= 3; return this?.a; } }";
  assert.deepEqual(taal("proef.2022.mjs", js), []);
});
