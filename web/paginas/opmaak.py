"""The little Markdown a message may hold (paragraphs, lists, bold, links), as HTML. HTML in it is shown as text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict
from markupsafe import Markup, escape

NIEUW_TABBLAD = "nieuw_tabblad"
_OPSOMMING = re.compile(r"\s*([-*]|\d+[.)])\s")
_NAAR = re.compile(r"https://\S+|tel:[+\d]+", re.ASCII)
"""Where a link may lead; anything else stays text, as in the chat window."""


class _Tekst(RendererHTML):
    """Links to elsewhere open a new tab and say so: the talk is on this page."""

    def link_open(
        self,
        tokens: Sequence[Token],
        idx: int,
        options: OptionsDict,
        env: EnvType,
    ) -> str:
        if _naar_buiten(tokens[idx]):
            tokens[idx].attrSet("target", "_blank")
            tokens[idx].attrSet("rel", "noopener noreferrer")
        return self.renderToken(tokens, idx, options, env)

    def link_close(
        self,
        tokens: Sequence[Token],
        idx: int,
        options: OptionsDict,
        env: EnvType,
    ) -> str:
        begin = next(t for t in reversed(tokens[:idx]) if t.type == "link_open")
        hoor = (
            f'<span class="verborgen"> ({escape(env[NIEUW_TABBLAD])})</span>' if _naar_buiten(begin) else ""
        )
        return hoor + self.renderToken(tokens, idx, options, env)


def _naar_buiten(link: Token) -> bool:
    return str(link.attrGet("href")).startswith("https:")


def _maak() -> MarkdownIt:
    lezer = MarkdownIt("zero", {"html": False}, renderer_cls=_Tekst)
    lezer.enable(["list", "emphasis", "link", "escape"])
    lezer.validateLink = lambda url: _NAAR.fullmatch(url) is not None  # type: ignore[method-assign]
    return lezer


_LEZER = _maak()


def markdown(tekst: str, nieuw_tabblad: str) -> Markup:
    """As blocks. `nieuw_tabblad`: what a screen reader hears behind a link to elsewhere."""
    return Markup(_LEZER.render(tekst, {NIEUW_TABBLAD: nieuw_tabblad}))  # noqa: S704 -- HTML is switched off


def zin(tekst: str, nieuw_tabblad: str) -> Markup:
    """As one line, for inside a heading."""
    return Markup(_LEZER.renderInline(tekst, {NIEUW_TABBLAD: nieuw_tabblad}))  # noqa: S704 -- as above


def kop_en_rest(tekst: str) -> tuple[str, str]:
    """The first paragraph, to stand as a heading, and what follows. No heading ("") when the text begins with a list."""
    kop, _, rest = tekst.strip().partition("\n\n")
    return ("", tekst) if any(_OPSOMMING.match(regel) for regel in kop.split("\n")) else (kop, rest)


def plat(tekst: str) -> str:
    """Without the marks, on one line: for the title of a page."""
    zonder = re.sub(r"\[([^\]]+)\]\([^)]*\)|[*_`]", r"\1", tekst)
    return " ".join(zonder.split())
