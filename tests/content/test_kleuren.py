"""Colours of a gemeente that cannot be read are an error when its file is saved."""

from __future__ import annotations

import pytest

from content.lokaal.kleuren import MATEN, NEUTRAAL, PAREN, contrast, fouten


def meldingen(**kleuren: str) -> list[str]:
    gevonden = fouten("gemeenten/x.yml", {f"--rechtop-{n.replace('_', '-')}": w for n, w in kleuren.items()})
    return [f"{fout.veld}: {fout.melding}" for fout in gevonden]


@pytest.mark.parametrize(
    ("een", "ander", "maat"),
    # The first three are the definition itself; the others stand in articles about WCAG (1.4.3).
    [
        ("#000", "#fff", 21),
        ("#ffffff", "#000000", 21),
        ("#abc", "#aabbcc", 1),
        ("#767676", "#fff", 4.54),
        ("#777777", "#fff", 4.48),
        ("#949494", "#fff", 3.03),
        ("#0000ff", "#ffffff", 8.59),
        ("#ff0000", "#ffffff", 4.0),
    ],
)
def test_contrast_zoals_wcag_het_meet(een: str, ander: str, maat: float) -> None:
    assert contrast(een, ander) == pytest.approx(maat, abs=0.006)
    assert contrast(een, ander) == contrast(ander, een)


def test_zonder_eigen_kleuren_is_alles_goed() -> None:
    assert meldingen() == []


def test_te_lichte_knop() -> None:
    eerste, *andere = meldingen(kleur="#7fb2e5")
    assert eerste.startswith(
        "kleuren.--rechtop-kleur: tekst op knoppen is zo niet goed te lezen: #7fb2e5 bij --rechtop-kleur-tekst (#ffffff) "
        "heeft een contrast van 2,23 en dat moet minstens 4,5 zijn"
    )
    assert len(andere) == 2, "as a border it is too light on both grounds as well"


def test_de_kleur_die_in_het_bestand_staat_krijgt_de_melding() -> None:
    (melding,) = meldingen(rand_sterk="#fff", vlak="#f3f5f8", achtergrond="#f3f5f8")[:1]
    assert melding.startswith("kleuren.--rechtop-rand-sterk: rand van een vakje is zo niet goed")


def test_net_te_weinig_leest_niet_als_genoeg() -> None:
    (melding,) = [m for m in meldingen(tekst="#777777") if "--rechtop-achtergrond" in m]
    assert "een contrast van 4,47 " in melding


def test_vaste_kleuren_tellen_mee() -> None:
    donker = {
        "achtergrond": "#101418",
        "vlak": "#1c2228",
        "tekst": "#fff",
        "tekst_zacht": "#ddd",
        "link": "#9cf",
    }
    gevonden = meldingen(**donker, kleur="#9cf", kleur_tekst="#000", rand_sterk="#aaa")
    assert [m.split(" is zo")[0] for m in gevonden] == [
        "kleuren.--rechtop-achtergrond: rode tekst bij een fout",
        "kleuren.--rechtop-vlak: rode tekst bij een fout",
    ]


def test_namen_en_vorm() -> None:
    (onbekend,) = meldingen(klur="#154273")
    assert onbekend.startswith(
        "kleuren.--rechtop-klur: deze naam bestaat niet; dit kan wel: --rechtop-achtergrond, "
    )
    assert meldingen(kleur="navy") == ["kleuren.--rechtop-kleur: schrijf de kleur zo: '#154273', niet 'navy'"]
    assert meldingen(kleur="#1542") == [
        "kleuren.--rechtop-kleur: schrijf de kleur zo: '#154273', niet '#1542'"
    ]
    assert meldingen(rond="0", lettertype="Verdana", tekstgrootte="18px") == []


def test_elke_kleur_komt_in_een_paar_voor() -> None:
    gebruikt = {naam for paar in PAREN for naam in (paar.op, paar.van) if not naam.startswith("#")}
    # The thin lines between parts say nothing that is not also said by space and headings.
    assert NEUTRAAL.keys() - gebruikt == {"--rechtop-rand"}
    assert not NEUTRAAL.keys() & MATEN
