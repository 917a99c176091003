/**
 * In the frame: what the chat has to say to the page around it.
 *
 * The script on that page gives its address in the fragment of ours; it counts only when the gemeente's file names it. A
 * frame without such a page (a plain `<iframe>`) sends nothing and listens to nothing.
 */
(() => {
  const chat = document.querySelector("rechtop-chat");
  if (!(chat instanceof HTMLElement) || window.parent === window) return;

  const toegestaan = [location.origin, ...(document.body.dataset.herkomst ?? "").split(" ")];
  const gezegd = new URLSearchParams(location.hash.slice(1)).get("herkomst");
  const gastheer = gezegd && toegestaan.includes(gezegd) ? gezegd : null;
  /** How long the page around us gets to leave: well within the time that a click lets us do it ourselves. */
  const GEDULD_MS = 400;

  /** @param {Record<string, string>} bericht */
  const stuur = (bericht) => {
    if (gastheer) window.parent.postMessage({ bron: "rechtop", ...bericht }, gastheer);
  };

  /**
   * Away from here without the page around us: the whole tab when the browser lets us, else a new tab over this one and
   * an empty frame.
   *
   * @param {string} naar
   */
  const zelfWeg = (naar) => {
    try {
      /** @type {Window} */ (window.top).location.replace(naar);
    } catch {
      window.open(naar, "_blank", "noopener");
    }
    location.replace("about:blank");
  };

  chat.toggleAttribute("sluitbaar", gastheer !== null);
  chat.addEventListener("rechtop-klaar", () => stuur({ soort: "klaar" }));
  chat.addEventListener("rechtop-sluit", () => stuur({ soort: "sluit" }));
  chat.addEventListener("rechtop-weg", (gebeurtenis) => {
    const { naar } = /** @type {CustomEvent<{naar: string}>} */ (gebeurtenis).detail;
    gebeurtenis.preventDefault();
    document.documentElement.hidden = true;
    stuur({ soort: "weg", naar });
    if (gastheer) setTimeout(() => zelfWeg(naar), GEDULD_MS);
    else zelfWeg(naar);
  });
  addEventListener("message", ({ data, origin, source }) => {
    if (!gastheer || origin !== gastheer || source !== window.parent) return;
    if (typeof data !== "object" || data === null || data.bron !== "rechtop") return;
    if (data.soort === "open") /** @type {HTMLElement & {open?: () => void}} */ (chat).open?.();
  });
  // The chat keeps an Escape of its own (a menu, a question) to itself.
  document.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") stuur({ soort: "sluit" });
  });
})();
