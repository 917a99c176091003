"""All settings of the gateway, from the environment (`RECHTOP_…`). Every limit of the public contract is one of them."""

from __future__ import annotations

from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import Field, SecretStr, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from actions.overdracht.kluis import Kluis
from actions.overdracht.post import Postkantoor
from content.lokaal.instelling import EmailAdres
from web.toegang.oidc_instellingen import Oidc

Netwerk = IPv4Network | IPv6Network
Poort = Annotated[int, Field(ge=0, le=65535)]
Seconden = Annotated[float, Field(gt=0)]
Aantal = Annotated[int, Field(ge=1)]


class Instellingen(BaseSettings):
    """Raises pydantic.ValidationError when a setting is wrong, so that the gateway does not start."""

    model_config = SettingsConfigDict(env_prefix="RECHTOP_", frozen=True, extra="ignore")

    web_adres: str = "127.0.0.1"
    web_poort: Poort = 8000
    intern_adres: str = "127.0.0.1"
    intern_poort: Poort = 8001
    sleutel: SecretStr | None = None
    """Needed (at least 32 characters) to listen outside loopback. Without one there is no login for staff."""
    sleutel_oud: SecretStr | None = None
    """The key before this one, while what was sealed with it is sealed anew."""
    openbaar_adres: Annotated[str, Field(pattern=r"^https?://[^/?#\s]+$")] | None = None
    """How browsers reach the gateway, like `https://chat.voorbeeldstad.example`."""

    content: Path | None = None
    """The folder of all texts, where it is a repository of its own. Without it nothing can be changed on screens."""
    vier_ogen: bool = True
    """A publication needs somebody else than its writer."""
    concept_dagen: Aantal = 90
    """So long a draft that is done (published or thrown away) is kept."""

    rasa_url: str = "http://127.0.0.1:5005"
    actions_url: str = "http://127.0.0.1:5055"
    rasa_tijd: Seconden = 5.0
    """How long Rasa gets for a turn, in seconds."""
    rasa_tijd_opnieuw: Seconden = 2.5
    """How long the second try gets."""
    rasa_rust: Annotated[float, Field(ge=0)] = 5.0
    """After a time-out Rasa is left alone so long, in seconds: not every message has to wait for it."""
    beurt_tijd: Seconden = 8.0
    """How long one turn may take in all."""
    wacht_tijd: Seconden = 8.0
    """How long a turn waits for another of the same talk."""

    berichten_per_minuut: Aantal = 30
    berichten_per_gesprek: Aantal = 150
    gesprekken_per_uur: Aantal = 120
    """New talks per address."""
    verzoeken_per_minuut: Aantal = 1200
    """Requests per address."""
    meenemen_minuten: Aantal = 15
    """How long a code for another device works, and the time in which tries with codes are counted."""
    codes_per_uur: Aantal = 10
    """Codes of one talk."""
    mails_per_uur: Aantal = 20
    """Overviews by e-mail that one address (of the visitor) may ask for."""
    ophaal_pogingen: Aantal = 5
    """Wrong codes of one address."""
    ophaal_pogingen_samen: Aantal = 1000
    """Wrong codes of all addresses together. Holds for loopback too: it is what keeps a code from being guessed."""
    intrek_pogingen: Aantal = 20
    """Wrong codes of requests, of one address in an hour."""
    overdrachten_per_gesprek: Aantal = 5
    """Questions that one talk hands over in a day. Holds for loopback too: it is what keeps a gemeente from being flooded."""
    overdrachten_per_adres: Aantal = 20
    """Questions that one address hands over in a day."""
    lichaam_max: Aantal = 64 * 1024
    """Bytes in the body of a request."""
    lijst_max: Aantal = 20
    """Entries in a list of the calculation API."""
    tekst_max: Aantal = 500
    """Characters of one message; longer text is not read."""
    grenzen_lokaal: Literal["aan", "los"] = "aan"
    """`los` lifts the limits per address and per minute for loopback (not the number of messages in a talk)."""
    proxies: Annotated[tuple[Netwerk, ...], NoDecode] = ()
    """Networks of the proxies whose `X-Forwarded-For` is believed, separated by commas."""

    opruimen_elke: Seconden = 300.0
    """Seconds between two rounds of erasing expired talks."""

    overdracht_sleutels: SecretStr | None = None
    """Fernet keys for what residents hand over, separated by commas; the first one seals. Without them one is made from
    `sleutel`; without that one as well nothing is handed over."""
    overdracht_elke: Seconden = 10.0
    """Seconds between two looks in the outbox; a new request is noticed at once."""

    smtp_host: str | None = None
    """The mail server for gemeenten that want requests by e-mail; TLS is never left out."""
    smtp_poort: Poort = 587
    smtp_tls: Literal["starttls", "meteen"] = "starttls"
    smtp_gebruiker: str | None = None
    smtp_wachtwoord: SecretStr | None = None
    smtp_afzender: EmailAdres | None = None
    smtp_ca: Path | None = None
    """A file with the certificates that are trusted, instead of those of the system."""

    oidc: Oidc = Field(default_factory=Oidc)
    """Logging in with the account of the gemeente."""
    sessie_rust_minuten: Seconden = 30
    """After so many minutes without use staff log in again."""
    sessie_uren: Seconden = 10
    """And after so many hours in any case."""
    sessie_aanbieder_minuten: Seconden = 60
    """After so many minutes who logged in with the account of the gemeente goes along its provider again."""
    toegang_vrij: Aantal = 3
    """Failed tries to log in with one name from one address before the first wait."""
    toegang_vrij_naam: Aantal = 10
    """The same with one name from everywhere."""
    toegang_vrij_adres: Aantal = 20
    """The same from one address with any name."""
    toegang_wacht: Seconden = 30
    """The first wait, in seconds; each next failure doubles it."""
    toegang_wacht_max: Seconden = 900
    """The longest wait, in seconds."""
    toegang_vergeet: Seconden = 86400
    """After so many seconds without a failure counting starts anew."""
    toegang_bekend_dagen: Aantal = 90
    """So long an address where somebody logged in does not wait for failures elsewhere."""
    spoor_dagen: Aantal = 365
    """How long the trail of staff is kept."""

    @field_validator("proxies", mode="before")
    @classmethod
    def _lees_proxies(cls, waarde: Any) -> Any:
        if isinstance(waarde, str):
            return tuple(ip_network(deel.strip()) for deel in waarde.split(",") if deel.strip())
        return waarde

    @field_validator("overdracht_sleutels")
    @classmethod
    def _zijn_sleutels(cls, waarde: SecretStr | None) -> SecretStr | None:
        if waarde is not None:
            Kluis(_lijst(waarde))
        return waarde

    @model_validator(mode="after")
    def _veilig(self) -> Self:
        if not (_is_lokaal(self.web_adres) and _is_lokaal(self.intern_adres)):
            sleutel = self.sleutel.get_secret_value() if self.sleutel else ""
            if len(sleutel) < 32:
                raise ValueError(
                    "outside loopback RECHTOP_SLEUTEL must be set to a secret of at least 32 characters"
                )
        if (self.smtp_host is None) != (self.smtp_afzender is None):
            raise ValueError("RECHTOP_SMTP_HOST and RECHTOP_SMTP_AFZENDER belong together")
        if self.oidc.aanbieder is not None and (self.openbaar_adres is None or self.sleutel is None):
            raise ValueError(
                "with RECHTOP_OIDC_AANBIEDER also RECHTOP_OPENBAAR_ADRES and RECHTOP_SLEUTEL must be set"
            )
        return self

    def postkantoor(self) -> Postkantoor | None:
        if self.smtp_host is None or self.smtp_afzender is None:
            return None
        wachtwoord = self.smtp_wachtwoord
        return Postkantoor(
            self.smtp_host,
            self.smtp_poort,
            self.smtp_afzender,
            self.smtp_gebruiker,
            None if wachtwoord is None else wachtwoord.get_secret_value(),
            self.smtp_tls == "meteen",
            self.smtp_ca,
        )

    def kluis(self) -> Kluis | None:
        """What seals a handoff. A key made from `sleutel` still opens what it sealed after keys of its own were set."""
        sleutels = [] if self.overdracht_sleutels is None else _lijst(self.overdracht_sleutels)
        if self.sleutel is not None and self.sleutel.get_secret_value():
            sleutels.append(Kluis.sleutel_uit(self.sleutel.get_secret_value()))
        return Kluis(sleutels) if sleutels else None


def _lijst(waarde: SecretStr) -> list[str]:
    return [deel.strip() for deel in waarde.get_secret_value().split(",") if deel.strip()]


def _is_lokaal(adres: str) -> bool:
    if adres == "localhost":
        return True
    try:
        return ip_address(adres).is_loopback
    except ValueError:
        return False
