"""From what the talk did to figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from actions.gesprek.begrip import faq_id
from ops.nlu.gedrag import Gedrag, Ranglijst
from ops.nlu.zinnen import GEVAAR, Zin


@dataclass(frozen=True, slots=True)
class Gemeten:
    zin: Zin
    ranglijst: Ranglijst
    gedrag: Gedrag

    @property
    def eerste(self) -> str | None:
        """The topic or command the model finds likeliest."""
        return _naam(self.ranglijst[0][0]) if self.ranglijst else None

    @property
    def goed_in_een_keer(self) -> bool:
        return self.gedrag.antwoord in self.zin.goed

    @property
    def goed_in_drie(self) -> bool:
        return self.goed_in_een_keer or not set(self.gedrag.keuzes).isdisjoint(self.zin.goed)

    @property
    def fout_en_zeker(self) -> bool:
        return self.gedrag.antwoord is not None and not self.goed_in_een_keer


def _naam(intent: str) -> str:
    return faq_id(intent) or intent


@dataclass(frozen=True, slots=True)
class Cijfers:
    """Shares from 0 to 1."""

    in_een_keer: float
    in_drie: float
    fout_en_zeker: float
    geweigerd: float
    gevaar: float
    model_eerste: float
    """The model alone: the right topic on top, whatever its confidence."""
    model_drie: float
    opdrachten: float


def cijfers(alles: Iterable[Gemeten]) -> Cijfers:
    alle = list(alles)
    onderwerpen = [m for m in alle if m.zin.soort == "onderwerp"]
    gevaar = [m for m in onderwerpen if m.zin.naam in GEVAAR]
    buiten = [m for m in alle if m.zin.soort == "buiten_bereik"]
    opdrachten = [m for m in alle if m.zin.soort == "opdracht"]
    return Cijfers(
        in_een_keer=_deel(m.goed_in_een_keer for m in onderwerpen),
        in_drie=_deel(m.goed_in_drie for m in onderwerpen),
        fout_en_zeker=_deel(m.fout_en_zeker for m in alle),
        geweigerd=_deel(not m.gedrag.antwoord and not m.gedrag.keuzes for m in buiten),
        gevaar=_deel(m.goed_in_een_keer for m in gevaar),
        model_eerste=_deel(m.eerste in m.zin.goed for m in onderwerpen if m.zin.naam not in GEVAAR),
        model_drie=_deel(_in_drie(m) for m in onderwerpen if m.zin.naam not in GEVAAR),
        opdrachten=_deel(m.eerste in m.zin.goed for m in opdrachten),
    )


def _in_drie(m: Gemeten) -> bool:
    topics = [naam for intent, _ in m.ranglijst if (naam := faq_id(intent)) is not None]
    return not set(topics[:3]).isdisjoint(m.zin.goed)


def _deel(gelukt: Iterable[bool]) -> float:
    reeks = list(gelukt)
    return sum(reeks) / len(reeks) if reeks else 1.0


def verwarringen(alles: Iterable[Gemeten]) -> Mapping[tuple[str, str], int]:
    """(what it is about, what the talk answered) → how often, the commonest first."""
    return dict(
        Counter((m.zin.naam, m.gedrag.antwoord or "") for m in alles if m.fout_en_zeker).most_common()
    )
