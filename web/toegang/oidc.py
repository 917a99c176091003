"""Logging in at the OpenID provider of a gemeente: code flow with PKCE, state and nonce; the id token checked before it is read.

Nothing of the answer is believed but the id token, signed with a key of the provider, for us, in this round.
"""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

import httpx
from authlib.integrations.base_client import OAuthError
from authlib.integrations.httpx_client import AsyncOAuth2Client
from authlib.oidc.core import CodeIDToken
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from web.toegang.oidc_instellingen import Oidc, is_veilig

_ALGORITMEN = ("RS256", "PS256", "ES256")
"""Signatures with a public key only: never `none`, never with a secret that we know too."""
_BEWAREN = 3600.0
"""Seconds that the document and the keys of the provider are kept."""
_SPELING = 30
"""Seconds that clocks may differ."""


class OidcMislukt(Exception):
    """The provider said no, or what came back cannot be trusted."""


class OidcWeg(Exception):
    """The provider cannot be reached, or does not say what a provider says."""


@dataclass(frozen=True, slots=True)
class Ronde:
    """What must come back unchanged."""

    state: str
    nonce: str
    verificatie: str
    """The code verifier of PKCE."""
    naar: str
    """The address of the provider, to send the browser to."""


@dataclass(frozen=True, slots=True)
class Persoon:
    sub: str
    naam: str
    gemeente: str
    rollen: frozenset[str]
    id_token: str


class Aanbieder:
    """`terug`: the address that the provider sends people back to."""

    def __init__(self, oidc: Oidc, openbaar_adres: str, nu: Callable[[], datetime]) -> None:
        assert oidc.aanbieder is not None
        self.issuer = oidc.aanbieder
        self._oidc = oidc
        self._thuis = openbaar_adres
        self._terug = f"{openbaar_adres}/aanmelden/oidc/terug"
        self._nu = nu
        self._bewaard: dict[str, tuple[float, Any]] = {}

    async def begin(self) -> Ronde:
        """Raises OidcWeg."""
        gegevens = await self._gegevens()
        nonce, verificatie = secrets.token_urlsafe(32), secrets.token_urlsafe(48)
        async with self._client() as client:
            naar, state = client.create_authorization_url(
                gegevens["authorization_endpoint"], nonce=nonce, code_verifier=verificatie,
                state=secrets.token_urlsafe(32),
            )  # fmt: skip
        return Ronde(state, nonce, verificatie, naar)

    async def rond_af(self, vraag: Mapping[str, str], nonce: str, verificatie: str) -> Persoon | None:
        """Who came back. None: somebody real, without a role here. Raises OidcMislukt, OidcWeg."""
        # RFC 9207: an answer of another provider is not an answer to us.
        if "code" not in vraag or vraag.get("iss", self.issuer) != self.issuer:
            raise OidcMislukt
        gegevens = await self._gegevens()
        try:
            async with self._client() as client:
                antwoord = await client.fetch_token(
                    gegevens["token_endpoint"], grant_type="authorization_code",
                    code=vraag["code"], code_verifier=verificatie,
                )  # fmt: skip
        except (httpx.HTTPError, ValueError) as fout:
            raise OidcWeg from fout
        except OAuthError as fout:
            raise OidcMislukt from fout
        id_token = antwoord.get("id_token")
        if not isinstance(id_token, str):
            raise OidcMislukt
        claims = await self._lees(id_token, nonce, antwoord.get("access_token"))
        rechten = self._oidc.rechten(claims.get(self._oidc.claim))
        if rechten is None:
            return None
        naam = claims.get("name") or claims.get("preferred_username") or claims["sub"]
        return Persoon(str(claims["sub"])[:200], str(naam)[:200], *rechten, id_token)

    async def afmeldadres(self, id_token: str) -> str | None:
        """Where somebody logs out at the provider as well; None when it has no such place or is away."""
        try:
            adres = (await self._gegevens()).get("end_session_endpoint")
        except OidcWeg:
            return None
        if not isinstance(adres, str) or not is_veilig(adres):
            return None
        vraag = {
            "id_token_hint": id_token,
            "client_id": self._oidc.client,
            "post_logout_redirect_uri": f"{self._thuis}/aanmelden",
        }
        return f"{adres}{'&' if '?' in adres else '?'}{urlencode(vraag)}"

    async def _lees(self, id_token: str, nonce: str, access_token: object) -> dict[str, Any]:
        """The claims, when the token is for us, of now, and of this round."""
        try:
            token = await self._ontsleutel(id_token)
            claims = CodeIDToken(
                token.claims,
                token.header,
                {
                    "iss": {"essential": True, "value": self.issuer},
                    "aud": {"essential": True, "value": self._oidc.client},
                    "sub": {"essential": True},
                    "nonce": {"essential": True, "value": nonce},
                },
                {"nonce": nonce, "client_id": self._oidc.client, "access_token": access_token},
            )
            claims.validate(now=int(self._nu().timestamp()), leeway=_SPELING)
        except (JoseError, ValueError, TypeError, KeyError) as fout:
            raise OidcMislukt from fout
        if not isinstance(claims.get("sub"), str) or not claims["sub"]:
            raise OidcMislukt
        return dict(claims)

    async def _ontsleutel(self, id_token: str) -> jwt.Token:
        try:
            return jwt.decode(id_token, await self._sleutels(), algorithms=_ALGORITMEN)
        except (JoseError, ValueError):
            # Perhaps signed with a key that is newer than ours.
            return jwt.decode(id_token, await self._sleutels(opnieuw=True), algorithms=_ALGORITMEN)

    async def _gegevens(self) -> dict[str, Any]:
        gegevens = await self._haal(f"{self.issuer.rstrip('/')}/.well-known/openid-configuration")
        nodig = ("authorization_endpoint", "token_endpoint", "jwks_uri")
        adressen = [gegevens.get(naam) for naam in nodig]
        if gegevens.get("issuer") != self.issuer or not all(
            isinstance(adres, str) and is_veilig(adres) for adres in adressen
        ):
            raise OidcWeg
        return gegevens

    async def _sleutels(self, *, opnieuw: bool = False) -> KeySet:
        adres = (await self._gegevens())["jwks_uri"]
        if opnieuw:
            self._bewaard.pop(adres, None)
        try:
            # pydantic-free JSON of the provider: joserfc checks what a key is.
            return KeySet.import_key_set(await self._haal(adres))  # type: ignore[arg-type]
        except (JoseError, ValueError, KeyError, TypeError) as fout:
            raise OidcWeg from fout

    async def _haal(self, adres: str) -> dict[str, Any]:
        """A JSON document of the provider, kept for an hour."""
        bekend = self._bewaard.get(adres)
        if bekend is not None and time.monotonic() - bekend[0] < _BEWAREN:
            return dict(bekend[1])
        try:
            async with httpx.AsyncClient(timeout=self._oidc.tijd, trust_env=False) as client:
                antwoord = await client.get(adres)
                antwoord.raise_for_status()
                document = antwoord.json()
        except (httpx.HTTPError, ValueError) as fout:
            raise OidcWeg from fout
        if not isinstance(document, dict):
            raise OidcWeg
        self._bewaard[adres] = (time.monotonic(), document)
        return dict(document)

    def _client(self) -> AsyncOAuth2Client:
        return AsyncOAuth2Client(
            client_id=self._oidc.client,
            client_secret=self._oidc.geheim.get_secret_value(),
            token_endpoint_auth_method="client_secret_basic",  # noqa: S106 -- a name, no secret
            scope=self._oidc.scope,
            redirect_uri=self._terug,
            code_challenge_method="S256",
            timeout=self._oidc.tijd,
            trust_env=False,
        )
