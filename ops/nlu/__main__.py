"""`make nlu`: how well sentences are understood that the chatbot never learnt from: `python -m ops.nlu [--alles] [set.yml]`.

Trains when the sentences changed, asks the model for its rankings, and lets the talk itself decide on each. Exit code 0 also when
a bar is not met: this measures, tests/nlu judges.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from ops.bench.vragen import bronnen_in
from ops.nlu import gedrag
from ops.nlu.cijfers import Gemeten, cijfers, verwarringen
from ops.nlu.gedrag import Proef, Ranglijst
from ops.nlu.zinnen import Zin, lees_zinnen
from ops.plekken import BOT, BOT_PYTHON
from ops.train import TrainenMislukt, rasa_omgeving, zorg_voor_model

APART = Path(__file__).with_name("apart.yml")
BALKEN = {
    "in_een_keer": ("right at once", 0.85, True),
    "in_drie": ("right within three choices", 0.95, True),
    "fout_en_zeker": ("wrong with confidence", 0.03, False),
    "geweigerd": ("out of reach refused", 0.90, True),
    "gevaar": ("crisis and violence found", 1.0, True),
    "model_eerste": ("the model alone: right on top", None, True),
    "model_drie": ("the model alone: among three", None, True),
    "opdrachten": ("commands, by the model alone", None, True),
}
"""Figure → what it is, the bar of the design, and whether more is better."""


def meet(zinnen: Sequence[Zin], model: Path) -> list[Gemeten]:
    """Each sentence through the model and the talk."""
    ranglijsten = rangschik(zinnen, model)
    with tempfile.TemporaryDirectory() as map_, bronnen_in(Path(map_)) as bronnen:
        proef = Proef(bronnen)
        return [
            Gemeten(zin, ranglijst, proef.van(zin.tekst, ranglijst))
            for zin, ranglijst in zip(zinnen, ranglijsten, strict=True)
        ]


def rangschik(zinnen: Sequence[Zin], model: Path) -> list[Ranglijst]:
    """What the model makes of each sentence, in Rasa's own environment."""
    with tempfile.TemporaryDirectory() as map_:
        uit = Path(map_) / "uit.json"
        subprocess.run(
            [str(BOT_PYTHON), str(BOT / "rangschik.py"), str(model.resolve()), str(uit)],
            input=json.dumps([zin.tekst for zin in zinnen]),
            cwd=BOT, env=rasa_omgeving(), capture_output=True, text=True, check=True,
        )  # fmt: skip
        return [[(naam, kans) for naam, kans in een] for een in json.loads(uit.read_text())]


def _toon(gemeten: list[Gemeten], *, alles: bool) -> None:
    uit = cijfers(gemeten)
    print(f"{len(gemeten)} sentences")
    for naam, (uitleg, balk, hoger) in BALKEN.items():
        waarde = getattr(uit, naam)
        gehaald = balk is None or (waarde >= balk if hoger else waarde <= balk)
        teken = (
            ""
            if balk is None
            else f"(bar {'≥' if hoger else '≤'} {balk:.0%}){'' if gehaald else '  NOT MET'}"
        )
        print(f"  {uitleg:<32} {waarde:6.1%}  {teken}")
    print("answered with confidence, and wrong:")
    for (is_, werd), keer in list(verwarringen(gemeten).items())[: None if alles else 15]:
        print(f"  {keer:>3}  {is_}  →  {werd}")
    if alles:
        for m in gemeten:
            if (
                m.zin.soort != "opdracht"
                and not m.goed_in_een_keer
                and (m.zin.soort != "buiten_bereik" or m.gedrag != gedrag.Gedrag(None, ()))
            ):
                kans = f"{m.ranglijst[0][1]:.2f}" if m.ranglijst else "-"
                gaf = m.gedrag.antwoord or "/".join(m.gedrag.keuzes) or "-"
                print(f"  {m.zin.naam}: {m.zin.tekst!r} gave {gaf} ({m.eerste} {kans})")


def main() -> int:
    keuzes = argparse.ArgumentParser(prog="python -m ops.nlu", description=(__doc__ or "").splitlines()[0])
    keuzes.add_argument("set", nargs="?", type=Path, default=APART, help="the sentences to measure with")
    keuzes.add_argument("--alles", action="store_true", help="every sentence that was not right at once")
    gekozen = keuzes.parse_args()
    try:
        begin = time.monotonic()
        gemeten = meet(lees_zinnen(gekozen.set), zorg_voor_model())
    except (TrainenMislukt, subprocess.CalledProcessError) as fout:
        print(fout, file=sys.stderr)
        return 1
    _toon(gemeten, alles=gekozen.alles)
    print(f"in {time.monotonic() - begin:.0f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
