"""A resident with a browser that knows no JavaScript: reads a page, fills in its forms and presses its buttons."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urlencode, urljoin, urlsplit

import httpx

FORMULIER = "application/x-www-form-urlencoded"
_LEEG = frozenset({"meta", "link", "input", "br", "img", "hr"})


@dataclass
class Knop:
    naam: str
    waarde: str
    label: str = ""


@dataclass
class Formulier:
    actie: str
    velden: list[tuple[str, str]] = field(default_factory=list)
    """What is sent whatever is pressed: hidden fields and the text field as it stands."""
    vakjes: dict[str, str] = field(default_factory=dict)
    """Name of each tick box by its value."""
    aangekruist: list[str] = field(default_factory=list)
    """Values of the boxes that are ticked."""
    knoppen: list[Knop] = field(default_factory=list)


class Pagina(HTMLParser):
    """One page as it came."""

    def __init__(self, antwoord: httpx.Response) -> None:
        super().__init__()
        self.antwoord = antwoord
        self.url = str(antwoord.url)
        self.formulieren: list[Formulier] = []
        self.titel = ""
        self.tekst = ""
        self.elementen: dict[str, dict[str, str]] = {}
        """Attributes by id."""
        self.op_id: dict[str, str] = {}
        """Words inside the element with an id."""
        self.scripts: list[dict[str, str]] = []
        self.links: dict[str, str] = {}
        self._open: list[tuple[str, str | None]] = []
        self._link: str | None = None
        self._veld = ""
        self.feed(antwoord.text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        a = {naam: waarde or "" for naam, waarde in attrs}
        if tag not in _LEEG:
            self._open.append((tag, a.get("id")))
        if "id" in a:
            assert a["id"] not in self.elementen, f"twice the id {a['id']}"
            self.elementen[a["id"]] = a
            self.op_id.setdefault(a["id"], "")
        if tag == "form":
            self.formulieren.append(Formulier(a["action"]))
        elif tag == "script":
            self.scripts.append(a)
        elif tag == "input" and a.get("type") == "checkbox":
            self.formulieren[-1].vakjes[a["value"]] = a["name"]
            if "checked" in a:
                self.formulieren[-1].aangekruist.append(a["value"])
        elif tag == "input" and a.get("type") == "radio" and "checked" not in a:
            pass
        elif tag in ("select", "textarea"):
            self._veld = a["name"]
            if tag == "textarea":
                self.formulieren[-1].velden.append((a["name"], ""))
        elif tag == "option" and ("selected" in a or self._veld not in dict(self.formulieren[-1].velden)):
            velden = self.formulieren[-1].velden
            velden[:] = [(n, w) for n, w in velden if n != self._veld] + [(self._veld, a["value"])]
        elif tag == "input":
            self.formulieren[-1].velden.append((a["name"], a.get("value", "")))
        elif tag == "button":
            self.formulieren[-1].knoppen.append(Knop(a.get("name", ""), a.get("value", "")))
        elif tag == "a":
            self._link = a["href"]

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop()[0] != tag:
            pass
        if tag == "a":
            self._link = None

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1][0] == "textarea":
            # A browser leaves out the line break right after the tag.
            self.formulieren[-1].velden[-1] = (self._veld, data.removeprefix("\n"))
        woorden = data.strip()
        if not woorden:
            return
        tags = [tag for tag, _ in self._open]
        if tags and tags[-1] == "title":
            self.titel += woorden
            return
        self.tekst += f"{woorden} "
        for _, id_ in self._open:
            if id_:
                self.op_id[id_] += f"{woorden} "
        if "button" in tags:
            knop = self.formulieren[-1].knoppen[-1]
            knop.label = f"{knop.label} {woorden}".strip()
        if self._link is not None:
            self.links.setdefault(woorden, self._link)

    @property
    def knoppen(self) -> dict[str, tuple[Formulier, Knop]]:
        """By what they say; of two that say the same the first."""
        gevonden: dict[str, tuple[Formulier, Knop]] = {}
        for formulier in self.formulieren:
            for knop in formulier.knoppen:
                gevonden.setdefault(knop.label, (formulier, knop))
        return gevonden

    def met_veld(self, naam: str) -> Formulier:
        """The form with this field."""
        return next(f for f in self.formulieren if naam in dict(f.velden))

    def veld(self, naam: str) -> str:
        return dict(self.met_veld(naam).velden)[naam]


@dataclass
class Bezoeker:
    """Follows redirects like a browser, and keeps nothing else."""

    client: httpx.Client
    koppen: dict[str, str] = field(default_factory=lambda: {"Origin": "null"})
    """Above a form: pages without a referrer make a browser write this."""

    def open(self, adres: str) -> Pagina:
        return Pagina(self.client.get(adres, follow_redirects=True))

    def stuur(self, actie: str, velden: list[tuple[str, str]], **meer: Any) -> httpx.Response:
        """The bare answer to a form."""
        return self.client.post(
            actie,
            content=urlencode(velden).encode(),
            headers={"Content-Type": FORMULIER, **self.koppen, **meer.pop("headers", {})},
            follow_redirects=False,
            **meer,
        )

    def verzend(self, pagina: Pagina, formulier: Formulier, extra: list[tuple[str, str]]) -> Pagina:
        volledig = urlsplit(urljoin(pagina.url, formulier.actie))
        doel = volledig.path + (f"?{volledig.query}" if volledig.query else "")
        antwoord = self.stuur(doel, [*formulier.velden, *extra])
        if antwoord.status_code == 303:
            return self.open(antwoord.headers["location"])
        return Pagina(antwoord)

    def druk(self, pagina: Pagina, label: str, *aan: str) -> Pagina:
        """Press the button that says this, with these boxes ticked."""
        formulier, knop = pagina.knoppen[label]
        kruisjes = dict.fromkeys((*formulier.aangekruist, *aan))
        extra = [(formulier.vakjes[waarde], waarde) for waarde in kruisjes]
        return self.verzend(pagina, formulier, [*extra, *([(knop.naam, knop.waarde)] if knop.naam else [])])

    def typ(self, pagina: Pagina, tekst: str) -> Pagina:
        """Type in the text field and press Enter."""
        formulier = pagina.met_veld("tekst")
        kaal = Formulier(formulier.actie, [(n, w) for n, w in formulier.velden if n != "tekst"])
        return self.verzend(pagina, kaal, [("tekst", tekst)])
