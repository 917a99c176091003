"""The smaller program is the same program: what may get another name does, what may not never does."""

from __future__ import annotations

import pytest

from web.paginas.verklein import verklein


@pytest.mark.parametrize(
    ("lang", "kort"),
    [
        ("const eerste = 1;\nlet tweede = eerste;", "const y=1;let z=y;"),
        ("/** uitleg */\nwerk(); // nog iets\n", "werk();"),
        ("function optellen(links, rechts) {\n  return links + +rechts;\n}", "function y(a,b){return a+ +b}"),
        # Properties, keys and methods keep their names; a shorthand says its key.
        ("const deel = 1;\nlog({ deel, a: deel, b() {} }, los.deel);", "const y=1;log({deel:y,a:y,b(){}},los.deel);"),
        ("(({ naam, ander: hier = 3 }) => naam + hier)(x);", "(({naam:a,ander:b=3})=>a+b)(x);"),
        ("class Doos {\n  #in = 1;\n  uit = 2;\n  geef(maal) {\n    return this.#in * this.uit * maal;\n  }\n}",
         "class y{#a=1;uit=2;geef(a){return this.#a*this.uit*a}}"),
        # Names of the browser stay, also where a name that is made could be theirs.
        ("const lang = document.title;\nvast(a, b, y, lang);", "const z=document.title;vast(a,b,y,z);"),
        # Text is never touched, what stands inside a template is.
        ("const wie = 1;\nlog(`wie ${wie} en ${[wie].map((een) => `${een}!`)} wie`, 'wie', \"// wie\");",
         "const y=1;log(`wie ${y} en ${[y].map((a)=>`${a}!`)} wie`,'wie',\"// wie\");"),
        ("const past = /[/\"]wie'/g.test(w) / 2;", "const y=/[/\"]wie'/g.test(w)/2;"),
        ("for (const een of lijst) if (een) werk(een);", "for(const a of lijst)if(a)werk(a);"),
        ("const a1 = x ? y.z : { een: 1 };", "const z=x?y.z:{een:1};"),
        ("const lijst = [\n  1,\n  2,\n];\nroep(\n  3,\n);", "const y=[1,2,];roep(3);"),
    ],
)  # fmt: skip
def test_zelfde_programma_maar_korter(lang: str, kort: str) -> None:
    assert verklein(lang) == kort


def test_namen_van_een_functie_komen_terug_in_de_volgende() -> None:
    lang = (
        "function plus(een, twee) {\n  return een + twee + min(1);\n}\nfunction min(een) {\n  return een;\n}"
    )
    assert verklein(lang) == "function z(a,b){return a+b+y(1)}function y(a){return a}"


@pytest.mark.parametrize(
    "fout",
    [
        "const een = 1\nconst twee = 2;",
        "roep()\nroep();",
        "const een = `open",
        "roep(];",
        "const een = 'open;\n",
    ],
)
def test_wat_niet_zeker_is_gaat_niet_stil_mis(fout: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        verklein(fout)
