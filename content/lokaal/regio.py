"""`content/regios/<id>.yml`: what several gemeenten share, written once: a province, a water board, a joint social service."""

from __future__ import annotations

from pydantic import Field

from content.lokaal.instelling import Contact, HulpDichtbij
from content.lokaal.regeling import Regelingen
from content.vorm import Lijst, Slug, Strikt, Tekst


class Regio(Strikt):
    id: Slug
    """The name of the file: `provincie-limburg`."""
    naam: Tekst
    verzonnen: bool = False
    """It does not exist; only a gemeente that does not exist may inherit from it."""
    erft: Lijst[Slug] = ()
    contact: Contact | None = None
    """Whom to ask about its schemes. Absent: the gemeente."""
    hulp_dichtbij: Lijst[HulpDichtbij] = ()
    regelingen: Regelingen = Field(default_factory=dict)
