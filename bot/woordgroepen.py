"""Words that mean about the same here: "centen", "poen" and "geld"; "creche" and "kdv". What the model learnt from one word of a
group it then knows of the others. Written from what residents speak about, not from the sentences it is measured with.

A word stands in one group or more; a `*` at the end is "and whatever follows". Without accents, in small letters.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

GROEPEN: Mapping[str, str] = {
    "kind": "kind kinderen kids kindje kindjes zoon zoons zoontje zoontjes dochter dochters dochtertje kleinkind* "
    "kleinzoon kleindochter jongste oudste tiener puber zeun doehter doochter keend kinger kinder jongen "
    "meisje peuter kleuter tweeling",
    "baby": "baby babys zwanger* verwachting geboren bevallen bevalling uitgerekend kraam* pasgeboren newborn "
    "babyspullen luiers",
    "partner": "man vrouw vriend vriendin partner echtgenoot echtgenote verloofde vent wederhelft lief gemaal "
    "manlief vreemdgaan husband wife mien miene vriendje vriendinnetje",
    "ouder": "moeder vader ouders mama papa mam pap ma pa mn moeke vaders moeders opa oma schoonmoeder schoonvader "
    "schoonouders",
    "familie": "broer broers zus zussen zuster familie oom tante neef nicht nichtje neefje zwager schoonzus broertje "
    "zusje",
    "inwonen": "huisgenoot huisgenoten medebewoner* inwonend* inwoont inwonen kostganger kostgeld onderhuur* "
    "onderhuurder logeert logeren",
    "alleenstaand": "alleenstaand* alleen single eenoudergezin alleenstaandeouder alleenwonend",
    "scheiden": "scheiding scheiden gescheiden scheidt echtscheiding verlaten vertrokken uiteen breuk ontbonden "
    "huwelijk gescheidne",
    "ex": "ex exman exvrouw exvriend expartner exen",
    "trouwen": "trouwen getrouwd huwen gehuwd huwelijk samenwonen samenwoont samenwoon intrekken intrekt "
    "geregistreerd",
    "dood_ander": "overleden overlijden gestorven overleed stierf weduwe weduwnaar begraven begrafenis uitvaart "
    "ontvallen heengegaan nabestaande* crematie anw",
    "werk": "werk werken werkt baan baantje job betrekking dienstverband contract baas werkgever dienstbetrekking "
    "functie arbeid wark uitzend* bijbaan bijbaantje klussen arbeidsuren shift werkzaam",
    "baan_weg": "ontslag* ontslagen ontsloeg werkloos werkeloos werkloosheid failliet faillissement reorganisatie "
    "boventallig afgevloeid",
    "loon": "loon salaris inkomen inkomens inkomsten verdien* verdienste* loonstrook jaarinkomen maandloon bruto "
    "netto",
    "meer_loon": "opslag loonsverhoging promotie fulltime uitbreiden verhoogd overuren meeruren",
    "uitkering": "uitkering* bijstand* soos steun participatiewet sociale",
    "ww": "ww wwuitkering werkloosheidsuitkering uwv",
    "afgekeurd": "arbeidsongeschikt* afgekeurd herkeurd keuring keuringsarts wia wga iva wao wajong wajonger ziektewet "
    "ziekgemeld bedrijfsarts burnout",
    "ziek": "ziek zieke ziekte chronisch* handicap gehandicapt* beperking beperkt aandoening reuma ms diabetes "
    "suikerziekte kanker autisme adhd rolstoel invalide dementie alzheimer copd depressie lichamelijk",
    "zorgkosten": "hulpmiddel* medicijn* bril tandarts gebit* gehoorapparaat fysio fysiotherapie therapie steunzolen "
    "beugel dieet ziekenhuis dokter huisarts specialist apotheek",
    "studie": "studie studeer studeren studeert student studenten studerend* opleiding hbo mbo universiteit duo "
    "stufi studiefinanciering college studiebeurs",
    "school": "school* brugklas basisschool middelbare schoolspullen schoolreis schoolkosten laptop ipad "
    "ouderbijdrage rekenmachine agenda rugzak schoolboeken",
    "sport": "sport* voetbal* judo zwemmen zwemles* hockey gym fitness turnen dansles* ballet club vereniging "
    "contributie lidmaatschap tennis scouting muziekles hobby cursus sportschool abonnement",
    "uitgaan": "uitje uitjes museum theater bioscoop concert pretpark dagje stadspas cultuur schouwburg pas",
    "huur": "huur huurprijs huren huurt huurwoning huurhuis kale huurkosten verhuurder huisbaas huurcontract "
    "maandhuur corporatie woningbouwvereniging woningcorporatie woningstichting",
    "woning": "huis woning flat flatje appartement* etage bovenwoning hoes huus woon wonen woont bewoon* woonruimte",
    "kamer": "kamer kamers studio studentenkamer studentenhuis onzelfstandig* antikraak hospita gedeelde keuken "
    "voordeur kamerhuur woongroep huisdelen",
    "koophuis": "koophuis koopwoning overwaarde hypotheek huiseigenaar eigenhuis",
    "verhuizen": "verhuis* verkas* verhoes* adreswijziging sleutel sleutels",
    "uitzetten": "ontruim* uitzetten uitgezet huisuitzetting uitzetting uithuiszetting dakloos straat afgesloten "
    "afsluiten afsluiting",
    "achterstand": "achterstand* achterloop achter onbetaald wanbetaler wanbetaling betalingsachterstand aanmaning "
    "aanmaningen",
    "schuld": "schuld schulden schuldhulp* lening leningen krediet kredieten incasso* klarna afterpay creditcard "
    "rood deurwaarders schuldsanering sanering wsnp saneren schuldeisers",
    "deurwaarder": "deurwaarder* beslag loonbeslag beslagvrije beslaglegging bankbeslag vonnis dagvaarding",
    "bewind": "bewind* budgetcoach budgetbeheer beheer leefgeld curator curatele beschermingsbewind beheerder",
    "geld": "geld euro euros eur centen cent poen doekoe para duiten knaken cash saldo pegels money flappen",
    "op": "niks niets geen nul blut platzak gin leeg niemand nooit zonder rood min skeer",
    "nu": "vandaag nu meteen direct spoed acuut heden onmiddellijk dringend noodgeval vanavond morgen nood "
    "noodhulp",
    "eten": "eten honger boodschappen voedsel* voedselpakket brood maaltijd maaltijden ete etenswaren kruidenier",
    "kleding": "kleding kleren jas schoenen kledingbank winterjas",
    "zorgverzekering": "zorgverzekering* ziektekosten* zorgpremie premie polis zorgpolis verzekeraar ziekenfonds zorgkosten "
    "basisverzekering aanvullende zorgverzekeraar verzekering collectief collectieve",
    "fiscus": "belastingdienst belasting belastingen fiscus toeslagendienst blastingdienst",
    "toeslag": "toeslag toeslagen tegemoetkoming* subsidie vergoeding* bijdrage bijdragen potje potjes compensatie "
    "regeling regelingen",
    "terugbetalen": "terugbetal* terugvorder* terugstorten teruggeven terugbetaald terug trug retour navordering",
    "in_delen": "termijn termijnen delen stukjes gespreid betalingsregeling* afbetal* aflossen aflossing maandbedrag "
    "uitstel beetje",
    "wijzigen": "verander* wijzig* anders gewijzigd aanpassen aangepast",
    "doorgeven": "doorgeven doorgeef doorgegeven melden meld gemeld kenbaar rapporteren opgeven inlichting* laten "
    "weten meldplicht verzwegen vergeten",
    "stoppen": "stopzet* stoppen stopt stop gestopt stopgezet opzeggen opzeg beeindig* beeindiging uitzetten "
    "annuleren intrekken",
    "aanvragen": "aanvraag aanvragen aanvraagt aangevraagd aanvraagformulier aanvraagprocedure vraag indienen "
    "inschrijven aanmelden",
    "wanneer": "wanneer datum dag wnr tijdstip wneer wennier dagen hoelang duurt termijn tot",
    "hoeveel": "hoeveel bedrag bedragen hoogte hvl bedraagt hoeveul norm maximaal maximum max",
    "uitbetaald": "uitbetaal* uitbetaling gestort storten overgemaakt betaaldag betaaldatum binnen betaald stort",
    "sparen": "spaar* sparen gespaard vermogen tegoed* bankrekening spaarcenten bezit eigendom crypto aandelen "
    "beleggingen",
    "erven": "erfenis erven geerfd nalatenschap erfdeel geerft",
    "auto": "auto atuo autootje wagen voertuig scooter motor bakkie bakske caravan camper autos kenteken",
    "gift": "gift giften schenk* cadeau kado kadootje tikkie tikkies gekregen stuurt geeft gegeven gestuurd gul",
    "vakantie": "vakantie* buitenland marokko turkije suriname land reis reizen weekje vliegen familiebezoek verblijf",
    "pensioen": "pensioen* gepensioneerd aow bejaard oud ouderdoms* pensioengerechtigd* aowleeftijd vutten "
    "pensioengat",
    "ondernemer": "zzp zzper zelfstandig* bedrijf bedrijfje onderneming ondernemer ondernemers eenmanszaak kvk "
    "freelance* zaak klanten omzet opdrachten winst bbz winkel kapsalon",
    "energie": "energie* gas stroom stookkosten elektriciteit verwarming licht tocht* isolatie isoleren koud stoken "
    "enexis vattenfall eneco essent warmte gasrekening stroomrekening cv",
    "apparaat": "wasmachine koelkast fornuis droger ijskast witgoed meubel meubels bank bed inrichting inrichten "
    "diepvries vriezer gordijnen vloer vloerbedekking matras stofzuiger gasstel oven huisraad",
    "kapot": "kapot stuk begeven doorgebrand kepot lekt vervang* versleten knoppen",
    "ov": "bus trein tram ov metro ovchip* treinkaart* buskaart buskaartje reiskosten dalvrij openbaar arriva "
    "ns",
    "heffing": "gemeentebelasting* waterschap* afvalstoffenheffing rioolheffing ozb aanslag kwijtscheld* heffing "
    "heffingen hondenbelasting riool zuiveringsheffing",
    "opvang": "opvang kinderopvang* creche kdv bso kinderdagverblijf gastouder* peuterspeelzaal naschoolse "
    "buitenschoolse peuteropvang crash",
    "uren": "uur uren uurtje uurtjes uurtarief uurprijs parttime weekuren",
    "verzorgen": "mantelzorg* verzorg* zorg zorgen zorgt verpleeg* hulpbehoevend",
    "mens": "mens iemand medewerker* persoon ambtenaar consulent mevrouw meneer collega lijn mensch",
    "bellen": "bel bellen gebeld telefoon telefoonnummer terugbellen teruggebeld telefonisch spreken balie praten "
    "afspraak langskomen",
    "robot": "robot computer bot chatbot machine ai automaat chatgpt kunstmatige virtueel programma",
    "gegevens": "gegevens privacy anoniem opgeslagen opslaan bewaard bewaren meelezen meekijken avg doorgestuurd "
    "delen",
    "wissen": "wis wissen verwijder* weghalen delete deleten vernietig* uitwissen leegmaken wegdoen",
    "formulier": "formulier* papieren papier papierwerk invul* ingevuld computers digitaal bibliotheek wijkteam",
    "oneens": "bezwaar* beroep oneens afgewezen afwijzing beschikking besluit onterecht onrechtvaardig geweigerd "
    "weigering aanvechten",
    "klacht": "klacht klachten klagen beklagen onbeschoft bejegening onvriendelijk schandalig behandeld",
    "brief": "brief brieven schrijven post mail bericht envelop kaartje",
    "nieuw": "statushouder* asiel* azc vluchteling* verblijfs* inburger* oekraine oekrains* syrie status migrant "
    "nieuwkomer* nareis gezinshereniging taalles",
    "geweld": "sla slaat slaan slat geslagen sloeg mishandel* bedreig* geweld schopt schoppen wurgt keel klappen "
    "stalkt opsluit",
    "levensmoe": "zelfmoord suicide* doodgaan leven dood dod zelfdoding springen pillen bestaan",
    "angst": "bang angst durf vrees schrik schrok zorgen wakker eng",
    "klopt": "klopt zeker zekerheid betrouwbaar vertrouwen juist nauwkeurig precies echt waar schatting",
    "grens": "grens inkomensgrens grenzen minima minimum sociaalminimum laag lage armoede arm weinig procent",
    "lang": "jaren jarenlang langdurig langdurigheidstoeslag lang vroeger jaarlijks jaarlijkse",
    "digid": "digid digit digi inloggen inlog wachtwoord machtigen machtiging machtig app",
    "alimentatie": "alimentatie* partneralimentatie kinderalimentatie lbio",
    "voorschot": "voorschot voorlopig* definitief definitieve eindafrekening eindberekening herberekening berekening "
    "vastgesteld",
    "affaire": "toeslagenaffaire affaire gedupeerd* slachtoffer* uht herstel* fraudeur schandaal kindregeling",
    "jong": "jong jongere jongeren jongvolwassene* jeugd",
    "t18": "18 achttien achttiende achtien 18e 18de meerderjarig volwassen 18jaar",
    "t19_20": "19 20 negentien twintig 19e 20e 19jr 20jr eenentwintig 21 21e",
    "t22_26": "22 23 24 25 26 27 tweeentwintig drieentwintig vierentwintig vijfentwintig zesentwintig "
    "zevenentwintig zevenentwintigste",
    "t67": "65 66 67 68 zevenenzestig vijfenzestig zesenzestig",
    "wat_nu": "moet regelen regel regele geregeld nu verder gevolg gevolgen betekent",
}  # fmt: skip


def _lees() -> tuple[dict[str, tuple[str, ...]], tuple[tuple[str, str], ...]]:
    heel: dict[str, tuple[str, ...]] = {}
    begin = []
    for groep, woorden in GROEPEN.items():
        for woord in woorden.split():
            if woord.endswith("*"):
                begin.append((woord[:-1], groep))
            else:
                heel[woord] = (*heel.get(woord, ()), groep)
    return heel, tuple(begin)


_HEEL, _BEGIN = _lees()


@lru_cache(maxsize=20_000)
def groepen(woord: str) -> tuple[str, ...]:
    """The groups of a word in small letters without accents; none for most words."""
    uit = dict.fromkeys(_HEEL.get(woord, ()))
    uit.update(dict.fromkeys(groep for begin, groep in _BEGIN if woord.startswith(begin)))
    return tuple(uit)
