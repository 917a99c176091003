/**
 * Rechtop: the one script tag a gemeente puts on its page.
 *
 *     <script src="https://…/widget.js" data-gemeente="voorbeeldstad" async></script>
 *
 * With `data-gemeente` the chat button is added at the end of the page. Without it the page places
 * `<rechtop-chat gemeente="voorbeeldstad">fallback link</rechtop-chat>` itself. No cookies, no third parties.
 *
 * Old JavaScript on purpose (ES5): a browser that cannot run the chat must be able to read this, and gives the link to
 * the same check as a plain page. So does every browser in which the chat does not come.
 */
(function () {
  /** After so long there is a link; a chat that comes later still takes its place. */
  var GEDULD_MS = 15000;
  /** The only words in code: a gemeente's page without our texts still has a way to the check. */
  var LAATSTE_REDMIDDEL = "Waar heb ik recht op?";
  var script = /** @type {HTMLScriptElement | null} */ (
    document.currentScript || document.querySelector('script[src*="widget.js"]')
  );
  if (!script) return;
  var basis = script.src.replace(/widget\.js.*$/, "");
  var gemeente = script.getAttribute("data-gemeente");

  /** @param {() => void} doe as soon as there is a body */
  function straks(doe) {
    if (document.body) doe();
    else document.addEventListener("DOMContentLoaded", doe);
  }

  function plaats() {
    if (!gemeente || document.querySelector("rechtop-chat")) return;
    var chat = document.createElement("rechtop-chat");
    chat.setAttribute("gemeente", gemeente);
    // In a body with one of these the corner is that of the body, far below the screen.
    var stijl = getComputedStyle(document.body);
    var vrij = stijl.transform === "none" && stijl.filter === "none" && stijl.perspective === "none";
    (vrij ? document.body : document.documentElement).appendChild(chat);
  }

  function terugval() {
    plaats();
    var chats = document.querySelectorAll("rechtop-chat");
    for (var plek = 0; plek < chats.length; plek += 1) {
      var chat = chats[plek];
      if (chat.firstElementChild) continue;
      var link = document.createElement("a");
      link.href = basis + "zelfcheck/" + encodeURIComponent(chat.getAttribute("gemeente") || "");
      link.appendChild(document.createTextNode(LAATSTE_REDMIDDEL));
      // Where the button would be. Not for an element that the page itself has given a place.
      if (gemeente) {
        link.style.cssText =
          "position:fixed;right:16px;bottom:16px;padding:12px 20px;background:#154273;color:#fff;border-radius:24px;z-index:1000";
      }
      chat.appendChild(link);
    }
  }

  function kijk() {
    if (customElements.get("rechtop-chat")) straks(plaats);
    else straks(terugval);
  }

  // What browsers of before 2021 lack; a few years of those have no private methods, and then nothing is defined (`kijk`).
  if (!("noModule" in script && "customElements" in window && "attachShadow" in script && "replaceChildren" in script)) {
    straks(terugval);
    return;
  }
  document.addEventListener("rechtop-mislukt", terugval);
  var module = document.createElement("script");
  module.type = "module";
  module.src = basis + "widget/element.js";
  module.onload = kijk;
  module.onerror = kijk;
  setTimeout(kijk, GEDULD_MS);
  document.head.appendChild(module);
})();
