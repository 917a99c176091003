"""The words of a local scheme: what its file says about it, over the words that every local scheme shares."""

from __future__ import annotations

from content.lokaal.erven import LokaleRegeling
from content.schema import AanvragenTekst, Gedeeld, UitkomstTekst


def woorden(regeling: LokaleRegeling, gedeeld: Gedeeld) -> UitkomstTekst:
    """`gedeeld`: the words for the codes of the rules, of this scheme of the contract or of any local scheme."""
    data, bij = regeling.data, regeling.data.aanvragen
    return UitkomstTekst.model_construct(
        regeling=regeling.id,
        titel=data.titel,
        korte_titel=data.korte_titel,
        wat=data.wat,
        aanvragen=AanvragenTekst.model_construct(
            bij=bij.bij,
            url=bij.url or regeling.contact.website,
            telefoon=bij.telefoon or regeling.contact.telefoon,
            nodig=bij.nodig,
            hoe=bij.hoe,
            termijn=bij.uiterlijk,
        ),
        redenen=gedeeld.redenen,
        stappen=gedeeld.stappen,
        voorwaarden=gedeeld.voorwaarden,
        let_op=gedeeld.let_op,
        gevoelig=gedeeld.gevoelig if isinstance(gedeeld, UitkomstTekst) else None,
    )
