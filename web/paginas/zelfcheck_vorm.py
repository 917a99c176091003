"""Reading what a plain form sent. No library: `application/x-www-form-urlencoded`, with limits."""

from __future__ import annotations

import hashlib
import re
import uuid
from dataclasses import dataclass
from typing import Self
from urllib.parse import parse_qs

from fastapi import Request
from starlette.datastructures import Headers
from starlette.types import Scope

from content.schema import Gemeente
from web.doorgeven import Inkomend
from web.fouten import Probleem
from web.herkomst import weiger_vreemd

FORMULIER = "application/x-www-form-urlencoded"
_VELDEN_MAX = 60
VELDEN_MEEST = 140
"""Of the form with most fields, that of contact: a line is a field, and a gemeente has some fifty."""
_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")
_NAAM = re.compile(r"[A-Za-z0-9_.:-]{1,100}")
_KEUZE_MAX = 200
_AFDRUK = 16
"""Characters of the hash of what was chosen."""

Velden = dict[str, list[str]]


def ontleed(lichaam: bytes, hoogstens: int = _VELDEN_MAX) -> Velden:
    """The fields. Raises ValueError for what is no form, or has too many fields."""
    return parse_qs(
        lichaam.decode("ascii"), keep_blank_values=True, max_num_fields=hoogstens, errors="replace"
    )


async def velden(request: Request, hoogstens: int = _VELDEN_MAX) -> Velden:
    """The fields of a request. Raises Probleem (422) for a body that is no form."""
    if not is_formulier(Headers(scope=request.scope)):
        raise Probleem(422, "geen_formulier")
    try:
        return ontleed(await request.body(), hoogstens)
    except ValueError:
        raise Probleem(422, "geen_formulier") from None


def id_van(velden: Velden) -> str:
    """By which a second click is told from the first. Without one it cannot be; better that than refusing somebody."""
    id_ = velden.get("id", [""])[-1]
    return id_ if _ID.fullmatch(id_) else uuid.uuid4().hex


def is_formulier(koppen: Headers) -> bool:
    return koppen.get("content-type", "").partition(";")[0].strip().lower() == FORMULIER


def weiger_vreemd_formulier(scope: Scope, gemeente: Gemeente | None) -> None:
    """As for the talk API, also for a form; without a gemeente only our own pages may send it. Raises Probleem (403).

    Our pages send no referrer; for those a browser writes `Origin: null` above a form to us as well. A browser that says
    where a request comes from (Sec-Fetch-Site) then decides; an older one is believed, because a foreign page does not
    know the address of a talk.
    """
    koppen = Headers(scope=scope)
    plek = koppen.get("sec-fetch-site", "same-origin")
    if koppen.get("origin", "null") == "null":
        if plek not in ("same-origin", "none"):
            raise Probleem(403, "herkomst")
        return
    weiger_vreemd(scope, () if gemeente is None else gemeente.toegestane_herkomst)


@dataclass(frozen=True, slots=True)
class Vorm:
    """What the form of a talk said. `vakjes` is None when it had no tick boxes."""

    id: str
    gezien: str | None = None
    tekst: str | None = None
    keuze: str | None = None
    wijzig: str | None = None
    vakjes: tuple[str, ...] | None = None

    @classmethod
    def uit(cls, velden: Velden, *, lijst_max: int) -> Self:
        """Raises Probleem (422) when it is no form of ours."""

        def een(naam: str) -> str | None:
            return velden[naam][-1] if naam in velden else None

        gezien, keuze, wijzig = een("gezien"), een("keuze"), een("wijzig")
        vakjes = tuple(v for v in velden["vak"] if v) if "vak" in velden else None
        vorm = cls(
            id=id_van(velden),
            gezien=gezien if gezien and _NAAM.fullmatch(gezien) else None,
            tekst=een("tekst"),
            keuze=keuze or None,
            wijzig=wijzig or None,
            vakjes=vakjes,
        )
        if (
            (vorm.keuze is not None and len(vorm.keuze) > _KEUZE_MAX)
            or (vorm.wijzig is not None and not _NAAM.fullmatch(vorm.wijzig))
            or (vorm.vakjes is not None and len(vorm.vakjes) > lijst_max)
            or (vorm.keuze, vorm.wijzig, vorm.vakjes, vorm.tekst) == (None,) * 4
        ):
            raise Probleem(422, "geen_formulier")
        return vorm

    @property
    def getypt(self) -> str | None:
        """What goes to the talk as text: typed, or ticked (the talk takes one choice at a time)."""
        if self.keuze is not None or self.wijzig is not None:
            return None
        return ", ".join(self.vakjes) if self.vakjes is not None else self.tekst

    @property
    def is_tekst(self) -> bool:
        """It came from the text field."""
        return self.keuze is None and self.wijzig is None and self.vakjes is None

    def inkomend(self) -> Inkomend:
        """As a message. The same page sent twice with the same answer is one message; with another answer (after going
        back) it is another, and the talk itself says that its question is no longer the one."""
        wat = "\n".join((self.keuze or "", self.wijzig or "", self.getypt or ""))
        afdruk = hashlib.sha256(wat.encode("utf-8", "replace")).hexdigest()[:_AFDRUK]
        return Inkomend(
            id=f"{self.id}.{afdruk}",
            tekst=self.getypt,
            keuze=self.keuze,
            wijzig=None if self.keuze else self.wijzig,
            gezien=self.gezien,
        )
