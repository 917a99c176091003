"""The facts: names, types and bounds as the contract fixes them, and what the rules assume when they are absent.

A fact is a value, absent (not asked yet) or `typen.WEET_NIET` (the resident does not know).
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

FeitType = Literal[
    "ja_nee", "leeftijd", "leeftijden", "geld", "vermogen", "maand", "maanden", "keuze", "keuzes",
    "medebewoners", "getal", "regelingen", "opvang", "datum",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class FeitDef:
    """One fact. `rang` orders the questions: cheap and deciding first, related ones together, sensitive ones late."""

    naam: str
    type: FeitType
    rang: int
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    keuzes: tuple[str, ...] = ()
    aangenomen: bool | Literal["heel_jaar"] | None = None
    """The value when absent, for assumed facts; named as a condition in the outcome. "heel_jaar": not only part of the year."""
    gevoelig: bool = False
    ronde: int = 1


WOONSITUATIES = ("huur_zelfstandig", "huur_kamer", "koop", "inwonend", "instelling", "geen")
INKOMEN_SOORTEN = (
    "loon", "bijstand", "ww", "ziekte_arbeidsongeschikt", "wajong", "anw", "aow", "pensioen", "eigen_bedrijf",
    "studiefinanciering", "alimentatie", "geen",
)  # fmt: skip
RELATIES = ("kind", "ouder", "broer_zus", "familie", "ander")
BIJZONDERE_KOSTEN = (
    "witgoed", "inrichting", "verhuizing", "medisch", "bril", "tandarts", "dieet", "reiskosten", "rechtsbijstand",
    "bewindvoering", "uitvaart", "woonkosten", "kinderopvang_eigen_bijdrage", "anders",
)  # fmt: skip

_HUUR_MAX = Decimal(20_000)
_JAAR_MAX = Decimal(10_000_000)
_VERMOGEN_MAX = Decimal(100_000_000)
_NUL = Decimal(0)


def _geld(naam: str, rang: int, maximum: Decimal, *, gevoelig: bool = False, ronde: int = 1) -> FeitDef:
    return FeitDef(naam, "geld", rang, _NUL, maximum, gevoelig=gevoelig, ronde=ronde)


def _ja_nee(
    naam: str, rang: int, *, aangenomen: bool | None = None, gevoelig: bool = False, ronde: int = 1
) -> FeitDef:
    return FeitDef(naam, "ja_nee", rang, aangenomen=aangenomen, gevoelig=gevoelig, ronde=ronde)


_ALLE = (
    FeitDef("leeftijd", "leeftijd", 10, _NUL, Decimal(120)),
    FeitDef("geboortemaand", "maand", 85),
    _ja_nee("partner", 20),
    FeitDef("leeftijd_partner", "leeftijd", 46, Decimal(18), Decimal(120)),
    FeitDef("geboortemaand_partner", "maand", 86),
    FeitDef("partner_sinds", "maand", 28, aangenomen="heel_jaar"),
    FeitDef("kinderen", "leeftijden", 39, _NUL, Decimal(17)),
    FeitDef("kinderen_geboortemaand", "maanden", 87),
    FeitDef("woonsituatie", "keuze", 40, keuzes=WOONSITUATIES),
    _geld("kale_huur", 42, _HUUR_MAX),
    _geld("servicekosten", 44, _HUUR_MAX),
    FeitDef("medebewoners", "medebewoners", 50),
    FeitDef("opvang", "opvang", 60),
    _ja_nee("werkt", 62),
    _ja_nee("werkt_partner", 64),
    _geld("inkomen_jaar", 35, _JAAR_MAX),
    _geld("inkomen_partner_jaar", 37, _JAAR_MAX),
    FeitDef("vermogen", "vermogen", 80, _NUL, _VERMOGEN_MAX, gevoelig=True),
    FeitDef("vermogen_partner", "vermogen", 82, _NUL, _VERMOGEN_MAX, gevoelig=True),
    _ja_nee("zorgverzekerd", 90, aangenomen=True),
    _ja_nee("zorgverzekerd_partner", 91, aangenomen=True),
    _ja_nee("verblijfsrecht", 92, aangenomen=True),
    _ja_nee("verblijfsrecht_partner", 93, aangenomen=True),
    _ja_nee("woont_in_gemeente", 94, aangenomen=True),
    _ja_nee("kinderbijslag_ontvangt", 95, aangenomen=True),
    _ja_nee("co_ouder", 96, aangenomen=False),
    _ja_nee("aangepaste_woning", 97, aangenomen=False),
    # Facts of later rounds: known to the contract, read by no scheme yet.
    _ja_nee("gezamenlijke_huishouding", 22, ronde=2),
    FeitDef("inkomen_soort", "keuze", 32, keuzes=INKOMEN_SOORTEN, ronde=2),
    FeitDef("inkomen_soort_partner", "keuze", 33, keuzes=INKOMEN_SOORTEN, ronde=2),
    FeitDef("inkomen_soorten", "keuzes", 114, keuzes=INKOMEN_SOORTEN, ronde=2),
    FeitDef("inkomen_soorten_partner", "keuzes", 115, keuzes=INKOMEN_SOORTEN, ronde=2),
    _geld("arbeidsinkomen_jaar", 116, _JAAR_MAX, ronde=2),
    _geld("arbeidsinkomen_partner_jaar", 117, _JAAR_MAX, ronde=2),
    _geld("netto_inkomen_maand", 36, _HUUR_MAX, ronde=2),
    _geld("netto_inkomen_partner_maand", 38, _HUUR_MAX, ronde=2),
    FeitDef("vermogen_nu", "vermogen", 83, _NUL, _VERMOGEN_MAX, gevoelig=True, ronde=2),
    FeitDef("schulden_bedrag", "vermogen", 84, _NUL, _VERMOGEN_MAX, gevoelig=True, ronde=2),
    _geld("overwaarde_woning", 79, _VERMOGEN_MAX, gevoelig=True, ronde=2),
    _geld("auto_waarde", 123, _VERMOGEN_MAX, gevoelig=True, ronde=2),
    _geld("giften_jaar", 127, _JAAR_MAX, ronde=2),
    FeitDef("bijverdienen_maanden", "getal", 128, _NUL, Decimal(1200), ronde=2),
    FeitDef("jaren_laag_inkomen", "getal", 129, _NUL, Decimal(120), ronde=3),
    _ja_nee("studeert", 12, ronde=3),
    _ja_nee("medische_beperking", 146, gevoelig=True, ronde=3),
    _ja_nee("ouders_dragen_bij", 54, ronde=2),
    _ja_nee("aow_volledig", 34, ronde=2),
    FeitDef("ww_einddatum", "datum", 134, ronde=2),
    FeitDef("werkloos_vanaf_leeftijd", "leeftijd", 88, _NUL, Decimal(120), ronde=2),
    _ja_nee("schulden", 136, gevoelig=True, ronde=3),
    _ja_nee("huurachterstand", 137, gevoelig=True, ronde=3),
    FeitDef("bijzondere_kosten", "keuzes", 138, keuzes=BIJZONDERE_KOSTEN, ronde=3),
    _geld("zorgpremie_maand", 139, _HUUR_MAX, ronde=3),
    _geld("aanslag_bedrag", 140, _JAAR_MAX, ronde=3),
    _ja_nee("energie_hoog", 141, ronde=3),
    _ja_nee("chronisch_ziek", 142, gevoelig=True, ronde=3),
    _ja_nee("eigen_risico_op", 143, ronde=3),
    _ja_nee("belastingaanslag", 144, ronde=3),
    # Of the talk, not of the rules: offered once, after outcomes.
    FeitDef("krijgt_al", "regelingen", 200, ronde=9),
    _ja_nee("was_vorig_jaar_zelfde", 201, ronde=9),
)

FEITEN: dict[str, FeitDef] = {definitie.naam: definitie for definitie in _ALLE}
"""Every fact of the contract, by name."""
