"""The form of a local scheme: what it accepts, what it refuses and in which words, and when its source is in doubt."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml
from pydantic import ValidationError

import content
from actions.contract import Uitkomst
from actions.regels import feiten
from actions.regels.ids import REGELINGEN
from actions.regels.inlezen import lees_feiten
from content.fouten import uit_validatie
from content.lokaal import controle
from content.lokaal.herkomst import BESLIST, Twijfel, Zekerheid
from content.lokaal.instelling import OpenKlant, Overdracht
from content.lokaal.regeling import LOKAAL, Regelingdata
from content.lokaal.toets import BijzondereKosten, Eisen, Woonsituatie
from content.lokaal.voorbeeld import Verwacht
from content.parameterbestand import Zekerheid as ParameterZekerheid
from content.parameters import BESLISSEND, laad_parameters
from content.schema import Maatregel

from .lokaal import gemeente, regeling, ruw

VANDAAG = date(2026, 11, 20)
ECHT = Path(content.__file__).parent


def meldingen(velden: dict[str, Any]) -> list[str]:
    with pytest.raises(ValidationError) as gevangen:
        Regelingdata.model_validate(velden)
    return [f"{f.veld}: {f.melding}" for f in uit_validatie("x.yml", gevangen.value)]


def test_a_row_can_be_an_amount_per_child() -> None:
    (rij,) = regeling().bedragen
    assert rij.bedrag == Decimal("375.00")
    assert rij.per_kind is not None
    assert (rij.per_kind.van, rij.per_kind.tot) == (12, 17)


def test_every_value_that_decides_can_be_unknown() -> None:
    een = regeling(
        ritme="onbekend",
        bedragen=[{"bedrag": "onbekend"}],
        inkomen={"van": "norm_bijstand", "procent": "onbekend"},
        vermogen={"grens": "onbekend"},
        leeftijd={"van": "onbekend", "tot": "aow"},
        kinderen={"van": "onbekend", "tot": 17},
        jaren_laag_inkomen="onbekend",
        eisen={"studeert": "onbekend", "woonsituatie": "onbekend"},
        draagkracht={"delen": [{"procent": "onbekend"}], "maanden": "onbekend"},
        kwijtschelding={"norm_procent": "onbekend", "extra_vermogen_vrij": "onbekend"},
        aanvragen={"bij": "Team", "terugwerkend_maanden": "onbekend"},
    )
    assert een.bedragen[0].bedrag == een.inkomen.procent == een.jaren_laag_inkomen == "onbekend"
    assert een.eisen is not None
    assert een.eisen.gevraagd() == {"woonsituatie": "onbekend", "studeert": "onbekend"}
    # What is not said about an income is not guessed either.
    assert {een.inkomen.soort, een.inkomen.vakantiegeld, een.inkomen.kostendelersnorm} == {"onbekend"}


PAAR = {"alleenstaande": "1500.00", "alleenstaande_ouder": "1500.00", "paar": "2100.00"}
FOUT = {
    "no income": ({"inkomen": ...}, "inkomen: dit veld ontbreekt"),
    "extra": ({"bedragje": "1"}, "bedragje: dit veld bestaat niet; is het goed gespeld?"),
    "float": ({"bedragen": [{"bedrag": 375.0}]}, "bedragen.1.bedrag: zet het getal tussen aanhalingstekens"),
    "comma": ({"bedragen": [{"bedrag": "375,00"}]}, 'bedragen.1.bedrag: "375,00" is geen getal'),
    "negative": ({"bedragen": [{"bedrag": "-1"}]}, "bedragen.1.bedrag: dit getal is te laag; het laagste is 0"),
    "cents": ({"bedragen": [{"bedrag": "1.005"}]}, "bedragen.1.bedrag: schrijf hooguit twee cijfers"),
    "yes": ({"tot_en_met": "ja"}, "tot_en_met: schrijf true (ja) of false (nee)"),
    "fact": ({"eisen": {"studeert": "ja"}}, "eisen.studeert: schrijf true (ja) of false (nee)"),
    "unknown fact": ({"eisen": {"kale_huur": True}}, "eisen.kale_huur: dit veld bestaat niet"),
    "no demand": ({"eisen": {}}, "eisen: er staat geen enkele eis"),
    "home": ({"eisen": {"woonsituatie": ["boot"]}}, "eisen.woonsituatie.1: dit kan niet; kies uit"),
    "norm": ({"inkomen": {"van": "norm"}}, "inkomen.van: dit kan niet; kies uit"),
    "no percentage": ({"inkomen": {"van": "norm_bijstand"}}, "inkomen: bij 'van: norm_bijstand' hoort 'procent'"),
    "needless percentage": ({"inkomen": {"van": "geen", "procent": "120"}}, "hoort geen 'procent'"),
    "percentage": ({"inkomen": {"van": "norm_bijstand", "procent": "12000"}}, "inkomen.procent: dit getal is te hoog"),
    "no amounts": ({"inkomen": {"van": "bedrag"}}, "inkomen: 'bedragen' hoort bij 'van: bedrag', en alleen daar"),
    "half": (
        {"vermogen": {"grens": "bedrag", "bedragen": {"alleenstaande": "1.00", "paar": "1.00"}}},
        "vermogen.bedragen.alleenstaande_ouder: dit veld ontbreekt",
    ),
    "needless amounts": ({"vermogen": {"grens": "geen", "bedragen": PAAR}}, "hoort bij 'grens: bedrag'"),
    "age": ({"leeftijd": {"van": "21"}}, "leeftijd.van: schrijf een leeftijd in cijfers, zoals 21; of aow"),
    "back": ({"leeftijd": {"van": 30, "tot": 21}}, "leeftijd: 'tot' (21) is lager dan 'van' (30)"),
    "grown child": ({"kinderen": {"van": 4, "tot": 18}}, "kinderen.tot: dit getal is te hoog; het hoogste is 17"),
    "both": (
        {"bedragen": [{"bedrag": "1.00", "per_kind": {"van": 0}, "met_kind": {"van": 0}}]},
        "kies 'met_kind' (een keer) of 'per_kind' (voor elk kind), niet beide",
    ),
    "never reached": (
        {"bedragen": [{"bedrag": "1.00"}, {"bedrag": "2.00", "huishouden": "paar"}]},
        "rij 2 van 'bedragen' komt nooit aan de beurt: rij 1 geldt daar al voor",
    ),
    "no rhythm": ({"ritme": ...}, "bij 'bedragen' hoort 'ritme'"),
    "no money": ({"bedragen": []}, "bij 'vorm: geld' horen 'bedragen'"),
    "amounts of the law": ({"landelijk_bedrag": True}, "hoort 'ritme: maand', en geen 'bedragen'"),
    "one source": ({"zekerheid": "twee_bronnen"}, "'zekerheid: twee_bronnen' vraagt twee verschillende bronnen"),
    "no source": ({"bron": []}, "bron: deze lijst is leeg"),
    "days": ({"geldig_van": date(2026, 2, 1), "geldig_tot": date(2026, 1, 1)}, "'geldig_tot' ligt voor"),
    "two terms": (
        {"aanvragen": {"bij": "x", "uiterlijk": {"vooraf": True, "elk_jaar": "12-31"}}},
        "aanvragen.uiterlijk: kies er een: datum, elk_jaar, vooraf of na",
    ),
    "no months": ({"aanvragen": {"bij": "x", "uiterlijk": {"na": "aanslag"}}}, "'na' en 'maanden' horen bij elkaar"),
    "day": ({"aanvragen": {"bij": "x", "uiterlijk": {"elk_jaar": "02-29"}}}, "02-29 is geen dag van elk jaar"),
    "no limit to begin at": (
        {"inkomen": {"van": "geen"}, "draagkracht": {"delen": [{"procent": "35"}], "maanden": 12}},
        "draagkracht begint boven een inkomensgrens",
    ),
    "parts of no norm": (
        {
            "inkomen": {"van": "bedrag", "bedragen": PAAR},
            "draagkracht": {"delen": [{"procent": "35"}, {"boven": "150", "procent": "100"}], "maanden": 12},
        },
        "'boven' is een deel van de bijstandsnorm",
    ),
    "parts": (
        {"draagkracht": {"delen": [{"boven": "110", "procent": "35"}], "maanden": 12}},
        "draagkracht: het eerste deel begint bij de inkomensgrens",
    ),
    "falling parts": (
        {
            "draagkracht": {
                "delen": [{"procent": "1"}, {"boven": "150", "procent": "1"}, {"boven": "130", "procent": "1"}],
                "maanden": 12,
            }
        },
        "draagkracht: elk deel begint hoger dan het vorige",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("anders", "melding"), FOUT.values(), ids=FOUT)
def test_fault_is_named_once_in_dutch(anders: dict[str, Any], melding: str) -> None:
    (gezegd,) = meldingen(ruw(**anders))
    assert melding in gezegd


def test_a_special_row_may_stand_above_a_general_one() -> None:
    rijen = [
        {"bedrag": "640.00", "huishouden": "paar", "met_kind": {"van": 12}},
        {"bedrag": "590.00", "huishouden": "paar"},
        {"bedrag": "100.00", "leeftijd": {"van": 18, "tot": 20}},
        {"bedrag": "200.00", "leeftijd": {"van": 21, "tot": "aow"}},
        {"bedrag": "300.00"},
        {"bedrag": "50.00", "per_kind": {"van": 0, "tot": 3}},
    ]
    assert len(regeling(bedragen=rijen).bedragen) == 6
    # Of unknown ages nobody can say that they cover another row.
    onbekend = {"van": "onbekend", "tot": "onbekend"}
    twee = [{"bedrag": "1.00", "leeftijd": onbekend}, {"bedrag": "2.00", "leeftijd": {"van": 21}}]
    assert len(regeling(bedragen=twee).bedragen) == 2


@pytest.mark.parametrize(
    ("zekerheid", "datum", "twijfel"),
    [
        ("een_bron", date(2024, 11, 20), None),
        ("een_bron", date(2024, 11, 19), Twijfel("oud", 2024)),
        ("een_bron", None, Twijfel("zonder_datum", None)),
        ("onzeker", date(2026, 1, 1), Twijfel("onzeker", 2026)),
        ("verouderd", date(2022, 1, 1), Twijfel("verouderd", 2022)),
    ],
)
def test_an_old_or_unsure_source_is_in_doubt(
    zekerheid: str, datum: date | None, twijfel: Twijfel | None
) -> None:
    bron = {"naam": "Pagina", "url": "https://x.example/", "datum": datum}
    een = regeling(zekerheid=zekerheid, bron=[bron])
    assert een.twijfel(VANDAAG) == een.twijfel_bedragen(VANDAAG) == twijfel
    assert een.beslist is (zekerheid == "een_bron")
    # Amounts from elsewhere have a doubt of their own.
    vers = {"naam": "Besluit", "url": "https://x.example/b", "datum": date(2026, 6, 1)}
    ander = regeling(zekerheid=zekerheid, bron=[bron], bron_bedragen=[vers], zekerheid_bedragen="een_bron")
    assert (ander.twijfel(VANDAAG), ander.twijfel_bedragen(VANDAAG)) == (twijfel, None)


def test_the_newest_source_counts_also_on_a_leap_day() -> None:
    bronnen = [
        {"naam": "Oud", "url": "https://x.example/1", "datum": date(2020, 1, 1)},
        {"naam": "Nieuw", "url": "https://x.example/2", "datum": date(2024, 2, 29)},
    ]
    een = regeling(bron=bronnen, zekerheid="twee_bronnen")
    assert een.twijfel(date(2026, 2, 28)) is None
    assert een.twijfel(date(2026, 3, 1)) == Twijfel("oud", 2024)


def test_a_scheme_holds_on_its_days_only() -> None:
    een = regeling(geldig_van=date(2026, 1, 1), geldig_tot=date(2026, 12, 31))
    dagen = [date(2025, 12, 31), date(2026, 1, 1), date(2026, 12, 31), date(2027, 1, 1)]
    assert [een.geldt_op(dag) for dag in dagen] == [False, True, True, False]
    assert regeling().geldt_op(date(2020, 1, 1))


def test_a_date_may_stand_for_the_whole_term() -> None:
    een = regeling(aanvragen={"bij": "Team", "uiterlijk": date(2026, 12, 31)}).aanvragen.uiterlijk
    assert een is not None
    assert een.datum == date(2026, 12, 31)


def test_special_blocks_stand_at_their_own_scheme() -> None:
    draagkracht = {"delen": [{"procent": "35"}], "maanden": 12}
    for id in ("bijzondere-bijstand", "proefstad:extra"):
        assert gemeente(regelingen={id: ruw(draagkracht=draagkracht)}).regelingen[id]
    with pytest.raises(ValidationError, match="'draagkracht' hoort bij de regeling 'bijzondere-bijstand'"):
        gemeente(regelingen={"meedoenregeling": ruw(draagkracht=draagkracht)})
    landelijk = ruw(bedragen=..., ritme="maand", landelijk_bedrag=True)
    assert gemeente(regelingen={"studietoeslag": landelijk}).regelingen["studietoeslag"]
    with pytest.raises(ValidationError, match="'landelijk_bedrag' hoort bij de regeling 'studietoeslag'"):
        gemeente(regelingen={"meedoenregeling": landelijk})
    # Without it everybody would have a right.
    with pytest.raises(
        ValidationError, match="bij de regeling 'kwijtschelding' hoort het veld 'kwijtschelding'"
    ):
        gemeente(regelingen={"kwijtschelding": ruw()})


def test_an_unknown_scheme_is_refused() -> None:
    with pytest.raises(ValidationError) as gevangen:
        gemeente(regelingen={"zorgtoeslag": ruw()})
    (fout,) = uit_validatie("gemeenten/proefstad.yml", gevangen.value)
    assert fout.veld == "regelingen.zorgtoeslag"
    assert fout.melding.startswith(
        "de regeling 'zorgtoeslag' bestaat niet; kies uit individuele-inkomenstoeslag"
    )


def test_hours_in_which_somebody_calls_back() -> None:
    een = Overdracht.model_validate(
        {
            "ontvanger": "Team",
            "kanaal": "e-mail",
            "openingstijden": {"vrijdag": "09:00-12:00, 13:00-17:00"},
        }
    )
    assert [f"{o.van:%H:%M}-{o.tot:%H:%M}" for o in een.open_op(VANDAAG)] == ["09:00-12:00", "13:00-17:00"]
    assert een.open_op(date(2026, 11, 21)) == ()
    for verkeerd in ("negen uur", "17:00-09:00", 540):
        with pytest.raises(ValidationError):
            Overdracht.model_validate(
                {"ontvanger": "Team", "kanaal": None, "openingstijden": {"vrijdag": verkeerd}}
            )


@pytest.mark.parametrize(
    ("kanaal", "veld", "waarde"),
    [
        ("e-mail", "e_mail", "team@proefstad.example"),
        ("open_formulieren", "formulier", "https://formulier.example/contact"),
        (
            "open_klant",
            "open_klant",
            {"url": "https://ok.example/api/v1", "actor": "3f1b1c1e-0000-4000-8000-000000000001"},
        ),
    ],
)
def test_a_way_out_that_is_not_filled_in_is_told(kanaal: str, veld: str, waarde: object) -> None:
    half = gemeente(overdracht={"ontvanger": "Team", "kanaal": kanaal})
    gevonden = list(controle.fouten("gemeenten/proefstad.yml", half, (), VANDAAG))
    assert [fout.melding for fout in gevonden] == [f"bij 'kanaal: {kanaal}' hoort ook het veld '{veld}'"]
    heel = gemeente(overdracht={"ontvanger": "Team", "kanaal": kanaal, veld: waarde})
    assert list(controle.fouten("gemeenten/proefstad.yml", heel, (), VANDAAG)) == []


@pytest.mark.parametrize("url", ["http://ok.example/api", "https://ok.example/api?token=x", "ok.example"])
def test_open_klant_is_reached_over_tls(url: str) -> None:
    with pytest.raises(ValidationError):
        OpenKlant.model_validate({"url": url, "actor": "3f1b1c1e-0000-4000-8000-000000000001"})


def test_a_fact_of_an_example_is_never_a_float() -> None:
    voorbeeld = {"naam": "x", "peildatum": VANDAAG, "verwacht": {"voedselbank": {"recht": "onbekend"}}}
    with pytest.raises(ValidationError, match="zet bedragen tussen aanhalingstekens"):
        gemeente(voorbeelden=[{**voorbeeld, "feiten": {"medebewoners": [{"inkomen_jaar": 1.5}]}}])
    verwacht = {"voedselbank": {"recht": "onbekend", "bedrag_per_keer": "1.00"}}
    with pytest.raises(ValidationError, match="dan is er geen bedrag"):
        gemeente(voorbeelden=[{**voorbeeld, "feiten": {}, "verwacht": verwacht}])


def test_names_are_those_of_the_rules() -> None:
    assert set(LOKAAL) <= set(REGELINGEN)
    assert set(Eisen.model_fields) <= set(feiten.FEITEN)
    soorten = {naam: feiten.FEITEN[naam].type for naam in Eisen.model_fields}
    assert {naam for naam, soort in soorten.items() if soort != "ja_nee"} == {
        "woonsituatie",
        "bijzondere_kosten",
    }
    assert get_args(Woonsituatie) == feiten.WOONSITUATIES
    assert get_args(BijzondereKosten) == feiten.BIJZONDERE_KOSTEN
    uitkomst = Uitkomst.model_fields
    for veld in ("vorm", "ritme"):
        eigen = set(get_args(str_literals(Regelingdata.model_fields[veld].annotation)))
        assert eigen == set(get_args(str_literals(uitkomst[veld].annotation)))
    assert get_args(Verwacht.model_fields["recht"].annotation) == get_args(uitkomst["recht"].annotation)


def str_literals(soort: Any) -> Any:
    """The widest Literal within a type."""
    binnen = [soort]
    for een in binnen:
        binnen.extend(deel for deel in get_args(een) if not isinstance(deel, str))
    return max(binnen, key=lambda een: sum(isinstance(deel, str) for deel in get_args(een)))


def test_confidences_decide_as_those_of_parameters() -> None:
    assert {*BESLIST} - {"verzonnen"} == {*BESLISSEND}
    assert {*BESLISSEND} <= {*get_args(Zekerheid)} & {*get_args(ParameterZekerheid)}


def test_measures_have_parameters() -> None:
    namen = {w.naam for w in laad_parameters(ECHT / "parameters").waarden["participatiewet-in-balans"]}
    for maatregel in get_args(Maatregel):
        assert any(naam.startswith(f"{maatregel.removesuffix('_2027')}_") for naam in namen), maatregel


def test_examples_of_voorbeeldstad_can_be_read_by_the_rules() -> None:
    """The facts have the form of the calculation API, so that the rules can be held to them."""
    ruwe = yaml.safe_load((ECHT / "gemeenten/voorbeeldstad.yml").read_text(encoding="utf-8"))
    assert ruwe["voorbeelden"]
    for voorbeeld in ruwe["voorbeelden"]:
        assert lees_feiten(voorbeeld["feiten"], voorbeeld["peildatum"]).keys() == voorbeeld["feiten"].keys()
