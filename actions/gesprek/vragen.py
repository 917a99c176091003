"""Asking a question: its words, its input, its buttons; and the form of answer the reader must look for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import ROUND_FLOOR, Decimal
from typing import Any, Literal

from actions.contract import Invoer, naar_json
from actions.gesprek import gebeurtenis_woorden, rekenen
from actions.gesprek.antwoord import LIJSTEN, WEET_NIET, feit_van
from actions.gesprek.groepen import GROEPEN, is_groep, leden, per_feit
from actions.gesprek.lokaal import hulpknop
from actions.gesprek.staat import OpenVraag
from actions.gesprek.werk import Knop, Werk, vaste_knop
from actions.lezen import PARTNERWOORDEN, Vraagvorm
from actions.lezen.ander_bedrag import Waarvan
from actions.lezen.vorm import Soort
from actions.lezen.vulwoorden import IEMAND_ANDERS, NAASTEN
from actions.regels.feiten import FEITEN, FeitDef
from actions.regels.huishouden import MEESTE_IN_LIJST
from actions.regels.kern import Uitslag
from actions.regels.toeslagen.opvang import misschien_middelbaar
from actions.regels.typen import MEESTE_UREN, MEESTE_UURPRIJS
from content.schema import KeuzeTekst

_CENT = Decimal("0.01")
_SOORT: Mapping[str, Soort] = {
    "bedrag": "bedrag",
    "aantal": "aantal",
    "leeftijd": "leeftijd",
    "leeftijden": "leeftijden",
    "maand": "maand",
    "datum": "datum",
    "keuze": "keuze",
    "meerkeuze": "keuzes",
}
_EENHEID: Mapping[str, Literal["euro", "euro_per_maand", "euro_per_jaar"]] = {
    "euro": "euro",
    "euro_per_uur": "euro",
    "euro_per_maand": "euro_per_maand",
    "euro_per_jaar": "euro_per_jaar",
}
KIND_IN_OPVANG = "opvang.kind"
"""Its choices are the resident's own children."""
WAT_ANDERS = "was_vorig_jaar_zelfde.anders"
"""What differed last year: no rent for who does not rent."""
VERMOGENS = ("vermogen", "vermogen_nu")
"""Wealth has a limit: it is asked in stretches between the limits that still matter."""


def vraag_opnieuw(werk: Werk, *, kort: bool = True, mislukt: int | None = None) -> None:
    """The open question once more, in its shorter form; or the question in between that waits.

    `mislukt`: how often an answer to it was not understood; None: as often as before.
    """
    open_ = werk.staat.open_vraag
    if mislukt is None:
        mislukt = 0 if open_ is None else open_.mislukt
    tussen = werk.staat.extra.get("tussen")
    if open_ is not None and tussen is not None:
        _stel_tussendoor(werk, open_.vraag, open_.nummer, tussen, mislukt)
    elif open_ is not None:
        stel_vraag(werk, open_.vraag, open_.nummer, kort=kort, mislukt=mislukt)


def stel_vraag(
    werk: Werk, vraag: str, nummer: int | None = None, *, kort: bool = False, mislukt: int = 0
) -> None:
    """Ask for a fact, or for a yes/no of the talk itself ("bevestig:opnieuw")."""
    werk.onthoud(tussen=None)  # a question in between ("per maand of per jaar?") is over
    if vraag.startswith("bevestig:"):
        wat = vraag.removeprefix("bevestig:")
        werk.stel(
            vraag,
            None,
            werk.tekst(f"bevestig.{wat}"),
            invoer=Invoer(type="keuze"),
            knoppen=[
                Knop(werk.tekst(f"bevestig.{wat}_ja"), {"bevestig": wat, "waarde": True}),
                Knop(werk.tekst(f"bevestig.{wat}_nee"), {"bevestig": wat, "waarde": False}),
            ],
            mislukt=mislukt,
        )
        return
    woorden = werk.vraag(vraag)
    context = samenhang(werk, vraag, nummer)
    grens = grensvraag(werk, vraag)
    if grens is not None:
        _stel_grensvraag(werk, vraag, grens, mislukt)
        return
    keuzes, getoond = _keuzes(werk, vraag, nummer)
    # The facts of a group in the order of their choices.
    feiten = [str(keuze.waarde) for keuze in keuzes] if is_groep(vraag) else None
    werk.stel(
        vraag,
        nummer,
        werk.render(woorden.kort if kort else woorden.vraag, **context),
        invoer=Invoer(
            type="keuze" if vraag == KIND_IN_OPVANG else woorden.invoer.type,
            eenheid=woorden.invoer.eenheid,
            hulp=None if woorden.hulp is None else werk.render(woorden.hulp, **context),
        ),
        knoppen=[
            *_keuzeknoppen(werk, keuzes[:getoond], vraag, nummer),
            *(hulpknop(werk) if woorden.moeilijk else []),
            _weet_niet(werk),
        ],
        feiten=feiten,
        mislukt=mislukt,
    )


def vraag_tussendoor(
    werk: Werk,
    open_: OpenVraag,
    tekst: str,
    knoppen: list[Knop],
    *,
    lezing: Mapping[str, Any] | None = None,
    invoer: Invoer | None = None,
    voorbeeld: str | None = None,
) -> None:
    """The open question in other words, with buttons for this moment only. It waits until it is answered, whatever comes in
    between.

    `lezing`: what was read so far (JSON), for who reads the answer. `voorbeeld`: a hint for an answer that was not understood.
    """
    vorige = werk.staat.extra.get("tussen")
    for eerder in _reeks(vorige):
        if _stap(eerder["lezing"]) == _stap(lezing):  # taken again: what was before it stays before it
            vorige = eerder["vorige"]
    tussen = {
        "tekst": tekst,
        "knoppen": [[knop.label, knop.betekenis] for knop in knoppen],
        "invoer": naar_json(invoer or Invoer(type="keuze")),
        "lezing": lezing,
        "voorbeeld": voorbeeld,
        "vorige": vorige,
    }
    werk.onthoud(knoppen=f"t{werk.nr}_")
    _stel_tussendoor(werk, open_.vraag, open_.nummer, tussen, open_.mislukt)


def _reeks(tussen: Mapping[str, Any] | None) -> Iterator[Mapping[str, Any]]:
    """A question in between and those before it."""
    while tussen is not None:
        yield tussen
        tussen = tussen["vorige"]


def _stap(lezing: Mapping[str, Any] | None) -> object:
    return None if lezing is None else lezing["stap"]


def terug_tussendoor(werk: Werk) -> bool:
    """Back from a question in between, to the one before it. False when there is none."""
    open_, tussen = werk.staat.open_vraag, werk.staat.extra.get("tussen")
    if open_ is None or tussen is None:
        return False
    werk.onthoud(knoppen=f"t{werk.nr}_")
    if tussen["vorige"] is None:
        stel_vraag(werk, open_.vraag, open_.nummer)
    else:
        _stel_tussendoor(werk, open_.vraag, open_.nummer, tussen["vorige"], 0)
    return True


def _over_inkomen(feit: str) -> bool:
    return "inkomen" in feit


def laat_wachten(werk: Werk, feit: str) -> None:
    """A question in between waits while another answer is changed; not when what it asks about may be otherwise by that."""
    open_, tussen = werk.staat.open_vraag, werk.staat.extra.get("tussen")
    wacht = (
        open_ is not None and tussen is not None and not _over_inkomen(feit) and feit != feit_van(open_.vraag)
    )
    werk.onthoud(wachtend=[open_.vraag, open_.nummer, tussen] if open_ is not None and wacht else None)


def hervat_vraag(werk: Werk, vraag: str, nummer: int | None) -> None:
    """Ask this; with the question in between that waited for it, if there is one."""
    wachtend = werk.staat.extra.get("wachtend")
    if wachtend is not None and (wachtend[0] in werk.staat.feiten or wachtend[:2] == [vraag, nummer]):
        werk.onthoud(wachtend=None)
    herstel_vraag(werk, vraag, nummer, wachtend[2] if wachtend and wachtend[:2] == [vraag, nummer] else None)


def herstel_vraag(werk: Werk, vraag: str, nummer: int | None, tussen: Mapping[str, Any] | None) -> None:
    """A question that was interrupted, with the one in between that waited."""
    if tussen is None:
        stel_vraag(werk, vraag, nummer)
    else:
        _stel_tussendoor(werk, vraag, nummer, tussen, 0)


def _stel_tussendoor(
    werk: Werk, vraag: str, nummer: int | None, tussen: Mapping[str, Any], mislukt: int
) -> None:
    werk.onthoud(tussen=dict(tussen))
    werk.stel(
        vraag,
        nummer,
        tussen["tekst"],
        invoer=Invoer.model_validate(tussen["invoer"]),
        knoppen=[*(Knop(label, betekenis) for label, betekenis in tussen["knoppen"]), _weet_niet(werk)],
        mislukt=mislukt,
    )


def samenhang(werk: Werk, vraag: str, nummer: int | None) -> dict[str, object]:
    """What the words of a question may name: how many, which one, whose age."""
    feiten = werk.staat.feiten
    lijst, gezegd = feiten.get(feit_van(vraag)), feiten.get("kinderen")
    kinderen = gezegd if isinstance(gezegd, list) else []
    context: dict[str, object] = {
        "aantal": len(lijst) if isinstance(lijst, list) else 0,
        "nummer": nummer,
        "partner": feiten.get("partner") is True,
        "inkomen_soort": _soort_inkomen(feiten, vraag),
        "kinderen": len(kinderen),
        "genoemd": werk.staat.extra.get("kinderen_genoemd"),
        "misschien_middelbaar": misschien_middelbaar(kinderen),
        **gebeurtenis_woorden.samenhang(werk.staat, werk.bronnen.vandaag()),
    }
    if vraag == "kinderen_geboortemaand" and nummer is not None:
        # Outside a talk (POST /lees) there are no children yet.
        context["leeftijd"] = kinderen[nummer - 1] if nummer <= len(kinderen) else 0
    elif vraag.startswith("opvang.") and nummer is not None:
        context["kind"] = _kind_in_opvang(werk, nummer)
    elif vraag.startswith("geboortemaand"):
        context["leeftijd"] = feiten.get("leeftijd_partner" if vraag.endswith("partner") else "leeftijd")
    return context


def _soort_inkomen(feiten: Mapping[str, Any], vraag: str) -> str:
    """The main source of the income that a question is about; empty when it is not known."""
    soort = feiten.get("inkomen_soort_partner" if "partner" in vraag else "inkomen_soort")
    return soort if isinstance(soort, str) and soort != WEET_NIET and "." not in vraag else ""


def _kind_in_opvang(werk: Werk, nummer: int) -> str:
    """Which child an entry of childcare is of, in words."""
    items, kinderen = werk.staat.feiten.get("opvang"), werk.staat.feiten.get("kinderen")
    item = items[nummer - 1] if isinstance(items, list) and len(items) >= nummer else {}
    gezegd = item.get("kind")
    plaats = gezegd if isinstance(gezegd, int) else nummer - 1
    leeftijd = kinderen[plaats] if isinstance(kinderen, list) and len(kinderen) > plaats else None
    return werk.tekst("opvang.kind", nummer=plaats + 1, leeftijd=leeftijd).lower()


def vorm_van(werk: Werk, vraag: str, nummer: int | None = None) -> Vraagvorm:
    """What kind of answer the reader must look for."""
    if vraag.startswith("bevestig:") or grensvraag(werk, vraag) is not None:
        return Vraagvorm("ja_nee")
    woorden = werk.vraag(vraag)
    definitie = definitie_van(vraag)
    alle, getoond = _keuzes(werk, vraag, nummer)
    keuzes = {str(k.waarde): (k.label, *k.woorden) for k in alle}
    if definitie.type == "ja_nee":
        eigen = {"ja": keuzes.get("True", ()), "nee": keuzes.get("False", ())}
        return Vraagvorm("ja_nee", keuzes=eigen, vulwoorden=_vulwoorden(werk, vraag))
    soort = "keuze" if vraag == KIND_IN_OPVANG else _SOORT[woorden.invoer.type]
    lijst = werk.staat.feiten.get("kinderen")
    return Vraagvorm(
        "bedrag_of_bereik" if definitie.type == "vermogen" else soort,
        minimum=Decimal(0) if vraag in LIJSTEN else definitie.minimum,
        maximum=_meeste_items(werk, vraag) if vraag in LIJSTEN else definitie.maximum,
        eenheid=_EENHEID.get(woorden.invoer.eenheid or "") if soort == "bedrag" else None,
        bruto_of_netto="netto"
        if "netto_inkomen" in vraag
        else "bruto"
        if vraag in gebeurtenis_woorden.INKOMENS
        else None,
        heel=definitie.type != "getal" or vraag == "opvang.uren_maand",
        keuzes=keuzes if soort in ("keuze", "keuzes") else {},
        vaag={str(k.waarde): k.vaag for k in alle if k.vaag} if soort == "keuze" else {},
        getoond=getoond,
        aantal=len(lijst) if vraag == "kinderen.leeftijd" and isinstance(lijst, list) else None,
        volwassenen=vraag == "medebewoners",
        waarvan=_WAARVAN.get(vraag),
        vulwoorden=_vulwoorden(werk, vraag),
        vandaag=werk.bronnen.vandaag() if soort == "datum" else None,
        gebeurd=gebeurtenis_woorden.is_gebeurd(werk.staat),
    )


_WAARVAN: Mapping[str, Waarvan] = {
    "kinderen": "kinderen",
    "kale_huur": "huur",
    "servicekosten": "servicekosten",
    "inkomen_jaar": "inkomen",
    "netto_inkomen_maand": "inkomen",
    "inkomen_partner_jaar": "inkomen_partner",
    "netto_inkomen_partner_maand": "inkomen_partner",
    "vermogen": "vermogen",
    "vermogen_nu": "vermogen",
    "vermogen_partner": "vermogen",
}


def _vulwoorden(werk: Werk, vraag: str) -> frozenset[str]:
    """The question's own words, which are not strange in its answer."""
    kort = werk.vraag(vraag).kort
    # Which item of a list does not matter here, but the words of its questions need one.
    eigen = frozenset(werk.render(kort, **samenhang(werk, vraag, 1)).lower().rstrip("?").split())
    eigen |= {woord.removesuffix("en") for woord in eigen if len(woord) >= _LANG_MEERVOUD}  # "12000 schuld"
    over_een_ander = "partner" in vraag or vraag.startswith("medebewoners.")
    return (
        eigen | PARTNERWOORDEN | (IEMAND_ANDERS | NAASTEN if "." in vraag else set())
        if over_een_ander
        else eigen
    )


_LANG_MEERVOUD = 7
"""Letters from which a word without its "en" is still the same word."""


def definitie_van(vraag: str) -> FeitDef:
    """Bounds and type of what a question asks; fields of list items have those of the matching fact."""
    if is_groep(vraag):
        return FeitDef(vraag, "keuzes", 0, keuzes=GROEPEN[vraag])
    return _VELDEN[vraag] if vraag in _VELDEN else FEITEN[vraag]


_VELDEN: Mapping[str, FeitDef] = {
    "kinderen.leeftijd": FEITEN["kinderen"],
    "medebewoners.leeftijd": FEITEN["leeftijd"],
    "medebewoners.inkomen_jaar": FEITEN["inkomen_jaar"],
    "medebewoners.geboortemaand": FEITEN["geboortemaand"],
    "medebewoners.relatie": FeitDef("relatie", "keuze", 0),
    "medebewoners.huurcontract": FeitDef("huurcontract", "ja_nee", 0),
    "medebewoners.studeert": FeitDef("studeert", "ja_nee", 0),
    WAT_ANDERS: FeitDef("anders", "keuze", 0),
    gebeurtenis_woorden.DAG: FeitDef("datum", "datum", 0),
    gebeurtenis_woorden.KIES: FeitDef("kies", "ja_nee", 0),
    gebeurtenis_woorden.WIE: FeitDef("wie", "keuze", 0),
    **dict.fromkeys(gebeurtenis_woorden.INKOMENS, FEITEN["inkomen_jaar"]),
    "loont.loon": FeitDef("loon", "geld", 0, Decimal(0), Decimal(100_000)),
    "loont.uren": FeitDef("uren", "getal", 0, Decimal(1), Decimal(60)),
    "loont.reizen": FeitDef("reizen", "geld", 0, Decimal(0), Decimal(100_000)),
    "was_vorig_jaar_zelfde.inkomen_jaar": FEITEN["inkomen_jaar"],
    "was_vorig_jaar_zelfde.inkomen_partner_jaar": FEITEN["inkomen_partner_jaar"],
    "was_vorig_jaar_zelfde.kale_huur": FEITEN["kale_huur"],
    "opvang.kind": FeitDef("kind", "keuze", 0),
    "opvang.soort": FeitDef("soort", "keuze", 0),
    "opvang.uren_maand": FeitDef("uren_maand", "getal", 0, Decimal(0), MEESTE_UREN),
    "opvang.uurprijs": FeitDef("uurprijs", "geld", 0, Decimal(0), MEESTE_UURPRIJS),
}


def _meeste_items(werk: Werk, vraag: str) -> Decimal:
    kinderen = werk.staat.feiten.get("kinderen")
    if vraag == "opvang" and isinstance(kinderen, list):
        return Decimal(len(kinderen))
    return Decimal(MEESTE_IN_LIJST)


def _keuzes(werk: Werk, vraag: str, nummer: int | None) -> tuple[tuple[KeuzeTekst, ...], int]:
    """The choices of a question, and how many of them have a button: those that no one of this age needs come last, without.

    For "which child goes to childcare?" they are the children that were not named yet.
    """
    if vraag == KIND_IN_OPVANG:
        kinderen = tuple(
            KeuzeTekst(waarde=plaats, label=werk.tekst("opvang.kind", nummer=plaats + 1, leeftijd=leeftijd))
            for plaats, leeftijd in kinderen_voor_opvang(werk, nummer).items()
        )
        return kinderen, len(kinderen)
    context, meeste = samenhang(werk, vraag, nummer), _meeste_items(werk, vraag)
    keuzes = [
        keuze.model_copy(update={"label": werk.render(keuze.label, **context)})
        for keuze in werk.vraag(vraag).keuzes
        if vraag not in LIJSTEN or int(keuze.waarde) <= meeste
    ]
    if is_groep(vraag):
        open_ = leden(vraag, werk.uitslag.open_paden) or GROEPEN[vraag]
        keuzes = [keuze for keuze in keuzes if keuze.waarde in open_]
    if vraag == WAT_ANDERS and werk.staat.feiten.get("woonsituatie") != "huur_zelfstandig":
        keuzes = [keuze for keuze in keuzes if "huur" not in str(keuze.waarde)]
    leeftijd = _leeftijd_van(werk, vraag, nummer)
    getoond = [keuze for keuze in keuzes if keuze.past_bij(leeftijd)]
    return (*getoond, *(keuze for keuze in keuzes if not keuze.past_bij(leeftijd))), len(getoond)


def _leeftijd_van(werk: Werk, vraag: str, nummer: int | None) -> int | None:
    """The age of whom a question is about; None when it is not known."""
    feiten, feit = werk.staat.feiten, feit_van(vraag)
    if vraag != feit:
        items = feiten.get(feit)
        item = items[nummer - 1] if isinstance(items, list) and nummer is not None else None
        leeftijd = item.get("leeftijd") if isinstance(item, dict) else None
    else:
        leeftijd = feiten.get("leeftijd_partner" if "partner" in vraag else "leeftijd")
    return leeftijd if isinstance(leeftijd, int) else None


def kinderen_voor_opvang(werk: Werk, nummer: int | None) -> Mapping[int, int | None]:
    """The children that were not named yet for another entry of childcare: place in the list → age."""
    opvang = werk.staat.feiten["opvang"]
    genoemd = {item.get("kind") for plaats, item in enumerate(opvang, start=1) if plaats != nummer}
    return {plaats: jaar for plaats, jaar in kinderen_op_plaats(werk).items() if plaats not in genoemd}


def kinderen_op_plaats(werk: Werk) -> Mapping[int, int | None]:
    """The children: place in the list → age, None where it is not known. Empty too when it is not known whether there are any."""
    kinderen = werk.staat.feiten.get("kinderen")
    if not isinstance(kinderen, list):
        return {}
    return {plaats: jaar if isinstance(jaar, int) else None for plaats, jaar in enumerate(kinderen)}


def keuzes_met_knop(werk: Werk, vraag: str, nummer: int | None) -> list[tuple[KeuzeTekst, Knop]]:
    """Every choice of a question as it is asked now, also those that can only be typed, each with the button that means it."""
    if vraag.startswith("bevestig:") or vraag in VERMOGENS:
        return []
    keuzes, _ = _keuzes(werk, vraag, nummer)
    return list(zip(keuzes, _keuzeknoppen(werk, keuzes, vraag, nummer), strict=False))


def _keuzeknoppen(werk: Werk, keuzes: tuple[KeuzeTekst, ...], vraag: str, nummer: int | None) -> list[Knop]:
    if vraag in VERMOGENS:
        return _vermogensknoppen(werk, vraag)
    if vraag == gebeurtenis_woorden.DAG:
        return _dagknoppen(werk)
    if definitie_van(vraag).type == "keuzes":
        return _vakjes(werk, keuzes, vraag)
    return [Knop(keuze.label, {"vraag": vraag, "nummer": nummer, "waarde": keuze.waarde}) for keuze in keuzes]


def _dagknoppen(werk: Werk) -> list[Knop]:
    """The first day of next month: from then on most changes count."""
    eerste = gebeurtenis_woorden.eerste_van_volgende_maand(werk.bronnen.vandaag())
    if gebeurtenis_woorden.is_gebeurd(werk.staat):
        return []
    waarde = {"vraag": gebeurtenis_woorden.DAG, "nummer": None, "waarde": eerste.isoformat()}
    return [Knop(werk.tekst("verandering.dag_knop", dag=eerste), waarde)]


def _vakjes(werk: Werk, keuzes: tuple[KeuzeTekst, ...], vraag: str) -> list[Knop]:
    """Boxes to tick. What is ticked comes in as text; a click on one means that one alone."""

    def knop(label: str, gekozen: list[str], *, geen: bool = False) -> Knop:
        waarde = per_feit([str(k.waarde) for k in keuzes], gekozen) if is_groep(vraag) else gekozen
        return Knop(label, {"vraag": vraag, "nummer": None, "waarde": waarde}, geen=geen)

    return [
        *(knop(keuze.label, [str(keuze.waarde)]) for keuze in keuzes),
        knop(werk.tekst("knop.geen_van_deze"), [], geen=True),
    ]


def uitslag_bij(werk: Werk, vraag: str) -> Uitslag:
    """The outcomes this question is asked by: of an answer that is being changed, those without it."""
    if not rekenen.wordt_gewijzigd(werk.staat, vraag):
        return werk.uitslag
    return rekenen.zonder(werk.bronnen, werk.staat, vraag)


def _vermogensgrenzen(werk: Werk, vraag: str) -> tuple[Decimal, ...]:
    """The limits to ask by. What was had on 1 January also counts for today as long as nothing else is said, so its question
    knows the limits of both."""
    uitslag = uitslag_bij(werk, vraag)
    grenzen = set(uitslag.grenzen(vraag))
    if vraag == "vermogen" and "vermogen_nu" not in werk.staat.feiten:
        grenzen |= set(uitslag.grenzen("vermogen_nu"))
    return tuple(sorted(grenzen))


def _vermogensknoppen(werk: Werk, vraag: str) -> list[Knop]:
    """One button per stretch between the limits that still matter: nobody needs to say more than that."""
    grenzen = _vermogensgrenzen(werk, vraag)
    bekend = None if rekenen.wordt_gewijzigd(werk.staat, vraag) else werk.staat.feiten.get(vraag)
    knoppen, van = [], Decimal(bekend["van"]) if isinstance(bekend, dict) else Decimal(0)
    for grens in grenzen:
        tekst = "vermogen.tussen" if van else "vermogen.hoogstens"
        knoppen.append(
            Knop(
                werk.tekst(tekst, van=van.to_integral_value(ROUND_FLOOR), tot=grens),
                _bereik(vraag, van, grens),
            )
        )
        van = grens + _CENT
    if grenzen:
        knoppen.append(Knop(werk.tekst("vermogen.meer", van=grenzen[-1]), _bereik(vraag, van, None)))
    return knoppen


def _bereik(vraag: str, van: Decimal, tot: Decimal | None) -> dict[str, Any]:
    waarde = {"van": str(van), "tot": None if tot is None else str(tot)}
    return {"vraag": vraag, "nummer": None, "waarde": waarde}


def grensvraag(werk: Werk, vraag: str) -> Decimal | None:
    """The limit that this question is asked by at the moment; None when it is asked as usual."""
    grens = werk.staat.extra.get("grensvraag") if vraag in VERMOGENS else None
    return None if grens is None else Decimal(str(grens))


def grensantwoord(vraag: str, grens: Decimal, *, ja: bool) -> dict[str, Any]:
    """What yes or no to "is het hoogstens …?" means, as the meaning of a button."""
    return _bereik(vraag, Decimal(0), grens) if ja else _bereik(vraag, grens + _CENT, None)


def _stel_grensvraag(werk: Werk, vraag: str, grens: Decimal, mislukt: int) -> None:
    """Before "weet ik niet" is final, the same by its limit: "was het minder dan 38.479 euro?"."""
    werk.stel(
        vraag,
        None,
        werk.tekst("vermogen.grensvraag", grens=grens, nu=vraag == "vermogen_nu"),
        invoer=Invoer(type="keuze"),
        knoppen=[
            Knop(werk.tekst("woorden.ja"), grensantwoord(vraag, grens, ja=True)),
            Knop(werk.tekst("woorden.nee"), grensantwoord(vraag, grens, ja=False)),
            _weet_niet(werk),
        ],
        mislukt=mislukt,
    )


def _weet_niet(werk: Werk) -> Knop:
    return vaste_knop("weet_niet", werk.tekst("woorden.weet_niet"))
