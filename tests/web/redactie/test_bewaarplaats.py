"""The content folder with its history: publishing, taking back, working beside it by hand, and being killed half-way."""

from __future__ import annotations

import shutil
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.web.redactie.conftest import FAQ, TEKST, git
from web.redactie.bewaren.bewaarplaats import (
    Bewaarplaats,
    Botsing,
    NietGekeurd,
    PadOnbekend,
    Versie,
    begin,
    stand_van,
)


def nu(plaats: Bewaarplaats, pad: str) -> Versie:
    versie = plaats.lees(pad)
    assert versie is not None
    return versie


def geef_uit(plaats: Bewaarplaats, pad: str, tekst: str | None, wie: str = "Noor Vis") -> str:
    er = plaats.lees(pad)
    uitgave = plaats.geef_uit(
        {pad: tekst}, gezien={pad: er.id if er else None}, auteur=wie, reden="Duidelijker"
    )
    return uitgave.id


def test_it_begins_with_the_content_and_without_the_code(plaats: Bewaarplaats) -> None:
    assert plaats.paden() == (
        "faq/huurtoeslag.md", "faq/voorbeeldstad/huurtoeslag.md", "gemeenten/_sjabloon.yml", "teksten/knop.yml",
    )  # fmt: skip
    assert git(plaats.map, "ls-files").split() == sorted([*plaats.paden(), "gemeenten/LEESMIJ.md"])
    assert [een.auteur for een in plaats.geschiedenis()] == ["Rechtop"]


def test_to_begin_again_changes_nothing(plaats: Bewaarplaats, zaad: Path) -> None:
    geef_uit(plaats, FAQ, "anders\n")
    (zaad / TEKST).write_text("ja: Jazeker\n")
    assert nu(begin(plaats.map, zaad), FAQ).tekst == "anders\n"
    assert nu(plaats, TEKST).tekst == "ja: Ja\n"


def test_what_stands_in_the_folder_already_stays(tmp_path: Path, zaad: Path) -> None:
    (tmp_path / "eigen" / "faq").mkdir(parents=True)
    (tmp_path / "eigen" / FAQ).write_text("van ons\n")
    assert nu(begin(tmp_path / "eigen", zaad), FAQ).tekst == "van ons\n"


def test_a_publication_is_on_disk_and_a_commit_with_author_and_reason(plaats: Bewaarplaats) -> None:
    id_ = geef_uit(plaats, FAQ, "nieuw: één\n", "Noor <b>\nVis")
    assert (plaats.map / FAQ).read_text() == "nieuw: één\n"
    assert git(plaats.map, "log", "-1", "--format=%H|%an|%s").strip() == f"{id_}|Noor bVis|Duidelijker"
    assert git(plaats.map, "show", f"HEAD:{FAQ}") == "nieuw: één\n"
    assert git(plaats.map, "status", "--porcelain") == ""
    git(plaats.map, "fsck", "--strict")


def test_files_come_out_together_or_not_at_all(plaats: Bewaarplaats) -> None:
    gezien = {FAQ: nu(plaats, FAQ).id, TEKST: "0" * 40}
    with pytest.raises(Botsing) as botsing:
        plaats.geef_uit({FAQ: "a\n", TEKST: "b\n"}, gezien=gezien, auteur="Noor", reden="twee")
    assert (botsing.value.pad, botsing.value.nu) == (TEKST, nu(plaats, TEKST))
    assert nu(plaats, FAQ).tekst == "huurtoeslag\n"
    uitgave = plaats.geef_uit(
        {FAQ: "a\n", TEKST: "b\n"},
        gezien={**gezien, TEKST: nu(plaats, TEKST).id},
        auteur="Noor",
        reden="twee",
    )
    assert uitgave.paden == (FAQ, TEKST)


def test_the_second_editor_of_a_text_sees_the_first(plaats: Bewaarplaats) -> None:
    gezien = {FAQ: nu(plaats, FAQ).id}
    plaats.geef_uit({FAQ: "van Noor\n"}, gezien=gezien, auteur="Noor", reden="x")
    with pytest.raises(Botsing) as botsing:
        plaats.geef_uit({FAQ: "van Sam\n"}, gezien=gezien, auteur="Sam", reden="y")
    assert botsing.value.nu is not None
    assert botsing.value.nu.tekst == nu(plaats, FAQ).tekst == "van Noor\n"


def test_of_twenty_editors_at_once_one_wins(plaats: Bewaarplaats) -> None:
    gezien = {FAQ: nu(plaats, FAQ).id}
    gelukt: list[str] = []

    def probeer(nr: int) -> None:
        eigen = Bewaarplaats(plaats.map)
        try:
            eigen.geef_uit({FAQ: f"{nr}\n"}, gezien=gezien, auteur=str(nr), reden="x")
        except Botsing:
            return
        gelukt.append(f"{nr}\n")

    draden = [threading.Thread(target=probeer, args=(nr,)) for nr in range(20)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()
    assert gelukt == [nu(plaats, FAQ).tekst]
    assert len(plaats.geschiedenis(FAQ)) == 2


def test_a_new_file_and_taking_one_away(plaats: Bewaarplaats) -> None:
    nieuw = "faq/nieuw.md"
    geef_uit(plaats, nieuw, "nieuw\n")
    with pytest.raises(Botsing):
        plaats.geef_uit({nieuw: "nog eens\n"}, gezien={}, auteur="Sam", reden="bestaat al")
    geef_uit(plaats, nieuw, None)
    assert plaats.lees(nieuw) is None
    assert not (plaats.map / nieuw).exists()


@pytest.mark.parametrize(
    "pad",
    ["../buiten.yml", "/etc/passwd.yml", "faq/../../x.md", "controle.py", "taal/regels.py", ".git/config.yml", "faq/x.sh",
     "faq/a/b/c.md", "teksten/.verborgen.yml", "los.yml", "faq/x.md\n", "FAQ/x.md", "gemeenten/LEESMIJ.md"],
)  # fmt: skip
def test_only_content_can_be_changed(plaats: Bewaarplaats, pad: str) -> None:
    with pytest.raises(PadOnbekend):
        plaats.lees(pad)
    with pytest.raises(PadOnbekend):
        plaats.geef_uit({pad: "x"}, gezien={}, auteur="Noor", reden="x")


def test_a_link_out_of_the_folder_is_no_file(plaats: Bewaarplaats, tmp_path: Path) -> None:
    (tmp_path / "geheim.md").write_text("geheim")
    (plaats.map / "faq" / "link.md").symlink_to(tmp_path / "geheim.md")
    assert plaats.lees("faq/link.md") is None
    assert "faq/link.md" not in plaats.paden()


def test_a_change_by_hand_is_what_holds_and_is_never_lost(plaats: Bewaarplaats) -> None:
    gezien = {FAQ: nu(plaats, FAQ).id}
    (plaats.map / FAQ).write_text("met de hand\n")
    assert plaats.buiten() == (FAQ,)
    with pytest.raises(Botsing) as botsing:
        plaats.geef_uit({FAQ: "van Noor\n"}, gezien=gezien, auteur="Noor", reden="x")
    assert botsing.value.nu is not None
    assert botsing.value.nu.tekst == "met de hand\n"
    geef_uit(plaats, FAQ, "van Noor\n")
    assert [een.auteur for een in plaats.geschiedenis(FAQ)] == ["Noor Vis", "Rechtop", "Rechtop"]
    assert git(plaats.map, "show", f"HEAD~1:{FAQ}") == "met de hand\n"


def test_another_file_changed_by_hand_stays_as_it_is(plaats: Bewaarplaats) -> None:
    (plaats.map / TEKST).write_text("ja: Met de hand\n")
    (plaats.map / "faq" / "erbij.md").write_text("erbij\n")
    geef_uit(plaats, FAQ, "van Noor\n")
    assert plaats.buiten() == ("faq/erbij.md", TEKST)
    uitgave = plaats.neem_op()
    assert uitgave is not None
    assert uitgave.paden == ("faq/erbij.md", TEKST)
    assert plaats.neem_op() is None
    assert git(plaats.map, "status", "--porcelain") == ""


def test_a_file_by_hand_that_is_no_utf_8_keeps_its_bytes(plaats: Bewaarplaats) -> None:
    (plaats.map / FAQ).write_bytes(b"\xe9\xe9n\r\n")
    assert "\ufffd" in nu(plaats, FAQ).tekst
    plaats.neem_op()
    assert (plaats.map / FAQ).read_bytes() == b"\xe9\xe9n\r\n"


def test_commits_with_git_itself_are_publications_too(plaats: Bewaarplaats) -> None:
    (plaats.map / FAQ).write_text("met git\n")
    git(plaats.map, "-c", "user.name=Kim", "-c", "user.email=kim@x.example", "commit", "-qam", "Met git")
    (laatste,) = plaats.geschiedenis(aantal=1)
    assert (laatste.auteur, laatste.reden, laatste.paden) == ("Kim", "Met git", (FAQ,))
    geef_uit(plaats, FAQ, "daarna\n")
    assert git(plaats.map, "status", "--porcelain") == ""


def test_taking_back_is_a_publication_of_its_own(plaats: Bewaarplaats) -> None:
    fout = geef_uit(plaats, FAQ, "fout\n")
    erbij = geef_uit(plaats, "faq/erbij.md", "erbij\n")
    terug = plaats.draai_terug(fout, auteur="Sam", reden="Klopte niet")
    assert terug is not None
    assert (terug.auteur, terug.paden) == ("Sam", (FAQ,))
    assert nu(plaats, FAQ).tekst == "huurtoeslag\n"
    assert plaats.draai_terug(erbij, auteur="Sam", reden="Toch niet") is not None
    assert plaats.lees("faq/erbij.md") is None


def test_taking_back_what_was_changed_since_shows_what_it_is_now(plaats: Bewaarplaats) -> None:
    eerste = geef_uit(plaats, FAQ, "een\n")
    geef_uit(plaats, FAQ, "twee\n")
    with pytest.raises(Botsing) as botsing:
        plaats.draai_terug(eerste, auteur="Sam", reden="x")
    assert botsing.value.nu == nu(plaats, FAQ)


def test_whether_it_can_be_taken_back_is_known_before(plaats: Bewaarplaats) -> None:
    eerste = geef_uit(plaats, FAQ, "een\n")
    assert plaats.later_veranderd(eerste) == ()
    assert plaats.voor(eerste) == {FAQ: "huurtoeslag\n"}
    tweede = geef_uit(plaats, FAQ, "twee\n")
    assert plaats.later_veranderd(eerste) == (FAQ,)
    erbij = geef_uit(plaats, "faq/erbij.md", "erbij\n")
    assert plaats.voor(erbij) == {"faq/erbij.md": None}
    (plaats.map / FAQ).write_text("met de hand\n")
    assert plaats.later_veranderd(tweede) == (FAQ,)
    assert plaats.later_veranderd("0" * 40) == ()
    assert plaats.uitgave("0" * 40) is None
    assert plaats.voor("0" * 40) is None
    een = plaats.uitgave(erbij)
    assert een is not None
    assert een.paden == ("faq/erbij.md",)


def test_a_fingerprint_is_of_every_file_as_it_is_and_as_it_will_be(plaats: Bewaarplaats) -> None:
    eerst = plaats.stand()
    straks = plaats.stand({FAQ: "een\n"})
    assert (
        len({eerst, straks, plaats.stand({FAQ: None}), plaats.stand({"faq/erbij.md": "huurtoeslag\n"})}) == 4
    )
    uitgave = geef_uit(plaats, FAQ, "een\n")
    assert plaats.stand() == straks == stand_van(plaats.map)
    assert plaats.stand(plaats.voor(uitgave)) == eerst
    (plaats.map / "controle.py").write_text("no content\n")
    assert plaats.stand() == straks


def test_what_was_not_found_good_as_it_will_be_is_not_taken_back(plaats: Bewaarplaats) -> None:
    fout = geef_uit(plaats, FAQ, "fout\n")
    goed = plaats.stand(plaats.voor(fout))
    (plaats.map / TEKST).write_text("ja: Jazeker\n")
    with pytest.raises(NietGekeurd):
        plaats.draai_terug(fout, auteur="Sam", reden="x", goed=goed)
    assert nu(plaats, FAQ).tekst == "fout\n"
    assert plaats.draai_terug(fout, auteur="Sam", reden="x", goed=plaats.stand(plaats.voor(fout))) is not None


def test_there_is_no_way_back_before_the_first(plaats: Bewaarplaats) -> None:
    (eerste,) = plaats.geschiedenis()
    assert plaats.draai_terug(eerste.id, auteur="Sam", reden="x") is None
    for onzin in ("", "0" * 40, "zz", "HEAD", "../x"):
        assert plaats.draai_terug(onzin, auteur="Sam", reden="x") is None
        assert plaats.bij(onzin, FAQ) is None
        assert plaats.geschiedenis(voor=onzin) == []


def test_the_history_of_a_file_page_by_page(plaats: Bewaarplaats) -> None:
    ids = [geef_uit(plaats, FAQ, f"{nr}\n") for nr in range(5)]
    geef_uit(plaats, TEKST, "ja: Nee\n")
    alle = [een.id for een in plaats.geschiedenis(FAQ)]
    assert alle[:5] == ids[::-1]
    blad = plaats.geschiedenis(FAQ, aantal=2)
    assert [een.id for een in plaats.geschiedenis(FAQ, aantal=2, voor=blad[-1].id)] == alle[2:4]
    toen = plaats.bij(ids[2], FAQ)
    assert toen is not None
    assert toen.tekst == "2\n"


_STAPPEN = 60
_DOOD = """
import os, signal, sys
from pathlib import Path
from web.redactie.bewaren import boek
from web.redactie.bewaren.bewaarplaats import Bewaarplaats
nog = 0
def tel():
    global nog
    nog -= 1
    if nog == 0:
        os.kill(os.getpid(), signal.SIGKILL)
def om(functie):
    def nieuw(*a, **k):
        tel()
        uit = functie(*a, **k)
        tel()
        return uit
    return nieuw
def geef_uit(map_, stap):
    global nog
    plaats = Bewaarplaats(map_)
    boek.schrijf, boek.json.dumps, boek.commit_tree_changes = map(om, (boek.schrijf, boek.json.dumps, boek.commit_tree_changes))
    Path.unlink, Path.write_text = om(Path.unlink), om(Path.write_text)
    soort = type(plaats.boek._repo.refs)
    soort.set_if_equals = om(soort.set_if_equals)
    gezien = {pad: plaats.lees(pad).id for pad in ("faq/huurtoeslag.md", "teksten/knop.yml")}
    nog = stap
    plaats.geef_uit({"faq/huurtoeslag.md": "nieuw\\n", "teksten/knop.yml": None}, gezien=gezien, auteur="Noor", reden="x")
for stap in range(1, int(sys.argv[2])):
    kind = os.fork()
    if not kind:
        geef_uit(Path(sys.argv[1]) / str(stap), stap)
        os._exit(0)
    code = os.waitstatus_to_exitcode(os.waitpid(kind, 0)[1])
    print(code)
    if code != -signal.SIGKILL:
        break
"""


def test_who_is_killed_half_way_published_all_or_nothing(plaats: Bewaarplaats, tmp_path: Path) -> None:
    for stap in range(1, _STAPPEN):
        shutil.copytree(plaats.map, tmp_path / "dood" / str(stap))
    opdracht = [sys.executable, "-c", _DOOD, str(tmp_path / "dood"), str(_STAPPEN)]
    klaar = subprocess.run(opdracht, capture_output=True, text=True, check=True)
    codes = klaar.stdout.split()
    assert len(codes) > 10
    assert codes == ["-9"] * (len(codes) - 1) + ["0"], klaar.stderr
    gezien: set[bool] = set()
    for stap in range(1, len(codes) + 1):
        erna = Bewaarplaats(tmp_path / "dood" / str(stap))
        uitgegeven = len(erna.geschiedenis()) == 2
        gezien.add(uitgegeven)
        tekst, weg = ("nieuw\n", True) if uitgegeven else ("huurtoeslag\n", False)
        assert (nu(erna, FAQ).tekst, erna.lees(TEKST) is None) == (tekst, weg)
        assert git(erna.map, "status", "--porcelain") == ""
        geef_uit(erna, FAQ, "daarna\n")
    assert gezien == {True, False}


_daad = st.tuples(
    st.sampled_from(["uit", "hand", "terug", "op"]),
    st.sampled_from([FAQ, TEKST]),
    st.text("ab\n", max_size=3),
)


@settings(max_examples=25, deadline=None)
@given(daden=st.lists(_daad, max_size=12))
def test_whatever_is_done_nothing_is_lost(
    daden: list[tuple[str, str, str]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Everything that ever stood in a file can be found in the history, and the folder is always a clean repository after."""
    map_ = tmp_path_factory.mktemp("inhoud")
    for pad in (FAQ, TEKST):
        (map_ / pad).parent.mkdir(parents=True)
        (map_ / pad).write_text("eerst\n")
    plaats = begin(map_, map_)
    ooit = {(pad, "eerst\n") for pad in (FAQ, TEKST)}
    for soort, pad, tekst in daden:
        if soort == "hand":
            plaats.neem_op()
            (map_ / pad).write_text(tekst)
        elif soort == "uit":
            geef_uit(plaats, pad, tekst)
        elif soort == "op":
            plaats.neem_op()
        elif len(alle := plaats.geschiedenis()) > 1:
            with suppress(Botsing):
                plaats.draai_terug(alle[-2].id, auteur="Sam", reden="terug")
        ooit |= {(een, nu(plaats, een).tekst) for een in (FAQ, TEKST)}
    plaats.neem_op()
    toen = {
        (pad, plaats.bij(uitgave.id, pad))
        for uitgave in plaats.geschiedenis(aantal=500)
        for pad in (FAQ, TEKST)
    }
    assert ooit <= {(pad, versie.tekst) for pad, versie in toen if versie is not None}
    assert git(map_, "status", "--porcelain") == ""
