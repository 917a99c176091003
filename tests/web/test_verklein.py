"""The smaller program is the same program. That it still runs is for every browser test; here, what the library must not do."""

from __future__ import annotations

import pytest

from web.paginas.sjablonen import WEB
from web.paginas.verklein import KLASSIEK, MODULE, kale_css, verklein


def test_comments_and_white_space_go_and_local_names_become_short() -> None:
    lang = "/** uitleg */\nfunction optellen(links, rechts) {\n  return links + rechts; // samen\n}\noptellen(1, 2);"
    assert verklein(lang) == "function optellen(e,t){return e+t}optellen(1,2)"


def test_properties_and_texts_keep_their_names() -> None:
    klein = verklein("(function (doel) { doel.eigen = { sleutel: 'wie  wat' }; })(document);")
    assert ".eigen" in klein
    assert "sleutel:" in klein
    assert "wie  wat" in klein


@pytest.mark.parametrize(
    "oud",
    [
        "try { werk(); } catch (fout) { }",
        "anders(deel === null || deel === undefined ? 1 : deel);",
        "(function (naam) { geef({ naam: naam }, naam); })(1);",
    ],
)
def test_a_script_for_every_browser_gets_no_newer_words(oud: str) -> None:
    """What is smaller in the language of today would stop an old browser before it can be told where to go."""
    verklein("let x = 1;", MODULE)
    klein = verklein(oud, KLASSIEK)
    assert "catch{" not in klein
    assert "??" not in klein
    assert "{e}" not in klein


def test_what_is_no_script_is_no_silent_mistake() -> None:
    with pytest.raises(ValueError, match=r".+"):
        verklein("const een = ;")


def test_css_keeps_what_old_browsers_fall_back_on() -> None:
    """The first of two values is for a browser that does not know the second."""
    css = kale_css(
        '/* weg */\na::before {\n  content: "x";\n  content: "x" / "";\n}\n\nb {\n  width: max(1rem, 16px);\n}\n'
    )
    assert 'content:"x";content:"x"/""' in css.replace(" ", "")
    assert "max(1rem,16px)" in css.replace(" ", "")
    assert "weg" not in css


def test_every_rule_of_a_style_is_closed() -> None:
    """A browser reads on past a brace that is missing: all that follows would belong to the rule before."""
    for bestand in sorted((WEB / "static").rglob("*.css")):
        css = kale_css(bestand.read_text(encoding="utf-8"))
        assert css.count("{") == css.count("}"), bestand.name
