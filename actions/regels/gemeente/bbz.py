"""Bbz (Besluit bijstandverlening zelfstandigen 2004): bijstand for who has a business of their own.

Conditions
- The applicant or the partner is 18 or older, under AOW age and has an own business as income (art. 1 b).
- Income of both clearly not above the norm of the bijstand (art. 1 g, 2 lid 1; the norm: see `norm`). From a business a fixed
  percentage is taken off for tax (art. 6 lid 2); the norm is raised by the health insurance contribution (art. 1 g), here taken
  off the income. Other income counts net. Between this and the tax that is really paid the outcome stays open.
- Lawful residence (Pw art. 11).
Not a condition: savings. What the business needs does not count, an own home neither (art. 7), and the limits of art. 3 only say
whether help is a gift or a loan.

Amount: none. Whether the business can live on (art. 1 c, 2), the hours, the book year and the form of the help are judged by the
gemeente.
Gaps: who starts from a benefit (art. 2 lid 1 b, lid 3) has no business yet, the reason tells; a loan for the business (art. 20)
knows no limit of income, the reason tells that too; bijzondere bijstand raises the norm.
"""

from __future__ import annotations

from decimal import Decimal

from actions.regels.huishouden import Huishouden
from actions.regels.participatiewet import middelen, norm, uitkering
from actions.regels.personen import Eis, een_van_beiden, heeft_inkomen_uit, jaarinkomen, leeftijd
from actions.regels.regeling import Beoordeling, Reden, Regeling, Voorwaarde, Waarden
from actions.regels.waarden import Bereik, kies, minder_dan, minstens

_EIGEN_BEDRIJF = "eigen_bedrijf"
_VANAF_18 = Decimal(18)
_MAANDEN, _HONDERD = Decimal(12), Decimal(100)
_BELASTING, _ZVW = "belasting_pct", "inkomstenbelasting.zvw_pct"
_DUUR, _VERLENGING = "bijstand_maanden", "bijstand_verlenging_maanden"


def beoordeel(h: Huishouden, p: Waarden) -> Beoordeling:
    n = uitkering.van_bron(p)
    nu = h.vandaag
    inkomen = _inkomen(h, "", p) + middelen.van_partner(h, lambda: _inkomen(h, "_partner", p))
    return Beoordeling(
        voorwaarden=(
            *een_van_beiden(
                norm.samen(h),
                (
                    Eis(
                        "aow_leeftijd",
                        "Bbz art. 1",
                        lambda achter: ~norm.aow_leeftijd(leeftijd(nu, achter), n),
                    ),
                    Eis("te_jong", "Bbz art. 1", lambda achter: minstens(leeftijd(nu, achter), _VANAF_18)),
                    Eis(
                        "geen_eigen_bedrijf",
                        "Bbz art. 1",
                        lambda achter: heeft_inkomen_uit(h, achter, _EIGEN_BEDRIJF),
                    ),
                ),
            ),
            middelen.verblijf(h),
            Voorwaarde("inkomen_te_hoog", minder_dan(inkomen, norm.norm(h, nu, n)), "Bbz art. 6; Pw art. 19"),
        ),
        maand=norm.NIETS,
        jaar=norm.NIETS,
        let_op=_let_op(p),
        niet_te_bepalen="levensvatbaar",
    )


def _inkomen(h: Huishouden, achter: str, p: Waarden) -> Bereik:
    """Euros a month as the Bbz counts them, at the least."""
    bedrijf = heeft_inkomen_uit(h, achter, _EIGEN_BEDRIJF)
    deel = 1 - (p[_BELASTING] + p[_ZVW]) / _HONDERD
    return kies(bedrijf, jaarinkomen(h, achter) * deel / _MAANDEN, middelen.netto_inkomen(h, achter))


def _let_op(p: Waarden) -> tuple[Reden, ...]:
    hoe_lang = Reden("hoe_lang", {"maanden": p[_DUUR], "langer": p[_VERLENGING]})
    return Reden("lening"), hoe_lang, Reden("geef_door")


def _parameters(jaar: int) -> frozenset[str]:
    van_bijstand = frozenset(f"bijstand.{naam}" for naam in norm.nodig(jaar))
    return van_bijstand | {_BELASTING, _ZVW, _DUUR, _VERLENGING, norm.AOW_LEEFTIJD}


REGELING = Regeling(
    id="bbz",
    ronde=2,
    beoordeel=beoordeel,
    parameters=_parameters,
    # Only today counts: no sum over a year that a birthday could change.
    leeftijdsgrenzen=lambda _p: {},
    uiterlijk=lambda _jaar: None,
)
