"""Days by the calendar: a day of a month, a month, a year, in digits or words."""

from __future__ import annotations

from datetime import date

from actions.lezen.wanneer.vondst import (
    Dagen,
    Vondst,
    dagen_van,
    getal_hier,
    jaarwoord,
    maand_hier,
    met_dagen,
    naar_richting,
    zonder_jaar,
    zonder_maand,
)
from actions.lezen.wanneer.woorden import DAGEN, DELEN, DEZE, EENHEDEN, RANG


def in_cijfers(z: Dagen, i: int) -> Vondst | None:
    """ "1-12", "01/12/2026", "2026-12-01", "12-2026"."""
    woord = z.woord(i)
    punt = "." in woord
    stukken = woord.replace("/", "-").replace(".", "-").split("-")
    if len(stukken) not in (2, 3) or not all(s.isdecimal() and len(s) in (1, 2, 4) for s in stukken):
        return None
    if woord in ("24/7", "24-7") or (punt and len(stukken) == 2 and len(stukken[1]) == 4):
        return None
    getallen = [int(s) for s in stukken]
    vier = [len(s) == 4 for s in stukken]
    if len(stukken) == 2 and (z.woord(i + 1) in EENHEDEN or maand_hier(z, i + 1)):
        # "2-3 weken", "1-15 december"
        eind = i + 2
        return Vondst(i, eind, reden="vaag" if z.woord(i + 1) in EENHEDEN else "twee_dagen")
    if len(stukken) == 2 and not any(vier):
        dagen = zonder_jaar(z, getallen[1], getallen[0])
        vondst = met_dagen(i, i + 1, dagen)
        return None if punt and vondst.reden else met_jaarwoord(z, vondst, getallen[1], getallen[0])
    if vier == [False, True] or vier == [True, False]:
        jaar, maand = (getallen[1], getallen[0]) if vier[1] else (getallen[0], getallen[1])
        return met_dagen(i, i + 1, dagen_van(jaar, maand, 1), 31)
    if vier in ([False, False, True], [False, False, False]):
        jaar = getallen[2] if vier[2] else 2000 + getallen[2]
        return met_dagen(i, i + 1, dagen_van(jaar, getallen[1], getallen[0]))
    if vier == [True, False, False]:
        return met_dagen(i, i + 1, dagen_van(getallen[0], getallen[1], getallen[2]))
    return Vondst(i, i + 1, reden="geen_dag")


def dag_van_maand(z: Dagen, i: int) -> Vondst | None:
    """ "1 december", "de eerste van maart 2027", "dinsdag 1 december", "maart 1"."""
    begin, weekdag = i, None
    vooraf = jaarwoord(z, i) if z.woord(i) in DEZE else None
    if vooraf is not None:
        # "volgend jaar 1 maart"
        i = z.na(vooraf[1], "op", "per", "vanaf", "de")
    if z.woord(i) in DAGEN:
        weekdag = DAGEN[z.woord(i)]
        i = z.na(i + 1, "de", "op")
    dag = getal_hier(z.woord(i))
    if dag is None:
        return None
    j = i + 1
    tweede = getal_hier(z.woord(j + 1)) if z.woord(j) in ("of", "en", "tot") else None
    if tweede is not None and maand_hier(z, j + 2):
        return Vondst(begin, j + 3, reden="twee_dagen")
    j = z.na(j, "van", "de", *(() if z.woord(i).isdecimal() else ("in",)))  # not "wordt 18 in mei"
    maand = maand_hier(z, j)
    if not maand:
        return None
    if vooraf is not None:
        return met_dagen(begin, j + 1, dagen_van(vooraf[0], maand, dag))
    vondst = met_dagen(begin, j + 1, zonder_jaar(z, maand, dag))
    vondst = met_jaarwoord(z, vondst, maand, dag)
    if weekdag is not None and vondst.dagen:
        goed = tuple(d for d in vondst.dagen if d.weekday() == weekdag)
        return Vondst(begin, vondst.tot, goed or vondst.dagen)
    return vondst


def maand_alleen(z: Dagen, i: int) -> Vondst | None:
    """ "maart", "eind januari", "maart volgend jaar", "december 2026". A month is its first day."""
    begin, deel, jaar, i, heeft_jaar = i, None, None, i, False
    if z.woord(i) in DELEN:
        deel = DELEN[z.woord(i)]
        i = z.na(i + 1, "van", "de", "in")
    if (vooraf := jaarwoord(z, i)) is not None:
        # "volgend jaar maart", "komende mei"
        jaar, i = vooraf
        heeft_jaar = True
        i = z.na(i, "in", "per", "vanaf", "op", "de", "maand")
    elif z.woord(i) in DEZE and maand_hier(z, i + 1):
        i += 1
    maand = maand_hier(z, i, los=not heeft_jaar and deel is None)
    if not maand:
        return None
    dag = {"half": 15, "eind": 31}.get(deel or "", 1)
    na = z.woord(i + 1)
    if deel is None and not heeft_jaar and (achter := getal_hier(na)) is not None and not na.isalpha():
        # "december 1"; "december 26" may be a day or a year.
        dagen = zonder_jaar(z, maand, achter)
        if 24 <= achter <= 29 and len(na.strip("'")) == 2 and na.isdecimal():
            return Vondst(begin, i + 2, (*dagen, *dagen_van(2000 + achter, maand, 1)), waarom="welke_dag")
        return met_jaarwoord(z, met_dagen(begin, i + 2, dagen), maand, achter)
    duur = 31 if deel is None else 10
    if heeft_jaar:
        assert jaar is not None
        return met_dagen(begin, i + 1, dagen_van(jaar, maand, dag, eind=deel == "eind"), duur)
    vondst = met_dagen(begin, i + 1, zonder_jaar(z, maand, dag, eind=deel == "eind"), duur)
    return met_jaarwoord(z, vondst, maand, dag, eind=deel == "eind")


def dag_alleen(z: Dagen, i: int) -> Vondst | None:
    """ "de 1e", "vanaf de 15e", "de eerste": of this month or the next one."""
    woord = z.woord(i)
    rang = woord in RANG or (woord[:1].isdecimal() and woord[-1:].isalpha())
    voor = z.woord(i - 1)
    if not rang or z.woord(i + 1).isalpha():
        return None
    # "Zwanger van de tweede" is no day; "per de eerste" is.
    if (
        woord.isalpha()
        and (voor != "de" or z.woord(i - 2) not in ("", "per", "vanaf", "op", "sinds"))
        and voor not in ("per", "vanaf")
    ):
        return None
    dag = getal_hier(woord)
    return Vondst(i, i + 1, reden="geen_dag") if dag is None else zonder_maand(z, i, i + 1, dag)


def jaar_alleen(z: Dagen, i: int) -> Vondst | None:
    woord = z.woord(i)
    if (
        len(woord) != 4
        or not woord.isdecimal()
        or not 2010 <= int(woord) <= 2040
        or z.woord(i + 1) in ("euro", "per")
    ):
        return None
    deel = DELEN.get(z.woord(i - 1)) or DELEN.get(z.woord(i - 2))
    if deel == "eind":
        return Vondst(i, i + 1, (date(int(woord), 12, 31),))
    if deel == "begin" or z.woord(i - 1) in ("vanaf", "per", "ingang"):
        return Vondst(i, i + 1, (date(int(woord), 1, 1),))
    return Vondst(i, i + 1, reden="alleen_jaar")


def feestdag(z: Dagen, i: int) -> Vondst | None:
    woord = z.woord(i)
    if woord in ("nieuwjaar", "jaarwisseling", "nieuwjaarsdag"):
        return Vondst(i, i + 1, zonder_jaar(z, 1, 1))
    if woord in ("kerst", "kerstmis", "kerstdag"):
        return Vondst(i, i + 1, zonder_jaar(z, 12, 25))
    if woord in ("nieuwe", "nieuw") and EENHEDEN.get(z.woord(i + 1)) == "jaar":
        return Vondst(i, i + 2, reden="alleen_jaar")
    return None


def weeknummer(z: Dagen, i: int) -> Vondst | None:
    """ "Week 50"."""
    nr = z.woord(i + 1)
    if z.woord(i) != "week" or not nr.isdecimal() or not 1 <= int(nr) <= 52:
        return None
    maandagen = [date.fromisocalendar(z.vandaag.year + n, int(nr), 1) for n in (-1, 0, 1)]
    return Vondst(i, i + 2, naar_richting(z, maandagen), 7)


def met_jaarwoord(z: Dagen, vondst: Vondst, maand: int, dag: int, *, eind: bool = False) -> Vondst:
    """The same with the year behind it, or "aanstaande", "jongstleden"."""
    i = z.na(vondst.tot, "van", "in", "het")
    gevonden = jaarwoord(z, i)
    if gevonden is None and vondst.duur == 1 and len(z.woord(i)) == 2 and z.woord(i).isdecimal():
        gevonden = (2000 + int(z.woord(i)), i + 1)  # "1 dec 26"
    if gevonden is not None:
        jaar, tot = gevonden
        return met_dagen(vondst.van, tot, dagen_van(jaar, maand, dag, eind=eind), vondst.duur)
    if z.woord(vondst.tot) in DEZE and EENHEDEN.get(z.woord(vondst.tot + 1)) is None:
        return Vondst(vondst.van, vondst.tot + 1, vondst.dagen, vondst.duur, vondst.reden)
    return vondst
