/**
 * The talk itself, without anything of the screen: who may speak, what was sent, what has been seen.
 *
 * @typedef {object} Keuze
 * @property {string} id
 * @property {string} label
 *
 * @typedef {object} Bericht
 * @property {string} id
 * @property {"bot" | "u"} van
 * @property {"tekst" | "vraag" | "uitkomst" | "overzicht" | "fout" | "overdracht"} soort
 * @property {string} tekst
 * @property {string} [taal] of a text that is not Dutch
 * @property {Keuze[]} [keuzes]
 * @property {string} [vraag]
 * @property {{type: string, eenheid?: string, hulp?: string, geen?: string | null}} [invoer] `geen`: of several choices, the
 *   id of the one that means none of them
 * @property {import("./uitkomst.js").Uitkomst[]} [uitkomsten]
 * @property {import("./vergelijking.js").Vergelijking} [vergelijking]
 * @property {import("./vergelijking.js").Werken} [werken]
 * @property {string} [beeld] the curve of `werken`, as SVG
 *
 * @typedef {{beantwoord: number, nog_ongeveer: number}} Voortgang
 * @typedef {{aantal: number, bedrag_per_maand: string, waarvan_al_ontvangen: string,
 *   onder_voorbehoud: boolean}} Tussenstand
 *
 * @typedef {object} Beurt one message of the resident
 * @property {string} id ours; sent again with the same id it never counts double
 * @property {string} label what the resident sees of it
 * @property {string} [tekst]
 * @property {string} [keuze]
 * @property {string} [gezien]
 *
 * @typedef {object} Scherm what the talk asks of the screen
 * @property {(stand: {berichten: Bericht[], open_vraag?: Bericht | null}) => void} geschiedenis
 * @property {(beurt: Beurt | null, berichten: Bericht[]) => void} antwoord
 * @property {(voortgang?: Voortgang, tussenstand?: Tussenstand) => void} stand
 * @property {(bezig: boolean) => void} bezig
 * @property {(fout: ApiFout, ms: number) => void} wacht waits and tries again by itself
 * @property {(fout: ApiFout) => void} mislukt gave up; `opnieuw()` tries again
 * @property {(fout: ApiFout) => void} geweigerd the server does not take this message
 * @property {() => void} verlopen the talk is gone
 * @property {() => void} tochAangekomen an earlier message had arrived after all
 */

import { ApiFout, metHerhaling, nieuwId } from "./api.js";

/** The talk was erased while an answer was under way: that answer is for nobody. */
class Achterhaald extends Error {}

export class Gesprek {
  #api;
  #opslag;
  #gemeente;
  #scherm;
  #bezig = false;
  /** @type {Set<string>} */
  #getoond = new Set();
  /** @type {string | undefined} */
  #gezien;
  /** @type {(() => Promise<void>) | null} */
  #nogEens = null;
  /** Goes up when the talk ends, so that a late answer is recognised. */
  #ronde = 0;

  /**
   * @param {import("./api.js").Api} api
   * @param {import("./opslag.js").Opslag} opslag
   * @param {string} gemeente
   * @param {Scherm} scherm
   */
  constructor(api, opslag, gemeente, scherm) {
    this.#api = api;
    this.#opslag = opslag;
    this.#gemeente = gemeente;
    this.#scherm = scherm;
  }

  get bezig() {
    return this.#bezig;
  }

  get begonnen() {
    return Boolean(this.#opslag.lees().gesprek);
  }

  /** The last message of the chatbot that was on screen. */
  get gezien() {
    return this.#gezien;
  }

  /** @param {boolean} gedeeldeComputer */
  begin(gedeeldeComputer) {
    return this.#alleen(async () => {
      const nieuw = await this.#metGeduld(() => this.#api.begin(this.#gemeente, gedeeldeComputer));
      this.#vergeet();
      this.#opslag.schrijf({ gesprek: nieuw.gesprek, wacht: undefined });
      this.#toon(nieuw, null);
    });
  }

  /** Fetches the whole talk back, and finishes a message that was under way when the page went. */
  async hervat() {
    await this.#alleen(() => this.#haalTerug());
    const { wacht } = this.#opslag.lees();
    if (wacht && !this.#nogEens && this.begonnen) await this.#beurt(wacht);
  }

  /** Adds what came into the talk without a message from here. */
  haalNieuws() {
    return this.#alleen(async () => {
      const stand = await this.#metGeduld(() => this.#api.haal(this.#opslag.lees().gesprek ?? ""));
      // The resident's own words have an id only there: what is new begins behind the last message that is known.
      const bekend = stand.berichten.map((/** @type {Bericht} */ { id }) => this.#getoond.has(id)).lastIndexOf(true);
      this.#toon({ ...stand, berichten: stand.berichten.slice(bekend + 1) }, null);
    });
  }

  /**
   * @param {{tekst?: string, keuze?: string, label: string}} wat
   */
  async stuur(wat) {
    if (this.#bezig) return;
    if (!this.begonnen) {
      await this.opnieuw();
      return;
    }
    const { wacht } = this.#opslag.lees();
    if (wacht && wacht.tekst === wat.tekst && wacht.keuze === wat.keuze) {
      await this.#beurt(wacht);
      return;
    }
    // The earlier message may have arrived although its answer did not. Then the resident must first see that answer.
    if (wacht && (await this.#warenWeVerder())) return;
    await this.#beurt({ ...wat, id: nieuwId(), gezien: this.#gezien });
  }

  async opnieuw() {
    const nogEens = this.#nogEens;
    if (nogEens && !this.#bezig) await nogEens();
  }

  /**
   * The receipt or the dates, as the text of a file. Throws ApiFout.
   *
   * @param {"bewijs" | "agenda"} wat
   */
  bestand(wat) {
    const { gesprek = "" } = this.#opslag.lees();
    return metHerhaling(() => this.#api.bestand(gesprek, wat), (fout, ms) => this.#scherm.wacht(fout, ms));
  }

  /** A code to go on with on another device. Throws ApiFout. */
  meenemen() {
    const { gesprek = "" } = this.#opslag.lees();
    return metHerhaling(() => this.#api.meenemen(gesprek), (fout, ms) => this.#scherm.wacht(fout, ms));
  }

  /**
   * Goes on here with a talk of another device. Throws ApiFout. Never by itself a second time: a code works once, and
   * trying is counted.
   *
   * @param {string} code
   */
  async ophalen(code) {
    const { gesprek, gemeente } = await this.#api.ophalen(code);
    const vanHier = gemeente === this.#gemeente;
    if (vanHier) {
      this.#vergeet();
      this.#opslag.schrijf({ gesprek, wacht: undefined });
    }
    return { gesprek, gemeente, vanHier };
  }

  /** Erases without waiting for anything; nothing of the talk is kept or shown after this. */
  weg() {
    const { gesprek } = this.#opslag.lees();
    if (gesprek) this.#api.weg(gesprek);
    this.#vergeet();
    this.#opslag.sluit();
  }

  /**
   * Erases the talk here and on the server. Throws ApiFout when the server cannot be reached.
   */
  async wis() {
    const { gesprek } = this.#opslag.lees();
    if (gesprek) {
      try {
        await metHerhaling(() => this.#api.wis(gesprek), (fout, ms) => this.#scherm.wacht(fout, ms));
      } catch (fout) {
        if (!(fout instanceof ApiFout) || fout.status !== 404) throw fout;
      }
    }
    this.#vergeet();
    this.#opslag.wis();
  }

  /** @param {Beurt} beurt */
  #beurt(beurt) {
    const { label, ...bericht } = beurt;
    return this.#alleen(async () => {
      const gesprek = this.#opslag.lees().gesprek ?? "";
      this.#opslag.schrijf({ wacht: beurt });
      const antwoord = await this.#metGeduld(() => this.#api.stuur(gesprek, bericht));
      this.#opslag.schrijf({ wacht: undefined });
      this.#toon(antwoord, beurt);
    });
  }

  /**
   * @param {{berichten: Bericht[], voortgang?: Voortgang, tussenstand?: Tussenstand}} antwoord
   * @param {Beurt | null} beurt what it answers
   */
  #toon({ berichten, voortgang, tussenstand }, beurt) {
    const nieuw = this.#onthoud(berichten);
    this.#scherm.stand(voortgang, tussenstand);
    // Nothing new: this answer was on screen already, the resident's own words too.
    if (nieuw.length) this.#scherm.antwoord(nieuw.some((b) => b.van === "u") ? null : beurt, nieuw);
  }

  async #haalTerug() {
    const gesprek = this.#opslag.lees().gesprek ?? "";
    const stand = await this.#metGeduld(() => this.#api.haal(gesprek));
    this.#getoond.clear();
    this.#onthoud(stand.berichten);
    if (stand.open_vraag) this.#onthoud([stand.open_vraag]);
    this.#scherm.geschiedenis(stand);
    this.#scherm.stand(stand.voortgang, stand.tussenstand);
  }

  /** @returns {Promise<boolean>} true when there was something the resident had not seen, or it is not known */
  async #warenWeVerder() {
    let verder = true;
    await this.#alleen(async () => {
      const eerder = this.#gezien;
      await this.#haalTerug();
      this.#opslag.schrijf({ wacht: undefined });
      verder = this.#gezien !== eerder;
      if (verder) this.#scherm.tochAangekomen();
    });
    return verder;
  }

  /**
   * One thing at a time, and every failure ends in words on the screen.
   *
   * @param {() => Promise<void>} doe
   */
  async #alleen(doe) {
    if (this.#bezig) return;
    this.#bezig = true;
    this.#nogEens = null;
    this.#scherm.bezig(true);
    try {
      await doe();
    } catch (fout) {
      if (fout instanceof Achterhaald) return;
      if (!(fout instanceof ApiFout)) throw fout;
      if (fout.tijdelijk) {
        this.#nogEens = () => this.#alleen(doe);
        this.#scherm.mislukt(fout);
      } else if (fout.status === 404 && this.begonnen) {
        this.#vergeet();
        this.#opslag.schrijf({ gesprek: undefined, wacht: undefined });
        this.#scherm.verlopen();
      } else {
        this.#opslag.schrijf({ wacht: undefined });
        this.#scherm.geweigerd(fout);
      }
    } finally {
      this.#bezig = false;
      this.#scherm.bezig(false);
    }
  }

  /**
   * @template T
   * @param {() => Promise<T>} doe
   */
  async #metGeduld(doe) {
    const ronde = this.#ronde;
    const nogNodig = () => {
      if (ronde !== this.#ronde) throw new Achterhaald();
    };
    try {
      return await metHerhaling(doe, (fout, ms) => {
        nogNodig();
        this.#scherm.wacht(fout, ms);
      });
    } finally {
      nogNodig();
    }
  }

  /**
   * @param {Bericht[]} berichten
   * @returns {Bericht[]} those that were not on screen yet
   */
  #onthoud(berichten) {
    const nieuw = berichten.filter((bericht) => !this.#getoond.has(bericht.id));
    for (const bericht of nieuw) {
      this.#getoond.add(bericht.id);
      if (bericht.van === "bot") this.#gezien = bericht.id;
    }
    return nieuw;
  }

  #vergeet() {
    this.#getoond.clear();
    this.#gezien = undefined;
    this.#nogEens = null;
    this.#ronde += 1;
  }
}
