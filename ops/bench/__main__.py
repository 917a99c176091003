"""`make bench`: all figures of the design in one run, with the bar beside each: `python -m ops.bench [--kort]`.

Takes about three minutes; with `--kort` (no training, no crowd, fewer rounds) about one. Lines over the bar are marked, and
the exit code is 0 all the same: this measures, it does not judge. 1 only when something could not be measured at all.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
import time
from pathlib import Path

from ops.bench import beurten, drukte, gemeenten, huis, regels, vragen
from ops.bench.gegevens import PEILDATUM
from ops.bench.kaal import kale_rasa, train_kaal
from ops.bench.tabel import Meting, toon
from ops.huis import Huis
from ops.proces import StartMislukt
from ops.train import TrainenMislukt, zorg_voor_model


def _meet(kort: bool, map_: Path) -> None:
    model = zorg_voor_model()
    metingen, per_huishouden = vragen.meet()
    print(toon("Questions in a whole check", metingen), *per_huishouden, sep="\n", flush=True)
    print(toon("Rules, without texts", regels.meet(5 if kort else 30)), flush=True)
    print(toon("Gemeenten, every one in the country beside a few", gemeenten.meet()), flush=True)

    kaal_model, training = (model, None) if kort else train_kaal(map_)
    print(toon("Training", [Meting("training", training, "s", 60)]), flush=True)

    omgeving = {"RECHTOP_GRENZEN_LOKAAL": "los", "RECHTOP_VANDAAG": PEILDATUM.isoformat()}
    ons = Huis(map_ / "huis", omgeving=omgeving, model=model)
    try:
        print(toon("Start", [huis.start(ons)]), flush=True)
        with kale_rasa(map_, kaal_model) as kaal_url:
            naast = beurten.naast_kaal(ons.web_url, kaal_url, 2 if kort else 12)
        print(toon("One turn, one resident, beside a bare Rasa", naast), flush=True)
        lang = beurten.lang_gesprek(ons.web_url, 1 if kort else 4)
        print(toon("A long talk", lang), flush=True)
        if not kort:
            print(toon("A busy hour", drukte.meet(ons.web_url, ons.intern_url)), flush=True)
        print(toon("Size", [*huis.geheugen(ons), huis.widget(ons)]), flush=True)
    finally:
        ons.stop()


def main() -> int:
    keuzes = argparse.ArgumentParser(prog="python -m ops.bench", description=(__doc__ or "").splitlines()[0])
    keuzes.add_argument("--kort", action="store_true", help="quick: no training, no crowd, fewer rounds")
    kort = bool(keuzes.parse_args().kort)
    begin = time.monotonic()
    print(f"{os.cpu_count()} cores, Python {platform.python_version()}, rules of {PEILDATUM}", flush=True)
    try:
        with tempfile.TemporaryDirectory(prefix="rechtop-bench-") as map_:
            _meet(kort, Path(map_))
    except (StartMislukt, TrainenMislukt) as fout:
        print(f"Not everything could be measured. {fout}", file=sys.stderr)
        return 1
    print(f"\nMeasured in {time.monotonic() - begin:.0f} s.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
