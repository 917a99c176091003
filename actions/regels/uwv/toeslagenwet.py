"""Toeslag of the UWV (Toeslagenwet, TW): a benefit that is below the social minimum is raised to it.

Conditions
- The applicant or the partner has a benefit of the UWV: WW, illness or disability (ZW, WIA, WAO, WAZ), Wajong (art. 1 lid 1 d
  and 2).
- That person is 18 or older and has not reached AOW age (art. 2 lid 5 and 6).
- The other of two is not born after 31 December 1971, unless a child under 12 lives with them (art. 3). An age in whole years
  leaves that open for one age only; then the birth month is asked.
- Alone and under 21: not part of the parents' household (art. 2 lid 3); read as living in (`inwonend`) with a parent there.
- Income of both under the minimum (art. 2 lid 1, 2 and 7, art. 6): for two together, alone, alone under 21 by age, or alone with
  others from 27 years in the home (students and who rents by contract left out, as in art. 22a Pw).
Not a condition: savings or an own home (art. 2 and 6 look at income only), rent, how long the benefit has been paid.

The minimum is gross a day, without holiday pay. It is held against the gross income of the year: a day x 21.75 x 12, and the
holiday pay of art. 10 on top, as the income holds it too. Of work a part does not count for two years (art. 7): where there is
income from work the limit is higher by the most that can be left out. So above the limit is clearly too much.
Amount: none. It is never more than what the former wage (dagloon) leaves over (art. 8a), and that is only known to the UWV.
Gaps: income of the year stands for that of today (the reason says so); what counts as income exactly (Algemeen inkomensbesluit);
a foster child; living abroad (art. 4a); sanctions (art. 5); wage during illness that is topped up (art. 1 lid 1 e) unless it is
named as illness.
"""

from __future__ import annotations

from decimal import Decimal

from actions.regels.huishouden import Huishouden, Maandstand
from actions.regels.participatiewet import norm
from actions.regels.personen import Eis, ander, een_van_beiden, heeft_inkomen_uit, jaarinkomen, leeftijd
from actions.regels.regeling import Beoordeling, Reden, Regeling, Voorwaarde, Waarden
from actions.regels.waarden import GEEN, NEE, NUL, Bereik, Oordeel, een_van, kies, minder_dan, minstens, vast

UITKERINGEN = ("ww", "ziekte_arbeidsongeschikt", "wajong")
_WERK = ("loon", "eigen_bedrijf")
_VANAF_18, _VANAF_19, _VANAF_20, _VANAF_21 = Decimal(18), Decimal(19), Decimal(20), Decimal(21)
_MAANDEN, _HONDERD = Decimal(12), Decimal(100)
_MINIMUMLOON = "minimumloon.referentiemaandloon"
_NODIG = frozenset(
    {
        "dagbedrag_gehuwden",
        "dagbedrag_alleenstaande",
        "dagbedrag_woningdeler",
        "dagbedrag_20",
        "dagbedrag_19",
        "dagbedrag_18",
        "dagen_per_maand",
        "vakantie_uitkering_pct",
        "partner_geboren_na",
        "kind_jonger_dan",
        "woningdeler_vanaf_leeftijd",
        "vrijlating_max_pct",
        _MINIMUMLOON,
        norm.AOW_LEEFTIJD,
    }
)


def beoordeel(h: Huishouden, p: Waarden) -> Beoordeling:
    nu, samen = h.vandaag, norm.samen(h)
    jong_kind = _met_jong_kind(nu, p["kind_jonger_dan"])
    na = p["partner_geboren_na"]

    def ander_oud_genoeg(achter: str) -> Oordeel:
        return ~samen | minder_dan(h.geboortejaar(ander(achter)), na + 1) | jong_kind

    return Beoordeling(
        voorwaarden=(
            *een_van_beiden(
                samen,
                (
                    Eis(
                        "aow_leeftijd",
                        "TW art. 2 lid 6",
                        lambda achter: ~norm.aow_leeftijd(leeftijd(nu, achter), p),
                    ),
                    Eis(
                        "te_jong", "TW art. 2 lid 5", lambda achter: minstens(leeftijd(nu, achter), _VANAF_18)
                    ),
                    Eis(
                        "geen_uitkering_uwv",
                        "TW art. 1 lid 1",
                        lambda achter: heeft_inkomen_uit(h, achter, *UITKERINGEN),
                    ),
                    Eis("partner_geboren_na", "TW art. 3", ander_oud_genoeg, {"grensjaar": na}),
                ),
            ),
            Voorwaarde("bij_ouders", ~_bij_ouders(h, nu, samen), "TW art. 2 lid 3"),
            Voorwaarde("inkomen_te_hoog", _onder_minimum(h, nu, p, samen), "TW art. 6"),
        ),
        maand=norm.NIETS,
        jaar=norm.NIETS,
        let_op=("spaargeld_telt_niet", "geef_door", *_werk_telt_deels(h, p)),
        niet_te_bepalen="dagloon",
    )


def _met_jong_kind(nu: Maandstand, grens: Decimal) -> Oordeel:
    spoor = frozenset({"kinderen"})
    if nu.kinderen is None:
        return Oordeel(None, spoor, spoor)
    return een_van(minstens(k, NUL) & minder_dan(k, grens) for k in nu.kinderen) | Oordeel(False, GEEN, spoor)


def _bij_ouders(h: Huishouden, nu: Maandstand, samen: Oordeel) -> Oordeel:
    spoor = frozenset({"medebewoners"})
    if nu.medebewoners is None:
        ouder = Oordeel(None, spoor, spoor)
    else:
        ouder = een_van(m.is_ouder for m in nu.medebewoners) | Oordeel(False, GEEN, spoor)
    return ~samen & minder_dan(nu.leeftijd, _VANAF_21) & h.is_een_van("woonsituatie", "inwonend") & ouder


def minimum(h: Huishouden, nu: Maandstand, p: Waarden, samen: Oordeel) -> Bereik:
    """Gross euros a day, without holiday pay (art. 2 and 8)."""
    delers = norm.kostendelers(h, nu, {"kostendeler_vanaf_leeftijd": p["woningdeler_vanaf_leeftijd"]})
    vanaf_21 = kies(
        minstens(delers, norm.EEN), vast(p["dagbedrag_woningdeler"]), p["dagbedrag_alleenstaande"]
    )
    jong = kies(
        minstens(nu.leeftijd, _VANAF_20),
        vast(p["dagbedrag_20"]),
        kies(minstens(nu.leeftijd, _VANAF_19), vast(p["dagbedrag_19"]), p["dagbedrag_18"]),
    )
    alleen = kies(minstens(nu.leeftijd, _VANAF_21), vanaf_21, jong)
    return kies(samen, vast(p["dagbedrag_gehuwden"]), alleen)


def _onder_minimum(h: Huishouden, nu: Maandstand, p: Waarden, samen: Oordeel) -> Oordeel:
    maand = minimum(h, nu, p, samen) * p["dagen_per_maand"]
    vrij = kies(_werkt(h, "") | (samen & _werkt(h, "_partner")), _vrij_van_werk(p), NUL)
    grens = (maand + vrij) * _MAANDEN * (1 + p["vakantie_uitkering_pct"] / _HONDERD)
    inkomen = jaarinkomen(h, "") + kies(samen, jaarinkomen(h, "_partner"), NUL)
    return minder_dan(inkomen, grens)


def _vrij_van_werk(p: Waarden) -> Decimal:
    """The most of income from work that does not count, gross euros a month (art. 7 lid 2)."""
    return p[_MINIMUMLOON] * p["vrijlating_max_pct"] / _HONDERD


def _werkt(h: Huishouden, achter: str) -> Oordeel:
    naam = f"arbeidsinkomen{achter}_jaar"
    arbeid = h.feiten.get(naam)
    gezegd = (
        NEE
        if arbeid is None
        else Oordeel(isinstance(arbeid, Decimal) and arbeid > 0, GEEN, frozenset({naam}))
    )
    return heeft_inkomen_uit(h, achter, *_WERK) | gezegd


def _werk_telt_deels(h: Huishouden, p: Waarden) -> tuple[Reden, ...]:
    if not any(_werkt(h, achter).waarde for achter in ("", "_partner")):
        return ()
    return (Reden("werk_telt_deels", {"vrij": _vrij_van_werk(p)}),)


REGELING = Regeling(
    id="toeslagenwet",
    ronde=2,
    beoordeel=beoordeel,
    parameters=lambda _jaar: _NODIG,
    # Only today counts: no sum over a year that a birthday could change.
    leeftijdsgrenzen=lambda _p: {},
    uiterlijk=lambda _jaar: None,
)
