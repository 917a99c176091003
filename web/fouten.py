"""Everything that goes wrong, as RFC 9457 problem+json. The words are content (`content/teksten/fouten.yml`)."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response

from actions.gesprek.opslag import GesprekOnbekend
from content.fouten import InhoudFout
from content.inhoud import Inhoud

_log = logging.getLogger(__name__)

MEDIATYPE = "application/problem+json"
_PER_STATUS = {404: "niet_gevonden", 405: "methode", 413: "te_groot", 429: "te_veel_verzoeken"}
_LICHAAM_ONLEESBAAR = 400
"""What the framework says of a body that is not JSON at all; to the outside that is 422 like every wrong body."""
_REDENEN = {
    "missing": "ontbreekt",
    "extra_forbidden": "bestaat_niet",
    "string_type": "geen_tekst",
    "string_unicode": "geen_tekst",
    "string_too_long": "te_lang",
    "string_too_short": "te_kort",
    "string_pattern_mismatch": "verkeerde_vorm",
    "bool_type": "geen_ja_nee",
    "list_type": "geen_lijst",
    "too_long": "lijst_te_lang",
    "dict_type": "geen_object",
    "model_type": "geen_object",
    "model_attributes_type": "geen_object",
    "json_invalid": "geen_json",
    "literal_error": "geen_keuze",
    "een_van_drie": "een_van_drie",
}


class FoutVeld(BaseModel):
    """One field of the request and what is wrong with it."""

    veld: str
    reden: str


class ProbleemModel(BaseModel):
    """The body of every error answer."""

    type: str
    title: str
    status: int
    detail: str
    code: str
    fouten: list[FoutVeld] = []


class Probleem(Exception):
    """An answer that is not the one asked for. `code` names its words; `later` is Retry-After in seconds."""

    def __init__(
        self,
        status: int,
        code: str,
        *,
        fouten: Sequence[tuple[str, str]] = (),
        later: int | None = None,
        koppen: Mapping[str, str] | None = None,
        ook: Mapping[str, Any] | None = None,
        **waarden: object,
    ) -> None:
        self.status = status
        self.code = code
        self.fouten = tuple(fouten)
        """(field, reason in words)."""
        self.koppen = dict(koppen or {})
        if later is not None:
            self.koppen["Retry-After"] = str(later)
        self.ook = dict(ook or {})
        """Members of its own beside those of every problem."""
        self.waarden = waarden
        super().__init__(code)


def antwoord(inhoud: Inhoud, fout: Probleem) -> JSONResponse:
    """The problem as an answer, in the words of the content."""
    lichaam: dict[str, Any] = {
        "type": f"urn:rechtop:fout:{fout.code}",
        "title": _woorden(inhoud, f"titel.{fout.code}", fout.waarden),
        "status": fout.status,
        "detail": _woorden(inhoud, fout.code, fout.waarden),
        "code": fout.code,
        **fout.ook,
    }
    if fout.fouten:
        lichaam["fouten"] = [{"veld": veld, "reden": reden} for veld, reden in fout.fouten]
    return JSONResponse(lichaam, fout.status, headers=fout.koppen, media_type=MEDIATYPE)


def reden(inhoud: Inhoud, code: str, **waarden: object) -> str:
    """The words for one wrong field."""
    return _woorden(inhoud, f"reden.{code}", waarden)


def _woorden(inhoud: Inhoud, naam: str, waarden: Mapping[str, Any]) -> str:
    try:
        return inhoud.tekst(f"fouten.{naam}", **waarden)
    except InhoudFout:
        # An error answer must come, with or without words; a test checks that every code has them.
        _log.exception("no words for fouten.%s", naam)
        return naam


def zet_afhandeling(app: FastAPI, inhoud: Inhoud) -> None:
    """Make every error of the app a problem."""

    async def probleem(_: Request, fout: Exception) -> Response:
        assert isinstance(fout, Probleem)
        return antwoord(inhoud, fout)

    async def onbekend(_: Request, __: Exception) -> Response:
        return antwoord(inhoud, Probleem(404, "gesprek_onbekend"))

    async def http(_: Request, fout: Exception) -> Response:
        assert isinstance(fout, HTTPException)
        if fout.status_code == _LICHAAM_ONLEESBAAR:
            return antwoord(inhoud, Probleem(422, "geen_json"))
        code = _PER_STATUS.get(fout.status_code, "kapot" if fout.status_code >= 500 else "ongeldig")
        return antwoord(inhoud, Probleem(fout.status_code, code, koppen=fout.headers))

    async def ongeldig(_: Request, fout: Exception) -> Response:
        assert isinstance(fout, RequestValidationError)
        return antwoord(inhoud, _uit_validatie(inhoud, fout))

    app.add_exception_handler(Probleem, probleem)
    app.add_exception_handler(GesprekOnbekend, onbekend)
    app.add_exception_handler(HTTPException, http)
    app.add_exception_handler(RequestValidationError, ongeldig)


def _uit_validatie(inhoud: Inhoud, fout: RequestValidationError) -> Probleem:
    fouten = fout.errors()
    if any(f["type"] == "json_invalid" for f in fouten):
        return Probleem(422, "geen_json")
    velden = []
    for f in fouten:
        veld = ".".join(str(deel) for deel in f["loc"] if deel != "body")
        velden.append((veld, reden(inhoud, _REDENEN.get(f["type"], "klopt_niet"), **f.get("ctx", {}))))
    return Probleem(422, "ongeldig", fouten=velden)
