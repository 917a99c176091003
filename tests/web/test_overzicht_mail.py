"""The outcome to the resident's own e-mail address: once, nothing kept, nobody else bothered with it."""

from __future__ import annotations

import logging
import re
import secrets
import threading
from collections.abc import Iterator
from datetime import timedelta
from email.message import EmailMessage
from html import unescape
from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlalchemy import func, select

from actions.contract import naar_json
from actions.gesprek.beurt import overzicht
from actions.gesprek.opslag import gesprek_id
from actions.overdracht import overzichtpost, post
from actions.overdracht.overzichtpost import PER_DAG, VAST
from actions.overdracht.posttabellen import overzichtmail, overzichtmail_adres
from content.inhoud import Inhoud
from content.opmaak import datum, euro
from content.parameters import Parameters
from tests.gesprek.krommen import FEITEN, vergelijking, voorbeeld
from tests.overdracht import nepmail
from tests.overdracht.nepmail import NepMail
from tests.web.conftest import CONTENT, VREEMDE_SITE, Huis, een_huis
from tests.web.staten import met_extra
from tests.web.test_overzichtpagina import RUIM

ADRES = "noor.verzonnen@post.example"
SLEUTEL = "s" * 40


@pytest.fixture(scope="module")
def met_mail(tmp_path_factory: pytest.TempPathFactory, parameters: Parameters) -> Inhoud:
    """The real content, in which voorbeeldstad has switched it on."""
    return maak_inhoud(tmp_path_factory.mktemp("content"), parameters)


def maak_inhoud(map_: Path, parameters: Parameters) -> Inhoud:
    for een in CONTENT.iterdir():
        if een.is_dir() and een.name != "gemeenten":
            (map_ / een.name).symlink_to(een)
    (map_ / "gemeenten").mkdir()
    for stad in ("voorbeeldstad", "amsterdam"):
        tekst = (CONTENT / "gemeenten" / f"{stad}.yml").read_text(encoding="utf-8")
        aan = "overzicht_mail: true\n" if stad == "voorbeeldstad" else ""
        (map_ / "gemeenten" / f"{stad}.yml").write_text(tekst + aan, encoding="utf-8")
    return Inhoud(map_, parameters)


@pytest.fixture
def nep(tmp_path: Path) -> Iterator[NepMail]:
    with nepmail.draai(tmp_path) as een:
        yield een


def instellingen(nep: NepMail) -> dict[str, Any]:
    kantoor = nep.kantoor()
    return {
        "sleutel": SLEUTEL,
        "smtp_host": kantoor.host,
        "smtp_poort": kantoor.poort,
        "smtp_afzender": kantoor.afzender,
        "smtp_gebruiker": kantoor.gebruiker,
        "smtp_wachtwoord": kantoor.wachtwoord,
        "smtp_ca": kantoor.ca,
    }


@pytest.fixture
def huis(tmp_path: Path, met_mail: Inhoud, parameters: Parameters, nep: NepMail) -> Iterator[Huis]:
    with een_huis(tmp_path, met_mail, parameters, **instellingen(nep)) as een:
        yield een


def stuur(
    huis: Huis, token: str, adres: str = ADRES, id_: str | None = None, **koppen: str
) -> httpx.Response:
    antwoord: httpx.Response = huis.client.post(
        f"/overzicht/{token}/mail", data={"id": id_ or secrets.token_hex(8), "email": adres}, headers=koppen
    )
    return antwoord


def tekst_van(brief: EmailMessage) -> str:
    return str(brief.get_content()).replace("\r\n", "\n")


# --- what is sent -------------------------------------------------------------------------------------------------------


def test_one_mail_with_the_outcomes_and_no_answers(huis: Huis, nep: NepMail) -> None:
    token = met_extra(huis, feiten=RUIM)
    antwoord = stuur(huis, token)
    assert antwoord.status_code == 200
    assert ADRES in antwoord.text
    (brief,) = nep.brieven
    assert (brief["To"], brief["From"], brief["Subject"]) == (
        ADRES,
        "rechtop@rechtop.example",
        "Uw overzicht",
    )
    assert brief["Auto-Submitted"] == "auto-generated"
    assert re.fullmatch(r"<[0-9a-f]{32}@rechtop\.example>", brief["Message-ID"])
    assert brief.get_content_type() == "text/plain"
    tekst = tekst_van(brief)
    assert tekst.startswith(
        "U vroeg om dit overzicht. Dat deed u op de website van Voorbeeldstad.\n\nWas u dat niet?"
    )
    api = overzicht(huis.bronnen, gesprek_id(token))
    wel = [u for u in api.uitkomsten if u.recht == "waarschijnlijk_wel"]
    assert len(wel) > 5
    for u in wel:
        assert u.titel in tekst
        if u.al_ontvangen:
            continue
        assert u.aanvragen.url is None or str(u.aanvragen.url) in tekst
        if u.aanvragen.uiterlijk:
            assert f"tot en met {datum(u.aanvragen.uiterlijk)}" in tekst
        if u.bedrag_per_keer and u.vorm == "geld":
            assert euro(u.bedrag_per_keer) in tekst
        for wat in u.aanvragen.nodig:
            assert wat in tekst
    for feit in api.feiten:
        assert f"{feit.label}: {feit.tekst}" not in tekst
    for niet in (
        token,
        gesprek_id(token),
        "/overzicht/",
        "/zelfcheck/",
        "127.0.0.1",
        "testserver",
        "21.000",
        "**",
        "](",
        "None",
    ):
        assert niet not in tekst + str(brief["Message-ID"]), niet


def test_what_changes_in_a_life_is_not_in_it(huis: Huis, nep: NepMail) -> None:
    token = met_extra(
        huis, feiten=FEITEN, vergelijking=naar_json(vergelijking()), kromme=naar_json(voorbeeld())
    )
    stuur(huis, token)
    tekst = tekst_van(nep.brieven[0])
    for niet in ("samenwoont", "te veel gekregen", "uur werk", "Geef door"):
        assert niet not in tekst


def test_the_page_shows_the_very_mail_before_it_is_sent(huis: Huis, nep: NepMail) -> None:
    token = met_extra(huis, feiten=RUIM)
    vorm = huis.client.get(f"/overzicht/{token}/mail")
    assert vorm.status_code == 200
    assert "Wie uw e-mail kan lezen, leest dit ook." in vorm.text
    getoond = re.search(r'<p class="brief">(.*?)</p>', vorm.text, re.DOTALL)
    assert getoond is not None
    stuur(huis, token)
    assert unescape(getoond[1]).strip() == tekst_van(nep.brieven[0]).strip()


def test_nothing_a_visitor_types_gets_into_a_mail(huis: Huis, nep: NepMail) -> None:
    token = met_extra(huis, feiten=FEITEN)
    for adres in (
        "a@b.example\r\nBcc: c@d.example",
        "Koop nu <a@b.example>",
        "a@b.example, c@d.example",
        "a@b",
        "é@b.example",
    ):
        antwoord = stuur(huis, token, adres)
        assert antwoord.status_code == 422, adres
    huis.client.post(
        f"/overzicht/{token}/mail",
        data={"id": "x", "email": ADRES, "onderwerp": "Koop nu", "tekst": "Koop nu", "bericht": "Koop nu"},
    )
    (brief,) = nep.brieven
    assert "Koop nu" not in brief.as_string()


# --- once ---------------------------------------------------------------------------------------------------------------


def test_one_for_each_talk(huis: Huis, nep: NepMail) -> None:
    token = met_extra(huis, feiten=FEITEN)
    assert f'href="/overzicht/{token}/mail"' in huis.client.get(f"/overzicht/{token}").text
    eerste = stuur(huis, token, id_="een")
    nog_eens = stuur(huis, token, id_="een")
    assert (eerste.status_code, nog_eens.status_code) == (200, 200)
    assert "De e-mail is verstuurd" in nog_eens.text, "the same form is the same mail"
    ander = stuur(huis, token, "iemand@anders.example", id_="twee")
    assert ander.status_code == 409
    assert "Dat kan één keer" in ander.text
    assert "Dat kan één keer" in huis.client.get(f"/overzicht/{token}/mail").text
    pagina = huis.client.get(f"/overzicht/{token}").text
    assert "U heeft de uitkomst naar een e-mailadres laten sturen." in pagina
    assert f"/overzicht/{token}/mail" not in pagina
    assert len(nep.brieven) == 1


def test_two_clicks_at_once_are_one_mail(huis: Huis, nep: NepMail) -> None:
    token = met_extra(huis, feiten=FEITEN)
    nep.traag = 0.5
    uit: list[httpx.Response] = []
    draden = [threading.Thread(target=lambda: uit.append(stuur(huis, token, id_="dubbel"))) for _ in range(3)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()
    assert [een.status_code for een in uit] == [200, 200, 200]
    assert len(nep.brieven) == 1


def test_five_a_day_for_each_address(huis: Huis, nep: NepMail) -> None:
    for nr in range(PER_DAG):
        adres = ADRES.upper() if nr % 2 else ADRES.replace("@", "+extra@")
        assert stuur(huis, met_extra(huis, feiten=FEITEN), adres).status_code == 200
    token = met_extra(huis, feiten=FEITEN)
    zesde = stuur(huis, token)
    assert zesde.status_code == 429
    assert "vandaag al genoeg e-mails" in zesde.text
    assert stuur(huis, token, "ander@post.example").status_code == 200, (
        "it did not use up the one of the talk"
    )
    huis.klok.nu += timedelta(hours=11, minutes=1)  # 00.01 in the Netherlands
    assert stuur(huis, met_extra(huis, feiten=FEITEN)).status_code == 200
    assert len(nep.brieven) == PER_DAG + 2


def test_not_too_many_from_one_place(
    tmp_path: Path, met_mail: Inhoud, parameters: Parameters, nep: NepMail
) -> None:
    with een_huis(tmp_path, met_mail, parameters, mails_per_uur=2, **instellingen(nep)) as huis:
        token = met_extra(huis, feiten=FEITEN)
        assert stuur(huis, token, "geen adres").status_code == 422
        for nr in range(2):
            assert stuur(huis, met_extra(huis, feiten=FEITEN), f"a{nr}@post.example").status_code == 200
        vol = stuur(huis, token)
        assert (vol.status_code, "Retry-After" in vol.headers) == (429, True)
        assert f'value="{ADRES}"' in vol.text


# --- when it does not work ------------------------------------------------------------------------------------------------


def test_a_failure_is_told_and_uses_nothing_up(huis: Huis, nep: NepMail) -> None:
    token = met_extra(huis, feiten=FEITEN)
    for _ in range(PER_DAG + 1):
        nep.weigert = f"451 try again later, {ADRES}"
        mis = stuur(huis, token)
        assert mis.status_code == 502
        assert "Het is niet gelukt om de e-mail te versturen." in mis.text
        assert f'value="{ADRES}"' in mis.text
    nep.weigert = None
    assert stuur(huis, token).status_code == 200
    assert len(nep.brieven) == 1


def test_an_address_that_does_not_exist(huis: Huis, nep: NepMail) -> None:
    token = met_extra(huis, feiten=FEITEN)
    nep.onbekend = f"550 {ADRES} unknown"
    mis = stuur(huis, token)
    assert mis.status_code == 422
    assert "Dit adres neemt geen e-mail aan." in mis.text


def test_a_server_that_does_not_answer(huis: Huis, nep: NepMail, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(overzichtpost, "SECONDEN", 1.0)
    nep.traag = 60
    token = met_extra(huis, feiten=FEITEN)
    assert stuur(huis, token).status_code == 502
    nep.traag = 0
    assert stuur(huis, token).status_code == 200
    assert len(nep.brieven) == 1
    assert timedelta(seconds=40) < overzichtpost.VAST


def test_never_without_tls(tmp_path: Path, met_mail: Inhoud, parameters: Parameters) -> None:
    with (
        nepmail.draai(tmp_path, tls=False) as kaal,
        een_huis(tmp_path, met_mail, parameters, **instellingen(kaal)) as huis,
    ):
        token = met_extra(huis, feiten=FEITEN)
        assert stuur(huis, token).status_code == 502
        assert kaal.brieven == []


def test_killed_while_sending(huis: Huis, nep: NepMail) -> None:
    """Whoever was sending is gone: after a while the talk can be mailed again."""
    token = met_extra(huis, feiten=FEITEN)
    _leg_alleen(huis, token)
    with pytest.raises(overzichtpost.NogBezig):
        huis.app.state.diensten.overzichtpost.stuur(gesprek_id(token), "b", ADRES, "Kop", "Tekst")
    huis.klok.nu += VAST
    assert stuur(huis, token).status_code == 200
    assert len(nep.brieven) == 1


def _leg_alleen(huis: Huis, token: str) -> None:
    with huis.bronnen.opslag.schrijf() as verbinding:
        verbinding.execute(
            overzichtmail.insert().values(
                gesprek=gesprek_id(token), client_id="a", bezig_tot=huis.klok.nu + VAST
            )
        )


@pytest.mark.parametrize(
    "koppen", [{"Origin": VREEMDE_SITE}, {"Origin": "null", "Sec-Fetch-Site": "cross-site"}]
)
def test_a_foreign_form_sends_nothing(huis: Huis, nep: NepMail, koppen: dict[str, str]) -> None:
    token = met_extra(huis, feiten=FEITEN)
    assert stuur(huis, token, **koppen).status_code == 403
    assert nep.brieven == []


# --- off ----------------------------------------------------------------------------------------------------------------


def test_off_in_every_gemeente_of_the_content(parameters: Parameters) -> None:
    gemeenten = Inhoud(CONTENT, parameters).gemeenten()
    assert len(gemeenten) > 5
    assert [slug for slug, gemeente in gemeenten.items() if gemeente.overzicht_mail] == []


@pytest.mark.parametrize(
    ("weg", "gemeente"),
    [(("smtp_host", "smtp_afzender"), "voorbeeldstad"), (("sleutel",), "voorbeeldstad"), ((), "amsterdam")],
)
def test_off_is_nowhere_to_be_seen(
    tmp_path: Path,
    met_mail: Inhoud,
    parameters: Parameters,
    nep: NepMail,
    weg: tuple[str, ...],
    gemeente: str,
) -> None:
    keuze = {naam: waarde for naam, waarde in instellingen(nep).items() if naam not in weg}
    with een_huis(tmp_path, met_mail, parameters, **keuze) as huis:
        token = met_extra(huis, huis.begin(gemeente), feiten=FEITEN)
        pagina = huis.client.get(f"/overzicht/{token}").text
        assert "Printen of bewaren" in pagina
        assert "/mail" not in pagina
        assert "e-mail" not in pagina.lower().replace("e-mailadres", "")
        assert huis.client.get(f"/overzicht/{token}/mail").status_code == 404
        assert stuur(huis, token).status_code == 404
    assert nep.brieven == []


def test_nothing_to_send_yet(huis: Huis) -> None:
    token = huis.begin()
    assert "/mail" not in huis.client.get(f"/overzicht/{token}").text
    assert huis.client.get(f"/overzicht/{token}/mail").status_code == 404


def test_a_talk_that_is_gone(huis: Huis) -> None:
    assert huis.client.get(f"/overzicht/{'a' * 43}/mail").status_code == 404
    assert stuur(huis, "a" * 43).status_code == 404


# --- nothing kept -------------------------------------------------------------------------------------------------------


def test_nothing_of_an_address_is_kept(huis: Huis, nep: NepMail, caplog: pytest.LogCaptureFixture) -> None:
    token = met_extra(huis, feiten=FEITEN)
    with caplog.at_level(logging.DEBUG):
        nep.weigert = f"451 {ADRES}"
        stuur(huis, token)
        nep.weigert = None
        nep.onbekend = f"550 {ADRES}"
        stuur(huis, token)
        nep.onbekend = None
        stuur(huis, token, ADRES + " nee")
        stuur(huis, token)
    assert len(nep.brieven) == 1
    # The client and the server of the test log what they send and get.
    log = "\n".join(r.getMessage() for r in caplog.records if r.name not in ("httpx", "mail.log", "asyncio"))
    assert "/overzicht/{gesprek}/mail" in log
    assert "mail_SMTPDataError" in log
    for woord in ("noor", "verzonnen@", "post.example", token, "Zorgtoeslag"):
        assert woord not in log
    for woord in (ADRES, "noor.verzonnen", "post.example"):
        assert woord.encode() not in huis.bytes()


def test_the_count_goes_with_its_day(huis: Huis) -> None:
    stuur(huis, met_extra(huis, feiten=FEITEN))
    with huis.bronnen.opslag.lees_naast() as verbinding:
        merk = verbinding.scalars(select(overzichtmail_adres.c.merk)).one()
    assert merk.encode() in huis.bytes()
    assert overzichtpost.vergeet(huis.bronnen.opslag, huis.klok.nu + timedelta(hours=10, minutes=59)) == 0
    assert overzichtpost.vergeet(huis.bronnen.opslag, huis.klok.nu + timedelta(hours=11)) == 1
    assert merk.encode() not in huis.bytes()


def test_erasing_the_talk_erases_that_it_was_mailed(huis: Huis) -> None:
    token = met_extra(huis, feiten=FEITEN)
    stuur(huis, token)
    assert huis.client.delete(f"/api/v1/gesprekken/{token}").status_code == 204
    with huis.bronnen.opslag.lees_naast() as verbinding:
        assert verbinding.scalar(select(func.count()).select_from(overzichtmail)) == 0


def test_the_hash_is_another_each_day_and_needs_the_key(huis: Huis) -> None:
    opslag, kantoor = huis.bronnen.opslag, post.Postkantoor("x", 1, "a@b.example")
    een = overzichtpost.Overzichtpost(opslag, kantoor, SLEUTEL, huis.klok)
    twee = overzichtpost.Overzichtpost(opslag, kantoor, "t" * 40, huis.klok)
    dag = huis.klok.nu.date()
    merken = {een._merk(ADRES, dag), een._merk(ADRES, dag + timedelta(days=1)), twee._merk(ADRES, dag)}
    assert len(merken) == 3
