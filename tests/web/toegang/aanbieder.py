"""A real OpenID provider on loopback: discovery, keys, authorization, token endpoint. `verander` makes it lie."""

from __future__ import annotations

import hashlib
import secrets
import threading
import time
from base64 import b64decode, urlsafe_b64encode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import uvicorn
from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse, Response
from joserfc import jwt
from joserfc.jwk import KeySet, RSAKey

from ops.proces import vrije_poorten

CLIENT, GEHEIM = "rechtop-proef", "geheim-van-de-client"


@dataclass
class NepAanbieder:
    """What it knows, and what it does wrong when a test asks for that."""

    poort: int
    claims: dict[str, Any] = field(
        default_factory=lambda: {"sub": "abc-123", "name": "Ans de Vries", "roles": ["vst-balie"]}
    )
    verander: Callable[[dict[str, Any]], None] = lambda claims: None
    teken: Callable[[dict[str, Any]], str] | None = None
    status: int = 200
    nu: Callable[[], float] = time.time
    codes: dict[str, dict[str, str]] = field(default_factory=dict)
    sleutel: RSAKey = field(default_factory=lambda: RSAKey.generate_key(2048, {"kid": "een"}))

    @property
    def issuer(self) -> str:
        return f"http://127.0.0.1:{self.poort}"

    def ga(self, adres: str) -> str:
        """What a browser does there with somebody who is logged in: straight back, with a code, to this address."""
        delen = urlsplit(adres)
        assert f"{delen.scheme}://{delen.netloc}{delen.path}" == f"{self.issuer}/auth"
        vraag = {naam: waarden[0] for naam, waarden in parse_qs(delen.query).items()}
        assert vraag["response_type"] == "code"
        assert vraag["client_id"] == CLIENT
        assert vraag["code_challenge_method"] == "S256"
        assert "openid" in vraag["scope"].split()
        code = secrets.token_urlsafe(16)
        self.codes[code] = vraag
        return f"{vraag['redirect_uri']}?{urlencode({'code': code, 'state': vraag['state'], 'iss': self.issuer})}"

    def id_token(self, vraag: dict[str, str]) -> str:
        nu = int(self.nu())
        claims = {
            "iss": self.issuer, "aud": CLIENT, "iat": nu, "exp": nu + 300, "nonce": vraag["nonce"], **self.claims,
        }  # fmt: skip
        self.verander(claims)
        if self.teken is not None:
            return self.teken(claims)
        return jwt.encode({"alg": "RS256", "kid": self.sleutel.kid}, claims, self.sleutel)


def maak_app(nep: NepAanbieder) -> FastAPI:
    app = FastAPI()

    @app.get("/.well-known/openid-configuration")
    def ontdek() -> Response:
        document = {"issuer": nep.issuer, "authorization_endpoint": f"{nep.issuer}/auth",
                    "token_endpoint": f"{nep.issuer}/token", "jwks_uri": f"{nep.issuer}/keys",
                    "end_session_endpoint": f"{nep.issuer}/uit"}  # fmt: skip
        return JSONResponse(document, nep.status)

    @app.get("/keys")
    def sleutels() -> dict[str, Any]:
        return dict(KeySet([nep.sleutel]).as_dict(private=False))

    @app.post("/token")
    async def token(request: Request) -> Response:
        velden = {naam: waarden[0] for naam, waarden in parse_qs((await request.body()).decode()).items()}
        vraag = nep.codes.pop(velden.get("code", ""), None)
        soort, _, wie = request.headers.get("authorization", "").partition(" ")
        proef = hashlib.sha256(velden.get("code_verifier", "").encode()).digest()
        if (
            vraag is None
            or soort.lower() != "basic"
            or b64decode(wie).decode() != f"{CLIENT}:{GEHEIM}"
            or urlsafe_b64encode(proef).rstrip(b"=").decode() != vraag["code_challenge"]
            or velden.get("redirect_uri") != vraag["redirect_uri"]
        ):
            return JSONResponse({"error": "invalid_grant"}, 400)
        return JSONResponse(
            {"access_token": secrets.token_urlsafe(8), "token_type": "Bearer", "expires_in": 300,
             "id_token": nep.id_token(vraag)}
        )  # fmt: skip

    return app


@contextmanager
def draai() -> Iterator[NepAanbieder]:
    """The provider, answering."""
    (poort,) = vrije_poorten(1)
    nep = NepAanbieder(poort)
    server = uvicorn.Server(uvicorn.Config(maak_app(nep), port=poort, log_config=None))
    draad = threading.Thread(target=server.run, daemon=True)
    draad.start()
    while not server.started:
        assert draad.is_alive()
        time.sleep(0.01)
    yield nep
    server.should_exit = True
    draad.join(10)
