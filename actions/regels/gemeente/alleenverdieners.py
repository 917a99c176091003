"""Tegemoetkoming for single earners (Pw art. 78gg): a couple on one benefit that has less than a couple on bijstand.

Conditions
- Two toeslagpartners.
- One of them has a benefit that is not bijstand: WW, illness or disability (a private one counts), Wajong, Anw.
- The other has (nearly) no income. The law gives no amount. The trouble comes from a tax credit that the other cannot use, so
  from the income that uses it up (algemene heffingskorting / rate of the first bracket) on it is certain that it is not this.
- Together not above the income at which the zorgtoeslag of a couple ends: from there on net income alone is about what a couple
  on bijstand has with its toeslagen. Ours: the law compares each household (net income and toeslagen against a couple on
  bijstand), and so does the gemeente.
Not a condition: savings, as far as the facts tell; children; AOW age.

Amount: fixed for the year, the same for everybody, so it is told. Whether this household is one of the few thousand is for the
gemeente: most get it by themselves, from a list of the Belastingdienst, others report themselves.
Gaps: art. 78gg itself was not read, only what describes it; local rules for who reports; alimony and a pension as only income.
"""

from __future__ import annotations

from decimal import Decimal

from actions.regels.huishouden import Huishouden
from actions.regels.participatiewet import norm
from actions.regels.personen import Eis, ander, een_van_beiden, heeft_inkomen_uit, jaarinkomen
from actions.regels.regeling import Beoordeling, Reden, Regeling, Voorwaarde, Waarden
from actions.regels.waarden import Oordeel, hoogstens, minder_dan

UITKERINGEN = ("ww", "ziekte_arbeidsongeschikt", "wajong", "anw")
_KORTING, _TARIEF = "inkomstenbelasting.ahk_max", "inkomstenbelasting.schijf1_pct"
_GRENS = "zorgtoeslag.inkomensgrens_partner"
_BEDRAG = "tegemoetkoming"
_HONDERD = Decimal(100)


def beoordeel(h: Huishouden, p: Waarden) -> Beoordeling:
    samen = h.ja("partner")
    partner = Voorwaarde("geen_partner", samen, "Pw art. 78gg")
    voorwaarden = (partner,) if samen.waarde is False else (partner, *_van_een_paar(h, p, samen))
    return Beoordeling(
        voorwaarden=voorwaarden,
        maand=None,
        jaar=norm.NIETS,
        let_op=_let_op(p),
        niet_te_bepalen="gemeente_vergelijkt",
    )


def _van_een_paar(h: Huishouden, p: Waarden, samen: Oordeel) -> tuple[Voorwaarde, ...]:
    genoeg = p[_KORTING] * _HONDERD / p[_TARIEF]
    return (
        *een_van_beiden(
            samen,
            (
                Eis(
                    "geen_uitkering",
                    "Pw art. 78gg",
                    lambda achter: heeft_inkomen_uit(h, achter, *UITKERINGEN),
                ),
                Eis(
                    "ander_heeft_inkomen",
                    "Pw art. 78gg",
                    lambda achter: minder_dan(jaarinkomen(h, ander(achter)), genoeg),
                ),
            ),
        ),
        Voorwaarde(
            "inkomen_te_hoog",
            hoogstens(jaarinkomen(h, "") + jaarinkomen(h, "_partner"), p[_GRENS]),
            "Pw art. 78gg",
        ),
    )


def _let_op(p: Waarden) -> tuple[Reden, ...]:
    return Reden("vast_bedrag", {"per_jaar": p[_BEDRAG]}), Reden("vaak_vanzelf")


REGELING = Regeling(
    id="alleenverdieners",
    ronde=2,
    beoordeel=beoordeel,
    parameters=lambda _jaar: frozenset({_BEDRAG, _KORTING, _TARIEF, _GRENS}),
    leeftijdsgrenzen=lambda _p: {},
    uiterlijk=lambda _jaar: None,
    ritme="jaar",
)
