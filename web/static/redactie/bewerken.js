/**
 * The page on which a draft is written. Everything works without this; with it an amount can be put where the cursor is, and whoever
 * types hears it when that is not being saved.
 */
(() => {
  /**
   * What htmx tells of a request.
   *
   * @typedef {CustomEvent<{elt: Element, xhr: XMLHttpRequest, requestConfig?: {verb: string}, shouldSwap: boolean}>} Verzoek
   */
  const vorm = () => /** @type {HTMLFormElement | null} */ (document.getElementById("schrijf"));
  /** @type {string | null} the field one was in */
  let laatste = null;

  /** Buttons that only work with a script. */
  function toon() {
    for (const knop of document.querySelectorAll(".zet-neer[hidden]")) knop.removeAttribute("hidden");
  }
  document.addEventListener("focusin", (e) => {
    if (e.target instanceof HTMLTextAreaElement && e.target.name !== "zinnen") laatste = e.target.id;
  });
  document.addEventListener("click", (e) => {
    const knop = e.target instanceof Element ? e.target.closest(".zet-neer") : null;
    if (!(knop instanceof HTMLElement)) return;
    const veld = document.getElementById(laatste ?? "antwoord") ?? document.getElementById("antwoord");
    if (!(veld instanceof HTMLTextAreaElement)) return;
    veld.focus();
    veld.setRangeText(knop.dataset.zet ?? "", veld.selectionStart, veld.selectionEnd, "end");
    veld.dispatchEvent(new Event("input", { bubbles: true }));
  });

  /** @param {string} [tekst] */
  function meld(tekst) {
    const stand = document.getElementById("stand");
    if (!stand || !tekst) return;
    stand.textContent = tekst;
    stand.classList.add("fout-tekst");
  }
  /** Whoever is logged out is sent to the page to log in: that is not what was to come on screen here. */
  const vanOns = (/** @type {XMLHttpRequest} */ xhr) => xhr.responseURL.includes("/redactie/concept/");
  const uitVorm = (/** @type {Verzoek} */ e) => vorm()?.contains(e.detail.elt) && e.detail.requestConfig?.verb === "post";

  /**
   * @param {string} naam
   * @param {(e: Verzoek) => void} doe
   */
  const bij = (naam, doe) =>
    document.addEventListener(naam, (e) => {
      if (uitVorm(/** @type {Verzoek} */ (e))) doe(/** @type {Verzoek} */ (e));
    });

  /**
   * @param {HTMLFormElement | null} form
   * @param {HTMLElement} [knop]
   */
  const verstuur = (form, knop) => {
    // A browser that cannot: what was typed is saved, and the button works when it is pressed again.
    if (form && "requestSubmit" in form) form.requestSubmit(knop);
  };

  bij("htmx:beforeSwap", (e) => {
    if (!vanOns(e.detail.xhr)) e.detail.shouldSwap = false;
  });
  let onderweg = 0;
  /** @type {HTMLElement | null} pressed while something was being saved */
  let daarna = null;
  bij("htmx:beforeSend", () => {
    onderweg += 1;
  });
  bij("htmx:afterRequest", (e) => {
    const { xhr, elt } = e.detail;
    onderweg = Math.max(0, onderweg - 1);
    if (xhr.status === 409 && elt instanceof HTMLButtonElement) {
      // Changed on another screen: the whole page says so.
      verstuur(elt.form, elt);
    } else if (xhr.status === 0 || xhr.status >= 400) meld(vorm()?.dataset.geenLijn);
    else if (!vanOns(xhr)) meld(vorm()?.dataset.uitgelogd);
    else if (daarna && onderweg === 0) {
      const knop = daarna;
      daarna = null;
      verstuur(vorm(), knop.isConnected ? knop : undefined);
    }
  });
  // What is being saved goes first: else the form would be sent from a version that is older by then.
  document.addEventListener("submit", (e) => {
    if (e.target !== vorm() || onderweg === 0) return;
    e.preventDefault();
    daarna = e.submitter ?? null;
  });
  document.addEventListener("htmx:load", toon);
  toon();
})();
