"""The topics a resident can ask about: those of everybody, with what a gemeente answers otherwise or has besides."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from content.fouten import Fout
from content.schema import Faq


@dataclass(frozen=True, slots=True)
class Onderwerpen:
    """`gedeeld`: topic → answer. `eigen`: gemeente → topic → its own answer."""

    gedeeld: Mapping[str, Faq] = field(default_factory=dict)
    eigen: Mapping[str, Mapping[str, Faq]] = field(default_factory=dict)
    _samen: dict[str, Mapping[str, Faq]] = field(default_factory=dict, init=False, repr=False)

    def van(self, gemeente: str | None) -> Mapping[str, Faq]:
        """Every topic, as this gemeente answers it."""
        if gemeente is None or gemeente not in self.eigen:
            return MappingProxyType(self.gedeeld)
        if gemeente not in self._samen:
            # The sentences people say it with are the same everywhere: an own answer need not repeat them.
            self._samen[gemeente] = MappingProxyType({**self.gedeeld, **self.eigen[gemeente]})
        return self._samen[gemeente]


def bestanden(
    onderwerpen: Mapping[str, Faq], eigen: Mapping[str, Mapping[str, Faq]]
) -> Iterator[tuple[str, Faq]]:
    """Every answer with the file it stands in."""
    for id, faq in onderwerpen.items():
        yield f"faq/{id}.md", faq
    for slug, antwoorden in eigen.items():
        for id, faq in antwoorden.items():
            yield f"faq/{slug}/{id}.md", faq


def fouten(
    onderwerpen: Mapping[str, Faq], eigen: Mapping[str, Mapping[str, Faq]], gemeenten: Mapping[str, object]
) -> Iterator[Fout]:
    """A topic that nobody could ask about, and a folder of a gemeente that is not there."""
    for id, faq in onderwerpen.items():
        if not faq.voorbeelden:
            yield Fout(f"faq/{id}.md", "voorbeelden", "hier horen zinnen van bewoners te staan")
    for slug, antwoorden in eigen.items():
        if slug not in gemeenten:
            yield Fout(f"faq/{slug}", "", f"er is geen gemeente '{slug}'")
        for id, faq in antwoorden.items():
            if id not in onderwerpen and not faq.voorbeelden:
                yield Fout(
                    f"faq/{slug}/{id}.md",
                    "voorbeelden",
                    "dit onderwerp is nieuw: hier horen zinnen van bewoners te staan",
                )
