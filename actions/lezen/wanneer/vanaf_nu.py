"""Days seen from today: "morgen", "volgende maand", "over twee weken", "afgelopen vrijdag"."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from actions.lezen.wanneer.vondst import (
    Dagen,
    Vondst,
    dagen_van,
    getal_hier,
    met_dagen,
    plus_maanden,
    zonder_maand,
)
from actions.lezen.wanneer.woorden import DAGEN, DELEN, DEZE, EENHEDEN, KORTE_DAGEN, LOS

_MEESTE: Final = 60
"""Of months, weeks or days ahead or back."""


def gewone_tijd(z: Dagen, i: int) -> Vondst | None:
    """ "vandaag", "morgen", "gisteren"."""
    dagen = LOS.get(z.woord(i))
    return None if dagen is None else Vondst(i, i + 1, (z.vandaag + timedelta(days=dagen),))


def deze_of_volgende(z: Dagen, i: int) -> Vondst | None:
    """ "volgende maand", "eind van de maand", "begin volgend jaar", "vorige week", "de eerste van de maand"."""
    begin, deel, dag = i, None, None
    if z.woord(i) in DELEN:
        deel = DELEN[z.woord(i)]
        i = z.na(i + 1, "van", "de")
    elif (dag := getal_hier(z.woord(i))) is not None and z.woord(i + 1) in ("van", "volgende", "deze"):
        i = z.na(i + 1, "van", "de")
    welke = DEZE.get(z.woord(i))
    if welke is not None:
        i += 1
    elif deel is None and dag is None:
        return None
    eenheid = EENHEDEN.get(z.woord(i))
    if eenheid is None or eenheid == "dag":
        return None
    eind, stap, nu = i + 1, welke or 0, z.vandaag
    if eenheid == "maand":
        eerste = plus_maanden(nu.replace(day=1), stap)
        laatste = plus_maanden(eerste, 1) - timedelta(days=1)
        if dag is not None and welke is None:
            return zonder_maand(z, begin, eind, dag)
        if dag is not None:
            return met_dagen(begin, eind, dagen_van(eerste.year, eerste.month, dag))
        gekozen = {"half": eerste.replace(day=15), "eind": laatste}.get(deel or "", eerste)
        return Vondst(begin, eind, (gekozen,), 31 if deel is None else 10)
    if dag is not None:
        return None
    if eenheid == "week":
        maandag = nu - timedelta(days=nu.weekday()) + timedelta(weeks=stap)
        weekdag = z.woord(z.na(eind, "op"))
        if weekdag in DAGEN and weekdag not in KORTE_DAGEN:
            return Vondst(begin, z.na(eind, "op") + 1, (maandag + timedelta(days=DAGEN[weekdag]),))
        if deel in ("half", "eind"):
            return Vondst(begin, eind, (maandag + timedelta(days=2 if deel == "half" else 6),), 3)
        return Vondst(begin, eind, (maandag if stap else nu,), 7)
    if eenheid == "weekend":
        return Vondst(begin, eind, (nu - timedelta(days=nu.weekday()) + timedelta(days=5, weeks=stap),), 2)
    if eenheid == "kwartaal":
        eerste = date(nu.year, (nu.month - 1) // 3 * 3 + 1, 1)
        return Vondst(begin, eind, (plus_maanden(eerste, 3 * stap),), 92)
    jaar = nu.year + stap
    if deel is None and z.woord(begin - 1) not in ("vanaf", "per", "ingang", "ingaande", "ingaand"):
        return Vondst(begin, eind, reden="alleen_jaar")
    return Vondst(
        begin,
        eind,
        (date(jaar, 12, 31) if deel == "eind" else date(jaar, 7 if deel == "half" else 1, 1),),
        10,
    )


def over_of_geleden(z: Dagen, i: int) -> Vondst | None:
    """ "over twee weken", "3 maanden geleden", "sinds een maand", "over een half jaar"."""
    begin, voor = i, z.woord(i)
    vooruit = voor in ("over", "na", "binnen")
    sinds = voor in ("sinds", "al", "sedert")
    if vooruit or sinds:
        i = z.na(i + 1, "ongeveer", "zon", "circa", "ruim", "al", "precies")
    j = z.na(i, "een", "n")
    if z.woord(j) in ("paar", "aantal", "enkele", "meerdere"):
        weg = vooruit or sinds or z.woord(j + 2) in ("geleden", "terug")
        return Vondst(begin, j + 2, reden="vaag") if weg and z.woord(j + 1) in EENHEDEN else None
    half = False
    if z.woord(i) in ("een", "n", "1") and z.woord(i + 1) in ("half", "halve"):
        i, half = i + 2, True
    elif z.woord(i) in ("half", "halve", "anderhalf", "anderhalve"):
        half = True
        i += 1
    aantal: int | None = 0 if half else getal_hier(z.woord(i), alleen_aantal=True)
    if half and z.woord(i - 1).startswith("ander"):
        aantal = 1
    if aantal is None or aantal > _MEESTE:
        return None
    j = i if half else i + 1
    eenheid = EENHEDEN.get(z.woord(j))
    if eenheid not in ("dag", "week", "maand", "jaar"):
        return None
    geleden = z.woord(j + 1) in ("geleden", "terug")
    if not (vooruit or sinds or geleden):
        return None
    kant = -1 if geleden or sinds else 1
    eind = j + 2 if geleden else j + 1
    if half and eenheid in ("dag", "week"):
        return Vondst(begin, eind, reden="vaag")
    if eenheid in ("maand", "jaar"):
        maanden = aantal * (12 if eenheid == "jaar" else 1) + (6 if half and eenheid == "jaar" else 0)
        dag = plus_maanden(z.vandaag, kant * maanden)
        dag += timedelta(days=15 * kant) if half and eenheid == "maand" else timedelta()
    else:
        dag = z.vandaag + kant * timedelta(days=aantal * (7 if eenheid == "week" else 1))
    return Vondst(begin, eind, (dag,))


def weekdag(z: Dagen, i: int) -> Vondst | None:
    """ "maandag", "aanstaande vrijdag", "afgelopen dinsdag", "maandag over een week"."""
    begin = i
    welke = z.woord(i) if z.woord(i) in DEZE else None
    if welke is not None:
        i += 1
    naam = z.woord(i)
    if naam not in DAGEN or naam in KORTE_DAGEN:
        return None
    eind = i + 1
    volgende = z.vandaag + timedelta(days=(DAGEN[naam] - z.vandaag.weekday() - 1) % 7 + 1)
    vorige = z.vandaag - timedelta(days=(z.vandaag.weekday() - DAGEN[naam] - 1) % 7 + 1)
    if (na := deze_of_volgende(z, eind)) is not None and na.duur == 7:
        week = na.dagen[0] - timedelta(days=na.dagen[0].weekday())
        return Vondst(begin, na.tot, (week + timedelta(days=DAGEN[naam]),))
    if (na := over_of_geleden(z, eind)) is not None and z.woord(eind) == "over" and na.dagen:
        return Vondst(begin, na.tot, (volgende + (na.dagen[0] - z.vandaag),))
    if z.woord(eind) in DEZE:
        welke, eind = z.woord(eind), eind + 1
    if welke in ("volgende", "volgend", "volg", "vlgnd"):
        return Vondst(begin, eind, (volgende, volgende + timedelta(days=7)), waarom="welke_dag")
    kant = None if welke is None else DEZE[welke]
    if kant is None:
        kant = {"komt": 1, "was": -1, None: None}[z.richting]
    if kant is None:
        return Vondst(begin, eind, (vorige, volgende), waarom="welke_dag")
    return Vondst(begin, eind, (vorige if kant < 0 else volgende,))
