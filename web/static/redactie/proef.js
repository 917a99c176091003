/**
 * In the frame of a preview, before the widget: it finds a talk that was begun already, and remembers nothing. What this tab
 * knows of a talk on the site itself stays as it is.
 */
(() => {
  const { gesprek, gemeente } = document.body.dataset;
  const geheugen = new Map([[`rechtop:${gemeente}`, JSON.stringify({ gesprek, open: true })]]);
  const opslag = {
    /** @param {string} naam */
    getItem: (naam) => geheugen.get(naam) ?? null,
    /** @param {string} naam @param {string} waarde */
    setItem: (naam, waarde) => geheugen.set(naam, waarde),
    /** @param {string} naam */
    removeItem: (naam) => geheugen.delete(naam),
  };
  Object.defineProperty(window, "sessionStorage", { value: opslag });
  // Away from here is for residents: a writer gets the answer back.
  document.addEventListener("rechtop-weg", (gebeurtenis) => {
    gebeurtenis.preventDefault();
    location.reload();
  });
})();
