"""Residents of every kind at the public door: they finish the check, type anything, click everything, and send what is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import yaml

from actions.regels.ids import REGELINGEN
from ops.nlu.gesprekken import getypt
from tests.gesprek.huishoudens import Bewoner, bewoner
from tests.taal.conftest import API, VANDAAG, Gesprek, Huis

_ZINNEN = Path(__file__).parents[1] / "gesprek" / "zinnen"
RAAR = (
    "waarom", "blarf qwrtp", "zzz", "weet ik niet", "???", "-5", "999999999", "120 of 130", "1200 per week", "1.2.3",
    "31 februari", "twee en een half", "100 in de maand netto", "overzicht", "help", "terug",
)  # fmt: skip
"""What people type at any question."""
_OVER_ELKE = ("kwijt", "morgen", "x" * 600, "123456782", "NL91ABNA0417164300")


def maak_af(gesprek: Gesprek, wie: Bewoner, *, raar: tuple[str, ...] = (), hoogstens: int = 70) -> None:
    """Answer what is asked through every round, first with something strange where that is given."""
    geweest: set[str] = set()
    gesprek.klik("start")
    for _ in range(hoogstens):
        vraag = gesprek.vraag
        if vraag is None:
            if "verder" not in gesprek.knoppen:
                return
            gesprek.klik("verder")
            continue
        naam = str(vraag.get("vraag"))
        if naam not in geweest:
            geweest.add(naam)
            for tekst in raar:
                gesprek.zeg(tekst)
        _antwoord(gesprek, wie)


def _antwoord(gesprek: Gesprek, wie: Bewoner) -> None:
    vraag = gesprek.vraag
    if vraag is None:
        return
    naam, nummer = str(vraag.get("vraag")), vraag.get("nummer")
    keuzes = vraag.get("keuzes") or []
    if vraag.get("invoer", {}).get("type") == "meerkeuze":
        gesprek.zeg("geen van deze" if len(keuzes) % 2 else ", ".join(k["label"] for k in keuzes[:2]))
    elif vraag["tekst"].endswith(" zo?"):
        gesprek.zeg("ja")
    elif naam in wie.zinnen and wie.zinnen[naam] != "knop":
        gesprek.zeg(wie.zinnen[naam])
    else:
        voor = gesprek.vraag
        gesprek.zeg(getypt(wie.feiten, naam, nummer))
        nu = gesprek.vraag
        if nu is not None and voor is not None and (nu.get("vraag"), nu.get("nummer")) == (naam, nummer):
            # Not understood, or asked more precisely: a button, else that it is not known.
            knop = next(iter(gesprek.knoppen), None)
            gesprek.klik("weet_niet" if knop is None else knop)


def klik_alles(gesprek: Gesprek, hoogstens: int = 12) -> None:
    """The buttons on screen once. One that was answered already says so."""
    for knop in list(gesprek.knoppen)[:hoogstens]:
        gesprek.klik(knop)


def checks(huis: Huis, gemeenten: list[str], aantal: int) -> None:
    """Whole checks, a few in every gemeente, by households that chance makes."""
    for nr, gemeente in enumerate(gemeenten * aantal):
        toeval = Random(nr)
        gesprek = huis.gesprek(gemeente, gedeeld=nr % 2 == 0)
        if nr % 3 == 0:
            gesprek.zeg(("ik vul dit in voor mijn moeder", "voor een cliënt", "voor mijn broer")[nr // 3 % 3])
        maak_af(gesprek, bewoner(toeval, VANDAAG), raar=RAAR[nr % 16 : nr % 16 + 2])
        gesprek.lees_alles()
        klik_alles(gesprek)
        klik_alles(gesprek)


def raar_bij_elke_vraag(huis: Huis, gemeente: str) -> None:
    """One talk about oneself and one about somebody else, in which everything strange is typed at every question."""
    for nr, begin in enumerate((None, "ik vul dit in voor mijn vader")):
        gesprek = huis.gesprek(gemeente)
        if begin:
            gesprek.zeg(begin)
        helft = RAAR[nr::2] + _OVER_ELKE[nr::2]
        # A talk has room for so many messages: a few strange ones per question, others each time.
        for deel in range(0, len(helft), 3):
            maak_af(
                gesprek if deel == 0 else huis.gesprek(gemeente),
                bewoner(Random(deel), VANDAAG),
                raar=helft[deel : deel + 3],
                hoogstens=25,
            )


def zinnen(huis: Huis, gemeente: str) -> None:
    """What the patterns are made with: danger, feelings, other languages, what is not ours, changes of mind. Said at the
    beginning, and halfway a check."""
    for bestand in (*sorted(_ZINNEN.glob("*.yml")), _ZINNEN.parents[1] / "lezen" / "ook.yml"):
        for rij in _rijen(yaml.safe_load(bestand.read_text("utf-8"))):
            enkele = rij[:: max(1, len(rij) // 4)]
            halverwege = _halverwege(huis, gemeente)
            for tekst in enkele:
                gesprek = huis.gesprek(gemeente)
                gesprek.zeg(tekst)
                halverwege.zeg(tekst)


def _rijen(ruw: Any) -> Iterator[list[str]]:
    """Every list of sentences, however deep."""
    if isinstance(ruw, dict):
        for deel in ruw.values():
            yield from _rijen(deel)
    elif isinstance(ruw, list):
        zinnen = [
            een if isinstance(een, str) else een[0] if isinstance(een, list) else een.get("zin")
            for een in ruw
        ]
        yield [zin for zin in zinnen if isinstance(zin, str)]


def _halverwege(huis: Huis, gemeente: str) -> Gesprek:
    gesprek = huis.gesprek(gemeente)
    gesprek.klik("start")
    for tekst in ("34", "nee", "loon", "30000 per jaar", "2", "4 en 8", "huurhuis", "612"):
        gesprek.zeg(tekst)
    return gesprek


_INKOMENS = (
    "2500 bruto per maand", "1800 netto per maand", "450 per week", "1600 per 4 weken", "eerst 1500, vanaf mei 1800",
    "1850 samen", "1200 loon en 600 uitkering", "1.850,5", "tussen 1500 en 1800", "inclusief vakantiegeld 2000",
    "30000 tot nu toe dit jaar",
)  # fmt: skip


def inkomens(huis: Huis, gemeente: str) -> None:
    """Every way to tell an income, and what is asked about it, answered in turn with yes, with no and with its buttons."""
    for nr, tekst in enumerate(_INKOMENS * 3):
        gesprek = huis.gesprek(gemeente)
        gesprek.klik("start")
        for antwoord in ("34", "nee", "loon", tekst):
            gesprek.zeg(antwoord)
        for _ in range(4):
            knop = next(iter(gesprek.knoppen), None)
            if nr % 3 == 2 and knop is not None:
                gesprek.klik(knop)
            else:
                gesprek.zeg(("ja", "nee")[nr % 3 % 2])


def veranderingen(huis: Huis, gemeente: str) -> None:
    """A check that is done, and then each answer another way."""
    wie = bewoner(Random(3), VANDAAG)
    for begin in (None, "ik vul dit in voor mijn opa"):
        gesprek = huis.gesprek(gemeente)
        if begin:
            gesprek.zeg(begin)
        maak_af(gesprek, wie)
        for feit in (
            "leeftijd",
            "partner",
            "kinderen",
            "woonsituatie",
            "kale_huur",
            "inkomen_jaar",
            "vermogen",
        ):
            for anders in ("ja", "nee", "3", "4 en 5 en 6", "koophuis", "60000 per jaar"):
                gesprek.klik(f"wijzig:{feit}")
                gesprek.zeg(anders)
        for tekst in (
            "waarom",
            "wat is huurtoeslag",
            "waarom krijg ik geen zorgtoeslag",
            "hoezo zoveel",
            "overzicht",
        ):
            gesprek.zeg(tekst)


_GEBEURT = (
    "ik ga samenwonen", "ik krijg een baby", "ik ga minder werken", "mijn huur gaat omhoog naar 800",
    "wij gaan uit elkaar", "ik ga werken",
)  # fmt: skip


def gebeurtenissen(huis: Huis, gemeente: str) -> None:
    """What is going to change in a life, said and worked out; and what more work brings."""
    for zin in (*_GEBEURT, "faq:loont-werken"):
        gesprek = _halverwege(huis, gemeente)
        if zin.startswith("faq:"):
            gesprek.klik(zin)
        else:
            gesprek.zeg(zin)
        klik_alles(gesprek, 2)
        for tekst in ("1 januari", "weet ik niet", "24", "1200", "ja", "1500 netto"):
            gesprek.zeg(tekst)


def onderwerpen(huis: Huis, gemeente: str) -> None:
    """Every topic with every way through what follows, and whether it helped."""
    for faq in huis.bronnen.inhoud.faqs(gemeente):
        gesprek = huis.gesprek(gemeente)
        gesprek.klik(f"faq:{faq}")
        open_ = [knop for knop in gesprek.knoppen if knop.startswith("vervolg:")]
        assert gesprek.knoppen, faq
        while open_:
            gesprek.klik(open_.pop())
            open_ += [knop for knop in gesprek.knoppen if knop.startswith("vervolg:")]
        for oordeel in ("hielp", "hielp_niet"):
            gesprek.klik(f"faq:{faq}")
            gesprek.klik(oordeel)


def regelingen(huis: Huis, gemeente: str) -> None:
    """One scheme at a time, with its explanation and the household for which it is asked."""
    for nr, regeling in enumerate(huis.bronnen.catalogus(gemeente)):
        gesprek = huis.gesprek(gemeente)
        gesprek.klik(f"start:{regeling}")
        for _ in range(25):
            if gesprek.vraag is None:
                break
            _antwoord(gesprek, bewoner(Random(nr), VANDAAG))
        gesprek.lees_alles()
        klik_alles(gesprek)
        naam = huis.bronnen.inhoud.uitkomst(regeling, gemeente).korte_titel
        for zin in (f"wat is {naam}", f"waarom krijg ik geen {naam}", naam):
            gesprek.zeg(zin)


def berekeningen(huis: Huis, gemeenten: list[str], aantal: int) -> None:
    """The calculation for other programs: whole households, half ones, and facts that cannot be."""
    for nr, gemeente in enumerate(gemeenten * aantal):
        feiten = dict(bewoner(Random(100 + nr), VANDAAG).feiten)
        huis.stuur(f"{API}/berekening", {"gemeente": gemeente, "feiten": feiten})
        half = dict(list(feiten.items())[: nr % 9])
        huis.stuur(f"{API}/berekening", {"gemeente": gemeente, "feiten": half, "peildatum": "2026-01-01"})


def fout(huis: Huis) -> None:
    """Everything that can be wrong with a request."""
    verkeerd: tuple[Any, ...] = (
        "x", -1, 10**12, True, None, [], {}, [1], ["x"], [{}], {"van": "9", "tot": "1"}, "2026-13", 1.5, "1e3",
    )  # fmt: skip
    for waarde in verkeerd:
        for feit in huis.bronnen.inhoud.vragen():
            huis.stuur(f"{API}/berekening", {"feiten": {feit: waarde}})
    huis.stuur(
        f"{API}/berekening", {"feiten": {"opvang": [{}] * 21, "bestaat_niet": 1}, "gemeente": "nergens"}
    )
    huis.stuur(f"{API}/berekening", {"feiten": {}, "regelingen": ["x", REGELINGEN[0]], "peildatum": "morgen"})
    lichamen: tuple[Any, ...] = (
        None, [], {}, {"feiten": 1}, {"feiten": {}, "meer": 1}, {"gemeente": 1}, {"gemeente": "x" * 200},
    )  # fmt: skip
    for heel in lichamen:
        for pad in ("berekening", "lees", "gesprekken"):
            huis.stuur(f"{API}/{pad}", heel)
    gesprek = huis.gesprek("voorbeeldstad")
    slecht: tuple[dict[str, Any], ...] = (
        {}, {"id": ""}, {"id": "a", "tekst": "x", "keuze": "y"}, {"id": "a", "keuze": ""}, {"id": 1, "tekst": 2},
        {"id": "a b", "tekst": "x"}, {"id": "a", "wijzig": {"feit": "!"}}, {"id": "a", "wijzig": 1},
        {"id": "a", "keuze": "x" * 300},
    )  # fmt: skip
    for lichaam in slecht:
        huis.stuur(f"{gesprek.pad}/berichten", lichaam)
    huis.rauw("POST", f"{API}/gesprekken", content=b"{", headers={"content-type": "application/json"})
    huis.rauw(
        "POST", f"{API}/gesprekken", content=b"x" * 70_000, headers={"content-type": "application/json"}
    )
    huis.rauw(
        "POST",
        f"{API}/gesprekken",
        json={"gemeente": "amsterdam"},
        headers={"origin": "https://kwaad.example"},
    )
    for methode, pad in (
        ("GET", f"{API}/gesprekken/{'a' * 43}"), ("GET", f"{API}/gesprekken/kort"), ("PUT", f"{API}/lees"), ("GET", "/weg"),
        ("GET", "/widget-teksten.json?gemeente=nergens"), ("GET", "/widget-teksten.json"),
    ):  # fmt: skip
        huis.rauw(methode, pad)
    for nr in range(160):
        gesprek._doe({"keuze": f"oude-knop-{nr}"})


def gelezen(huis: Huis) -> None:
    """Every question with everything strange that can be typed at it."""
    for feit in huis.bronnen.inhoud.vragen():
        for tekst in (
            *RAAR,
            *_OVER_ELKE,
            "",
            "van mijn man 1200",
            "1200 en 1300",
            "minder dan 500",
            "5000 schuld",
            "€ 12,5,6",
        ):
            huis.gehoord.getypt.add(tekst)
            huis.stuur(f"{API}/lees", {"feit": feit, "tekst": tekst})
    huis.stuur(f"{API}/lees", {"feit": "bestaat_niet", "tekst": "x"})


def paginas(huis: Huis, gemeenten: list[str]) -> None:
    for pad in ("/", "/zelfcheck/nergens", *(f"/zelfcheck/{g}" for g in gemeenten)):
        huis.pagina(pad)
    for gemeente in gemeenten:
        huis.haal(f"/widget-teksten.json?gemeente={gemeente}")
