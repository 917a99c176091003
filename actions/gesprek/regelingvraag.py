"""A scheme asked for by name: what it is, or whether the resident has a right to it ("reken dit voor mij uit")."""

from __future__ import annotations

from collections.abc import Sequence

from actions.gesprek import contactknop, faq, gebeurtenis, opdrachten, voorrang, vorig_jaar
from actions.gesprek.begrip import Begrip
from actions.gesprek.onderwerp import net_verteld, onthoud_regeling, regeling_van_zojuist
from actions.gesprek.periodes_lezen import vraag_losse_maand
from actions.gesprek.rekenen import wordt_gewijzigd
from actions.gesprek.verder import eerste_vraag, ga_verder, slotknoppen, toon_uitkomst
from actions.gesprek.vragen import stel_vraag, vorm_van, vraag_opnieuw
from actions.gesprek.werk import Knop, Werk, vaste_knop
from actions.lezen import Gelezen, Vraagvorm, lees
from actions.lezen.regeling import Regelingvraag, lees_regeling, vraagt_rekenen


def vooraf(werk: Werk, tekst: str, begrip: Begrip) -> bool:
    """A whole sentence that asks about a scheme is never an answer. False: it is something else."""
    vraag = _gevraagd(werk, tekst)
    if vraag is None:
        return (vraagt_rekenen(tekst) or _zegt_ja(werk, tekst)) and _reken_maar(werk)
    if vraag.soort == "naam" or (vraag.als_antwoord and _is_antwoord(werk, tekst)):
        return False
    if vraag.soort == "reken":
        reken(werk, vraag.ids)
    else:
        vertel(werk, vraag.ids, begrip)
    return True


def alleen_naam(werk: Werk, tekst: str, begrip: Begrip) -> bool:
    """Only a name, and no answer: tell what it is."""
    vraag = _gevraagd(werk, tekst)
    if vraag is None or vraag.soort != "naam":
        return False
    vertel(werk, vraag.ids, begrip)
    return True


def _gevraagd(werk: Werk, tekst: str) -> Regelingvraag | None:
    van_hier = {id_: (een.data.titel, een.data.korte_titel) for id_, een in werk.lokaal.regelingen.items()}
    return lees_regeling(tekst, van_hier)


def _is_antwoord(werk: Werk, tekst: str) -> bool:
    open_ = werk.staat.open_vraag
    if open_ is None or "?" in tekst:
        return False
    gelezen = lees(vorm_van(werk, open_.vraag, open_.nummer), tekst)
    return isinstance(gelezen, Gelezen) and gelezen.vreemd <= 1


def vertel(werk: Werk, ids: Sequence[str], begrip: Begrip) -> None:
    """What a scheme is: its own topic where there is one, else in one sentence; and the button to work it out."""
    onderwerpen = werk.bronnen.inhoud.faqs(werk.staat.gemeente)
    if len(ids) == 1:
        gevonden = begrip.faq
        if gevonden is not None and onderwerpen[gevonden].regeling == ids[0]:
            faq.beantwoord(werk, gevonden)
            return
        if ids[0] in onderwerpen:
            faq.beantwoord(werk, ids[0])
            return
    hier = [id_ for id_ in ids if id_ in werk.catalogus]
    wat = " ".join(werk.regeling(id_).wat for id_ in ids)
    if not hier:
        knoppen = [contactknop.knop(werk, ids)]
        werk.bericht(werk.tekst("regeling.wat_niet_hier", wat=wat), knoppen=knoppen)
    else:
        onthoud_regeling(werk, hier[0])
        werk.bericht(werk.tekst("regeling.wat", wat=wat), knoppen=_rekenknoppen(werk, hier))
    vraag_opnieuw(werk)


def _rekenknoppen(werk: Werk, ids: Sequence[str]) -> list[Knop]:
    if len(ids) == 1:
        return [vaste_knop(f"start:{ids[0]}", werk.tekst("knop.reken_uit"))]
    namen = zip(ids, voorrang.namen(werk, ids), strict=True)
    return [vaste_knop(f"start:{id_}", werk.tekst("knop.start_een", regeling=naam)) for id_, naam in namen]


def _zegt_ja(werk: Werk, tekst: str) -> bool:
    """ "Ja graag", right after it was offered to work a scheme out, with no question that it could answer."""
    if werk.staat.open_vraag is not None or not net_verteld(werk):
        return False
    gelezen = lees(Vraagvorm("ja_nee"), tekst)
    return isinstance(gelezen, Gelezen) and gelezen.waarde is True and not gelezen.vreemd


def _reken_maar(werk: Werk) -> bool:
    """ "Reken maar uit": what was just told about; else the check as it is."""
    zojuist = regeling_van_zojuist(werk)
    if zojuist is not None:
        reken(werk, (zojuist,))
    elif werk.staat.open_vraag is not None and werk.staat.scope:
        werk.zeg("regeling.reken_door")
        vraag_opnieuw(werk)
    elif werk.staat.scope:
        toon_uitkomst(werk)
    else:
        opdrachten.start(werk)
    return True


def klik(werk: Werk, id_: str) -> None:
    """The button to work one scheme out. Who clicks knows what it is: a check begins with its first question."""
    if werk.staat.scope:
        _ga_voor(werk, (id_,))
    else:
        opdrachten.start(werk, id_)


def reken(werk: Werk, ids: Sequence[str]) -> None:
    """Work these schemes out: begin with them, or let them go before the rest of the check."""
    hier = [id_ for id_ in ids if id_ in werk.catalogus]
    if not hier:
        vertel(werk, ids, Begrip())
    elif not werk.staat.scope:
        _begin(werk, hier)
    else:
        _ga_voor(werk, hier)


def _begin(werk: Werk, ids: Sequence[str]) -> None:
    onderwerpen = werk.bronnen.inhoud.faqs(werk.staat.gemeente)
    bekend = ids[0] if len(ids) == 1 and ids[0] in onderwerpen else None
    meer = werk.tekst("regeling.meer_over", regeling=werk.regeling(ids[0]).korte_titel)
    werk.bericht(
        werk.tekst("regeling.start", wat=" ".join(werk.regeling(id_).wat for id_ in ids)),
        faq=bekend,
        knoppen=[] if bekend is None else [vaste_knop(f"faq:{bekend}", meer)],
    )
    werk.zet(scope=tuple(ids))
    werk.onthoud(ronde=max(werk.catalogus[id_].ronde for id_ in ids), wijziging=None)
    _vraag_of_toon(werk)


def _vraag_of_toon(werk: Werk) -> None:
    if not vraag_losse_maand(werk):
        ga_verder(werk)


def _ga_voor(werk: Werk, ids: Sequence[str]) -> None:
    """In the middle of a check, or after one. What was answered stays, and what was being done comes back after it."""
    if (nu := gebeurtenis.bezig(werk)) is not None and nu["fase"] != "klaar":
        gebeurtenis.laat_los(werk)
        werk.sluit_vraag()
        werk.zeg("verandering.losgelaten")
    open_, alles = werk.staat.open_vraag, werk.alles
    if open_ is not None and (open_.vraag.startswith("bevestig:") or vorig_jaar.is_open(werk)):
        werk.onthoud(onderbroken=None)
        werk.sluit_vraag()
        open_ = None
    nieuw = [id_ for id_ in ids if id_ not in werk.staat.scope]
    if nieuw:
        werk.zet(scope=(*werk.staat.scope, *nieuw))
    if not alles:
        rondes = [werk.catalogus[id_].ronde for id_ in ids]
        werk.onthoud(ronde=max(int(werk.staat.extra.get("ronde", 1)), *rondes))
    bezig = set(ids) <= set(voorrang.van(werk)) or set(werk.staat.scope) == set(ids)
    voorrang.geef(werk, ids)
    vragen = voorrang.vragen(werk)
    namen = voorrang.namen(werk, ids)
    if not vragen:
        voorrang.rond_af(werk)
        voorrang.toon(
            werk,
            ids,
            werk.tekst("regeling.weet_al", namen=namen),
            slotknoppen(werk) if werk.staat.open_vraag is None else (),
        )
        vraag_opnieuw(werk)
        return
    werk.zeg("regeling.mee_bezig" if bezig and open_ is not None else "regeling.eerst", namen=namen)
    volgende = eerste_vraag(werk, vragen)
    if open_ is not None and (open_.vraag, open_.nummer) in (*vragen, volgende):
        vraag_opnieuw(werk)
        return
    werk.onthoud(grensvraag=None)
    if open_ is not None and wordt_gewijzigd(werk.staat, open_.vraag):
        werk.onthoud(wijziging=None)  # the old answer stays
    if not vraag_losse_maand(werk):
        stel_vraag(werk, *volgende)
