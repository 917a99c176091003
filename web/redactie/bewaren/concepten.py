"""Drafts on their way to publication: write, let somebody look, publish, or throw away.

    concept -> ter_beoordeling -> gepubliceerd
            <- teruggestuurd <-                   (and from all but the last: ingetrokken; the writer may also take it back
                                                   from who looks: concept again)

A draft remembers which version its writer had before them. When the file is another by then, nobody overwrites anything: the
writer sees both and chooses (`kies`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import Connection, Row, insert, or_, select, update

from actions.gesprek.opslag import Opslag
from web.redactie.bewaren.bewaarplaats import Bewaarplaats, Botsing, Uitgave, Versie
from web.redactie.rechten import Regels, mag_publiceren, mag_wijzigen
from web.redactie.tabellen import concept as t
from web.toegang import spoor
from web.toegang.accounts import Medewerker
from web.toegang.spoor import Soort

Stand = Literal["concept", "ter_beoordeling", "teruggestuurd", "gepubliceerd", "ingetrokken"]
OPEN: tuple[Stand, ...] = ("concept", "ter_beoordeling", "teruggestuurd")
_SCHRIJFBAAR: tuple[Stand, ...] = ("concept", "teruggestuurd")


@dataclass(frozen=True, slots=True)
class Concept:
    """A draft of one file. `tekst` None: the file is to go; `basis` None: there was no such file."""

    id: int
    pad: str
    basis: str | None
    tekst: str | None
    reden: str
    stand: Stand
    auteur: int
    auteur_naam: str
    gemeente: str
    beoordelaar: int | None
    beoordelaar_naam: str | None
    opmerking: str | None
    uitgave: str | None
    gemaakt: datetime
    gewijzigd: datetime
    versie: int

    @property
    def is_open(self) -> bool:
        return self.stand in OPEN

    @property
    def is_schrijfbaar(self) -> bool:
        """Its writer can write in it."""
        return self.stand in _SCHRIJFBAAR


class Geweigerd(Exception):
    """This person may not do this, or not with a draft that stands so. `reden` is a short code."""

    def __init__(self, reden: Literal["recht", "stand", "vier_ogen", "geen_reden", "ongewijzigd"]) -> None:
        self.reden = reden
        super().__init__(reden)


class Ingehaald(Exception):
    """It was changed on another screen meanwhile. `nu`: as it stands."""

    def __init__(self, nu: Concept) -> None:
        self.nu = nu
        super().__init__(nu.id)


class ConceptWeg(Exception):
    """There is no such draft."""


class Concepten:
    """Every method may be called from any thread, and blocks."""

    def __init__(
        self, opslag: Opslag, plaats: Bewaarplaats, nu: Callable[[], datetime], regels: Regels | None = None
    ) -> None:
        self._opslag = opslag
        self._plaats = plaats
        self._nu = nu
        self._regels = regels or Regels()

    # --- reading -----------------------------------------------------------------------------------------------------

    def lees(self, id_: int) -> Concept:
        """Raises ConceptWeg."""
        with self._opslag.lees_naast() as verbinding:
            return _van(verbinding, id_)

    def open_(self, pad: str | None = None) -> tuple[Concept, ...]:
        """All drafts that are not done, of one file or of all; who waits longest first."""
        vraag = select(t).where(t.c.stand.in_(OPEN)).order_by(t.c.gewijzigd, t.c.id)
        if pad is not None:
            vraag = vraag.where(t.c.pad == pad)
        with self._opslag.lees_naast() as verbinding:
            return tuple(_concept(rij) for rij in verbinding.execute(vraag))

    def botst(self, concept: Concept) -> Versie | None:
        """What the file is now, when that is not what the writer had before them (and not what they made of it).

        None also where it was taken away meanwhile: see `is_weg`.
        """
        nu = self._plaats.lees(concept.pad)
        return None if nu is None or nu.id == concept.basis or nu.tekst == concept.tekst else nu

    def is_weg(self, concept: Concept) -> bool:
        """The file that its writer changed was taken away meanwhile by somebody else."""
        weg = concept.basis is not None and concept.tekst is not None
        return weg and self._plaats.lees(concept.pad) is None

    # --- writing -----------------------------------------------------------------------------------------------------

    def begin(self, wie: Medewerker, pad: str) -> Concept:
        """A draft of this file; the one that this person has already, when there is one. Raises Geweigerd, PadOnbekend."""
        nu_op_schijf = self._plaats.lees(pad)
        if not mag_wijzigen(wie, pad):
            raise Geweigerd("recht")
        if nu_op_schijf is not None:
            self._plaats.onthoud(nu_op_schijf)
        with self._opslag.schrijf() as verbinding:
            van_mij = select(t).where(t.c.pad == pad, t.c.auteur == wie.id, t.c.stand.in_(_SCHRIJFBAAR))
            eigen = verbinding.execute(van_mij.order_by(t.c.id.desc()).limit(1)).one_or_none()
            if eigen is not None:
                return _concept(eigen)
            nu = self._nu()
            rij = insert(t).values(
                pad=pad,
                basis=nu_op_schijf.id if nu_op_schijf else None,
                tekst=nu_op_schijf.tekst if nu_op_schijf else "",
                reden="",
                stand="concept",
                auteur=wie.id,
                auteur_naam=wie.naam,
                gemeente=wie.gemeente,
                gemaakt=nu,
                gewijzigd=nu,
                versie=1,
            )
            id_ = int(verbinding.execute(rij.returning(t.c.id)).scalar_one())
            spoor.noteer(verbinding, nu, Soort.CONCEPT_BEGONNEN, wie, kenmerk(id_))
            return _van(verbinding, id_)

    def bewaar(self, wie: Medewerker, id_: int, versie: int, tekst: str | None, reden: str) -> Concept:
        """Raises ConceptWeg, Geweigerd, Ingehaald."""

        def schrijf(nu: Concept) -> dict[str, object]:
            _eis_eigen(wie, nu)
            return {
                "tekst": None if tekst is None else net(tekst),
                "reden": reden.strip(),
                "stand": "concept",
            }

        return self._wijzig(id_, versie, schrijf)

    def kies(self, wie: Medewerker, id_: int, versie: int, gezien: str | None, tekst: str | None) -> Concept:
        """Go on from the version that the writer has now seen (its id), with this text. Raises as `bewaar`; Botsing when the
        file changed yet again."""
        nu_op_schijf = self._plaats.lees(self.lees(id_).pad)

        def schrijf(nu: Concept) -> dict[str, object]:
            _eis_eigen(wie, nu)
            if (nu_op_schijf.id if nu_op_schijf else None) != gezien:
                raise Botsing(nu.pad, nu_op_schijf)
            return {"basis": gezien, "tekst": None if tekst is None else net(tekst)}

        if nu_op_schijf is not None:
            self._plaats.onthoud(nu_op_schijf)
        return self._wijzig(id_, versie, schrijf)

    def leg_voor(self, wie: Medewerker, id_: int, versie: int) -> Concept:
        """Ask somebody else to look. Raises ConceptWeg, Geweigerd, Ingehaald."""

        def schrijf(nu: Concept) -> dict[str, object]:
            _eis_eigen(wie, nu)
            self._eis_iets(nu)
            return {
                "stand": "ter_beoordeling",
                "opmerking": None,
                "beoordelaar": None,
                "beoordelaar_naam": None,
            }

        return self._wijzig(id_, versie, schrijf, (Soort.CONCEPT_VOORGELEGD, wie))

    def haal_terug(self, wie: Medewerker, id_: int, versie: int) -> Concept:
        """The writer wants to write on after all. Raises ConceptWeg, Geweigerd, Ingehaald."""

        def schrijf(nu: Concept) -> dict[str, object]:
            if wie.id != nu.auteur or not mag_wijzigen(wie, nu.pad):
                raise Geweigerd("recht")
            if nu.stand != "ter_beoordeling":
                raise Geweigerd("stand")
            return {"stand": "concept"}

        return self._wijzig(id_, versie, schrijf)

    def stuur_terug(self, wie: Medewerker, id_: int, versie: int, opmerking: str) -> Concept:
        """Not yet good: say why. Raises ConceptWeg, Geweigerd, Ingehaald."""

        def schrijf(nu: Concept) -> dict[str, object]:
            if nu.stand != "ter_beoordeling":
                raise Geweigerd("stand")
            if not wie.mag("publicist", "beheerder") or not mag_wijzigen(wie, nu.pad):
                raise Geweigerd("recht")
            if not opmerking.strip():
                raise Geweigerd("geen_reden")
            return {"stand": "teruggestuurd", "opmerking": opmerking.strip(), **_door(wie)}

        return self._wijzig(id_, versie, schrijf, (Soort.CONCEPT_TERUGGESTUURD, wie))

    def trek_in(self, wie: Medewerker, id_: int, versie: int) -> Concept:
        """Throw it away: the writer, or a manager. What it said is erased. Raises ConceptWeg, Geweigerd, Ingehaald."""

        def schrijf(nu: Concept) -> dict[str, object]:
            if not nu.is_open:
                raise Geweigerd("stand")
            if wie.id != nu.auteur and not (wie.mag("beheerder") and mag_wijzigen(wie, nu.pad)):
                raise Geweigerd("recht")
            return {"stand": "ingetrokken", "tekst": None, **_door(wie)}

        return self._wijzig(id_, versie, schrijf, (Soort.CONCEPT_INGETROKKEN, wie))

    def geef_uit(self, wie: Medewerker, id_: int, versie: int, *, goed: str) -> tuple[Concept, Uitgave]:
        """Publish. `goed`: the fingerprint of the folder with this draft in it, as it was found good (`keurder.py`).

        Raises ConceptWeg, Geweigerd, Ingehaald; Botsing when the file is another by now, and NietGekeurd when the draft or any
        other file is not what was found good: then the draft stays as it is.
        """

        def neem(nu: Concept) -> dict[str, object]:
            self._eis_uitgave(wie, nu)
            return {}

        # From here on nobody else changes the draft: their version is an older one.
        nu = self._wijzig(id_, versie, neem)
        uitgave = self._al_uitgegeven(nu) or self._plaats.geef_uit(
            {nu.pad: nu.tekst}, gezien={nu.pad: nu.basis}, auteur=nu.auteur_naam, reden=nu.reden, goed=goed
        )

        def schrijf(_: Concept) -> dict[str, object]:
            return {"stand": "gepubliceerd", "uitgave": uitgave.id, **_door(wie)}

        return self._wijzig(id_, nu.versie, schrijf, (Soort.CONCEPT_GEPUBLICEERD, wie)), uitgave

    # -----------------------------------------------------------------------------------------------------------------

    def _eis_uitgave(self, wie: Medewerker, nu: Concept) -> None:
        zonder_ander = not self._regels.vier_ogen and nu.is_schrijfbaar
        if nu.stand != "ter_beoordeling" and not zonder_ander:
            raise Geweigerd("stand")
        if not mag_publiceren(wie, nu.pad, nu.auteur, self._regels):
            raise Geweigerd("vier_ogen" if wie.id == nu.auteur and self._regels.vier_ogen else "recht")
        if self._al_uitgegeven(nu) is None:
            self._eis_iets(nu)

    def _al_uitgegeven(self, nu: Concept) -> Uitgave | None:
        """The publication of this very draft, by somebody who was killed before it was noted."""
        if not self._is_er(nu):
            return None
        laatste = next(iter(self._plaats.geschiedenis(nu.pad, aantal=1)), None)
        eigen = laatste is not None and (laatste.auteur, laatste.reden) == (nu.auteur_naam, nu.reden)
        return laatste if eigen else None

    def _is_er(self, nu: Concept) -> bool:
        er = self._plaats.lees(nu.pad)
        return (er.tekst if er else None) == nu.tekst

    def _eis_iets(self, nu: Concept) -> None:
        if not nu.reden:
            raise Geweigerd("geen_reden")
        if self._is_er(nu):
            raise Geweigerd("ongewijzigd")

    def _wijzig(
        self,
        id_: int,
        versie: int,
        schrijf: Callable[[Concept], dict[str, object]],
        regel: tuple[Soort, Medewerker] | None = None,
    ) -> Concept:
        """`regel`: what goes into the trail, in the same transaction."""
        with self._opslag.schrijf() as verbinding:
            nu = _van(verbinding, id_)
            if nu.versie != versie:
                raise Ingehaald(nu)
            anders = schrijf(nu) | {"versie": versie + 1, "gewijzigd": self._nu()}
            verbinding.execute(update(t).where(t.c.id == id_).values(anders))
            if regel is not None:
                soort, wie = regel
                spoor.noteer(verbinding, self._nu(), soort, wie, kenmerk(id_))
            return _van(verbinding, id_)


def kenmerk(id_: int) -> str:
    """How a draft is named in the trail."""
    return f"concept {id_}"


def vergeet(opslag: Opslag, tot: datetime) -> int:
    """Erase drafts that were done before this moment: what they said stands in git. Gives how many."""
    with opslag.schrijf() as verbinding:
        klaar = or_(t.c.stand == "gepubliceerd", t.c.stand == "ingetrokken")
        return verbinding.execute(t.delete().where(klaar, t.c.gewijzigd < tot)).rowcount


def _eis_eigen(wie: Medewerker, nu: Concept) -> None:
    if wie.id != nu.auteur or not mag_wijzigen(wie, nu.pad):
        raise Geweigerd("recht")
    if not nu.is_schrijfbaar:
        raise Geweigerd("stand")


def _door(wie: Medewerker) -> dict[str, object]:
    return {"beoordelaar": wie.id, "beoordelaar_naam": wie.naam}


def net(tekst: str) -> str:
    """As a form sends it to as a file has it: ends of lines, and one at the end."""
    return "\n".join(regel.rstrip() for regel in tekst.splitlines()).strip("\n") + "\n"


def _van(verbinding: Connection, id_: int) -> Concept:
    rij = verbinding.execute(select(t).where(t.c.id == id_).with_for_update()).one_or_none()
    if rij is None:
        raise ConceptWeg
    return _concept(rij)


def _concept(rij: Row[Any]) -> Concept:
    return Concept(**rij._mapping)
