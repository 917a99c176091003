"""Why something is asked, and why an outcome is as it is: the answer that decided, the limit, the sum, and what would change it.

All of it comes from the outcome of the rules; nothing is explained that the rules did not say.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Literal

from actions.contract import Uitkomst as UitkomstModel
from actions.gesprek import contactknop, vorig_jaar
from actions.gesprek.antwoord import LIJSTEN, feit_van
from actions.gesprek.groepen import GROEPEN, is_groep
from actions.gesprek.noemen import genoemd
from actions.gesprek.overzicht import in_woorden, wijzigknoppen
from actions.gesprek.regeling_noemen import genoemde_regelingen
from actions.gesprek.rekenen import opgave, vraag_van
from actions.gesprek.staat import OpenVraag
from actions.gesprek.verder import hoogste_eerst
from actions.gesprek.vragen import vraag_opnieuw
from actions.gesprek.weergave import uitkomst_model
from actions.gesprek.werk import Knop, Werk, vaste_knop
from actions.regels.afleiden import NETTO_VAN
from actions.regels.kern import Oordeelstand
from actions.regels.regeling import Uitkomst
from content.herkennen.zoeken import Zinnen, soorten

Soort = Literal["vraag", "niet", "bedrag"]
_SOORTEN: tuple[Soort, ...] = ("vraag", "niet", "bedrag")
_AANLEIDING = re.compile(r"wa+r+o?m|wrm|waar|hoe|reden|leg\b|uitleg|klopt", re.IGNORECASE)
"""No question of why without one of these: the patterns need not be tried."""
_MEESTE_NAMEN = 3
_MEESTE_KEUZES = 8
_MEESTE_REGELS = 7
_MEESTE_FEITEN = 4
_VAST = frozenset(
    {
        "geen_verblijfsrecht", "te_jong", "te_oud", "aow_leeftijd", "nog_geen_aow", "kind_te_oud", "werkloos_te_jong",
        "partner_geboren_na",
    }
)  # fmt: skip
"""Reasons that no choice of the resident changes: age, and the right to live here."""
_GAAT_OVER = ("inkomen", "vermogen", "huur", "kind", "opvang", "schuld")
"""What stands in the code of a reason and in the names of the facts it is about."""
_BEPAALT_BEDRAG = ("inkomen", "huur", "kind", "partner", "mede", "opvang", "soort")


def gevraagd(tekst: str) -> Soort | None:
    """What somebody wants to have explained; None when that is not what is asked."""
    if not _AANLEIDING.search(tekst):
        return None
    per_soort, schat = soorten("waarom")
    zinnen = Zinnen(tekst, schat)
    return next((soort for soort in _SOORTEN if zinnen.zoek(per_soort[soort])), None)


def beantwoord(werk: Werk, tekst: str, *, onderwerp: bool) -> bool:
    """Explain what the text asks about an outcome, or about a question that it names. False when there is nothing to explain.

    `onderwerp`: there is a topic that answers it in general; before anything was worked out that is better.
    """
    soort = gevraagd(tekst)
    if soort is None:
        return False
    if soort == "vraag":
        # "Waarom moet ik dit betalen? Ik was toch verzekerd": a resident's own why, before anything of ours was asked.
        nog_niets_gevraagd = not werk.staat.scope and werk.staat.open_vraag is None
        return not (onderwerp and nog_niets_gevraagd) and _waarom_genoemde_vraag(werk, tekst)
    genoemd_ = genoemde_regelingen(werk, tekst, werk.catalogus)
    if not werk.staat.scope and (onderwerp or len(genoemd_) != 1):
        return False
    if len(genoemd_) == 1:
        leg_uit(werk, genoemd_[0])
    else:
        _zonder_naam(werk, soort, [id_ for id_ in genoemd_ if id_ in werk.staat.scope])
    return True


# --- why is this asked? -------------------------------------------------------------------------------------------------


def waarom_gevraagd(werk: Werk, open_: OpenVraag) -> None:
    """The reason of the open question, and the schemes that still wait for it. Then the question again."""
    if open_.vraag.startswith("bevestig:"):
        werk.zeg(f"uitleg.bevestig_{open_.vraag.removeprefix('bevestig:')}")
    else:
        werk.bericht(_reden_van_vraag(werk, open_.vraag))
    vraag_opnieuw(werk)


def _waarom_genoemde_vraag(werk: Werk, tekst: str) -> bool:
    """ "Waarom wilt u mijn spaargeld weten?" while something else is asked."""
    open_ = werk.staat.open_vraag
    if open_ is not None and open_.vraag.startswith("bevestig:"):
        return False
    alle = [
        vraag
        for vraag in werk.bronnen.inhoud.vragen()
        if not is_groep(vraag) and not vorig_jaar.is_van(vraag)
    ]
    namen = genoemd(werk, tekst, alle)
    if not namen or (open_ is not None and open_.vraag in namen):
        return False
    gegeven = [vraag for vraag in namen if feit_van(vraag) in werk.staat.feiten]
    werk.bericht(_reden_van_vraag(werk, (gegeven or list(namen))[0]))
    vraag_opnieuw(werk)
    return True


def _reden_van_vraag(werk: Werk, vraag: str) -> str:
    reden = werk.render(werk.vraag(vraag).waarom)
    namen = _wacht_op(werk, vraag)
    if not namen:
        return reden
    nog = max(0, len(namen) - _MEESTE_NAMEN)
    return f"{reden} {werk.tekst('uitleg.nodig_voor', namen=namen[:_MEESTE_NAMEN], nog=nog)}"


def _wacht_op(werk: Werk, vraag: str) -> list[str]:
    """The schemes whose outcome still waits for this question, or becomes sharper by it."""
    if vorig_jaar.is_van(vraag):
        ids = [u.regeling for u in vorig_jaar.uitkomsten(werk, vraagt=True)]
    else:
        vragen = _zelfde(vraag)
        ids = [s.uitkomst.regeling for s in werk.uitslag.standen if any(v in vragen for v in _open_in(s))]
    ronde = {id_: regeling.ronde for id_, regeling in werk.catalogus.items()}
    return [werk.regeling(id_).korte_titel for id_ in sorted(ids, key=lambda id_: ronde.get(id_, 9))]


def _zelfde(vraag: str) -> frozenset[str]:
    """The questions whose open facts this one fills: all of a group, a year also by what comes in a month."""
    if is_groep(vraag):
        return frozenset(GROEPEN[vraag])
    jaar = next((bruto for bruto, netto in NETTO_VAN.items() if netto == vraag), None)
    ook = {"vermogen": "vermogen_nu"}.get(vraag)
    return frozenset(v for v in (vraag, jaar, ook) if v is not None)


def _open_in(stand: Oordeelstand) -> Iterator[str]:
    for pad in stand.open or stand.verfijning:
        vraag, _ = vraag_van(pad)
        yield vraag
        if feit_van(vraag) in LIJSTEN:
            yield feit_van(vraag)


# --- why is this the outcome? -------------------------------------------------------------------------------------------


def leg_uit(werk: Werk, id_: str) -> None:
    """One scheme explained; then the question that waits, if there is one."""
    if id_ not in werk.catalogus:
        werk.zeg("gesprek.regeling_nog_niet")
    elif id_ not in werk.staat.scope:
        naam = werk.regeling(id_).titel
        knop = vaste_knop(f"start:{id_}", werk.tekst("knop.reken_uit"))
        werk.bericht(werk.tekst("uitleg.niet_bekeken", regeling=naam), knoppen=[knop])
    else:
        u = werk.uitslag.uitkomst(id_)
        _UITLEG[u.recht](werk, u, _model(werk, u))
    vraag_opnieuw(werk)


def _model(werk: Werk, u: Uitkomst) -> UitkomstModel:
    return uitkomst_model(werk.bronnen.inhoud, u, werk.bronnen.vandaag(), werk.gemeente)


def _niet(werk: Werk, u: Uitkomst, model: UitkomstModel) -> None:
    codes = [reden.code for reden in u.redenen]
    feiten = _beslissend(werk, u, codes)
    zinnen = [werk.tekst("uitleg.niet", regeling=model.titel), *dict.fromkeys(r.tekst for r in model.redenen)]
    if feiten:
        zinnen.append(werk.tekst("uitleg.u_zei", antwoorden=[_antwoord(werk, feit) for feit in feiten]))
    keerpunt = _keerpunt(werk, u.regeling) if codes == ["inkomen_te_hoog"] else None
    if keerpunt:
        zinnen.append(werk.tekst("uitleg.keerpunt", som=keerpunt))
    knoppen = wijzigknoppen(werk, feiten)
    if set(codes) & _VAST:
        zinnen.append(werk.tekst("uitleg.vast"))
        wel = _namen_van(werk, "waarschijnlijk_wel")
        zinnen.append(werk.tekst("uitleg.wel_dit", namen=wel) if wel else werk.tekst("uitleg.of_bel"))
        knoppen.append(contactknop.knop(werk, (u.regeling,)))
    if feiten:
        zinnen.append(werk.tekst("uitleg.klopt_niet"))
    werk.bericht(" ".join(zinnen), knoppen=knoppen)


def _wel(werk: Werk, u: Uitkomst, model: UitkomstModel) -> None:
    keer = u.bedrag_per_keer
    if keer:
        per = werk.tekst("uitleg.eenmalig" if u.ritme == "eenmalig" else f"uitleg.per_{u.ritme}")
        kop = werk.tekst("uitleg.wel_bedrag", regeling=model.titel, som=keer, per=per)
    else:
        kop = " ".join([werk.tekst("uitleg.wel", regeling=model.titel), *(r.tekst for r in model.redenen)])
    regels = [
        werk.tekst("uitleg.regel", tekst=stap.tekst, som=stap.bedrag)
        for stap in model.stappen
        if stap.bedrag is not None
    ][-_MEESTE_REGELS:]
    feiten = [f for f in u.door if any(deel in f for deel in _BEPAALT_BEDRAG)] or list(u.door)
    feiten = _gegeven(werk, feiten)[:_MEESTE_FEITEN]
    delen = [kop]
    if regels:
        delen.append("\n".join([werk.tekst("uitleg.som"), *regels]))
    if feiten:
        delen.append(
            werk.tekst("uitleg.u_zei", antwoorden=[_antwoord(werk, feit) for feit in feiten])
            + " "
            + werk.tekst("uitleg.verandert_door" if regels else "uitleg.klopt_niet")
        )
    werk.bericht("\n\n".join(delen), knoppen=wijzigknoppen(werk, feiten))


def _onbekend(werk: Werk, u: Uitkomst, model: UitkomstModel) -> None:
    zinnen = [
        werk.tekst("uitleg.onbekend", regeling=model.titel),
        *(r.tekst for r in model.redenen[:_MEESTE_NAMEN]),
    ]
    weet_niet = [str(r.waarden["feit"]) for r in u.redenen if r.code == "weet_niet"]
    knoppen = [*wijzigknoppen(werk, _gegeven(werk, weet_niet)), contactknop.knop(werk, (u.regeling,))]
    werk.bericht(" ".join(zinnen), knoppen=knoppen)


_UITLEG: dict[str, Callable[[Werk, Uitkomst, UitkomstModel], None]] = {
    "waarschijnlijk_niet": _niet,
    "waarschijnlijk_wel": _wel,
    "onbekend": _onbekend,
}


def _zonder_naam(werk: Werk, soort: Soort, genoemd_: Sequence[str]) -> None:
    """No scheme was named, or more than one: those it can be about, as buttons."""
    kandidaten = [u for u in werk.uitslag.uitkomsten if u.regeling in werk.staat.scope]
    if genoemd_:
        gekozen = [u for u in kandidaten if u.regeling in genoemd_]
    elif soort == "niet":
        gekozen = [u for u in kandidaten if u.recht == "waarschijnlijk_niet"]
    else:
        gekozen = [u for u in kandidaten if u.recht == "waarschijnlijk_wel" and u.bedrag_per_keer]
    gekozen = sorted(gekozen, key=hoogste_eerst)[:_MEESTE_KEUZES]
    if len(gekozen) == 1:
        leg_uit(werk, gekozen[0].regeling)
        return
    if gekozen:
        knoppen = [Knop(werk.regeling(u.regeling).titel, {"uitleg": u.regeling}) for u in gekozen]
        werk.bericht(werk.tekst("uitleg.over_welke"), knoppen=knoppen)
    else:
        werk.zeg("uitleg.alles_wel" if soort == "niet" else "uitleg.nog_geen_bedrag")
    vraag_opnieuw(werk)


def _beslissend(werk: Werk, u: Uitkomst, codes: Sequence[str]) -> list[str]:
    """The answers that decided: of all the reason rests on, those it is about."""
    gegeven = _gegeven(werk, u.door)
    over = [deel for deel in _GAAT_OVER if codes and deel in codes[0]]
    raak = [feit for feit in gegeven if any(deel in feit for deel in over)]
    return (raak or gegeven)[:_MEESTE_FEITEN]


def _gegeven(werk: Werk, feiten: Sequence[str]) -> list[str]:
    basis = dict.fromkeys(feit_van(feit) for feit in feiten)
    return [feit for feit in basis if feit in werk.staat.feiten]


def _antwoord(werk: Werk, feit: str) -> str:
    waarde = in_woorden(werk, feit)
    return werk.tekst("uitleg.antwoord", label=werk.vraag(feit).label.lower(), waarde=waarde)


def _namen_van(werk: Werk, recht: str) -> list[str]:
    wel = sorted((u for u in werk.uitslag.uitkomsten if u.recht == recht), key=hoogste_eerst)
    return [werk.regeling(u.regeling).korte_titel for u in wel][:_MEESTE_NAMEN]


# --- what would change it -----------------------------------------------------------------------------------------------

_STAP = Decimal(100)
"""The turning point is told in hundreds of euros."""


def _keerpunt(werk: Werk, id_: str) -> Decimal | None:
    """The income in a year at which this scheme becomes a yes, with everything else as it is; None when no income does that, or
    when the income was not said for a year."""
    feiten = werk.staat.feiten
    try:
        hoog = Decimal(str(feiten.get("inkomen_jaar")))
    except ArithmeticError:
        return None
    if not _wel_bij(werk, id_, Decimal(0)):
        return None
    laag_stappen, hoog_stappen = 0, int(hoog // _STAP) + 1
    while hoog_stappen - laag_stappen > 1:
        midden = (laag_stappen + hoog_stappen) // 2
        if _wel_bij(werk, id_, midden * _STAP):
            laag_stappen = midden
        else:
            hoog_stappen = midden
    return laag_stappen * _STAP or None


def _wel_bij(werk: Werk, id_: str, inkomen: Decimal) -> bool:
    nu = opgave(werk.bronnen, werk.staat)
    geschat = {pad: hoe for pad, hoe in nu.geschat.items() if pad != "inkomen_jaar"}
    feiten = {**nu.feiten, "inkomen_jaar": str(inkomen)}
    proef = replace(nu, feiten=feiten, geschat=geschat, regelingen=(id_,))
    uitkomst = proef.reken(werk.bronnen.parameters, werk.catalogus).uitkomst(id_)
    return uitkomst.recht != "waarschijnlijk_niet"
