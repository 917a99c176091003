/**
 * Rechtop: the one script tag a gemeente puts on its page.
 *
 *     <script src="https://…/widget.js" data-gemeente="voorbeeldstad" async></script>
 *
 * With `data-gemeente` the chat button is added at the end of the page. Without it the page places
 * `<rechtop-chat gemeente="voorbeeldstad">fallback link</rechtop-chat>` itself. No cookies, no third parties.
 */
(() => {
  const script = document.currentScript;
  const gemeente = script instanceof HTMLScriptElement ? script.dataset.gemeente : undefined;

  function plaats() {
    if (!gemeente || document.querySelector("rechtop-chat")) return;
    const chat = document.createElement("rechtop-chat");
    chat.setAttribute("gemeente", gemeente);
    // In a body with one of these the corner is that of the body, far below the screen.
    const { transform, filter, perspective } = getComputedStyle(document.body);
    const vrij = [transform, filter, perspective].every((waarde) => waarde === "none");
    (vrij ? document.body : document.documentElement).append(chat);
  }

  // A relative import in a classic script resolves against the script's own address, not the page's.
  import("./widget/element.js").then(() => {
    if (document.body) plaats();
    else document.addEventListener("DOMContentLoaded", plaats, { once: true });
  });
})();
