"""What a change means: for residents as they will see it, for whoever checks it in fields, and in lines as the file has them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any, Literal

from markupsafe import Markup

from content.bestanden import ontleed
from content.fouten import InhoudFout
from content.inhoud import Inhoud
from web.paginas.opmaak import markdown
from web.redactie.lokaal.naam import Naam, naam_van
from web.redactie.rechten import gemeente_van, is_lokaal
from web.redactie.schrijven.faqvorm import Faqvorm, Onleesbaar, Vervolg, lees

Soort = Literal["nieuw", "weg", "anders"]
_OMHEEN = 3
"""Lines around a change that are shown too."""
_DIEPER = " › "
"""Between the names that lead to a value in a file."""


@dataclass(frozen=True, slots=True)
class Beeld:
    """An answer as residents see it. `antwoord` None: it cannot be shown, there is a fault in it."""

    titel: str
    antwoord: Markup | None


@dataclass(frozen=True, slots=True)
class Tak:
    """A choice under an answer that is new, gone, or has another answer or question under it."""

    pad: tuple[str, ...]
    soort: Soort
    voor: Markup | None
    na: Markup | None
    vraag_voor: str | None
    vraag_na: str | None


@dataclass(frozen=True, slots=True)
class Veld:
    """`naam`: of a topic the name of a field, of another file the place in it. None: not there."""

    naam: str
    voor: str | None
    na: str | None
    lokaal: Naam | None = None
    """What people call it, where that is known."""


@dataclass(frozen=True, slots=True)
class Regel:
    soort: Literal["gelijk", "weg", "nieuw", "sprong"]
    tekst: str = ""


@dataclass(frozen=True, slots=True)
class Verschil:
    pad: str
    naam: str
    """What people call it: see `Kijker.naam`."""
    is_onderwerp: bool
    soort: Soort
    voor: Beeld | None
    na: Beeld | None
    """Both None: residents see the same answer as before."""
    takken: tuple[Tak, ...]
    volgorde: bool
    """The same choices, in another order."""
    eigen_antwoord: bool
    """This gemeente answers it in its own way: its residents do not see this change."""
    zinnen_bij: tuple[str, ...]
    zinnen_weg: tuple[str, ...]
    velden: tuple[Veld, ...]
    regels: tuple[Regel, ...]

    @property
    def zichtbaar(self) -> bool:
        """Residents see something else."""
        return bool(self.voor or self.na or self.takken or self.volgorde or not self.is_onderwerp)


class Kijker:
    """Shows texts as residents of one gemeente see them on one day. Blocks: it fills in amounts."""

    def __init__(
        self, inhoud: Inhoud, gemeente: str, dag: date, lees: Callable[[str], str | None] | None = None
    ) -> None:
        """`lees`: what a file says now; for an answer of one gemeente, that goes over the one of all."""
        self._inhoud = inhoud
        self._gemeente = gemeente
        self._dag = dag
        self._lees = lees
        self._tabblad = inhoud.tekst("widget.nieuw_tabblad")

    def verschil(self, pad: str, voor: str | None, na: str | None) -> Verschil:
        """What changes when this file goes from one text to the other. None: there is no file."""
        soort: Soort = "nieuw" if voor is None else "weg" if na is None else "anders"
        regels = tuple(_regels(voor or "", na or ""))
        if pad.startswith("faq/"):
            try:
                return self._onderwerp(pad, soort, voor, na, regels)
            except Onleesbaar:
                pass
        velden = tuple(self._velden(pad, voor, na))
        return Verschil(
            pad,
            self.naam(pad, na or voor),
            False,
            soort,
            None,
            None,
            (),
            False,
            False,
            (),
            (),
            velden,
            regels,
        )

    def naam(self, pad: str, tekst: str | None) -> str:
        """What people call this file: the question of a topic, whose amounts and rules they are, else its path."""
        if is_lokaal(pad):
            return self._van_wie(pad)
        if pad.startswith("faq/") and tekst:
            try:
                return lees(tekst).titel or pad
            except Onleesbaar:
                return pad
        return pad

    def _van_wie(self, pad: str) -> str:
        map_, _, bestand = pad.partition("/")
        alle = self._inhoud.gemeenten() if map_ == "gemeenten" else self._inhoud.regios()
        een = alle.get(bestand.removesuffix(".yml"))
        return pad if een is None else self._inhoud.tekst("redactie_concepten.naam_lokaal", naam=een.naam)

    def _onderwerp(
        self, pad: str, soort: Soort, voor: str | None, na: str | None, regels: tuple[Regel, ...]
    ) -> Verschil:
        oud, nieuw = lees(voor) if voor else Faqvorm(), lees(na) if na else Faqvorm()
        # Where one gemeente has no answer of its own, its residents see the one of all.
        zien_oud, zien_nieuw = self._gezien(pad, voor, oud), self._gezien(pad, na, nieuw)
        beelden = self._beeld(zien_oud), self._beeld(zien_nieuw)
        takken_oud, takken_nieuw = self._takken(zien_oud), self._takken(zien_nieuw)
        takken = tuple(_vergelijk(takken_oud, takken_nieuw))
        return Verschil(
            pad=pad,
            naam=nieuw.titel or oud.titel or pad,
            is_onderwerp=True,
            soort=soort,
            voor=beelden[0] if beelden[0] != beelden[1] else None,
            na=beelden[1] if beelden[0] != beelden[1] else None,
            takken=takken,
            volgorde=not takken and list(takken_oud) != list(takken_nieuw),
            eigen_antwoord=self._heeft_eigen(pad),
            zinnen_bij=tuple(zin for zin in nieuw.voorbeelden if zin not in oud.voorbeelden),
            zinnen_weg=tuple(zin for zin in oud.voorbeelden if zin not in nieuw.voorbeelden),
            velden=tuple(_faqvelden(oud, nieuw)) if soort == "anders" else (),
            regels=regels,
        )

    def _heeft_eigen(self, pad: str) -> bool:
        eigen = f"faq/{self._gemeente}/{pad.rpartition('/')[2]}"
        return gemeente_van(pad) is None and self._lees is not None and self._lees(eigen) is not None

    def _gezien(self, pad: str, tekst: str | None, vorm: Faqvorm) -> Faqvorm | None:
        if tekst is not None:
            return vorm
        if gemeente_van(pad) is None or self._lees is None:
            return None
        gedeeld = self._lees(f"faq/{pad.rpartition('/')[2]}")
        try:
            return None if gedeeld is None else lees(gedeeld)
        except Onleesbaar:
            return None

    def _beeld(self, vorm: Faqvorm | None) -> Beeld | None:
        return None if vorm is None else Beeld(vorm.titel, self._opgemaakt(vorm.antwoord))

    def _opgemaakt(self, tekst: str) -> Markup | None:
        gevuld = self._vul(tekst)
        return None if gevuld is None else markdown(gevuld, self._tabblad)

    def _vul(self, tekst: str) -> str | None:
        try:
            return self._inhoud.render(tekst, datum=self._dag, gemeente=self._gemeente)
        except Exception:
            # A draft may say anything. What is wrong with it, the check tells.
            return None

    def _takken(self, vorm: Faqvorm | None) -> dict[tuple[str, ...], tuple[Markup | None, str | None]]:
        """By the choices that lead to it: its answer, and the question under it. () is the topic itself."""
        uit: dict[tuple[str, ...], tuple[Markup | None, str | None]] = {}

        def loop(vervolg: Vervolg | None, pad: tuple[str, ...]) -> None:
            for keuze in vervolg.keuzes if vervolg else ():
                hier = (*pad, keuze.label)
                onder = keuze.vervolg.vraag if keuze.vervolg else None
                uit[hier] = (self._opgemaakt(keuze.antwoord), onder)
                loop(keuze.vervolg, hier)

        if vorm is not None and vorm.vervolg is not None:
            uit[()] = (None, vorm.vervolg.vraag)
            loop(vorm.vervolg, ())
        return uit

    def _velden(self, pad: str, voor: str | None, na: str | None) -> Iterator[Veld]:
        oud, nieuw = _plat(pad, voor), _plat(pad, na)
        if oud is None or nieuw is None:
            return  # then only the lines say what changes
        for naam in dict.fromkeys([*oud, *nieuw]):
            if oud.get(naam) != nieuw.get(naam):
                lokaal = naam_van(voor or "", na or "", naam.split(_DIEPER)) if is_lokaal(pad) else None
                yield Veld(naam, self._of_kaal(oud.get(naam)), self._of_kaal(nieuw.get(naam)), lokaal)

    def _of_kaal(self, tekst: str | None) -> str | None:
        """With the amounts filled in where that is all there is to fill in."""
        gevuld = None if tekst is None else self._vul(tekst)
        return tekst if gevuld is None else gevuld


def _vergelijk(
    oud: Mapping[tuple[str, ...], tuple[Markup | None, str | None]],
    nieuw: Mapping[tuple[str, ...], tuple[Markup | None, str | None]],
) -> Iterator[Tak]:
    for pad in dict.fromkeys([*oud, *nieuw]):
        if oud.get(pad) == nieuw.get(pad):
            continue
        soort: Soort = "nieuw" if pad not in oud else "weg" if pad not in nieuw else "anders"
        (voor, vraag_voor), (na, vraag_na) = oud.get(pad, (None, None)), nieuw.get(pad, (None, None))
        if voor == na:
            voor = na = None
        if vraag_voor == vraag_na:
            vraag_voor = vraag_na = None
        yield Tak(pad, soort, voor, na, vraag_voor, vraag_na)


def _faqvelden(oud: Faqvorm, nieuw: Faqvorm) -> Iterator[Veld]:
    for naam in ("eigenaar", "nagekeken", "regeling", "stap", "gebeurtenis"):
        voor, na = getattr(oud, naam) or None, getattr(nieuw, naam) or None
        if voor != na:
            yield Veld(naam, voor, na)
    if oud.bronnen != nieuw.bronnen:
        voor, na = (
            "\n".join(f"{bron.naam}: {bron.url}" for bron in vorm.bronnen) or None for vorm in (oud, nieuw)
        )
        yield Veld("bronnen", voor, na)


def _plat(pad: str, tekst: str | None) -> dict[str, str] | None:
    """Every value of a file, by its place in it. None: it cannot be read."""
    if tekst is None:
        return {}
    uit: dict[str, str] = {}

    def loop(waarde: Any, plek: str) -> None:
        if isinstance(waarde, Mapping):
            for naam, deel in waarde.items():
                loop(deel, f"{plek}{_DIEPER}{naam}" if plek else str(naam))
        elif isinstance(waarde, list | tuple):
            for nr, deel in enumerate(waarde, start=1):
                loop(deel, f"{plek}{_DIEPER}{nr}" if plek else str(nr))
        elif waarde is not None:
            uit[plek] = str(waarde)

    try:
        loop(ontleed(tekst, Path(pad), pad), "")
    except InhoudFout:
        return None
    return uit


def _regels(voor: str, na: str) -> Iterator[Regel]:
    """The lines that differ, with a few around them."""
    oud, nieuw = voor.splitlines(), na.splitlines()
    vorige = 0
    for groep in SequenceMatcher(None, oud, nieuw, autojunk=False).get_grouped_opcodes(_OMHEEN):
        if groep[0][1] > vorige:
            yield Regel("sprong")
        for wat, i1, i2, j1, j2 in groep:
            if wat == "equal":
                yield from (Regel("gelijk", regel) for regel in oud[i1:i2])
                continue
            yield from (Regel("weg", regel) for regel in oud[i1:i2])
            yield from (Regel("nieuw", regel) for regel in nieuw[j1:j2])
        vorige = groep[-1][2]
    if 0 < vorige < len(oud):
        yield Regel("sprong")
