"""What of a household does not depend on the hours of work, looked up once for a whole curve."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Final

from actions.regels.afleiden import Afleider
from actions.regels.inkomen.belastingregels import Belastingregels, belastingregels
from actions.regels.inkomen.netto import netto_onafgerond
from actions.regels.inkomen.omrekenen import omgekeerd
from actions.regels.inkomen.profiel import Inkomensprofiel
from actions.regels.inlezen import lees_feiten
from actions.regels.mensen import Mensen
from actions.regels.opgave import Opgave, lees_schatting
from actions.regels.participatiewet.soort import is_samen, krijgt_bijstand
from actions.regels.regeling import Regeling
from actions.regels.typen import Opvang, Schatting
from actions.regels.waarden import NUL
from actions.regels.werken.inkomen_nu import InkomenNu, geld, inkomen_nu
from actions.regels.werken.loon import MAANDEN, Kosten, cent
from content.parameters import Parameters

TOESLAGEN: Final = ("zorgtoeslag", "huurtoeslag", "kindgebonden-budget", "kinderopvangtoeslag")
BIJSTAND: Final = ("bijstand", "aio")
LOKAAL_RONDE: Final = 3
"""Schemes of a gemeente are judged in this round."""
_ANDERS: Final = frozenset(
    {
        "inkomen_soort",
        "inkomen_soorten",
        "inkomen_jaar",
        "arbeidsinkomen_jaar",
        "netto_inkomen_maand",
        "inkomen_partner_jaar",
        "netto_inkomen_partner_maand",
    }
)
"""Filled in anew: how these were converted from what was said no longer matters."""


class GeenLoonregels(ValueError):
    """No wage can be told net on the reference date: there are no tax rules, or there is no holiday pay."""


@dataclass(frozen=True)
class Gezin:
    feiten: Mapping[str, object]
    """Typed, without the applicant's income, and without what the partner gets as bijstand."""
    zoals_nu: Mapping[str, object]
    """Typed, as they are now."""
    peildatum: date
    parameters: Parameters
    catalogus: Mapping[str, Regeling]
    uitkeringen: tuple[str, ...]
    overig: tuple[str, ...]
    """Toeslagen and schemes of the gemeente in scope, also those the catalogue does not hold."""
    kosten: Kosten
    nu: InkomenNu
    afleider: Afleider
    regels: Belastingregels
    mensen: Mensen
    vakantiebijslag_pct: Decimal
    paar: bool
    """Two share one bijstand."""
    partner_profiel: Inkomensprofiel | None
    """None without a partner whose income is known."""
    partner_netto: Decimal
    """Net euros a year of the partner, bijstand left out."""
    opvang: Decimal
    """The bill of childcare, euros a month."""
    geschat: Mapping[str, Schatting]
    niet_scherper: frozenset[str]

    def zonder_reizen(self) -> Gezin:
        """The same, with no other costs than the facts hold."""
        return replace(self, kosten=Kosten())

    def netto(self, profiel: Inkomensprofiel, bruto: Decimal) -> Decimal:
        """Net euros a year."""
        return netto_onafgerond(profiel, bruto, self.regels)

    def bruto(self, profiel: Inkomensprofiel, netto: Decimal) -> Decimal:
        """The gross year that leaves this net year."""
        return cent(omgekeerd(lambda bruto: self.netto(profiel, bruto), netto))


def maak_gezin(
    opgave: Opgave,
    kosten: Kosten,
    parameters: Parameters,
    catalogus: Mapping[str, Regeling],
    *,
    intern: bool = True,
) -> Gezin:
    """`intern`: see `lees_feiten`. Raises OngeldigeFeiten when the facts cannot be right, GeenLoonregels when a wage cannot be
    told net."""
    zoals_nu = lees_feiten(opgave.feiten, opgave.peildatum, intern=intern)
    geschat = {pad: lees_schatting(hoe) for pad, hoe in opgave.geschat.items()}
    afleider = Afleider(zoals_nu, parameters, opgave.peildatum, geschat=geschat)
    regels = belastingregels(parameters, opgave.peildatum)
    bij_honderd = Afleider({"inkomen_soort": "loon"}, parameters, opgave.peildatum).vakantiegeld(Decimal(100))
    if regels is None or bij_honderd is None:
        raise GeenLoonregels(opgave.peildatum.isoformat())
    feiten = {naam: waarde for naam, waarde in zoals_nu.items() if naam not in _ANDERS}
    profiel, netto = _partner(feiten, zoals_nu, afleider, regels)
    return Gezin(
        feiten=feiten,
        zoals_nu=zoals_nu,
        peildatum=opgave.peildatum,
        parameters=parameters,
        catalogus=catalogus,
        uitkeringen=tuple(id_ for id_ in BIJSTAND if id_ in opgave.regelingen),
        overig=tuple(
            id_
            for id_ in opgave.regelingen
            if id_ in TOESLAGEN or id_ not in catalogus or catalogus[id_].ronde == LOKAAL_RONDE
        ),
        kosten=kosten,
        nu=inkomen_nu(zoals_nu, afleider),
        afleider=afleider,
        regels=regels,
        mensen=Mensen(zoals_nu, opgave.peildatum),
        vakantiebijslag_pct=bij_honderd,
        paar=is_samen(zoals_nu),
        partner_profiel=profiel,
        partner_netto=netto,
        opvang=_rekening(zoals_nu.get("opvang")),
        geschat={pad: hoe for pad, hoe in geschat.items() if pad not in _ANDERS},
        niet_scherper=opgave.niet_scherper - _ANDERS,
    )


def _partner(
    feiten: dict[str, object], zoals_nu: Mapping[str, object], afleider: Afleider, regels: Belastingregels
) -> tuple[Inkomensprofiel | None, Decimal]:
    """The partner's own income, put into `feiten`: it stays as it is, but for bijstand, which the household gets together."""
    if not is_samen(zoals_nu):
        return None, NUL
    soort = zoals_nu.get("inkomen_soort_partner")
    arbeid = zoals_nu.get("arbeidsinkomen_partner_jaar")
    if krijgt_bijstand(zoals_nu, "_partner") or soort == "geen":
        jaar: Decimal | None = arbeid if isinstance(arbeid, Decimal) else NUL
        feiten["inkomen_soort_partner"] = "loon" if jaar else "geen"
        profiel = afleider.profiel("loon", jaar, "_partner")
        netto_jaar = netto_onafgerond(profiel, jaar or NUL, regels)
        maand: Decimal | None = cent(netto_jaar / MAANDEN)
    else:
        jaar, maand = (
            geld(zoals_nu, afleider, f"{naam}")
            for naam in ("inkomen_partner_jaar", "netto_inkomen_partner_maand")
        )
        profiel = afleider.profiel(soort, arbeid if isinstance(arbeid, Decimal) else None, "_partner")
    for naam, bedrag in (("inkomen_partner_jaar", jaar), ("netto_inkomen_partner_maand", maand)):
        if bedrag is not None:
            feiten[naam] = bedrag
        elif naam in zoals_nu:
            feiten[naam] = zoals_nu[naam]
    bekend = jaar is not None and maand is not None
    return (profiel if bekend else None), (maand or NUL) * MAANDEN


def _rekening(opvang: object) -> Decimal:
    """What childcare costs a month, before any toeslag, as far as it is known."""
    plekken = opvang if isinstance(opvang, tuple) else ()
    return cent(
        sum(
            (
                plek.uren_maand * plek.uurprijs
                for plek in plekken
                if isinstance(plek, Opvang)
                and isinstance(plek.uren_maand, Decimal)
                and isinstance(plek.uurprijs, Decimal)
            ),
            NUL,
        )
    )
