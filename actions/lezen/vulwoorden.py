"""Words that belong to an answer without being it, per kind of answer. Data only: what residents type, never shown."""

from __future__ import annotations


def woordgroep(tekst: str) -> frozenset[str]:
    """The words of one string as a set."""
    return frozenset(tekst.split())


ALGEMEEN = woordgroep(
    "ik mijn mn het de die dat dit is zijn was ben heb hebben heeft we wij ons onze er in op om of en nu op van voor te "
    "ja oke ok nou dus denk dacht geloof volgens mij hoor ongeveer circa ca zon rond rondom ongever plusminus krap ruim "
    "net precies exact ook daar wel gewoon even maal hallo hoi goedemiddag goedemorgen goedenavond bedankt dank u dankjewel "
    "meer min per elke iedere a bijna stuk me ong joh mevrouw meneer"
)

_BEDRAG = woordgroep(
    "euro euros eur euries e cent centen bedrag betaal betalen kost kosten bedraagt komt uit totaal telkens moet p rond "
    "duizend honderd k mille ton dzd afgerond zeg maar tussen zo helemaal verder"
)
_PERIODE = woordgroep(
    "maand maanden maandelijks mnd jaar jaarlijks jr week weken wekelijks pm "
    "pj pw kwartaal dag uur nacht vier vierwekelijks wk wkn "
    "p m j maandbedrag"
)
BEDRAG_PER_EENHEID: dict[str, frozenset[str]] = {
    "euro_per_maand": _BEDRAG
    | _PERIODE
    | woordgroep(
        "huur kale kaal huurprijs huurbedrag kamer huis woning flat servicekosten exclusief excl zonder inclusief incl aan "
        "krijg ontvang netto bruto warm all gas licht water stroom service binnen rekening schoon handje uitkering aow"
    ),
    "euro_per_jaar": _BEDRAG
    | _PERIODE
    | woordgroep(
        "winst aow pensioen ww wia ziektewet anw wajong uwv "
        "verdien verdienen inkomen inkomsten loon salaris bruto jaarinkomen jaarloon maandloon maandinkomen maandsalaris "
        "weekloon uitkering schoon handje staat jaaropgave rekening krijg "
        "ontvang brutoloon toetsingsinkomen verzamelinkomen aan vakantiegeld inclusief incl met"
    ),
    "euro": _BEDRAG
    | woordgroep(
        "spaargeld gespaard spaarrekening spaar sparen vermogen rekening bank geld bezit staat samen minder dan onder hooguit "
        "hoogstens maximaal max boven minstens minimaal tot tm vanaf lager hoger kleiner groter ligt iets wat niet zeker "
        "ten minste hoogste tenminste maar met"
    ),
}

PARTNERWOORDEN = woordgroep(
    "partner man vrouw vriend vriendin echtgenoot echtgenote hij zij ze zijn haar verdient krijgt ontvangt heeft"
)
"""For the question about the partner, in `Vraagvorm.vulwoorden`."""
IEMAND_ANDERS = woordgroep(
    "partner man vrouw vriend vriendin echtgenoot echtgenote zoon dochter moeder vader hij zij"
)
"""With one of these, unless the question is about that person, a number may be someone else's."""
SCHULD = woordgroep("schuld schulden rood lening leen geleend tekort min")
"""With one of these an amount is no possession, unless the question asks for it."""

GEEN_HOEVEELHEID = woordgroep(
    "schaal trede fase nummer huisnummer postcode pincode pin "
    "bsn code bel tel telefoon telefoonnummer rekeningnummer verjaardag kenmerk"
)
"""Right before a number: it is a name for something, not a quantity."""

PER_JAAR = {"maanden": 12, "maand": 12, "mnd": 12, "weken": 52, "week": 52, "dagen": 365, "dag": 365}
"""How many of them make a year of age."""
RELATIE: dict[str, str] = {
    **dict.fromkeys(("moeder", "vader", "mama", "papa"), "ouder"),
    **dict.fromkeys(("zus", "broer"), "broer_zus"),
    **dict.fromkeys(("oma", "opa", "tante", "oom"), "familie"),
}
"""Who lives there → what that is of who types (a value of `medebewoners.relatie`)."""

AANTAL = woordgroep(
    "kind kinderen kids kindjes kinders kinder kindertjes stuks personen persoon mensen mens volwassenen volwassene "
    "jongens meisjes zoons dochters zoon dochter jongen meisje wonen woont thuis bij totaal hier huis maar samen stuk keer "
    "medebewoners huisgenoten huisgenoot medebewoner jaar eentje zoontje dochtertje zonen baby babytje"
)
LEEFTIJD = woordgroep("jaar jaren jr j oud leeftijd geworden word inmiddels al jarig maanden maand mnd")
LEEFTIJDEN = AANTAL | woordgroep(
    "jaar jaren jr oud leeftijd eentje baby babytje tweeling drieling oudste jongste middelste ander andere maanden maand mnd "
    "weken dagen half anderhalf allebei beide beiden alle pasgeboren zuigeling tweelingen eerste tweede derde een"
)
MAAND = woordgroep("geboren maand jaar geboortemaand geboortejaar jarig geboortedatum")
JA_NEE = woordgroep(
    "eigenlijk klopt waar zo denk natuurlijk tuurlijk zeker echt absoluut inderdaad helemaal helaas nog doe ga sorry graag "
    "woon wonen sinds kort jaren al man helaas gelukkig"
)
KEUZE = woordgroep(
    "een woon woont wonen zit krijg bij huur nog iets doe optie nummer nr keuze antwoord kies neem mij we samen gewoon "
    "momenteel graag"
)
KEUZES = KEUZE | woordgroep(
    "nieuw nieuwe andere paar kapot nodig hebben moet moeten kopen allebei beide beiden alleen enkel slechts zowel als "
    "vooral graag wil willen niet geen verder meer anders niets niks rest behalve kan kunnen kunt betalen vergoed wordt worden "
    "geldt past speelt loop last al jaren nee gelukkig helaas"
)
"""Of a question that takes several choices."""
ROND_ONTKENNING = (
    ALGEMEEN
    | woordgroep(
        "een nieuw nieuwe andere nodig hebben hoef hoeft wil wilt hoor gelukkig echt meer nog helemaal zeker eigenlijk geldt "
        "past speelt bij toepassing last momenteel nou nee alleen krijg hier ervan jammer helaas"
    )
) - woordgroep("bijna ongeveer circa ca")
"""What may stand around "niet" and a choice when it is clear what is denied: "een bril heb ik niet nodig"."""
GEEN_ENKELE = (ROND_ONTKENNING - woordgroep("wil wilt hoef hoeft wel")) | woordgroep(
    "deze dingen zaken situaties punten opties keuzes antwoorden alle allen allemaal alles hiervan daarvan enkel enkele er toe "
    "mij ons hand aan passen zoiets problemen van"
)
"""What may stand around "niets" or "geen" when it says that no choice fits: "geen van deze dingen"."""
ALLE_KEUZES = woordgroep("alle alles allemaal allen")
BEIDE = woordgroep("allebei beide beiden")
EEN_PAAR = woordgroep("paar enkele meerdere sommige sommigen iets deels soms wel veel")
"""Some of the choices, but which is not said."""
ONZEKER = woordgroep(
    "misschien mogelijk wellicht soms deels beetje gedeeltelijk bijna wisselt twijfel vroeger ooit voorheen vorig had "
    "hadden gehad geweest betaald afbetaald afgelost opgelost"
)
"""Next to a choice: not simply so, or not now."""
NAASTEN = woordgroep(
    "buurman buurvrouw buren vriend vriendin vrienden collega moeder vader ouders zus broer kennis"
)
"""People outside the household: what is said of them is not said of the resident."""

MAG_AAN_GETAL = woordgroep(
    "k e eur euro euros pm pj pw jaar jr j kids kind kinderen duizend honderd dzd bruto netto kaal mnd maand maanden mille "
    "ton x jarige euri weken wk u uur uren"
)
MAG_VOOR_GETAL = woordgroep("eur euro e")

MAANDEN = {
    naam: nummer
    for nummer, namen in enumerate(
        (
            "januari jan",
            "februari feb febr",
            "maart mrt mar",
            "april apr",
            "mei",
            "juni jun",
            "juli jul",
            "augustus aug",
            "september sep sept",
            "oktober okt october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for naam in namen.split()
}

WEET_NIET_ZINNEN: tuple[tuple[str, ...], ...] = tuple(
    tuple(zin.split())
    for zin in (
        "weet niet",
        "weet nie",
        "weet ik niet",
        "weet ik nie",
        "weet ik echt niet",
        "weet ik niet zeker",
        "weet het niet",
        "weet het echt niet",
        "weet t niet",
        "weet dat niet",
        "weet dat echt niet",
        "weet ik zo niet",
        "weet echt niet",
        "weet k nie",
        "weet k niet",
        "weet ik veel",
        "ben ik vergeten",
        "vergeten",
        "kan ik niet zeggen",
        "kan ik zo niet zeggen",
        "geen benul",
        "geen flauw benul",
        "gn idee",
        "geen idee",
        "geen flauw idee",
        "niet weten",
        "niet bekend",
        "niet te zeggen",
        "zou ik niet durven zeggen",
        "wnie",
        "weetniet",
        "weetnie",
        "kweetniet",
        "kweetnie",
        "kweenie",
        "kweeniet",
        "kweet niet",
        "kweet het niet",
        "kweet t niet",
        "kweet t nie",
        "geenidee",
        "idk",
        "pas",
        "onbekend",
        "overslaan",
        "sla over",
        "sla maar over",
        "skip",
    )
)
WEET_NIET_VULWOORDEN = woordgroep(
    "weet niet nie zou zeker precies zo echt helaas sorry eigenlijk nog uit hoofd hoeveel hoe oud uur even meer k t het de"
)
