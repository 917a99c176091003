"""Changing an answer: how things stood before it, what came back or fell away, and what it did to the amounts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from actions.gesprek import gebeurtenis, overzicht, rekenen
from actions.gesprek.antwoord import LIJSTEN, feit_van
from actions.gesprek.rekenen import open_vragen, tussenstand
from actions.gesprek.vragen import laat_wachten, stel_vraag
from actions.gesprek.werk import Werk
from actions.regels.paden import is_maand
from actions.regels.regeling import Uitkomst

Stand = Mapping[str, Any]
"""One outcome, to compare before with after (JSON)."""
_MEESTE_REGELS = 6
_MEESTE_NAMEN = 4


def begin(werk: Werk, feit: str) -> None:
    """From here on this answer is being changed: keep how things stand. A change that is still waiting for questions is told
    together with this one."""
    laat_wachten(werk, feit)
    gebeurtenis.verbeterd(werk, feit)
    lopend = werk.staat.extra.get("wijziging")
    eerst, open_ = {u.regeling: _stand_van(u) for u in _besproken(werk)}, _open(werk)
    nu: dict[str, Any] = {
        "feit": feit,
        "was": werk.staat.feiten.get(feit),
        "gegeven": False,
        "gemeld": False,
        "rij": [],
        "beeld": list(overzicht.feiten_in_beeld(werk)),
        "te_vragen": open_,
    }
    if lopend is None or not lopend["gegeven"]:
        nu |= {"eerst": eerst, "totaal": _totaal(werk), "open": open_, "wacht": sorted(_wachtend(werk))}
    else:
        wacht = _wachtend(werk)
        nu["eerst"] = {**eerst, **{id_: stand for id_, stand in lopend["eerst"].items() if id_ in wacht}}
    werk.onthoud(wijziging={**(lopend or {}), **nu})
    _onthoud_grenzen(werk, feit)


def stel(werk: Werk, feit: str) -> None:
    """Ask the fact that is changed. Of what is asked child by child, every child that was told of, in a row."""
    maanden = werk.staat.feiten[feit] if feit == "kinderen_geboortemaand" else ()
    nummers = [nummer for nummer, maand in enumerate(maanden, start=1) if maand is not None]
    if nummers:
        _zet(werk, rij=[[feit, nummer] for nummer in nummers[1:]])
    stel_vraag(werk, feit, nummers[0] if nummers else None)


def laat_zitten(werk: Werk) -> bool:
    """Back before the new answer was given: the old one stays. False when nothing is being changed."""
    open_ = werk.staat.open_vraag
    if open_ is None or not rekenen.wordt_gewijzigd(werk.staat, open_.vraag):
        return False
    werk.onthoud(wijziging=None)
    werk.sluit_vraag()
    werk.zeg("wijziging.gelaten")
    return True


def gegeven(werk: Werk, vraag: str) -> None:
    """An answer was stored: if it is the one being changed, it counts from now on."""
    wijziging = werk.staat.extra.get("wijziging")
    if wijziging and not wijziging["gegeven"] and feit_van(vraag) == wijziging["feit"]:
        _zet(werk, gegeven=True)
        _vraag_scherper(werk, wijziging.get("grenzen", {}))


def zeg_terug(werk: Werk, feiten: Iterable[str]) -> None:
    """What was answered before and counts again."""
    beeld = overzicht.feiten_in_beeld(werk)
    zinnen = [
        werk.tekst("ook.eerst", label=werk.vraag(f).label, waarde=overzicht.in_woorden(werk, f))
        for f in feiten
        if f in beeld
    ]
    if zinnen:
        werk.zeg("wijziging.weet_nog", zinnen=zinnen)


def volgende(werk: Werk) -> tuple[str, int | None] | None:
    """What must still be asked anew of the fact itself."""
    wijziging = werk.staat.extra.get("wijziging")
    if not wijziging or not wijziging["rij"]:
        return None
    (vraag, nummer), *rij = wijziging["rij"]
    _zet(werk, rij=rij)
    return vraag, nummer


def toon(werk: Werk) -> None:
    """After an answer: what the change did. While it waits for answers only what is certain, and which answers those are."""
    wijziging = werk.staat.extra.get("wijziging")
    if not wijziging or not wijziging["gegeven"] or _nog_in_de_lijst(werk, wijziging["feit"]):
        return
    nieuw = [v for v in _open(werk) if v not in wijziging["open"] and v != wijziging["feit"]]
    nu = {u.regeling: _stand_van(u) for u in werk.uitslag.uitkomsten}
    # One that waits for an answer has something to tell when its amount is known already and another.
    wacht = {
        id_
        for id_ in _wachtend(werk)
        if nu[id_]["maand"] in (None, wijziging["eerst"].get(id_, nu[id_])["maand"])
    }
    # What was known before the change and is not now waits for it; so does what only now is asked.
    hangt = bool(nieuw) or any(id_ in wacht and id_ not in wijziging["wacht"] for id_ in _gevraagd(werk))
    eerste_keer = not wijziging["gemeld"]
    if hangt and not eerste_keer:
        return
    telt = [id_ for id_ in wijziging["eerst"] if id_ in nu and id_ not in wacht]
    if not eerste_keer:
        telt = [id_ for id_ in telt if id_ not in wijziging["wacht"]]
    telt = [id_ for id_ in telt if id_ in _gevraagd(werk) or nu[id_]["recht"] != "onbekend"]
    anders = [id_ for id_ in telt if _is_nieuws(wijziging["eerst"][id_], nu[id_])]
    regels = _regels(werk, anders, wijziging["eerst"], nu)
    totaal = (
        _totaalregel(werk, wijziging["totaal"]) if anders and not hangt and not _mist(werk, wijziging) else []
    )
    vervallen = _vervallen(werk, wijziging) if eerste_keer else []
    delen = []
    if regels or totaal:
        delen.append(
            "\n\n".join([werk.tekst("wijziging.kop"), *(["\n".join(regels)] if regels else []), *totaal])
        )
    elif not hangt and (eerste_keer or not wijziging.get("verteld")):
        zelfde = (
            eerste_keer and not vervallen and werk.staat.feiten.get(wijziging["feit"]) == wijziging["was"]
        )
        delen.append(werk.tekst("wijziging.zelfde" if zelfde else "wijziging.niets"))
    elif hangt:
        delen.append(werk.tekst("wijziging.genoteerd"))
    genoemd = wijziging.get("genoemd", [])
    te_noemen = [vraag for vraag in nieuw if vraag not in genoemd]
    if te_noemen and eerste_keer:
        ook = len(_open(werk)) > len(te_noemen)
        delen.append(_met_namen(werk, "wijziging.nog", te_noemen, ook=ook))
    if vervallen:
        delen.append(_met_namen(werk, "wijziging.vervallen", vervallen))
    if delen:
        werk.bericht("\n\n".join(delen))
    if hangt:
        eerst = {**wijziging["eerst"], **{id_: nu[id_] for id_ in anders}}
        _zet(werk, eerst=eerst, gemeld=True, verteld=bool(anders), genoemd=[*genoemd, *te_noemen])
    else:
        werk.onthoud(wijziging=None)


def _zet(werk: Werk, **velden: Any) -> None:
    werk.onthoud(wijziging={**werk.staat.extra["wijziging"], **velden})


# --- how things stand ------------------------------------------------------------------------------------------------


def _gevraagd(werk: Werk) -> frozenset[str]:
    """The schemes of the rounds that were asked."""
    gekozen = int(werk.staat.extra.get("ronde", 1))
    return frozenset(
        id_ for id_ in werk.staat.scope if id_ in werk.catalogus and werk.catalogus[id_].ronde <= gekozen
    )


def _besproken(werk: Werk) -> list[Uitkomst]:
    """The outcomes that were told: of a round that was not asked yet only what is certain."""
    if not werk.staat.scope:
        return []
    gevraagd, wacht = _gevraagd(werk), _wachtend(werk)
    return [
        u
        for u in werk.uitslag.uitkomsten
        if u.regeling in gevraagd or (u.recht != "onbekend" and u.regeling not in wacht)
    ]


def _mist(werk: Werk, wijziging: Mapping[str, Any]) -> bool:
    """Something in the total of before is not known yet: then there is no total to compare with."""
    return any(
        Decimal(wijziging["eerst"][id_]["maand"] or 0) for id_ in _wachtend(werk) & wijziging["eerst"].keys()
    )


def _wachtend(werk: Werk) -> set[str]:
    """The schemes that wait for an answer."""
    return {stand.uitkomst.regeling for stand in werk.uitslag.standen if stand.open}


def _open(werk: Werk) -> list[str]:
    """The questions still to be asked in the rounds that were asked."""
    if not werk.staat.scope:
        return []
    gevraagd = _gevraagd(werk)
    deel = type(werk.uitslag)(tuple(s for s in werk.uitslag.standen if s.uitkomst.regeling in gevraagd))
    return list(dict.fromkeys(vraag for vraag, _ in open_vragen(deel, werk.staat)))


def _nog_in_de_lijst(werk: Werk, feit: str) -> bool:
    """The changed list has items that nothing was told of yet; birth months come later, if at all."""
    if werk.staat.extra["wijziging"]["rij"]:
        return True
    return feit in LIJSTEN and any(feit_van(vraag) == feit and not is_maand(vraag) for vraag in _open(werk))


def _totaal(werk: Werk) -> str | None:
    stand = tussenstand(werk.uitslag, werk.staat)
    return str(stand.bedrag_per_maand) if stand.aantal else None


def _stand_van(u: Uitkomst) -> dict[str, Any]:
    """Right and amounts of one outcome."""
    maand = u.voorlopig.bedrag_per_maand if u.voorlopig else u.bedrag_per_maand
    return {
        "recht": u.recht,
        "maand": _geld(maand),
        "jaar": _geld(u.bedrag_per_jaar),
        "keer": _geld(u.bedrag_per_keer),
        "ritme": u.ritme,
        "hoogstens": u.tot_en_met,
    }


def _is_nieuws(voor: Stand, na: Stand) -> bool:
    """Is there something to tell? Not that there is no right to what nothing was known of."""
    stil = voor["recht"] == "onbekend" and voor["maand"] is None and na["recht"] == "waarschijnlijk_niet"
    return voor != na and not stil


def _geld(bedrag: Decimal | None) -> str | None:
    return None if bedrag is None else str(bedrag.normalize())


# --- limits of a range -----------------------------------------------------------------------------------------------


def _onthoud_grenzen(werk: Werk, feit: str) -> None:
    """A range that the resident could not narrow is not asked again, unless the change brings another limit into it."""
    vast = [f for f in werk.staat.extra.get("niet_scherper", ()) if f != feit]
    werk.onthoud(grensvraag=None, niet_scherper=None)
    if vast:
        _zet(werk, grenzen={f: _grenzen_binnen(werk, f) for f in vast})
        werk.onthoud(niet_scherper=vast)


def _vraag_scherper(werk: Werk, grenzen: Mapping[str, list[str]]) -> None:
    vast = list(werk.staat.extra.get("niet_scherper", ()))
    if not grenzen or not vast:
        return
    werk.onthoud(niet_scherper=None)
    blijft = [f for f in vast if f not in grenzen or set(_grenzen_binnen(werk, f)) <= set(grenzen[f])]
    werk.onthoud(niet_scherper=blijft or None)


def _grenzen_binnen(werk: Werk, feit: str) -> list[str]:
    waarde = werk.staat.feiten.get(feit)
    if not isinstance(waarde, dict):
        return []
    van, tot = Decimal(waarde["van"]), waarde["tot"]
    return [str(g) for g in werk.uitslag.grenzen(feit) if van <= g and (tot is None or g < Decimal(tot))]


# --- in words --------------------------------------------------------------------------------------------------------


def _regels(werk: Werk, ids: Sequence[str], eerst: Mapping[str, Stand], nu: Mapping[str, Stand]) -> list[str]:
    """One line per scheme; what comes or goes first, then the biggest difference. Not too many."""

    def belang(id_: str) -> tuple[bool, Decimal]:
        voor, na = eerst[id_], nu[id_]
        omslag = (voor["recht"] == "waarschijnlijk_wel") != (na["recht"] == "waarschijnlijk_wel")
        return not omslag, -abs(_per_jaar(na) - _per_jaar(voor))

    op_volgorde = sorted(ids, key=belang)
    getoond = op_volgorde if len(ids) <= _MEESTE_REGELS else op_volgorde[: _MEESTE_REGELS - 1]
    regels = []
    for id_ in getoond:
        per_jaar = _alleen_het_jaar(eerst[id_], nu[id_])
        regels.append(
            werk.tekst(
                "wijziging.regel",
                regeling=werk.regeling(id_).titel,
                eerst=_in_woorden(werk, eerst[id_], per_jaar=per_jaar),
                nu=_in_woorden(werk, nu[id_], per_jaar=per_jaar),
            )
        )
    if len(getoond) < len(ids):
        regels.append(werk.tekst("wijziging.andere", aantal=len(ids) - len(getoond)))
    return regels


def _per_jaar(stand: Stand) -> Decimal:
    if stand["recht"] == "waarschijnlijk_niet":
        return Decimal(0)
    return Decimal(stand["jaar"] or 0) or Decimal(stand["maand"] or 0) * 12 or Decimal(stand["keer"] or 0)


def _alleen_het_jaar(voor: Stand, na: Stand) -> bool:
    """This month is paid the same, the year is not: then the year is the difference."""
    if voor["jaar"] is None or na["jaar"] is None or voor["recht"] != na["recht"]:
        return False
    return (voor["maand"], voor["keer"]) == (na["maand"], na["keer"])


def _in_woorden(werk: Werk, stand: Stand, *, per_jaar: bool) -> str:
    if stand["recht"] == "waarschijnlijk_niet":
        return werk.tekst("wijziging.niet")
    som, per = Decimal(stand["maand"] or 0), "maand"
    if per_jaar:
        som, per = Decimal(stand["jaar"] or 0), "jaar"
    elif not som and stand["keer"]:
        som, per = Decimal(stand["keer"]), str(stand["ritme"])
    elif not som and stand["jaar"]:
        som, per = Decimal(stand["jaar"]), "jaar"
    if som:
        voorlopig, hoogstens = stand["recht"] == "onbekend", stand["hoogstens"]
        return werk.tekst(f"wijziging.per_{per}", som=som, voorlopig=voorlopig, hoogstens=hoogstens)
    return werk.tekst("wijziging.onbekend" if stand["recht"] == "onbekend" else "wijziging.wel")


def _totaalregel(werk: Werk, eerst: str | None) -> list[str]:
    nu = _totaal(werk)
    if Decimal(eerst or 0) == Decimal(nu or 0):
        return []
    return [werk.tekst("wijziging.totaal", eerst=Decimal(eerst or 0), nu=Decimal(nu or 0))]


def _vervallen(werk: Werk, wijziging: Mapping[str, Any]) -> list[str]:
    """What need not be asked any more, and the answers that no longer count."""
    feiten, nu_open = werk.staat.feiten, _open(werk)
    beeld = overzicht.feiten_in_beeld(werk)
    te_vragen = [v for v in wijziging["te_vragen"] if v not in nu_open and feit_van(v) not in feiten]
    gezegd = [f for f in wijziging["beeld"] if f not in beeld and f not in nu_open]
    return [v for v in (*gezegd, *te_vragen) if feit_van(v) != wijziging["feit"]]


def _met_namen(werk: Werk, tekst: str, vragen: Sequence[str], **waarden: object) -> str:
    """Questions by their labels, the first few by name."""
    labels = list(dict.fromkeys(_klein(werk.vraag(v).label) for v in vragen))
    namen = labels if len(labels) <= _MEESTE_NAMEN else labels[: _MEESTE_NAMEN - 1]
    return werk.tekst(tekst, aantal=len(labels), namen=namen, rest=len(labels) - len(namen), **waarden)


def _klein(label: str) -> str:
    return label[0].lower() + label[1:]
