/** The talk API over HTTP, and trying again when the line drops. */

/** Longer than the server's own limits (8 s waiting for another turn, 8 s for this one). */
const GEDULD_MS = 20_000;
const PAUZES_MS = [1_000, 2_000, 4_000];
/** Beyond this we do not wait by ourselves: the resident decides. */
const LANGSTE_WACHT_MS = 60_000;

export class ApiFout extends Error {
  /**
   * @param {number} status 0 when no whole answer came
   * @param {string} [detail] the server's own words, in plain Dutch
   * @param {number} [wachtMs] what Retry-After asks
   */
  constructor(status, detail, wachtMs) {
    super(detail ?? `status ${status}`);
    this.status = status;
    this.detail = detail;
    this.wachtMs = wachtMs;
  }

  /** Trying the same again can help. */
  get tijdelijk() {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}

export class Api {
  #basis;

  /** @param {string} basis address without slash at the end, before `/api/v1` */
  constructor(basis) {
    this.#basis = `${basis}/api/v1/gesprekken`;
  }

  /**
   * @param {string} gemeente
   * @param {boolean} gedeeldeComputer
   */
  begin(gemeente, gedeeldeComputer) {
    return this.#vraag("POST", "", { gemeente, gedeelde_computer: gedeeldeComputer });
  }

  /** @param {string} gesprek */
  haal(gesprek) {
    return this.#vraag("GET", `/${encodeURIComponent(gesprek)}`);
  }

  /**
   * @param {string} gesprek
   * @param {{id: string, tekst?: string, keuze?: string, gezien?: string}} bericht
   */
  stuur(gesprek, bericht) {
    return this.#vraag("POST", `/${encodeURIComponent(gesprek)}/berichten`, bericht);
  }

  /**
   * The receipt or the dates as the text of a file: the hash of a receipt is over exactly that.
   *
   * @param {string} gesprek
   * @param {"bewijs" | "agenda"} wat
   * @returns {Promise<string>}
   */
  bestand(gesprek, wat) {
    return this.#vraag("GET", `/${encodeURIComponent(gesprek)}/${wat}`, undefined, "text");
  }

  /**
   * A code to go on with on another device.
   *
   * @param {string} gesprek
   * @returns {Promise<{code: string, geldig_tot: string}>}
   */
  meenemen(gesprek) {
    return this.#vraag("POST", `/${encodeURIComponent(gesprek)}/meenemen`);
  }

  /**
   * @param {string} code as typed
   * @returns {Promise<{gesprek: string, gemeente: string}>}
   */
  ophalen(code) {
    return this.#vraag("POST", "/ophalen", { code });
  }

  /**
   * Erases without waiting: also when this page goes at the same moment.
   *
   * @param {string} gesprek
   */
  weg(gesprek) {
    navigator.sendBeacon(`${this.#basis}/${encodeURIComponent(gesprek)}/weg`);
  }

  /** @param {string} gesprek */
  wis(gesprek) {
    return this.#vraag("DELETE", `/${encodeURIComponent(gesprek)}`);
  }

  /**
   * @param {string} methode
   * @param {string} pad
   * @param {unknown} [inhoud]
   * @param {"json" | "text"} [vorm] of the answer
   * @returns {Promise<any>}
   */
  async #vraag(methode, pad, inhoud, vorm = "json") {
    const afbreker = new AbortController();
    const klok = setTimeout(() => afbreker.abort(), GEDULD_MS);
    try {
      const antwoord = await fetch(this.#basis + pad, {
        method: methode,
        headers: inhoud === undefined ? {} : { "Content-Type": "application/json" },
        body: inhoud === undefined ? undefined : JSON.stringify(inhoud),
        cache: "no-store",
        credentials: "omit",
        referrerPolicy: "no-referrer",
        signal: afbreker.signal,
      });
      if (!antwoord.ok) throw await probleem(antwoord);
      return antwoord.status === 204 ? null : await antwoord[vorm]();
    } catch (fout) {
      throw fout instanceof ApiFout ? fout : new ApiFout(0);
    } finally {
      clearTimeout(klok);
    }
  }
}

/** @param {Response} antwoord */
async function probleem(antwoord) {
  let detail;
  try {
    detail = (await antwoord.json()).detail;
  } catch {
    // A proxy in between answers with a page of its own.
  }
  const later = antwoord.headers.get("Retry-After");
  let wachtMs;
  if (later) {
    const seconden = Number(later);
    const ms = Number.isNaN(seconden) ? Date.parse(later) - Date.now() : seconden * 1000;
    if (!Number.isNaN(ms)) wachtMs = Math.max(0, ms);
  }
  return new ApiFout(antwoord.status, typeof detail === "string" ? detail : undefined, wachtMs);
}

/**
 * Does it, and again (three times at most) as long as that can help.
 *
 * @template T
 * @param {() => Promise<T>} doe must be safe to repeat
 * @param {(fout: ApiFout, pauzeMs: number) => void} opWachten before each pause
 * @returns {Promise<T>}
 */
export async function metHerhaling(doe, opWachten) {
  for (let poging = 0; ; poging += 1) {
    try {
      return await doe();
    } catch (fout) {
      if (!(fout instanceof ApiFout) || !fout.tijdelijk || poging >= PAUZES_MS.length) throw fout;
      const pauze = fout.wachtMs ?? PAUZES_MS[poging];
      if (pauze > LANGSTE_WACHT_MS) throw fout;
      opWachten(fout, pauze);
      await wachtOfVerbinding(pauze, fout.status === 0);
    }
  }
}

/**
 * @param {number} ms
 * @param {boolean} ookVerbinding stop waiting as soon as the browser says that there is a line again
 * @returns {Promise<void>}
 */
function wachtOfVerbinding(ms, ookVerbinding) {
  return new Promise((klaar) => {
    const stop = () => {
      clearTimeout(klok);
      removeEventListener("online", stop);
      klaar();
    };
    const klok = setTimeout(stop, ms);
    if (ookVerbinding) addEventListener("online", stop);
  });
}

/** A random id; `crypto.randomUUID` does not exist on plain http or in older browsers. */
export function nieuwId() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const b = crypto.getRandomValues(new Uint8Array(16));
  b[6] = (b[6] & 0x0f) | 0x40;
  b[8] = (b[8] & 0x3f) | 0x80;
  const hex = Array.from(b, (x) => x.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
