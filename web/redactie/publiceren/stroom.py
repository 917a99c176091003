"""What the pages of the way from draft to residents share: who may do what now, the gate in words, moments and names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from web.balie.woorden import Klok
from web.draad import in_draad
from web.redactie.bewaren.bewaarplaats import Versie
from web.redactie.bewaren.concepten import Concept
from web.redactie.huis import Redactie
from web.redactie.kamer import Kamer
from web.redactie.publiceren.keurder import Loopt, Mislukt, Uitslag
from web.redactie.publiceren.verschil import Verschil
from web.redactie.rechten import mag_publiceren, mag_wijzigen, mag_zien
from web.toegang.accounts import Medewerker
from web.toegang.wie import Aangemeld

WaaromNiet = Literal["schrijver_bezig", "leg_voor", "vier_ogen", "getallen", "rol", "botst", "ongewijzigd"]


@dataclass(frozen=True, slots=True)
class Kan:
    """What this person can do with this draft as it stands. For what they cannot, a reason to tell (`niet_<reden>`)."""

    schrijven: bool
    voorleggen: bool
    terughalen: bool
    terugsturen: bool
    intrekken: bool
    publiceren: bool
    niet: WaaromNiet | None
    """Why they cannot publish; None: they can, when the check is good."""


@dataclass(frozen=True, slots=True)
class Stand:
    """A draft with everything a page about it tells."""

    concept: Concept
    verschil: Verschil | None
    """None: it was thrown away."""
    kan: Kan
    hunne: Versie | None
    """What the file is now, when somebody else changed it since."""
    weg: bool
    """Somebody else took the file away since."""

    @property
    def botst(self) -> bool:
        return self.hunne is not None or self.weg


def klok(kamer: Kamer, ik: Aangemeld) -> Klok:
    return Klok(kamer.woorden(ik), ik.toegang.nu())


async def stand_van(redactie: Redactie, wie: Medewerker, nr: str) -> Stand:
    """Raises Geweigerd (404) for a draft that is not there or not for this person."""
    return await in_draad(_stand_van, redactie, wie, nr)


def _stand_van(redactie: Redactie, wie: Medewerker, nr: str) -> Stand:
    concept = redactie.concept(wie, nr, mag_zien)
    if not concept.is_open:
        return Stand(concept, None, _kan(redactie, wie, concept, botst=False, anders=True), None, weg=False)
    nu = redactie.plaats.lees(concept.pad)
    hunne, weg = redactie.concepten.botst(concept), redactie.concepten.is_weg(concept)
    verschil = redactie.kijker(wie.gemeente).verschil(concept.pad, nu.tekst if nu else None, concept.tekst)
    anders = (nu.tekst if nu else None) != concept.tekst
    kan = _kan(redactie, wie, concept, botst=hunne is not None or weg, anders=anders)
    return Stand(concept, verschil, kan, hunne, weg)


def _kan(redactie: Redactie, wie: Medewerker, concept: Concept, *, botst: bool, anders: bool) -> Kan:
    eigen = wie.id == concept.auteur
    mag = mag_wijzigen(wie, concept.pad)
    schrijfbaar, wacht = concept.is_schrijfbaar, concept.stand == "ter_beoordeling"
    niet = _waarom_niet(redactie, wie, concept, botst=botst, anders=anders)
    return Kan(
        schrijven=eigen and mag and schrijfbaar,
        voorleggen=eigen and mag and schrijfbaar and anders and not botst,
        terughalen=eigen and mag and wacht,
        terugsturen=wacht and mag and not eigen and wie.mag("publicist", "beheerder"),
        intrekken=concept.is_open and mag and (eigen or wie.mag("beheerder")),
        publiceren=niet is None and concept.is_open,
        niet=niet,
    )


def _waarom_niet(
    redactie: Redactie, wie: Medewerker, concept: Concept, *, botst: bool, anders: bool
) -> WaaromNiet | None:
    eigen = wie.id == concept.auteur
    if botst:
        return "botst"
    if not anders:
        return "ongewijzigd"
    if not mag_publiceren(wie, concept.pad, concept.auteur, redactie.regels):
        if wie.mag("publicist", "beheerder"):
            if not mag_wijzigen(wie, concept.pad):
                return "getallen"
            return "leg_voor" if concept.stand != "ter_beoordeling" else "vier_ogen"
        return "leg_voor" if eigen and concept.stand != "ter_beoordeling" else "rol"
    if concept.stand == "ter_beoordeling" or (eigen and not redactie.regels.vier_ogen):
        return None
    return "schrijver_bezig"


def soort_van(uitslag: Uitslag) -> Literal["loopt", "mislukt", "goed", "fout"]:
    if isinstance(uitslag, Loopt):
        return "loopt"
    if isinstance(uitslag, Mislukt):
        return "mislukt"
    return "goed" if uitslag.goed else "fout"
