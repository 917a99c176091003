"""IOAW (Wet inkomensvoorziening oudere en gedeeltelijk arbeidsongeschikte werkloze werknemers): after the WW, for older people.

Conditions
- The applicant or the partner is under AOW age (art. 2, 6 lid 1 f), born before 1 January 1965 (art. 2 a 1°; an age in whole
  years leaves that open for one age only, then the birth month is asked) and has no work as main income.
- That person became unemployed at 50 or older (art. 2 a 1°). Only the applicant is asked; for a partner the gemeente finds out.
- The WW has ended (art. 2 a 3°). Nobody is asked: WW that is known to go on for long (`ww_einddatum`) is a no, otherwise the
  right begins when it stops, and the outcome says so.
- Income of both under the grondslag (art. 5 and 8; see `grondslag`). WW does not count in it: it stops first.
- Lawful residence (art. 6 lid 1 b).
Not a condition: savings, an own home.
Who lives on bijstand is asked nothing for this: the gemeente has the answers. What is known still counts.

Amount: none. It depends on the WW that was paid (longer than three months, to its end; art. 2 a 2° and 3°) and may be lower
because of the former wage (art. 5 lid 5).
Gaps: the second road, of who was partly disabled and got better (art. 2 b), is told, not decided; exemptions for work (art. 8
lid 2 and on) are for who has the benefit already; a partner without right (art. 6 lid 2).
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from actions.regels.gemeente.grondslag import NODIG, blijvend_inkomen, grondslag
from actions.regels.huishouden import Huishouden
from actions.regels.participatiewet import middelen, norm
from actions.regels.participatiewet.soort import krijgt_bijstand
from actions.regels.personen import Eis, een_van_beiden, hoofdinkomen_is, leeftijd
from actions.regels.regeling import Beoordeling, Regeling, Voorwaarde, Waarden
from actions.regels.waarden import GEEN, JA, Bereik, Oordeel, minder_dan, minstens

_WERK = ("loon", "eigen_bedrijf")
_NABIJ_DAGEN = 92
"""WW that ends within three months: near enough to look at the IOAW now. Ours, not of the law."""
_FEIT_WERKLOOS, _FEIT_EINDE = "werkloos_vanaf_leeftijd", "ww_einddatum"


def beoordeel(h: Huishouden, p: Waarden) -> Beoordeling:
    nu, samen = h.vandaag, norm.samen(h)
    grensjaar = p["geboren_voor_jaar"]

    def oud_genoeg(achter: str) -> Oordeel:
        return _niet_vragen_naast_bijstand(h, achter, minder_dan(h.geboortejaar(achter), grensjaar))

    return Beoordeling(
        voorwaarden=(
            *een_van_beiden(
                samen,
                (
                    Eis(
                        "aow_leeftijd",
                        "IOAW art. 6 lid 1",
                        lambda achter: ~norm.aow_leeftijd(leeftijd(nu, achter), p),
                    ),
                    Eis(
                        "te_laat_geboren",
                        "IOAW art. 2",
                        oud_genoeg,
                        {"grensjaar": grensjaar} | norm.personen(h),
                    ),
                    Eis(
                        "heeft_werk",
                        "IOAW art. 2",
                        lambda achter: ~hoofdinkomen_is(h, achter, *_WERK),
                    ),
                    Eis("ww_loopt_nog", "IOAW art. 2", lambda achter: _ww_stopt(h, achter)),
                    Eis(
                        "werkloos_te_jong",
                        "IOAW art. 2",
                        lambda achter: _laat_werkloos(h, achter, p),
                        {"leeftijd": p[_FEIT_WERKLOOS]},
                    ),
                ),
            ),
            Voorwaarde("geen_verblijfsrecht", middelen.verblijf(h).oordeel, "IOAW art. 6 lid 1"),
            Voorwaarde(
                "inkomen_te_hoog",
                minder_dan(blijvend_inkomen(h, "ww"), grondslag(h, nu, p)),
                "IOAW art. 5 lid 1",
                norm.personen(h),
            ),
        ),
        maand=norm.NIETS,
        jaar=norm.NIETS,
        let_op=(
            "spaargeld_telt_niet",
            *(("vraag_na_ww",) if _heeft_ww(h) else ()),
            "deels_arbeidsongeschikt",
            "geef_door",
        ),
        niet_te_bepalen="ww_verleden",
    )


def _niet_vragen_naast_bijstand(h: Huishouden, achter: str, oordeel: Oordeel) -> Oordeel:
    """Open is good enough for who lives on bijstand."""
    if (
        oordeel.waarde is None
        and krijgt_bijstand(h.feiten, achter)
        and h.feiten.get(f"leeftijd{achter}") is not None
    ):
        return Oordeel(True, GEEN, oordeel.feiten)
    return oordeel


def _ww_stopt(h: Huishouden, achter: str) -> Oordeel:
    """No WW that is known to go on. The date is the applicant's."""
    einde = h.feiten.get(_FEIT_EINDE)
    if achter or not isinstance(einde, date) or h.feiten.get("inkomen_soort") != "ww":
        return JA
    return Oordeel((einde - h.peildatum).days <= _NABIJ_DAGEN, GEEN, frozenset({_FEIT_EINDE}))


def _laat_werkloos(h: Huishouden, achter: str, p: Waarden) -> Oordeel:
    if achter:
        return JA
    bekend = h.feiten.get(_FEIT_WERKLOOS)
    spoor = frozenset({_FEIT_WERKLOOS})
    if isinstance(bekend, int):
        jaren = Decimal(bekend)
        return minstens(Bereik(jaren, jaren, GEEN, spoor), p[_FEIT_WERKLOOS])
    return JA if krijgt_bijstand(h.feiten, "") else Oordeel(None, spoor, spoor)


def _heeft_ww(h: Huishouden) -> bool:
    return "ww" in (h.feiten.get("inkomen_soort"), h.feiten.get("inkomen_soort_partner"))


REGELING = Regeling(
    id="ioaw",
    ronde=2,
    beoordeel=beoordeel,
    parameters=lambda _jaar: NODIG | {"geboren_voor_jaar", _FEIT_WERKLOOS},
    # Only today counts: no sum over a year that a birthday could change.
    leeftijdsgrenzen=lambda _p: {},
    uiterlijk=lambda _jaar: None,
)
