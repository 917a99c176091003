"""What this gemeente adds to the talk: its own schemes beside the national ones, and the people nearby who help."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from actions.gesprek.ontvangen import ontvangen
from actions.gesprek.werk import Knop, Werk, vaste_knop
from actions.regels.regeling import Uitkomst
from content.lokaal.regeling import LOKAAL


def ook_van_de_gemeente(werk: Werk, wel: Sequence[Uitkomst]) -> list[str]:
    """What the gemeente gives beside the total per month: once or per year, or in kind. What comes in already is left out."""
    al, hier = ontvangen(werk.staat), werk.lokaal.regelingen
    van_hier = [u for u in wel if u.regeling in hier and u.regeling not in al]
    if not van_hier:
        return []
    geld = [u for u in van_hier if u.vorm == "geld" and u.ritme != "maand" and u.bedrag_per_jaar]
    return [
        werk.tekst(
            "uitkomst.van_de_gemeente",
            aantal=len(van_hier),
            som=sum((u.bedrag_per_jaar or Decimal(0) for u in geld), Decimal(0)),
            hoogstens=any(u.tot_en_met for u in geld),
        )
    ]


def slot(werk: Werk) -> list[str]:
    """After the whole check: which schemes of this gemeente are not known; and of one that does not exist, that it is made up."""
    return [*_niet_bekend(werk), *_verzonnen(werk)]


def onbekend(werk: Werk) -> tuple[str, ...]:
    """Names of the schemes that gemeenten have, of which this one wrote nothing."""
    ids = sorted(set(LOKAAL) - werk.lokaal.regelingen.keys() - werk.lokaal.uitgezet)
    return tuple(werk.bronnen.inhoud.uitkomst(id_).korte_titel for id_ in ids)


def _niet_bekend(werk: Werk) -> list[str]:
    namen = onbekend(werk)
    return [werk.tekst("uitkomst.niet_bekend", namen=namen)] if namen else []


def _verzonnen(werk: Werk) -> list[str]:
    """Nobody may take the amounts of a gemeente for demonstration for real ones."""
    return [] if werk.gemeente.bestaat else [werk.tekst("uitkomst.verzonnen")]


def hier(werk: Werk, regeling: str | None) -> list[str]:
    """How it is with a scheme of gemeenten in this one: as it wrote itself, that it has none, or that we do not know."""
    if regeling not in LOKAAL:
        return []
    van_hier = werk.lokaal.regelingen.get(regeling)
    if van_hier is not None:
        return [werk.tekst("regeling.hier", wat=van_hier.data.wat)]
    groep = "hier_niet" if regeling in werk.lokaal.uitgezet else "hier_onbekend"
    return [werk.tekst(f"regeling.{groep}")]


def hulpknop(werk: Werk) -> list[Knop]:
    """Who helps nearby, when the gemeente says who."""
    if not werk.lokaal.hulp_dichtbij:
        return []
    return [vaste_knop("hulp_dichtbij", werk.tekst("knop.hulp_dichtbij"))]


def hulp(werk: Werk) -> list[str]:
    """Everybody who helps nearby, as a list."""
    punten = [werk.tekst("hulp_dichtbij.punt", hulp=een) for een in werk.lokaal.hulp_dichtbij]
    return [f"{werk.tekst('hulp_dichtbij.kop')}\n\n" + "\n".join(punten)] if punten else []


def toon_hulp(werk: Werk) -> None:
    """Everybody who helps nearby."""
    werk.bericht("\n\n".join(hulp(werk)))
