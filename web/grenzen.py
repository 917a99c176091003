"""How often an address or a talk may ask something. In memory: after a restart counting starts anew."""

from __future__ import annotations

import math
import time
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address

from limits import RateLimitItem, RateLimitItemPerDay, RateLimitItemPerHour, RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter
from starlette.datastructures import Headers
from starlette.types import Scope

from web.fouten import Probleem
from web.instellingen import Instellingen, Netwerk


@dataclass(frozen=True, slots=True)
class Adres:
    """Where a request came from. `sleutel` is what is counted: an IPv6 home has a /64, so that is one address."""

    sleutel: str
    lokaal: bool


def adres_van(scope: Scope, proxies: tuple[Netwerk, ...]) -> Adres:
    """The address of the asker: the last one in `X-Forwarded-For` that a believed proxy did not write about another."""
    client = scope.get("client")
    gevonden = str(client[0]) if client else ""
    keten = ",".join(Headers(scope=scope).getlist("x-forwarded-for")).split(",")
    for vorige in reversed([deel.strip() for deel in keten]):
        if not _is_proxy(gevonden, proxies) or _lees(vorige) is None:
            break
        gevonden = vorige
    return _adres(gevonden)


def _lees(adres: str) -> object | None:
    try:
        return ip_address(adres)
    except ValueError:
        return None


def _is_proxy(adres: str, proxies: tuple[Netwerk, ...]) -> bool:
    gelezen = _lees(adres)
    return gelezen is not None and any(gelezen in netwerk for netwerk in proxies)


def _adres(adres: str) -> Adres:
    try:
        ip = ip_address(adres)
    except ValueError:
        return Adres(adres or "onbekend", lokaal=False)
    if isinstance(ip, IPv6Address):
        if ip.ipv4_mapped is not None:
            return _adres(str(ip.ipv4_mapped))
        return Adres(f"{ip.exploded[:19]}/64", ip.is_loopback)
    return Adres(str(ip), ip.is_loopback)


class Grenzen:
    """Each method counts one and raises Probleem (429, with Retry-After) when that is one too many.

    But `ophalen` and `intrekken` only look: what they count is told to them afterwards, when it went wrong.
    """

    def __init__(self, instellingen: Instellingen) -> None:
        self._teller = MovingWindowRateLimiter(MemoryStorage())
        self._lokaal_los = instellingen.grenzen_lokaal == "los"
        self._verzoeken = RateLimitItemPerMinute(instellingen.verzoeken_per_minuut)
        self._nieuw = RateLimitItemPerHour(instellingen.gesprekken_per_uur)
        self._berichten = RateLimitItemPerMinute(instellingen.berichten_per_minuut)
        self._codes = RateLimitItemPerHour(instellingen.codes_per_uur)
        self._mails = RateLimitItemPerHour(instellingen.mails_per_uur)
        minuten = instellingen.meenemen_minuten
        self._ophalen = RateLimitItemPerMinute(instellingen.ophaal_pogingen, minuten)
        self._ophalen_samen = RateLimitItemPerMinute(instellingen.ophaal_pogingen_samen, minuten)
        self._intrekken = RateLimitItemPerHour(instellingen.intrek_pogingen)
        self._overdracht = RateLimitItemPerDay(instellingen.overdrachten_per_gesprek)
        self._overdracht_adres = RateLimitItemPerDay(instellingen.overdrachten_per_adres)

    def verzoek(self, adres: Adres) -> None:
        """Any request of an address."""
        self._tel(self._verzoeken, "verzoek", adres.sleutel, adres, "te_veel_verzoeken")

    def nieuw_gesprek(self, adres: Adres) -> None:
        """A new talk of an address."""
        self._tel(self._nieuw, "nieuw", adres.sleutel, adres, "te_veel_gesprekken")

    def bericht(self, gesprek: str, adres: Adres) -> None:
        """A message in a talk."""
        self._tel(self._berichten, "bericht", gesprek, adres, "te_snel")

    def nieuwe_code(self, gesprek: str, adres: Adres) -> None:
        """A code to go on with this talk elsewhere."""
        self._tel(self._codes, "code", gesprek, adres, "te_veel_codes")

    def overzichtmail(self, adres: Adres) -> None:
        """An overview by e-mail, asked for from this address."""
        self._tel(self._mails, "overzichtmail", adres.sleutel, adres, "te_veel_mails")

    def ophalen(self, adres: Adres) -> None:
        """Whether this address may try a code. Counts nothing: that is for `ophalen_mislukt`, afterwards."""
        if not self._is_los(adres) and not self._teller.test(self._ophalen, "ophalen", adres.sleutel):
            raise self._vol("te_veel_pogingen", self._ophalen, "ophalen", adres.sleutel)
        if not self._teller.test(self._ophalen_samen, "ophalen_samen"):
            raise self._vol("te_veel_ophalen", self._ophalen_samen, "ophalen_samen")

    def ophalen_mislukt(self, adres: Adres) -> None:
        """A code that opened nothing. Of all addresses together it is counted for loopback too. Raises nothing."""
        self._teller.hit(self._ophalen, "ophalen", adres.sleutel)
        self._teller.hit(self._ophalen_samen, "ophalen_samen")

    def intrekken(self, adres: Adres) -> None:
        """Whether this address may try a code of a request. Counts nothing: that is for `intrekken_mislukt`, afterwards."""
        if not self._is_los(adres) and not self._teller.test(self._intrekken, "intrekken", adres.sleutel):
            raise self._vol("te_veel_pogingen", self._intrekken, "intrekken", adres.sleutel)

    def intrekken_mislukt(self, adres: Adres) -> None:
        """A number and a code that opened nothing. Raises nothing."""
        self._teller.hit(self._intrekken, "intrekken", adres.sleutel)

    def overdracht(self, gesprek: str, adres: Adres, gemeente: str) -> None:
        """A question that this talk hands over to this gemeente. Of a talk it holds for loopback too."""
        if not self._teller.test(self._overdracht, "overdracht", gesprek):
            raise self._vol(
                "te_veel_overdrachten", self._overdracht, "overdracht", gesprek, gemeente=gemeente
            )
        per_adres = (self._overdracht_adres, "overdracht_adres", adres.sleutel, adres)
        self._tel(*per_adres, "te_veel_overdrachten", gemeente=gemeente)
        self._teller.hit(self._overdracht, "overdracht", gesprek)

    def _is_los(self, adres: Adres) -> bool:
        return self._lokaal_los and adres.lokaal

    def _vol(self, code: str, grens: RateLimitItem, *sleutel: str, gemeente: str | None = None) -> Probleem:
        vrij = self._teller.get_window_stats(grens, *sleutel).reset_time
        later = max(1, math.ceil(vrij - time.time()))
        if gemeente is None:
            return Probleem(429, code, later=later)
        return Probleem(429, code, later=later, gemeente=gemeente)

    def _tel(
        self,
        grens: RateLimitItem,
        soort: str,
        sleutel: str,
        adres: Adres,
        code: str,
        *,
        gemeente: str | None = None,
    ) -> None:
        if not self._is_los(adres) and not self._teller.hit(grens, soort, sleutel):
            raise self._vol(code, grens, soort, sleutel, gemeente=gemeente)
