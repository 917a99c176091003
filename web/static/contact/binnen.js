/**
 * The contact page in the frame of the chat window: tells the page around it that it is there, that something was sent, and
 * that it may be closed. Only to the origins that may frame it. Without this script everything works by links and forms.
 */
(() => {
  if (window.parent === window) return;
  const blad = document.querySelector("[data-herkomst]");
  if (!(blad instanceof HTMLElement)) return;
  const toegestaan = [location.origin, ...(blad.dataset.herkomst ?? "").split(" ").filter(Boolean)];
  // Not every browser tells who frames us; then each gets its own message, and only the one that does receives it.
  const boven = location.ancestorOrigins?.[0];
  const naar = boven === undefined ? toegestaan : toegestaan.filter((herkomst) => herkomst === boven);

  /** @param {"klaar" | "dicht" | "verstuurd"} wat */
  const stuur = (wat) => {
    for (const herkomst of naar) window.parent.postMessage({ rechtop: "contact", wat }, herkomst);
  };

  stuur("klaar");
  if (location.hash === "#verstuurd") {
    stuur("verstuurd");
    // Once: not again when the page is loaded anew.
    history.replaceState(null, "", location.pathname + location.search);
  }
  document.addEventListener("click", (gebeurtenis) => {
    const { target } = gebeurtenis;
    if (naar.length === 0 || !(target instanceof Element) || target.closest("[data-dicht]") === null) return;
    gebeurtenis.preventDefault();
    stuur("dicht");
  });
  document.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") stuur("dicht");
  });
})();
