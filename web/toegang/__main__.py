"""`python -m web.toegang`: accounts of staff, from the machine itself.

    python -m web.toegang nieuw j.jansen --naam "Jan Jansen" --gemeente voorbeeldstad --rol balie
    python -m web.toegang lijst | spoor
    python -m web.toegang herstel | blokkeer | vrij | verwijder j.jansen
    python -m web.toegang rollen j.jansen --rol balie --rol beheerder

A new account, and one that is set up anew, gives one link that works 24 hours and once.
"""

from __future__ import annotations

import argparse
import os
import sys
from datetime import UTC, datetime
from pathlib import Path

from pydantic import SecretStr, ValidationError

from actions.gesprek.opslag import Opslag
from content.inhoudmap import inhoudmap
from web.instellingen import Instellingen
from web.toegang import beheer
from web.toegang.accounts import LOKAAL, ROLLEN
from web.toegang.beheer import BeheerFout, Link
from web.toegang.toegang import Toegang, maak_toegang

_HUIS = Path(__file__).resolve().parents[2]


def main(argumenten: list[str] | None = None) -> int:
    """0 when it was done; 1 with a sentence when it cannot be done."""
    keuze = _lezer().parse_args(argumenten)
    try:
        instellingen, toegang = _open()
        _doe(keuze, toegang, instellingen)
    except BeheerFout as fout:
        print(f"Not done: {fout}.", file=sys.stderr)
        return 1
    return 0


def _doe(keuze: argparse.Namespace, toegang: Toegang, instellingen: Instellingen) -> None:
    match keuze.wat:
        case "nieuw":
            _bestaat(keuze.gemeente)
            naam = keuze.naam or keuze.login
            _toon(instellingen, beheer.nieuw(toegang, keuze.login, naam, keuze.gemeente, keuze.rol))
        case "herstel":
            _toon(instellingen, beheer.herstel(toegang, keuze.login))
        case "rollen":
            beheer.zet_rollen(toegang, keuze.login, keuze.rol)
        case "blokkeer" | "vrij":
            beheer.blokkeer(toegang, keuze.login, ja=keuze.wat == "blokkeer", bron=keuze.bron)
        case "verwijder":
            beheer.verwijder(toegang, keuze.login, bron=keuze.bron)
        case "spoor":
            for regel in reversed(beheer.regels(toegang, keuze.gemeente, aantal=keuze.aantal)):
                velden = (regel.gemeente, regel.wie, regel.soort, regel.kenmerk)
                print(f"{regel.wanneer:%Y-%m-%dT%H:%M:%SZ}", *(veld or "-" for veld in velden), sep="\t")
        case _:
            for wie in beheer.alle(toegang):
                laatst = f"{wie.laatst_aangemeld:%Y-%m-%d}" if wie.laatst_aangemeld else "never"
                klaar = "" if wie.ingesteld or not wie.lokaal else "not set up"
                stand = "blocked" if wie.geblokkeerd else klaar
                rollen = ",".join(sorted(wie.rollen))
                print(wie.gemeente, wie.login, wie.naam, rollen, laatst, stand, wie.bron, sep="\t")


def _toon(instellingen: Instellingen, link: Link) -> None:
    basis = instellingen.openbaar_adres or f"http://127.0.0.1:{instellingen.web_poort}"
    print(f"{basis}{link.pad}")
    print(f"Works once, until {link.geldig_tot:%Y-%m-%d %H:%M} UTC. Give it to nobody else.", file=sys.stderr)


def _open() -> tuple[Instellingen, Toegang]:
    """With the key and the database of the environment; where that names neither, those of `make start`."""
    gegevens = Path(os.environ.get("RECHTOP_GEGEVENS") or _HUIS / ".gegevens")
    adres = os.environ.get("RECHTOP_DATABASE")
    sleutel = os.environ.get("RECHTOP_SLEUTEL")
    if adres is None:
        adres = f"sqlite:///{gegevens.resolve() / 'rechtop.db'}"
        if sleutel is None:
            sleutel = _sleutel_van(gegevens / "sleutels.env")
    try:
        instellingen = Instellingen(sleutel=SecretStr(sleutel) if sleutel else None)
    except ValidationError as fout:
        # Without the values: one of them is a secret.
        raise BeheerFout("; ".join(een["msg"] for een in fout.errors())) from None
    opslag = Opslag(adres, lambda: datetime.now(UTC))
    toegang = maak_toegang(instellingen, opslag, lambda: datetime.now(UTC))
    if toegang is None:
        raise BeheerFout("RECHTOP_SLEUTEL is not set, and make start made none yet")
    opslag.migreer()
    return instellingen, toegang


def _sleutel_van(pad: Path) -> str | None:
    if not pad.is_file():
        return None
    regels = (regel.strip().partition("=") for regel in pad.read_text("utf-8").splitlines())
    gevonden = [waarde for naam, _, waarde in regels if naam == "RECHTOP_SLEUTEL"]
    return gevonden[0] if gevonden else None


def _bestaat(gemeente: str) -> None:
    map_ = inhoudmap(os.environ) / "gemeenten"
    if not gemeente.replace("-", "").isalnum() or not (map_ / f"{gemeente}.yml").is_file():
        raise BeheerFout(f"there is no gemeente {gemeente} in {map_.name}/")


def _lezer() -> argparse.ArgumentParser:
    lezer = argparse.ArgumentParser(prog="python -m web.toegang", description="Accounts of staff.")
    delen = lezer.add_subparsers(dest="wat", required=True, metavar="WHAT")
    nieuw = delen.add_parser("nieuw", help="a new account; prints the link to set it up")
    nieuw.add_argument("login")
    nieuw.add_argument("--naam", help="as colleagues see it")
    nieuw.add_argument("--gemeente", required=True)
    nieuw.add_argument("--rol", action="append", required=True, choices=ROLLEN)
    herstel = delen.add_parser("herstel", help="take away password and app; prints a new link")
    herstel.add_argument("login")
    rollen = delen.add_parser("rollen", help="give other roles")
    rollen.add_argument("login")
    rollen.add_argument("--rol", action="append", required=True, choices=ROLLEN)
    for wat, hulp in (
        ("blokkeer", "block an account"), ("vrij", "give it free"), ("verwijder", "remove it")
    ):  # fmt: skip
        deel = delen.add_parser(wat, help=hulp)
        deel.add_argument("login")
        deel.add_argument("--bron", default=LOKAAL, help="issuer, for somebody of an OpenID provider")
    delen.add_parser("lijst", help="all accounts")
    spoor = delen.add_parser("spoor", help="who did what")
    spoor.add_argument("--gemeente")
    spoor.add_argument("--aantal", type=int, default=200)
    return lezer


if __name__ == "__main__":
    sys.exit(main())
