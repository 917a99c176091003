/**
 * The page on which a draft is written. Everything works without this; with it an amount can be put where the cursor is, and whoever
 * types hears it when that is not being saved.
 */
(() => {
  const vorm = () => document.getElementById("schrijf");
  let laatste = null;

  /** Buttons that only work with a script. */
  function toon() {
    for (const knop of document.querySelectorAll(".zet-neer[hidden]")) knop.hidden = false;
  }
  document.addEventListener("focusin", (e) => {
    if (e.target instanceof HTMLTextAreaElement && e.target.name !== "zinnen") laatste = e.target.id;
  });
  document.addEventListener("click", (e) => {
    const knop = e.target instanceof Element ? e.target.closest(".zet-neer") : null;
    if (!knop) return;
    const veld = document.getElementById(laatste ?? "antwoord") ?? document.getElementById("antwoord");
    if (!veld) return;
    veld.focus();
    veld.setRangeText(knop.dataset.zet, veld.selectionStart, veld.selectionEnd, "end");
    veld.dispatchEvent(new Event("input", { bubbles: true }));
  });

  function meld(tekst) {
    const stand = document.getElementById("stand");
    if (!stand || !tekst) return;
    stand.textContent = tekst;
    stand.classList.add("fout-tekst");
  }
  /** Whoever is logged out is sent to the page to log in: that is not what was to come on screen here. */
  const vanOns = (xhr) => xhr.responseURL.includes("/redactie/concept/");
  const uitVorm = (e) => vorm()?.contains(e.detail.elt) && e.detail.requestConfig?.verb === "post";

  document.addEventListener("htmx:beforeSwap", (e) => {
    if (uitVorm(e) && !vanOns(e.detail.xhr)) e.detail.shouldSwap = false;
  });
  let onderweg = 0;
  let daarna = null;
  document.addEventListener("htmx:beforeSend", (e) => {
    if (uitVorm(e)) onderweg += 1;
  });
  document.addEventListener("htmx:afterRequest", (e) => {
    if (!uitVorm(e)) return;
    const { xhr, elt } = e.detail;
    onderweg = Math.max(0, onderweg - 1);
    if (xhr.status === 409 && elt instanceof HTMLButtonElement) {
      // Changed on another screen: the whole page says so.
      elt.form.requestSubmit(elt);
    } else if (xhr.status === 0 || xhr.status >= 400) meld(vorm()?.dataset.geenLijn);
    else if (!vanOns(xhr)) meld(vorm()?.dataset.uitgelogd);
    else if (daarna && onderweg === 0) {
      const knop = daarna;
      daarna = null;
      vorm()?.requestSubmit(knop.isConnected ? knop : undefined);
    }
  });
  // What is being saved goes first: else the form would be sent from a version that is older by then.
  document.addEventListener("submit", (e) => {
    if (e.target !== vorm() || onderweg === 0) return;
    e.preventDefault();
    daarna = e.submitter;
  });
  document.addEventListener("htmx:load", toon);
  toon();
})();
