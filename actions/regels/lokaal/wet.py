"""What the law asks for a local scheme in every gemeente, whatever its file says.

Individuele inkomenstoeslag: from 21 to AOW age, no outlook on a better income (Pw art. 36 lid 1; the last is for the gemeente to
judge, and told). Bijzondere bijstand: necessary costs from special circumstances (Pw art. 35 lid 1). Studietoeslag: a study, a
medical limitation that leaves no work beside it, no Wajong (Pw art. 36b lid 1; amounts from 15 years). Kwijtschelding: an
assessment (Gemeentewet art. 255). Debt help: debts, or arrears that threaten to become debts; no limit to income (Wgs art. 3).
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from actions.regels.feiten import BIJZONDERE_KOSTEN
from actions.regels.lokaal.toets import LOKALE_REGEL, Situatie, Toets, zeker
from actions.regels.lokaal.voorwaarden import Gevraagd
from actions.regels.regeling import Reden
from actions.regels.waarden import GEEN, Oordeel
from content.lokaal.regeling import Regelingdata
from content.lokaal.toets import Leeftijden

STUDIETOESLAG: Final = "studietoeslag"
_EISEN: Final[Mapping[str, Mapping[str, Gevraagd]]] = MappingProxyType(
    {
        "bijzondere-bijstand": {"bijzondere_kosten": BIJZONDERE_KOSTEN},
        STUDIETOESLAG: {"studeert": True, "medische_beperking": True},
        "schuldhulp-jongeren": {"schulden": True},
    }
)
"""A file that says more about the same fact goes before it."""
_SCHULDHULP: Final[Mapping[str, Gevraagd]] = MappingProxyType({"schulden": True, "huurachterstand": True})
"""One of these is enough."""
_LEEFTIJD: Final = MappingProxyType(
    {"individuele-inkomenstoeslag": Leeftijden(van=21, tot="aow"), STUDIETOESLAG: Leeftijden(van=15)}
)
_ARTIKEL: Final = MappingProxyType(
    {
        "individuele-inkomenstoeslag": "Pw art. 36",
        STUDIETOESLAG: "Pw art. 36b",
        "bijzondere-bijstand": "Pw art. 35",
        "gemeentepolis": "Pw art. 35 lid 3",
        "kwijtschelding": "Gemeentewet art. 255",
        "schuldhulp": "Wgs art. 3",
        "schuldhulp-jongeren": "Wgs art. 3",
    }
)
"""Law behind a scheme; the others rest on the gemeente's own rules alone."""
_LET_OP: Final = MappingProxyType({"individuele-inkomenstoeslag": (Reden("uitzicht_op_inkomen"),)})
_ANDERS: Final = MappingProxyType({"voedselbank": "voedselbank_rekent"})


def artikel(id_: str) -> str:
    return _ARTIKEL.get(id_, "")


def let_op(id_: str) -> tuple[Reden, ...]:
    return _LET_OP.get(id_, ())


def onbekend(id_: str) -> str:
    """Why nothing can be said when the data leave something open. A food bank looks at what is left after fixed costs: too many
    questions to ask, so the resident is sent there."""
    return _ANDERS.get(id_, LOKALE_REGEL)


def leeftijd(id_: str, data: Regelingdata) -> Leeftijden | None:
    return data.leeftijd or _LEEFTIJD.get(id_)


def eisen(id_: str, data: Regelingdata) -> Mapping[str, Gevraagd]:
    """The facts that must all be so, those of the file on top of those of the law."""
    aanslag: Mapping[str, Gevraagd] = {"belastingaanslag": True} if data.kwijtschelding else {}
    return {**_EISEN.get(id_, {}), **aanslag, **(data.eisen.gevraagd() if data.eisen else {})}


def een_van(id_: str, data: Regelingdata) -> Mapping[str, Gevraagd]:
    """The facts of which one is enough."""
    if data.een_van:
        return data.een_van.gevraagd()
    zelf = data.eisen.gevraagd() if data.eisen else {}
    return _SCHULDHULP if id_ == "schuldhulp" and not zelf.keys() & _SCHULDHULP.keys() else {}


def zonder_wajong(s: Situatie) -> Toets:
    """Who has Wajong gets no studietoeslag (Pw art. 36b lid 1 c)."""
    soorten = s.h.feiten.get("inkomen_soorten")
    ernaast = isinstance(soorten, tuple) and "wajong" in soorten
    spoor = frozenset({"inkomen_soorten"})
    heeft = Oordeel(True, GEEN, spoor) if ernaast else s.h.is_een_van("inkomen_soort", "wajong")
    return Toets("heeft_wajong", zeker(~heeft))
