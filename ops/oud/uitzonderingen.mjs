/** What the oldest browsers do not know and may be used all the same: the path in MDN's data, and what happens there. */

/** Reading aloud. */
const STEM = [
  "Window.speechSynthesis", "SpeechSynthesis.cancel", "SpeechSynthesis.getVoices", "SpeechSynthesis.speak",
  "SpeechSynthesisUtterance", "SpeechSynthesisUtterance.lang", "SpeechSynthesisUtterance.voice",
  "SpeechSynthesisVoice.lang", "SpeechSynthesisVoice.localService",
]; // prettier-ignore

/** @type {Record<string, string>} */
export const MAG = {
  ...Object.fromEntries(STEM.map((deel) => [`api.${deel}`, "a WebView has no voices: asked first, and then no button"])),
  // JavaScript
  "api.Crypto.randomUUID": "asked first; another way follows",
  "api.CSSStyleSheet.replaceSync": "asked first; a <link> in the shadow root instead",
  "api.ShadowRoot.adoptedStyleSheets": "asked first; a <link> in the shadow root instead",
  "api.KeyboardEvent.isComposing": "Safari says false at the key that ends a composition: Dutch needs none",
  "api.HTMLDialogElement.close": "asked first; the window then stands beside the page, also on a telephone",
  "api.HTMLDialogElement.showModal": "asked first; the window then stands beside the page, also on a telephone",
  "api.PerformanceNavigationTiming.type": "iOS 15.0: a page loaded again on a telephone does not open the chat by itself",
  "api.Location.ancestorOrigins": "asked first; every origin that may frame the page then gets its own message",
  "api.Window.open": "not from an app of its own on an iOS home screen: the frame is emptied all the same",
  "api.CustomElementRegistry.get": "only customised built-in elements are missing, and we have none",
  "api.HTMLFormElement.requestSubmit": "editors: asked first; a button pressed while something is saved is pressed again",
  "api.SubmitEvent.submitter": "editors: a button pressed while something is saved is pressed again",

  // CSS that only makes things nicer
  "css.properties.accent-color": "tick boxes in the colour of the browser",
  "css.properties.outline": "before 2022 the focus ring has square corners",
  "css.properties.overscroll-behavior": "the page behind scrolls along at the end of the chat",
  "css.properties.overscroll-behavior.contain": "the page behind scrolls along at the end of the chat",
  "css.properties.break-after.avoid": "a heading may stand at the foot of a printed page",
  "css.at-rules.page": "Safari prints with the margins of its own window",
  "css.at-rules.page.size": "Safari prints on the paper of the printer",
  "css.properties.orphans": "a printed page may begin with one line",
  "css.properties.widows": "a printed page may begin with one line",
  "css.at-rules.media.scripting": "the links under the chat move down when it comes",
  "css.properties.cursor.pointer": "iOS 15 has no pointer",
  "css.properties.cursor.progress": "iOS 15 has no pointer",
  "css.properties.resize": "a telephone has no corner to pull at",
  "css.properties.resize.none": "a telephone has no corner to pull at",
  "css.properties.resize.vertical": "a telephone has no corner to pull at",
  "css.properties.cursor.default": "iOS 15 has no pointer",
  "css.properties.field-sizing": "editors: a field does not grow with its text, and scrolls",
  "css.properties.field-sizing.content": "editors: a field does not grow with its text, and scrolls",
  "css.selectors.focus-visible": "the ring is on :focus; taking it away for a mouse is the extra",
  "css.selectors.has": "alone in its rule: a ticked box has no second border",
  "css.at-rules.media.forced-colors": "Safari has no forced colours",
};
