"""Makes Rasa's training data: domain, NLU and one rule, all from one list of intents.

    bot/.venv/bin/python bot/genereer.py [--content content] [--bouw bot/bouw]

Input
- `bot/opdrachten/<intent>.yml`: the commands of the talk, out of reach, and bare answers; the file name is
  the intent.
- `<content>/faq/<id>.md`: front matter key `voorbeelden`, a list of sentences. `faq/<gemeente>/<id>.md`: a topic that
  gemeente answers otherwise, or that it has besides; its sentences, if any, come with the others. The intent of a topic is
  `faq_` + its id with `_` for `-`: `toeslag-terugbetalen` becomes `faq_toeslag_terugbetalen`. Ids hold only
  a-z, 0-9 and `-`, so the way back is exact. (`faq/<id>` would be Rasa's syntax for retrieval intents, which
  we do not use.)
- `keuze` has no sentences: it is what `/keuze` (a click) is understood as.

Output: `<bouw>/domain.yml`, `<bouw>/data/nlu.yml`, `<bouw>/data/rules.yml`, the same bytes for the same
input. Prints two fingerprints: of the pipeline alone (config.yml, the code of its component,
requirements.lock), and of that with those three files, which names the model. Exits with 1
and a sentence per mistake when the sentences are not fit for training. Needs only PyYAML, so any Python can run it.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

BOT = Path(__file__).resolve().parent
_MAAKT_HET_MODEL = ("genereer.py", "betekenis.py", "kenmerken.py", "spelling.py", "woordgroepen.py")
"""With another one of these every house learns anew at its start, whatever it serves and whatever it refused."""
KLIK_INTENT = "keuze"
ACTIE = "action_beurt"
MINSTE_VOORBEELDEN = 2

_OPDRACHT = re.compile(r"[a-z][a-z0-9_]*")
_FAQ_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_ENTITEIT = re.compile(r"\[[^\]]+\][({]")

Voorbeelden = Mapping[str, tuple[str, ...]]
"""Intent → its sentences, both in a fixed order."""


class Onbruikbaar(ValueError):
    """The sentences cannot be trained on; one line per mistake."""


def faq_intent(faq_id: str) -> str:
    """The intent of a FAQ topic: `toeslag-terugbetalen` → `faq_toeslag_terugbetalen`."""
    return "faq_" + faq_id.replace("-", "_")


def lees_voorbeelden(opdrachten: Path, faq: Path) -> Voorbeelden:
    """All intents with their sentences. Raises `Onbruikbaar` with every mistake found, not just the first."""
    fouten: list[str] = []
    gevonden: dict[str, tuple[str, ...]] = {}
    for pad in sorted(opdrachten.glob("*.yml")):
        if not _OPDRACHT.fullmatch(pad.stem) or pad.stem.startswith("faq_") or pad.stem == KLIK_INTENT:
            fouten.append(f"{pad.name}: '{pad.stem}' cannot be the name of a command")
        gevonden[pad.stem] = tuple(_zinnen(pad, _yaml(pad.read_text("utf-8"), pad, fouten), fouten))
    for pad in sorted(faq.glob("*.md")):
        gevonden[faq_intent(pad.stem)] = _onderwerp(pad, fouten)
    for pad in sorted(faq.glob("*/*.md")):
        intent = faq_intent(pad.stem)
        if intent not in gevonden or "voorbeelden" in _voorwerk(pad, []):
            samen = (*gevonden.get(intent, ()), *_onderwerp(pad, fouten))
            # Two gemeenten may well name the same sentence.
            gevonden[intent] = tuple({zin.casefold(): zin for zin in reversed(samen)}.values())[::-1]
    fouten += _dubbel(gevonden)
    if not any(intent.startswith("faq_") for intent in gevonden):
        # A model of commands alone understands no question, and nobody would see why.
        fouten.append(f"no topics in {faq}")
    if fouten:
        raise Onbruikbaar("\n".join(fouten))
    return gevonden


def _onderwerp(pad: Path, fouten: list[str]) -> tuple[str, ...]:
    if not _FAQ_ID.fullmatch(pad.stem):
        fouten.append(f"{pad.name}: an id holds only a-z, 0-9 and '-'")
    return tuple(_zinnen(pad, _voorwerk(pad, fouten), fouten))


def _yaml(tekst: str, pad: Path, fouten: list[str]) -> Mapping[str, Any]:
    try:
        # Every value stays a string: a sentence may be `no`, `34` or `650.50`.
        inhoud = yaml.load(tekst, Loader=yaml.BaseLoader)  # noqa: S506 - builds strings only, safer than safe_load
    except yaml.YAMLError as fout:
        fouten.append(f"{pad.name}: no valid YAML ({' '.join(str(fout).split())})")
        return {}
    return inhoud if isinstance(inhoud, Mapping) else {}


def _voorwerk(pad: Path, fouten: list[str]) -> Mapping[str, Any]:
    """The front matter between the two lines of `---` at the top of a Markdown file."""
    delen = re.split(r"^---[ \t]*$", pad.read_text("utf-8-sig"), maxsplit=2, flags=re.MULTILINE)
    if len(delen) < 3 or delen[0].strip():
        fouten.append(f"{pad.name}: no front matter")
        return {}
    return _yaml(delen[1], pad, fouten)


def _zinnen(pad: Path, inhoud: Mapping[str, Any], fouten: list[str]) -> Iterator[str]:
    zinnen = inhoud.get("voorbeelden")
    if not isinstance(zinnen, list) or len(zinnen) < MINSTE_VOORBEELDEN:
        fouten.append(f"{pad.name}: 'voorbeelden' must be a list of at least {MINSTE_VOORBEELDEN} sentences")
        return
    for zin in zinnen:
        if not isinstance(zin, str) or not zin.strip():
            fouten.append(f"{pad.name}: {zin!r} is no sentence (quotes forgotten around a ':' or '?' in it?)")
        elif "\n" in zin.strip() or zin.strip().startswith("/") or _ENTITEIT.search(zin):
            # Rasa would read a slash as a command and [..](..) as an entity.
            fouten.append(
                f"{pad.name}: {zin!r} has a line break, a slash in front or brackets that Rasa reads"
            )
        else:
            yield " ".join(zin.split())


def _dubbel(gevonden: Voorbeelden) -> Iterator[str]:
    eerste: dict[str, str] = {}
    for intent, zinnen in gevonden.items():
        for zin in zinnen:
            ander = eerste.setdefault(zin.casefold(), intent)
            if ander != intent:
                yield f"the sentence {zin!r} stands with both {ander} and {intent}"
        if len({zin.casefold() for zin in zinnen}) < len(zinnen):
            yield f"{intent}: a sentence stands there twice"


def bouw(voorbeelden: Voorbeelden) -> dict[str, str]:
    """The three files, path → text."""
    intents = [*voorbeelden, KLIK_INTENT]
    domein = {
        "version": "3.1",
        "intents": intents,
        "actions": [ACTIE],
        "session_config": {"session_expiration_time": 0, "carry_over_slots_to_new_session": True},
    }
    regel = {
        "rule": "elke beurt",
        "steps": [{"or": [{"intent": intent} for intent in intents]}, {"action": ACTIE}],
    }
    nlu = [
        {"intent": intent, "examples": "".join(f"- {zin}\n" for zin in zinnen)}
        for intent, zinnen in voorbeelden.items()
    ]
    return {
        "domain.yml": _schrijf_yaml(domein),
        "data/nlu.yml": _schrijf_yaml({"version": "3.1", "nlu": nlu}),
        "data/rules.yml": _schrijf_yaml({"version": "3.1", "rules": [regel]}),
    }


def _schrijf_yaml(inhoud: Mapping[str, Any]) -> str:
    return yaml.safe_dump(inhoud, allow_unicode=True, sort_keys=False, width=10_000)


def vingerafdruk(bestanden: Mapping[str, str]) -> str:
    """16 hex digits that change when the model would: data, pipeline, or a version in Rasa's environment."""
    som = hashlib.sha256()
    for naam in ("config.yml", *_MAAKT_HET_MODEL, "requirements.lock"):
        som.update((BOT / naam).read_bytes() + b"\0")
    for naam, tekst in sorted(bestanden.items()):
        som.update(f"{naam}\0{tekst}\0".encode())
    return som.hexdigest()[:16]


def schrijf(bestanden: Mapping[str, str], doel: Path) -> None:
    """Each file whole or not at all: another training may be reading."""
    for naam, tekst in bestanden.items():
        pad = doel / naam
        pad.parent.mkdir(parents=True, exist_ok=True)
        tijdelijk = pad.with_name(f".{pad.name}.{os.getpid()}")
        tijdelijk.write_text(tekst, "utf-8")
        tijdelijk.replace(pad)


def main() -> int:
    keuzes = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    keuzes.add_argument("--content", type=Path, default=BOT.parent / "content")
    keuzes.add_argument("--bouw", type=Path, default=BOT / "bouw")
    gekozen = keuzes.parse_args()
    print(vingerafdruk({}))
    try:
        bestanden = bouw(lees_voorbeelden(BOT / "opdrachten", gekozen.content / "faq"))
    except Onbruikbaar as fout:
        print(fout, file=sys.stderr)
        return 1
    schrijf(bestanden, gekozen.bouw)
    print(vingerafdruk(bestanden))
    return 0


if __name__ == "__main__":
    sys.exit(main())
