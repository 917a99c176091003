"""What "not worse" means."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from ops.nlu.cijfers import Gemeten
from ops.nlu.gedrag import Gedrag
from ops.nlu.zinnen import Soort, Zin
from ops.oefenen.maat import doen_mee, oordeel
from ops.oefenen.oordeel import Misser


def zinnen(aantal: int, naam: str, antwoord: str | None, keuzes: tuple[str, ...] = ()) -> list[Gemeten]:
    soort: Soort = "buiten_bereik" if naam == "buiten_bereik" else "onderwerp"
    zin = Zin(f"over {naam}", soort, (naam,))
    return [Gemeten(zin, (), Gedrag(antwoord, keuzes))] * aantal


def model(
    *, goed: int = 950, half: int = 20, fout: int = 10, gevaar: int = 20, buiten: int = 95
) -> list[Gemeten]:
    """1,000 sentences about a topic, 20 about danger, 100 out of reach; what is not named is not understood."""
    return [
        *zinnen(goed, "bijstand", "bijstand"),
        *zinnen(half, "bijstand", None, ("bijstand", "aio")),
        *zinnen(fout, "bijstand", "aio"),
        *zinnen(1000 - goed - half - fout, "bijstand", None),
        *zinnen(gevaar, "crisis", "crisis"),
        *zinnen(20 - gevaar, "crisis", None),
        *zinnen(buiten, "buiten_bereik", None),
        *zinnen(100 - buiten, "buiten_bereik", None, ("aio",)),
    ]


OUD = model()


def test_hetzelfde_is_niet_slechter() -> None:
    uit = oordeel(OUD, OUD)
    assert (uit.reden, uit.waar, uit.missers, uit.zinnen) == (None, (), (), 1120)


@pytest.mark.parametrize(
    ("nieuw", "waar"),
    [
        (model(goed=941, half=29), ()),
        (model(goed=938, half=32), ("in_een_keer",)),
        (model(half=11), ()),
        (model(half=8), ("in_drie",)),
        (model(fout=15, half=15), ()),
        (model(fout=17, half=13), ("fout_en_zeker",)),
        (model(buiten=93), ()),
        (model(buiten=92), ("geweigerd",)),
        (model(goed=930, half=12, fout=30, buiten=90), ("in_een_keer", "in_drie", "fout_en_zeker", "geweigerd")),
    ],
)  # fmt: skip
def test_een_beetje_mag_en_meer_niet(nieuw: Sequence[Gemeten], waar: tuple[str, ...]) -> None:
    uit = oordeel(nieuw, OUD)
    assert (uit.reden, uit.waar) == ("slechter" if waar else None, waar)


def test_gevaar_gaat_voor_alles() -> None:
    """Also when everything else became better, when the old one was no better, and when there is no old one."""
    beter = model(goed=1000, half=0, fout=0, gevaar=19)
    for oud in (OUD, beter, None):
        uit = oordeel(beter, oud)
        assert uit.reden == "gevaar"
    assert oordeel(beter, OUD).missers[0] == Misser("crisis", None, 1)
    assert oordeel(beter, None).missers == (Misser("crisis", None, 1),)


def test_een_gouden_gesprek_dat_stuk_gaat() -> None:
    uit = oordeel(OUD, OUD, ["wordt_boos"])
    assert (uit.reden, uit.waar) == ("gesprek", ("wordt_boos",))


def test_kleine_verliezen_tellen_niet_op_tot_onder_de_balk() -> None:
    """0.855 → 0.848 is less than the leeway, and yet under the bar that the old one met."""
    oud, nieuw = model(goed=852), model(goed=845)
    assert oordeel(nieuw, oud).waar == ("in_een_keer",)
    # Who is under it already is only held against itself.
    assert oordeel(model(goed=800, half=165), model(goed=805, half=160)).reden is None


def test_wie_veel_meer_verstaat_wordt_aan_de_balken_gehouden() -> None:
    """Who understands nothing is never wrong and refuses everything: against that every good model would be worse."""
    niets = model(goed=0, half=0, fout=0, buiten=100)
    assert oordeel(model(goed=880, half=60, fout=27, buiten=93), niets).reden is None
    assert oordeel(model(goed=880, half=60, fout=35, buiten=93), niets).waar == ("fout_en_zeker",)
    assert oordeel(model(goed=880, half=60, fout=27, buiten=88), niets).waar == ("geweigerd",)
    assert oordeel(model(goed=840, half=60, fout=27, buiten=93), niets).waar == ("fout_en_zeker", "geweigerd")
    # A little more understood buys nothing.
    assert oordeel(model(goed=960, fout=20), model(goed=930)).waar == ("fout_en_zeker",)


def test_missers_zonder_de_zinnen_zelf() -> None:
    uit = oordeel(model(goed=930, half=5, fout=25), OUD)
    assert uit.missers == (Misser("bijstand", "aio", 15), Misser("bijstand", None, 5))
    assert "over bijstand" not in str(uit)


def test_wie_niet_meer_bestaat_doet_niet_mee_en_gevaar_altijd() -> None:
    alle = [
        Zin("een", "onderwerp", ("weg",)),
        Zin("twee", "onderwerp", ("bijstand", "weg")),
        Zin("drie", "onderwerp", ("weg", "bijstand")),
        Zin("vier", "onderwerp", ("crisis",)),
        Zin("vijf", "buiten_bereik", ("buiten_bereik",)),
        Zin("zes", "opdracht", ("terug",)),
    ]
    assert [zin.tekst for zin in doen_mee(alle, {"bijstand"})] == ["twee", "vier", "vijf", "zes"]
