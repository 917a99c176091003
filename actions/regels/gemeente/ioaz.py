"""IOAZ (Wet inkomensvoorziening oudere en gedeeltelijk arbeidsongeschikte gewezen zelfstandigen): who has to stop a business.

Conditions
- The applicant or the partner is under AOW age (art. 2 lid 1 1°, 6 lid 2 g), 55 or older (2 lid 1 2°) and has an own business.
  It must be stopped for the right, but the application comes before that, or at most three months after (art. 5 lid 2 onder 4).
- Going on, the business would earn less than the limit a year (art. 5 lid 2 onder 3): the income of this year stands for it.
- Other income of both, that stays when the business stops, is under the grondslag (art. 5 lid 1 and 8; see `grondslag`).
- Lawful residence (art. 6 lid 2 c).
Not a condition: savings. Above a large amount a percentage of them counts as income (art. 8 lid 2); that is told, not asked, as
what the business is worth when it stops is not known.

Amount: none. Ten years of work, the income of the last three book years and whether the business can go on are judged by the
gemeente (art. 5 lid 2 onder 1 to 3).
Gaps: who stopped less than three months ago names no business any more (the reason says so); the road of who is partly
disabled; other forms of company (art. 2 lid 3 and 4); enough hours (art. 2 lid 5); a partner without right (art. 6 lid 3).
"""

from __future__ import annotations

from actions.regels.gemeente.grondslag import NODIG, blijvend_inkomen, grondslag
from actions.regels.huishouden import Huishouden
from actions.regels.participatiewet import middelen, norm
from actions.regels.personen import Eis, een_van_beiden, heeft_inkomen_uit, jaarinkomen, leeftijd
from actions.regels.regeling import Beoordeling, Reden, Regeling, Voorwaarde, Waarden
from actions.regels.waarden import minder_dan, minstens

_EIGEN_BEDRIJF = "eigen_bedrijf"
_NODIG = NODIG | {
    "gestopt_vanaf_leeftijd",
    "inkomen_bij_doorgaan_max",
    "aanvraag_na_stoppen_maanden",
    "stoppen_na_aanvraag_maanden",
    "vermogen_vrij",
    "inkomen_uit_vermogen_pct",
}


def beoordeel(h: Huishouden, p: Waarden) -> Beoordeling:
    nu = h.vandaag
    return Beoordeling(
        voorwaarden=(
            *een_van_beiden(
                norm.samen(h),
                (
                    Eis(
                        "aow_leeftijd",
                        "IOAZ art. 6 lid 2",
                        lambda achter: ~norm.aow_leeftijd(leeftijd(nu, achter), p),
                    ),
                    Eis(
                        "te_jong",
                        "IOAZ art. 2 lid 1",
                        lambda achter: minstens(leeftijd(nu, achter), p["gestopt_vanaf_leeftijd"]),
                        {"leeftijd": p["gestopt_vanaf_leeftijd"]},
                    ),
                    Eis(
                        "geen_eigen_bedrijf",
                        "IOAZ art. 2 lid 1",
                        lambda achter: heeft_inkomen_uit(h, achter, _EIGEN_BEDRIJF),
                        {"maanden": p["aanvraag_na_stoppen_maanden"]},
                    ),
                    Eis(
                        "inkomen_te_hoog",
                        "IOAZ art. 5 lid 2",
                        lambda achter: minder_dan(jaarinkomen(h, achter), p["inkomen_bij_doorgaan_max"]),
                        {"grens": p["inkomen_bij_doorgaan_max"]},
                    ),
                ),
            ),
            Voorwaarde("geen_verblijfsrecht", middelen.verblijf(h).oordeel, "IOAZ art. 6 lid 2"),
            Voorwaarde(
                "ander_inkomen_te_hoog",
                minder_dan(blijvend_inkomen(h, _EIGEN_BEDRIJF), grondslag(h, nu, p)),
                "IOAZ art. 5 lid 1",
                norm.personen(h),
            ),
        ),
        maand=norm.NIETS,
        jaar=norm.NIETS,
        let_op=_let_op(p),
        niet_te_bepalen="bedrijf_verleden",
    )


def _let_op(p: Waarden) -> tuple[Reden, ...]:
    maanden = {"maanden": p["aanvraag_na_stoppen_maanden"], "stoppen": p["stoppen_na_aanvraag_maanden"]}
    vermogen = {"vrij": p["vermogen_vrij"], "procent": p["inkomen_uit_vermogen_pct"]}
    return Reden("vraag_op_tijd", maanden), Reden("vermogen", vermogen), Reden("geef_door")


REGELING = Regeling(
    id="ioaz",
    ronde=2,
    beoordeel=beoordeel,
    parameters=lambda _jaar: _NODIG,
    # Only today counts: no sum over a year that a birthday could change.
    leeftijdsgrenzen=lambda _p: {},
    uiterlijk=lambda _jaar: None,
)
