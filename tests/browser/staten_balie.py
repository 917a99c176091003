"""The inbox of staff on the real gateway, with a request in every state; where to go in it, and how to come in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from playwright.sync_api import Page
from sqlalchemy import insert, update

from actions.gesprek.bronnen import Bronnen
from actions.overdracht import postvak, toestemming
from actions.overdracht.kluis import Kluis
from actions.overdracht.postvak import Beller
from actions.overdracht.tabellen import overdracht
from actions.overdracht.veld import Veld
from actions.overdracht.wegen import Zending
from actions.overdracht.wegen.balie import BalieWeg
from tests.browser.keuringen import Staat
from web.instellingen import Instellingen
from web.toegang import accounts, beheer, codes, eigen, sessies
from web.toegang.toegang import Toegang, maak_toegang

NU = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
EERDER = NU - timedelta(minutes=2)
"""When accounts were made: each code of an app works once."""
SLEUTEL = "sleutel-van-dit-huis-voor-de-proef-0123456789"
WACHTWOORD = "drie paarden op zolder"
COLLEGA = Beller(99, "Ans Verzonnen")
VELDEN = (
    Veld("onderwerp", "Onderwerp", "Huurtoeslag"),
    Veld("naam", "Naam", "Noor Verzonnen"),
    Veld("telefoon", "Telefoon", "0612345678"),
    Veld("email", "E-mail", "noor.met.een.lange.naam@verzonnen.example"),
    Veld("beste_moment", "Beste moment om te bellen", "In de ochtend"),
    Veld("bericht", "Uw vraag", "Ik snap mijn huur niet.\nKan iemand mij bellen?"),
    Veld("feit", "Kale huur", "650 euro", "kale_huur"),
)
LAAT, BIJNA, VAN_ANDER, VAN_MIJ, KLAAR, OPGEGEVEN, INGETROKKEN, TEGELIJK, VRIJ = (
    f"100000000{nr}" for nr in range(1, 10)
)


@dataclass(frozen=True, slots=True)
class Huis:
    """The gateway, with people who may log in."""

    adres: str
    bronnen: Bronnen
    toegang: Toegang

    def vraag(
        self,
        kenmerk: str,
        gestuurd: timedelta = timedelta(),
        gemeente: str = "voorbeeldstad",
        **ook: object,
    ) -> None:
        """A request that was sent so long ago, and delivered at once."""
        toen, opslag = NU - gestuurd, self.bronnen.opslag
        rij = {
            "kenmerk": kenmerk,
            "gemeente": gemeente,
            "kanaal": "balie",
            "stand": "verstuurd",
            "code": "x",
            "ingediend": toen,
            "uiterlijk": toen + timedelta(hours=72),
            "bewaar_dagen": 28,
            "weg_na": toen + timedelta(days=28),
            "pogingen": 1,
        }
        with opslag.schrijf() as verbinding:
            verbinding.execute(insert(overdracht).values({**rij, **ook}))
            tekst = toestemming.Tekst("3f9a1c20b7d4e588", "")
            toestemming.leg_vast(
                verbinding,
                kenmerk,
                gemeente,
                "balie",
                tekst,
                "U mag mij bellen.",
                VELDEN,
                toen,
                date(2028, 1, 1),
            )
        if ook.get("stand", "verstuurd") == "verstuurd":
            zending = Zending(kenmerk, gemeente, toen, 28, VELDEN)
            BalieWeg(opslag, Kluis([Kluis.sleutel_uit(SLEUTEL)]), lambda: toen).bezorg(zending, lambda: None)

    def collega_neemt(self, kenmerk: str) -> None:
        with self.bronnen.opslag.schrijf() as verbinding:
            versie = postvak.lees(verbinding, kenmerk).versie
            postvak.neem(verbinding, kenmerk, versie, COLLEGA, NU - timedelta(hours=1))

    def persoon(self, login: str, gemeente: str = "voorbeeldstad") -> str:
        """Somebody with an account. Gives the secret of the app."""
        link = beheer.nieuw(self.toegang, login, "Jan Verzonnen", gemeente, ["balie"])
        geheim = eigen.instelling(self.toegang, link.code).geheim
        eigen.stel_in(self.toegang, link.code, WACHTWOORD, WACHTWOORD, codes.code_op(geheim, EERDER))
        return geheim

    def sleutel(self, login: str) -> str:
        """A session of this person, as it stands in the cookie."""
        with self.bronnen.opslag.schrijf() as verbinding:
            wie = accounts.vind(verbinding, login)
            assert wie is not None
            return sessies.begin(verbinding, wie.id, NU)


def maak_huis(adres: str, bronnen: Bronnen) -> Huis:
    toegang = maak_toegang(Instellingen(_env_file=None, sleutel=SLEUTEL), bronnen.opslag, lambda: EERDER)
    assert toegang is not None
    return Huis(adres, bronnen, toegang)


def vul(huis: Huis) -> None:
    """A request in every state, and `jan` who works here; `ver`, where nobody waits; and `ook`, where two are busy at once."""
    huis.persoon("jan")
    huis.persoon("ver", "maastricht")
    huis.persoon("ook", "heerlen")
    huis.vraag(TEGELIJK, timedelta(hours=3), "heerlen")
    huis.vraag(LAAT, timedelta(days=7))
    huis.vraag(BIJNA, timedelta(days=26))
    for kenmerk in (VAN_ANDER, VAN_MIJ, KLAAR):
        huis.vraag(kenmerk, timedelta(hours=3))
    huis.vraag(INGETROKKEN, stand="ingetrokken")
    huis.vraag(
        OPGEGEVEN,
        timedelta(days=3),
        kanaal="e-mail",
        stand="niet_gelukt",
        opgegeven=NU,
        opgegeven_reden="mail_SMTPDataError",
    )
    huis.collega_neemt(VAN_ANDER)
    with huis.bronnen.opslag.schrijf() as verbinding:
        wie = accounts.vind(verbinding, "jan")
        assert wie is not None
        ik = Beller(wie.id, wie.naam)
        postvak.niet_bereikt(verbinding, VAN_MIJ, 0, ik, NU - timedelta(hours=2))
        postvak.neem(verbinding, VAN_MIJ, 1, ik, NU - timedelta(minutes=10))
        postvak.handel_af(verbinding, KLAAR, 0, ik, NU - timedelta(hours=1), timedelta(days=7), set())
        verbinding.execute(
            update(overdracht).where(overdracht.c.kenmerk == KLAAR).values(stand="afgehandeld")
        )


@dataclass(frozen=True, slots=True)
class Bezoek:
    page: Page
    huis: Huis

    def als(self, login: str = "jan") -> Bezoek:
        koekje = {"name": "rechtop_medewerker", "value": self.huis.sleutel(login), "url": self.huis.adres}
        self.page.context.add_cookies([koekje])  # type: ignore[list-item]
        return self

    def naar(self, pad: str) -> Bezoek:
        self.page.goto(self.huis.adres + pad)
        return self

    def kies(self, naam: str) -> None:
        with self.page.expect_navigation():
            self.page.get_by_role("button", name=naam, exact=True).click()


def lijst(p: Bezoek) -> None:
    p.als().naar("/balie")


def leeg(p: Bezoek) -> None:
    p.als("ver").naar("/balie")


def klaar(p: Bezoek) -> None:
    p.als().naar("/balie?toon=afgehandeld")


def vraag(p: Bezoek) -> None:
    p.als().naar(f"/balie/{LAAT}")


def bijna_gewist(p: Bezoek) -> None:
    p.als().naar(f"/balie/{BIJNA}")


def van_mij(p: Bezoek) -> None:
    p.als().naar(f"/balie/{VAN_MIJ}")


def van_ander(p: Bezoek) -> None:
    p.als().naar(f"/balie/{VAN_ANDER}")


def afgehandeld(p: Bezoek) -> None:
    p.als().naar(f"/balie/{KLAAR}")


def wissen(p: Bezoek) -> None:
    p.als().naar(f"/balie/{LAAT}/wissen")


def ingetrokken(p: Bezoek) -> None:
    p.als().naar(f"/balie/{INGETROKKEN}")


def tegelijk(p: Bezoek) -> None:
    """A colleague was first."""
    p.als("ook").naar(f"/balie/{TEGELIJK}")
    p.huis.collega_neemt(TEGELIJK)
    p.kies("Ik bel deze inwoner")


_ALLE: tuple[Callable[[Bezoek], None], ...] = (
    *(
        lijst,
        leeg,
        klaar,
        vraag,
        bijna_gewist,
        van_mij,
        van_ander,
        afgehandeld,
        wissen,
        ingetrokken,
        tegelijk,
    ),
)
STATEN = tuple(Staat(f"balie-{bereik.__name__.replace('_', '-')}", bereik) for bereik in _ALLE)
