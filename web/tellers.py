"""Counters for the internal `/metrics`. Labels are route templates and road names, never anything of a talk."""

from __future__ import annotations

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest


class Tellers:
    """Each app its own registry, so that two apps in one process do not share numbers."""

    def __init__(self) -> None:
        self._register = CollectorRegistry()
        self.beurten = Counter(
            "rechtop_beurten", "Answered turns by the road they took", ["weg"], registry=self._register
        )
        for weg in ("rasa", "direct", "nood", "mislukt"):
            self.beurten.labels(weg=weg)
        self.verzoeken = Counter(
            "rechtop_verzoeken", "Requests", ["methode", "route", "status"], registry=self._register
        )
        self.duur = Histogram(
            "rechtop_verzoek_seconden", "Time of a request", ["methode", "route"], registry=self._register
        )
        self.gewist = Counter("rechtop_verlopen_gewist", "Expired talks erased", registry=self._register)

        self.overdracht = Counter(
            "rechtop_overdracht", "What was done with handoffs", ["kanaal", "wat"], registry=self._register
        )
        self.overzichtmail = Counter(
            "rechtop_overzichtmail", "Overviews by e-mail", ["wat"], registry=self._register
        )
        for wat in ("verstuurd", "mislukt"):
            self.overzichtmail.labels(wat=wat)
        self.uitbak = Gauge(
            "rechtop_overdracht_uitbak",
            "Handoffs on their way, not delivered, to be taken back; age of the oldest in seconds",
            ["wat"],
            registry=self._register,
        )

        self.balie = Gauge(
            "rechtop_balie",
            "Requests in the inbox that nobody handled: all, those that are late, those that are erased within days",
            ["wat"],
            registry=self._register,
        )

    def tekst(self) -> bytes:
        """In Prometheus' text format."""
        return generate_latest(self._register)
