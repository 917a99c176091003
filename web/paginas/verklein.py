"""JavaScript made small without a parser: no comments, no white space that means nothing, short names for variables.

Renaming is safe because it is one to one over the whole text: two names that differ stay different and one name stays
one, so every scope means what it meant. Only names declared in the text itself are renamed (parameters, `const`, `let`,
`var`, functions, classes, private members), never a property, a method, a key or a global. Statements must end with a
semicolon; where a line break would have to stand in for one, this raises ValueError.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count, islice, pairwise

_TOKEN = re.compile(
    r"""(?P<wit>\s+|//[^\n]*|/\*.*?\*/)
      | (?P<naam>\#?[A-Za-z_$][\w$]*)
      | (?P<getal>0x[\da-fA-F]+|\d[\d_]*(?:\.\d+)?(?:e[+-]?\d+)?)
      | (?P<tekst>"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')
      | (?P<teken>=>|\.\.\.|\?\.(?!\d)|\?\?=?|===?|!==?|&&=?|\|\|=?|\+\+|--|[-+*/%|&<>^]=|[-{}()\[\];,<>+*%&|^!~?:=.@])""",
    re.VERBOSE | re.DOTALL,
)
_REGEX = re.compile(r"/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\[\n])+/[a-z]*")
_SJABLOON = re.compile(r"(?:\\.|\$(?!\{)|[^`\\$])*", re.DOTALL)
_SPATIES = re.compile(r"\s+")
_WOORDEN = frozenset(
    _SPATIES.split(
        "async await break case catch class const continue default delete do else export extends false finally for from "
        "function get if import in instanceof let new null of return set static super switch this throw true try typeof "
        "undefined var void while with yield arguments eval enum implements interface package private protected public"
    )
)
_VOOR_WAARDE = frozenset(
    _SPATIES.split("return typeof case in of instanceof new delete void throw else do await yield extends")
)
_VOOR_OBJECT = frozenset(_SPATIES.split("( , = : [ ? ?? || && ... return const let var ??= ||="))
_HAAKJES = {"}": "{", ")": "(", "]": "["}
_ROLLEN = ("variabele", "kort")
_LOKAAL = 24
"""So many of the shortest names are left for what is used within one function."""
_EERSTE = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_$"


@dataclass(slots=True)
class _Token:
    soort: str
    """`naam`, `getal`, `tekst`, `regex`, `sjabloon` (the literal parts of a template) or `teken`."""
    tekst: str
    na_regel: bool
    """A line break stands before it."""
    rol: str = ""
    """Of a name: `variabele`, `kort` (shorthand property), `prive`, or "" when it must keep its name."""
    gebied: str = ""
    """Of an opening bracket: `object`, `klasse`, `blok`, `groep` or `sjabloon`."""


def verklein(tekst: str) -> str:
    """The same program, smaller."""
    tokens = list(_lees(tekst))
    _geef_rollen(tokens)
    _hernoem(tokens)
    return _schrijf(tokens)


def _lees(tekst: str) -> Iterator[_Token]:
    plek, regel, vorige = 0, False, ""
    open: list[str] = []

    def sjabloon(begin: int) -> int:
        treffer = _SJABLOON.match(tekst, begin)
        assert treffer is not None
        return treffer.end()

    while plek < len(tekst):
        begin, soort = plek, "sjabloon"
        if tekst[plek] == "`" or (tekst[plek] == "}" and open and open[-1] == "${"):
            if tekst[plek] == "}":
                open.pop()
            plek = sjabloon(plek + 1)
            if tekst.startswith("${", plek):
                open.append("${")
                plek += 2
            elif tekst.startswith("`", plek):
                plek += 1
            else:
                raise ValueError("a template without end")
        elif tekst[plek] == "/" and tekst[plek + 1 : plek + 2] not in "/*":
            waarde = vorige in ("naam", "getal", "tekst", "regex", "sjabloon", ")", "]", "}")
            treffer = None if waarde else _REGEX.match(tekst, plek)
            soort, plek = ("regex", treffer.end()) if treffer else ("teken", plek + 1)
        else:
            treffer = _TOKEN.match(tekst, plek)
            if treffer is None:
                raise ValueError(f"not understood: {tekst[plek : plek + 40]!r}")
            soort, plek = treffer.lastgroup or "", treffer.end()
        stuk = tekst[begin:plek]
        if soort == "wit":
            regel = regel or "\n" in stuk
            continue
        if soort == "teken" and stuk in "{([":
            open.append(stuk)
        elif soort == "teken" and stuk in _HAAKJES and (not open or open.pop() != _HAAKJES[stuk]):
            raise ValueError(f"a bracket {stuk} that was never opened")
        yield _Token(soort, stuk, regel)
        regel = False
        vorige = stuk if soort == "teken" else soort
        if soort == "naam" and stuk in _VOOR_WAARDE:
            vorige = ""
        if soort == "sjabloon" and stuk.endswith("${"):
            vorige = ""


def _geef_rollen(tokens: list[_Token]) -> None:
    """What every bracket encloses, and which names are variables."""
    diep: list[_Token] = []
    for plek, token in enumerate(tokens):
        vorige = tokens[plek - 1] if plek else _Token("teken", ";", False)
        volgende = tokens[plek + 1] if plek + 1 < len(tokens) else _Token("teken", ";", False)
        binnen = diep[-1].gebied if diep else "blok"
        if token.soort == "sjabloon":
            if token.tekst.startswith("}"):
                diep.pop()
            if token.tekst.endswith("${"):
                token.gebied = "sjabloon"
                diep.append(token)
        elif token.soort == "teken" and token.tekst in "{([":
            token.gebied = _gebied(tokens, plek) if token.tekst == "{" else "groep"
            diep.append(token)
        elif token.soort == "teken" and token.tekst in _HAAKJES:
            diep.pop()
        elif token.soort == "naam":
            token.rol = _rol(token.tekst, vorige, volgende, binnen)


def _gebied(tokens: list[_Token], plek: int) -> str:
    vorige = tokens[plek - 1].tekst if plek else ";"
    if plek > 1 and tokens[plek - 2].tekst in ("class", "extends"):
        return "klasse"
    return "object" if vorige in _VOOR_OBJECT or vorige.endswith("${") else "blok"


def _rol(naam: str, vorige: _Token, volgende: _Token, binnen: str) -> str:
    if naam.startswith("#"):
        return "prive"
    if naam in _WOORDEN or vorige.tekst in (".", "?."):
        return ""
    if binnen == "klasse" and vorige.tekst in ("{", "}", ";", "get", "set", "async", "static"):
        return ""
    if binnen == "object" and vorige.tekst in ("{", ","):
        if volgende.tekst in (",", "}", "="):
            return "kort"
        if volgende.tekst in (":", "("):
            return ""
    return "variabele"


def _gedeclareerd(tokens: list[_Token]) -> set[str]:
    namen: set[str] = set()
    for plek, token in enumerate(tokens):
        volgende = tokens[plek + 1] if plek + 1 < len(tokens) else token
        if token.tekst in ("const", "let", "var", "function", "class") and token.soort == "naam":
            if volgende.rol:
                namen.add(volgende.tekst)
            elif volgende.tekst in ("{", "["):
                namen |= _gebonden(tokens, plek + 1)
        elif token.rol == "variabele" and volgende.tekst == "=>":
            namen.add(token.tekst)
        elif token.tekst == "(" and token.soort == "teken":
            na = tokens[_einde(tokens, plek) + 1 :][:1]
            vorige = tokens[plek - 1].tekst if plek else ""
            if na and (
                na[0].tekst == "=>" or (na[0].tekst == "{" and vorige not in ("if", "for", "while", "switch"))
            ):
                namen |= _gebonden(tokens, plek)
    return namen


def _gebonden(tokens: list[_Token], plek: int) -> set[str]:
    """Names bound by the parameters or the pattern that opens here; what stands behind `=` is a default."""
    stukken = tokens[plek : _einde(tokens, plek)]
    return {
        token.tekst
        for vorige, token in pairwise(stukken)
        if token.rol in ("variabele", "kort") and vorige.tekst in ("(", "{", "[", ",", ":", "...")
    }


def _einde(tokens: list[_Token], plek: int) -> int:
    diep = 0
    for hier in range(plek, len(tokens)):
        token = tokens[hier]
        diep += bool(token.gebied) - _sluit(token)
        if diep == 0:
            return hier
    raise ValueError("a bracket that is never closed")


def _sluit(token: _Token) -> bool:
    return token.tekst[0] in _HAAKJES and token.soort in ("teken", "sjabloon")


def _hernoem(tokens: list[_Token]) -> None:
    """New names: those of the top level are the same everywhere, all others only within their own function or member."""
    stukken = list(_stukken(tokens))
    eigen = [_gedeclareerd(stuk) for stuk in stukken]
    bovenaan = _gedeclareerd(_zonder_binnenste(tokens))
    blijft = set(_WOORDEN)
    for stuk, namen in zip(stukken, eigen, strict=True):
        blijft |= {token.tekst for token in stuk if token.rol in _ROLLEN} - namen - bovenaan
    vast = _verdeel((t.tekst for t in tokens if t.rol in _ROLLEN and t.tekst in bovenaan), blijft, _LOKAAL)
    prive = _verdeel((token.tekst[1:] for token in tokens if token.rol == "prive"), set(), 0)
    bezet = blijft | set(vast.values())
    for stuk, namen in zip(stukken, eigen, strict=True):
        lokaal = (token.tekst for token in stuk if token.rol in _ROLLEN and token.tekst in namen - bovenaan)
        nieuw = vast | _verdeel(lokaal, bezet, 0)
        for token in stuk:
            if token.rol == "prive":
                token.tekst = "#" + prive[token.tekst[1:]]
            elif token.rol in _ROLLEN and token.tekst in nieuw:
                kort = nieuw[token.tekst]
                token.tekst = f"{token.tekst}:{kort}" if token.rol == "kort" else kort


def _stukken(tokens: list[_Token]) -> Iterator[list[_Token]]:
    """Top-level statements and members of top-level classes: no local name reaches from one into the other."""
    stuk: list[_Token] = []
    diep: list[_Token] = []
    for token in tokens:
        stuk.append(token)
        if _sluit(token):
            diep.pop()
        if token.gebied:
            diep.append(token)
        if token.tekst in (";", "}", "{") and [open.gebied for open in diep] in ([], ["klasse"]):
            yield stuk
            stuk = []
    yield stuk


def _zonder_binnenste(tokens: list[_Token]) -> list[_Token]:
    """Only what stands at the top level: nothing between brackets, but for a pattern behind `const`."""
    uit: list[_Token] = []
    diep = 0
    for token in tokens:
        diep -= _sluit(token)
        if diep == 0:
            uit.append(token)
        diep += bool(token.gebied)
    return uit


def _verdeel(namen: Iterable[str], bezet: set[str], vanaf: int) -> dict[str, str]:
    """The shortest free name for what occurs most."""
    vrij = (naam for naam in islice(_korte_namen(), vanaf, None) if naam not in bezet)
    return {oud: next(vrij) for oud, _ in Counter(namen).most_common()}


def _korte_namen() -> Iterator[str]:
    yield from _EERSTE
    for eerste in _EERSTE:
        yield from (eerste + tweede for tweede in _EERSTE)
    yield from (f"_{nummer}" for nummer in count())


def _schrijf(tokens: list[_Token]) -> str:
    uit: list[str] = []
    for plek, token in enumerate(tokens):
        vorige = tokens[plek - 1] if plek else None
        if vorige is not None:
            if token.na_regel and _had_punt_komma(vorige, token):
                raise ValueError(f"no semicolon between {vorige.tekst!r} and {token.tekst!r}")
            # The last semicolon of a block and the last comma of a list say nothing.
            if (token.tekst == "}" and uit[-1] == ";") or (token.tekst in ("}", ")") and uit[-1] == ","):
                uit.pop()
            if _plakt(vorige, token):
                uit.append(" ")
        uit.append(token.tekst)
    return "".join(uit)


def _is_woord(token: _Token) -> bool:
    return token.soort in ("naam", "getal")


def _plakt(een: _Token, ander: _Token) -> bool:
    """These two would read as one without a space."""
    if _is_woord(een) and _is_woord(ander):
        return not ander.tekst.startswith("#")
    if een.soort == "regex" and ander.soort == "naam":
        return True
    return een.tekst[-1] in "+-/" and ander.tekst[0] == een.tekst[-1]


def _had_punt_komma(een: _Token, ander: _Token) -> bool:
    """A line break between these two ends a statement."""
    if _is_woord(een) and een.tekst in _WOORDEN - {"this", "super", "null", "true", "false", "undefined"}:
        return een.tekst in ("return", "break", "continue", "throw", "yield")
    waarde = een.soort != "teken" or een.tekst in (")", "]")
    woord = ander.soort in ("naam", "getal", "tekst") and ander.tekst not in (
        "in",
        "of",
        "instanceof",
        "else",
        "while",
    )
    return waarde and not een.tekst.endswith("${") and woord
