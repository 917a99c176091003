"""What holds for any text: reading never fails, never guesses outside the bounds, and undoes Dutch notation."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actions.lezen import Dubbelzinnig, Gelezen, NietGelezen, Vraagvorm, lees
from actions.lezen import vulwoorden as v
from actions.lezen.bedrag import euro
from actions.lezen.lezer import REDENEN_DUBBELZINNIG, REDENEN_NIET_GELEZEN
from tests.lezen.test_antwoorden import VORMEN

HUUR = Vraagvorm("bedrag", maximum=Decimal(20_000), eenheid="euro_per_maand")
WOORDEN = sorted(
    v.ALGEMEEN
    | v.AANTAL
    | v.LEEFTIJDEN
    | v.JA_NEE
    | v.BEDRAG_PER_EENHEID["euro"]
    | v.BEDRAG_PER_EENHEID["euro_per_jaar"]
    | set(v.MAANDEN)
    | {
        "niet",
        "geen",
        "nee",
        "niks",
        "half",
        "anderhalf",
        "duizend",
        "honderd",
        "miljoen",
        "zeven",
        "vijftig",
        "een",
    }
    | {
        "12",
        "650",
        "1.850",
        "1,5",
        "4/7",
        "-",
        "€",
        "+",
        "?",
        "zes",
        "eenendertig",
        "tweehonderd",
        "1992",
        "huurhuis",
        "koop",
    }
    | {"bril", "tandarts", "schulden", "wel", "behalve", "allemaal", "maar", "of", "3,", "derde"}
)
zinnen = st.lists(st.sampled_from(WOORDEN), max_size=40).map(" ".join)
teksten = st.one_of(st.text(max_size=500), zinnen, st.text(alphabet="0123456789.,-/€ kxeEn?'%", max_size=60))


@settings(max_examples=400, deadline=None)
@given(tekst=teksten, naam=st.sampled_from(sorted(VORMEN)))
def test_leest_nooit_buiten_de_afspraak(tekst: str, naam: str) -> None:
    vorm = VORMEN[naam]
    uitslag = lees(vorm, tekst)
    if isinstance(uitslag, NietGelezen):
        assert uitslag.reden in REDENEN_NIET_GELEZEN
        return
    if isinstance(uitslag, Dubbelzinnig):
        assert uitslag.reden in REDENEN_DUBBELZINNIG
        return
    assert 0 <= uitslag.vreemd <= 12
    if uitslag.waarde == "weet_niet":
        return
    waarden = uitslag.waarde if isinstance(uitslag.waarde, tuple) else (uitslag.waarde,)
    for waarde in waarden:
        if isinstance(waarde, Decimal | int) and not isinstance(waarde, bool):
            assert waarde >= (vorm.minimum or 0)
            # "meer dan" the maximum is the one bound that may lie just above it.
            assert vorm.maximum is None or waarde <= vorm.maximum + Decimal("0.01")
    if vorm.soort == "keuze":
        assert uitslag.waarde in vorm.keuzes
    if vorm.soort == "keuzes":
        assert uitslag.waarde == tuple(waarde for waarde in vorm.keuzes if waarde in uitslag.waarde)
    if vorm.soort == "leeftijden" and vorm.aantal is not None:
        assert len(uitslag.waarde) == vorm.aantal
    if vorm.soort == "maand":
        assert re.fullmatch(r"(19|20|21)\d\d-(0[1-9]|1[0-2])", uitslag.waarde)
    if vorm.soort == "bedrag_of_bereik":
        van, tot = uitslag.waarde
        assert tot is None or van <= tot


GETAL_IN_WOORDEN = re.compile(
    "een|twee|drie|vier|vijf|zes|ze?u?ven|acht|negen|neg|tien|elf|twaalf|tig|tich|honder|duize|dzd|hal[fv]|ton|mille|miljoen|miljard"
    "|nik|niets|nul|geen|gn|niemand|nada|noppes|baby|babytje|ling|zuigeling|pasgeboren|newborn|eerste|laatste"
)


@settings(max_examples=400, deadline=None)
@given(
    tekst=teksten,
    naam=st.sampled_from([n for n, v in VORMEN.items() if v.soort not in ("keuze", "keuzes", "ja_nee")]),
)
def test_leest_nooit_een_getal_dat_er_niet_staat(tekst: str, naam: str) -> None:
    uitslag = lees(VORMEN[naam], tekst)
    if not isinstance(uitslag, Gelezen) or uitslag.waarde in ("weet_niet", ()):
        return
    assert any(teken.isdecimal() for teken in tekst) or GETAL_IN_WOORDEN.search(tekst.lower()), uitslag


@settings(max_examples=300, deadline=None)
@given(
    woorden=st.lists(
        st.sampled_from([w for w in WOORDEN if not GETAL_IN_WOORDEN.search(w) and not re.search(r"\d", w)]),
        max_size=8,
    ),
    getal=st.integers(0, 120),
    plaats=st.integers(0, 8),
    naam=st.sampled_from(["kinderen_aantal", "uren", "leeftijd", "huur"]),
)
def test_een_getal_tussen_woorden_is_dat_getal_of_geen(
    woorden: list[str], getal: int, plaats: int, naam: str
) -> None:
    zin = " ".join([*woorden[:plaats], str(getal), *woorden[plaats:]])
    maal = {"k", "mille", "ton", "dzd", "maanden", "maand", "mnd", "weken", "week"}
    uitslag = lees(VORMEN[naam], zin)
    if isinstance(uitslag, Gelezen) and uitslag.waarde != "weet_niet" and maal.isdisjoint(woorden):
        assert uitslag.waarde == getal, zin


@settings(max_examples=200, deadline=None)
@given(
    bedrag=st.decimals(min_value=0, max_value=20_000, places=2),
    vorm=st.sampled_from(
        ("{}", "€ {}", "{} euro", "ik betaal {} euro per maand", "ongeveer {} p/m", "kale huur {}")
    ),
)
def test_nederlandse_notatie_heen_en_terug(bedrag: Decimal, vorm: str) -> None:
    punten = f"{bedrag:,.2f}".translate(str.maketrans(",.", ".,"))
    kaal = f"{bedrag:.2f}".replace(".", ",")
    for tekst in (punten, kaal):
        assert lees(HUUR, vorm.format(tekst)) == Gelezen(bedrag, 0)
    assert lees(HUUR, euro(bedrag)) == Gelezen(bedrag, 0)


@settings(max_examples=200, deadline=None)
@given(bedrag=st.integers(min_value=0, max_value=20_000))
def test_hele_bedragen(bedrag: int) -> None:
    for tekst in (
        str(bedrag),
        f"{bedrag},-",
        f"{bedrag:,}".replace(",", "."),
        f"{bedrag:,}".replace(",", " "),
    ):
        assert lees(HUUR, tekst) == Gelezen(Decimal(bedrag), 0)


@given(
    code=st.sampled_from(
        ("{%s}", "[%s]", "<%s>", 'x"%s_', "a=%s", "id%sx", "%s@x", "a_%s", "{{%s}}", "`%s`", "\\%s")
    )
)
@pytest.mark.parametrize("naam", ["huur", "kinderen_aantal", "leeftijd", "een_kind", "inkomen"])
def test_een_cijfer_in_code_telt_niet(naam: str, code: str) -> None:
    assert lees(VORMEN[naam], code % 1) == NietGelezen("geen_antwoord")


@given(st.text(alphabet="abcdefghij ", min_size=501))
def test_te_lang_wordt_niet_gelezen(tekst: str) -> None:
    assert lees(HUUR, tekst) == NietGelezen("te_lang")


def test_een_verhaal_is_geen_antwoord() -> None:
    verhaal = "gisteren liep 650 door het park toen plots een hond blafte tegen mijn buurvrouw die boos werd op iedereen daar"
    assert lees(HUUR, verhaal) == NietGelezen("geen_antwoord")


def test_lezing_draagt_het_bedrag_zoals_gezegd() -> None:
    inkomen = VORMEN["inkomen"]
    maand = lees(inkomen, "2400 per maand")
    assert isinstance(maand, Dubbelzinnig)
    assert [(k.waarde, k.label, k.periode) for k in maand.lezingen] == [
        (Decimal(2400), "2.400 euro per maand", "maand")
    ]
    kaal = lees(inkomen, "2400")
    assert isinstance(kaal, Dubbelzinnig)
    assert [(k.waarde, k.periode) for k in kaal.lezingen] == [
        (Decimal(2400), "maand"),
        (Decimal(2400), "jaar"),
    ]
    assert lees(inkomen, "6000") == Gelezen(Decimal(6000), 0)
    week = lees(HUUR, "450 per week")
    assert isinstance(week, Dubbelzinnig)
    assert [(k.waarde, k.periode) for k in week.lezingen] == [(Decimal(450), "week")]


def test_keuzes_als_knoppen() -> None:
    twee = lees(VORMEN["woning"], "huurhuis of koophuis")
    assert isinstance(twee, Dubbelzinnig)
    assert [(k.waarde, k.label) for k in twee.lezingen] == [
        ("huur_zelfstandig", "een huurhuis"),
        ("koop", "een koophuis"),
    ]


@pytest.mark.parametrize(
    ("naam", "tekst", "uitslag"),
    [
        ("huur", "0", Gelezen(Decimal(0), 0)),
        ("huur", "20000", Gelezen(Decimal(20_000), 0)),
        ("huur", "20000,01", NietGelezen("te_hoog")),
        ("leeftijd", "0", Gelezen(0, 0)),
        ("leeftijd", "120", Gelezen(120, 0)),
        ("leeftijd", "121", NietGelezen("te_hoog")),
        ("leeftijd_partner", "18", Gelezen(18, 0)),
        ("kinderen_aantal", "12", Gelezen(12, 0)),
        ("twee_kinderen", "0 en 17", Gelezen((0, 17), 0)),
        ("twee_kinderen", "0 en 18", NietGelezen("te_hoog")),
        ("woning", "5", Gelezen("geen", 0)),
        ("woning", "0", NietGelezen("geen_antwoord")),
    ],
)
def test_de_grenzen_tellen_mee(naam: str, tekst: str, uitslag: Gelezen | NietGelezen) -> None:
    assert lees(VORMEN[naam], tekst) == uitslag
