"""What can be wrong with a content file, said in Dutch so that an editor can mend it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError


@dataclass(frozen=True, slots=True)
class Fout:
    """One fault. `bestand` is relative to the content folder; `veld` may be empty (the file as a whole)."""

    bestand: str
    veld: str
    melding: str
    regelnummer: int | None = None
    """The line in the file, from 1, where that is known."""

    def __str__(self) -> str:
        return zin(self.bestand, self.veld, self.melding, self.regelnummer)


def zin(bestand: str, veld: str, melding: str, regelnummer: int | None) -> str:
    """As an editor reads it: "gemeenten/x.yml:contact.telefoon: dit veld ontbreekt (regel 12)"."""
    plek = f"{bestand}:{veld}" if veld else bestand
    return f"{plek}: {melding}{f' (regel {regelnummer})' if regelnummer else ''}"


class InhoudFout(Exception):
    """Content that cannot be read or rendered. `fouten` holds every fault found."""

    def __init__(self, fouten: Iterable[Fout]) -> None:
        self.fouten = tuple(fouten)
        super().__init__("\n".join(str(fout) for fout in self.fouten))


_MELDINGEN = {
    "missing": "dit veld ontbreekt",
    "extra_forbidden": "dit veld bestaat niet; is het goed gespeld?",
    "string_type": "hier hoort tekst te staan; zet er aanhalingstekens omheen",
    "string_too_short": "dit veld is leeg",
    "list_type": "hier hoort een lijst te staan",
    "tuple_type": "hier hoort een lijst te staan",
    "too_short": "deze lijst is leeg",
    "dict_type": "hier horen velden met een naam te staan",
    "mapping_type": "hier horen velden met een naam te staan",
    "model_type": "hier horen velden met een naam te staan",
    "model_attributes_type": "hier horen velden met een naam te staan",
    "date_type": "hier hoort een datum te staan, zoals 2026-11-20",
    "date_parsing": "hier hoort een datum te staan, zoals 2026-11-20",
    "bool_type": "schrijf true (ja) of false (nee), zonder aanhalingstekens",
    "int_type": "hier hoort een heel getal te staan, zonder aanhalingstekens",
    "decimal_max_places": "schrijf hooguit twee cijfers achter de punt",
    "date_from_datetime_parsing": "hier hoort een datum te staan, zoals 2026-11-20",
}


def _melding(fout: Any) -> str:
    soort, context = fout["type"], fout.get("ctx", {})
    if soort == "literal_error":
        return f"dit kan niet; kies uit {str(context['expected']).replace(' or ', ' of ')}"
    if soort == "string_pattern_mismatch":
        return f"{fout['input']!r} heeft niet de goede vorm ({context['pattern']})"
    if soort in ("greater_than_equal", "greater_than"):
        return f"dit getal is te laag; het laagste is {context.get('ge', context.get('gt'))}"
    if soort in ("less_than_equal", "less_than"):
        return f"dit getal is te hoog; het hoogste is {context.get('le', context.get('lt'))}"
    if soort == "too_short" and context.get("actual_length"):
        return f"hier horen er minstens {context['min_length']} te staan"
    if soort == "too_long":
        return f"hier mogen er hoogstens {context['max_length']} staan"
    if soort == "value_error":
        return str(context["error"])
    return _MELDINGEN.get(soort, str(fout["msg"]))


def uit_validatie(bestand: str, fout: ValidationError) -> tuple[Fout, ...]:
    """The faults of a pydantic error; fields as `keuzes.2.label` (counted from 1, as people count)."""
    gevonden = [(_veld(f["loc"]), f) for f in fout.errors()]
    # A list of which an entry is wrong counts as too short as well.
    binnen = tuple(veld for veld, _ in gevonden)
    return tuple(
        Fout(bestand, veld, _melding(f))
        for veld, f in gevonden
        if f["type"] != "too_short" or not any(ander.startswith(f"{veld}.") for ander in binnen)
    )


def _veld(plek: tuple[int | str, ...]) -> str:
    """Without what pydantic adds for itself: "<tag>" of a union, "[key]" for the name of a field."""
    echt = (deel for deel in plek if not isinstance(deel, str) or (deel[:1] != "<" and deel != "[key]"))
    return ".".join(str(deel + 1 if isinstance(deel, int) else deel) for deel in echt)
