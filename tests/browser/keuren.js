/**
 * What axe does not see, measured on the page as it stands, shadow roots included. Each function gives faults in words.
 * Loaded as the value of one expression: an object of functions.
 */
(() => {
  /** Every element that is on screen somewhere, in document order, through open shadow roots. */
  function alles(wortel = document) {
    const uit = [];
    for (const e of wortel.querySelectorAll("*")) {
      if (e.shadowRoot) uit.push(...alles(e.shadowRoot));
      else uit.push(e);
    }
    return uit.filter(zichtbaar);
  }
  function ouder(e) {
    return e.assignedSlot ?? e.parentElement ?? e.getRootNode().host ?? null;
  }
  function ouders(e) {
    const uit = [];
    for (let o = ouder(e); o; o = ouder(o)) uit.push(o);
    return uit;
  }
  function zichtbaar(e) {
    // What is folded in has boxes all the same.
    return e.getClientRects().length > 0 && e.checkVisibility({ visibilityProperty: true }) && !e.closest("head, script, style");
  }
  /** Only for a screen reader, or not here yet (a link to skip to the text). */
  function alleenTeHoren(e) {
    return [e, ...ouders(e)].some((o) => {
      const r = o.getBoundingClientRect();
      const s = getComputedStyle(o);
      return s.clipPath === "inset(50%)" || (r.width <= 1 && r.height <= 1 && s.overflow === "hidden") || (r.bottom <= 0 && s.position === "absolute");
    });
  }
  function naam(e) {
    const tekst = (e.getAttribute("aria-label") ?? e.labels?.[0]?.textContent ?? e.textContent ?? "").trim().replace(/\s+/g, " ").slice(0, 60);
    return `${e.localName}${e.className && typeof e.className === "string" ? "." + e.className.trim().replace(/\s+/g, ".") : ""} "${tekst}"`;
  }
  /** The boxes of the words that stand in this element itself. */
  function woorden(e) {
    const uit = [];
    for (const kind of e.childNodes) {
      if (kind.nodeType !== Node.TEXT_NODE || !kind.data.trim()) continue;
      const bereik = document.createRange();
      bereik.selectNodeContents(kind);
      for (const r of bereik.getClientRects()) if (r.width > 1) uit.push(r);
    }
    return uit;
  }
  /** What moves together: a part that scrolls or stands still lies over the rest on purpose. */
  function laag(e) {
    return [e, ...ouders(e)].find((o) => {
      const s = getComputedStyle(o);
      return s.position === "fixed" || s.position === "sticky" || /auto|scroll/.test(s.overflowY);
    });
  }

  /** Nothing sideways, nothing cut off, nothing over something else. */
  function past() {
    const fouten = [];
    const breed = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth > breed + 1) {
      fouten.push(`the page scrolls sideways: ${document.documentElement.scrollWidth} > ${breed}`);
    }
    const doos = [];
    for (const e of alles()) {
      if (alleenTeHoren(e)) continue;
      const s = getComputedStyle(e);
      if (/auto|scroll/.test(s.overflowX) && e.scrollWidth > e.clientWidth + 1 && e.localName !== "textarea") {
        fouten.push(`scrolls sideways: ${naam(e)}`);
      }
      // The field scrolls by itself.
      if (e.localName === "textarea" || e.closest("svg")) continue;
      const rechten = woorden(e);
      if (e.matches("button, .icoon, input, progress")) rechten.push(e.getBoundingClientRect());
      for (const r of rechten) {
        if (r.left < -1 || r.right > breed + 1) fouten.push(`beside the screen: ${naam(e)}`);
      }
      // Words in pieces of a line share their line: their element counts as one.
      for (const r of woorden(e)) doos.push({ e, r, laag: laag(e) });
      for (const o of [e, ...ouders(e)]) {
        const os = getComputedStyle(o);
        const knipt = (as) => /hidden|clip/.test(as);
        if (!knipt(os.overflowX) && !knipt(os.overflowY)) continue;
        const k = o.getBoundingClientRect();
        for (const r of rechten) {
          if (knipt(os.overflowX) && (r.left < k.left - 2 || r.right > k.right + 2)) fouten.push(`cut off at the side: ${naam(e)}`);
          // What scrolls in between brings it in view.
          const schuift = laag(e) !== laag(o) && /auto|scroll/.test(getComputedStyle(laag(e)).overflowY);
          if (knipt(os.overflowY) && !schuift && (r.top < k.top - 4 || r.bottom > k.bottom + 4)) fouten.push(`cut off below: ${naam(e)}`);
        }
      }
    }
    for (let i = 0; i < doos.length; i += 1) {
      for (let j = i + 1; j < doos.length; j += 1) {
        const a = doos[i];
        const b = doos[j];
        if (a.e === b.e || a.laag !== b.laag) continue;
        // The box of a letter is higher than the letter: only what really meets counts.
        const x = Math.min(a.r.right, b.r.right) - Math.max(a.r.left, b.r.left);
        const y = Math.min(a.r.bottom, b.r.bottom) - Math.max(a.r.top, b.r.top);
        if (x > 2 && y > 0.35 * Math.min(a.r.height, b.r.height)) fouten.push(`overlap: ${naam(a.e)} and ${naam(b.e)}`);
      }
    }
    return [...new Set(fouten)];
  }

  const BRUIKBAAR = "a[href], button, input:not([type=hidden]), textarea, select, summary";

  /** A link in a sentence is as high as its line (WCAG 2.5.5 and 2.5.8 except those). */
  function inEenZin(e) {
    if (e.localName !== "a" || !getComputedStyle(e).display.startsWith("inline")) return false;
    const blok = ouders(e).find((o) => !getComputedStyle(o).display.startsWith("inline"));
    const zonder = blok.cloneNode(true);
    for (const link of zonder.querySelectorAll("a, .verborgen")) link.remove();
    return /\p{L}/u.test(zonder.textContent);
  }
  /** At least 44 by 44 CSS px to tap on. */
  function raakvlak() {
    const fouten = [];
    for (const e of alles().filter((een) => een.matches(BRUIKBAAR) && !alleenTeHoren(een))) {
      if (inEenZin(e)) continue;
      const wortel = e.getRootNode();
      const label = e.closest("label") ?? (e.id && wortel.querySelector(`label[for="${e.id}"]`));
      const vlakken = [e.getBoundingClientRect()];
      if (label && e.matches("[type=checkbox], [type=radio]")) vlakken.push(label.getBoundingClientRect());
      if (!vlakken.some((r) => r.width >= 43.9 && r.height >= 43.9)) {
        fouten.push(`${Math.round(vlakken[0].width)}x${Math.round(vlakken[0].height)}: ${naam(e)}`);
      }
    }
    return [...new Set(fouten)];
  }

  /** With colours of the reader: what can be used has a border (or is a link, or drawn by the browser). */
  function randen() {
    const fouten = [];
    if (!matchMedia("(forced-colors: active)").matches) return ["no forced colours"];
    for (const e of alles().filter((een) => een.matches("button, textarea, select, input, a.knop, .bericht.u > .tekst, .kaart"))) {
      if (alleenTeHoren(e) || e.matches("[type=checkbox], [type=radio]")) continue;
      const s = getComputedStyle(e);
      const kant = ["Top", "Right", "Bottom", "Left"].every((k) => s[`border${k}Style`] !== "none" && parseFloat(s[`border${k}Width`]) >= 1);
      if (!kant) fouten.push(`no border: ${naam(e)}`);
      else if (s.borderTopColor === s.backgroundColor || s.borderTopColor === "rgba(0, 0, 0, 0)") fouten.push(`border not seen: ${naam(e)}`);
    }
    return [...new Set(fouten)];
  }

  /** Nothing moves for who asked for that. */
  function stil() {
    const fouten = document.getAnimations().map((een) => `moves: ${een.animationName ?? een.transitionProperty}`);
    for (const e of alles()) {
      const s = getComputedStyle(e);
      if (s.transitionDuration.split(", ").some((d) => parseFloat(d) > 0)) fouten.push(`would move: ${naam(e)}`);
      if (s.scrollBehavior === "smooth") fouten.push(`scrolls by itself: ${naam(e)}`);
    }
    return [...new Set(fouten)];
  }

  function diepste(x, y) {
    let e = document.elementFromPoint(x, y);
    for (let dieper; e?.shadowRoot && (dieper = e.shadowRoot.elementFromPoint(x, y)) && dieper !== e; ) e = dieper;
    return e;
  }
  /** The button with this name is wholly on screen and on top, however far things have scrolled. */
  function inBeeld(wat) {
    const fouten = [];
    for (const plek of [0, 99999]) {
      for (const e of alles()) if (e.scrollHeight > e.clientHeight) e.scrollTop = plek;
      const knop = alles().find((e) => e.localName === "button" && e.textContent.trim() === wat);
      if (!knop) return [`no button ${wat}`];
      const r = knop.getBoundingClientRect();
      if (r.left < 0 || r.top < 0 || r.right > innerWidth || r.bottom > innerHeight) fouten.push(`${wat} is not in view`);
      if (diepste((r.left + r.right) / 2, (r.top + r.bottom) / 2)?.closest("button") !== knop) fouten.push(`${wat} is covered`);
    }
    return fouten;
  }

  /** Where the focus is, through shadow roots: its name, whether it is seen, and its ring. */
  function focus() {
    let e = document.activeElement;
    while (e?.shadowRoot?.activeElement) e = e.shadowRoot.activeElement;
    if (!e || e === document.body || e === document.documentElement) return { naam: "", id: "", fouten: ["nothing has the focus"] };
    const fouten = [];
    const r = e.getBoundingClientRect();
    const s = getComputedStyle(e);
    if (r.width < 2 || r.height < 2) fouten.push("it has no size");
    // On top in its middle and in its corners: nothing sticky lies over it, not even in part.
    const binnen = { l: Math.max(r.left, 0), r: Math.min(r.right, innerWidth), t: Math.max(r.top, 0), b: Math.min(r.bottom, innerHeight) };
    if (binnen.r - binnen.l < 2 || binnen.b - binnen.t < 2) fouten.push("it is outside the screen");
    else {
      const raak = [[0.5, 0.5], [0.1, 0.15], [0.9, 0.85]].filter(([x, y]) => {
        const op = diepste(binnen.l + x * (binnen.r - binnen.l), binnen.t + y * (binnen.b - binnen.t));
        return op && (op === e || e.contains(op) || op.contains(e) || ouders(op).includes(e) || op.closest("label")?.control === e);
      });
      if (raak.length === 0) fouten.push("it is covered");
      else if (raak.length < 3 && r.height < innerHeight) fouten.push("it is covered in part");
    }
    const dikte = s.outlineStyle === "none" ? 0 : parseFloat(s.outlineWidth);
    return { naam: naam(e), id: e.id, rol: e.getAttribute("role") ?? e.localName, dikte, ring: s.outlineColor, rondom: s.boxShadow, fouten };
  }

  /** A reader's own style sheet over everything: it reaches into the shadow roots as well. */
  function metStijl(css) {
    const blad = new CSSStyleSheet();
    blad.replaceSync(css);
    const wortels = [document, ...[...document.querySelectorAll("*")].filter((e) => e.shadowRoot).map((e) => e.shadowRoot)];
    for (const wortel of wortels) {
      wortel.adoptedStyleSheets = [...wortel.adoptedStyleSheets.filter((b) => b !== globalThis.rechtopExtra), ...(css ? [blad] : [])];
    }
    globalThis.rechtopExtra = blad;
  }

  return { past, raakvlak, randen, stil, inBeeld, focus, metStijl };
})()
