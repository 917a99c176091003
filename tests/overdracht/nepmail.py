"""A real mail server on loopback, with STARTTLS and a certificate made for the occasion."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from ipaddress import ip_address
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from actions.overdracht.post import Postkantoor
from ops.proces import vrije_poorten

GEBRUIKER, WACHTWOORD = "rechtop", "geheim-wachtwoord"


@dataclass
class NepMail:
    """What arrived, in order. `weigert`: answer to the next mails instead of taking them; `onbekend`: to their address.
    `traag`: seconds before it answers to a mail."""

    brieven: list[EmailMessage] = field(default_factory=list)
    weigert: str | None = None
    onbekend: str | None = None
    traag: float = 0
    afscheid: str = "221 Bye"
    poort: int = 0
    ca: Path = Path()

    def kantoor(self, **anders: Any) -> Postkantoor:
        """How to reach it."""
        gewoon: dict[str, Any] = {
            "host": "127.0.0.1",
            "poort": self.poort,
            "afzender": "rechtop@rechtop.example",
            "gebruiker": GEBRUIKER,
            "wachtwoord": WACHTWOORD,
            "ca": self.ca,
        }
        return Postkantoor(**{**gewoon, **anders})

    async def handle_RCPT(
        self, server: Any, session: Any, envelope: Any, adres: str, opties: list[str]
    ) -> str:
        if self.onbekend is not None:
            return self.onbekend
        envelope.rcpt_tos.append(adres)
        return "250 OK"

    async def handle_QUIT(self, server: Any, session: Any, envelope: Any) -> str:
        return self.afscheid

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        assert session.ssl is not None
        await asyncio.sleep(self.traag)
        if self.weigert is not None:
            return self.weigert
        brief = message_from_bytes(envelope.content, policy=policy.default)
        assert isinstance(brief, EmailMessage)
        self.brieven.append(brief)
        return "250 OK"


def maak_certificaat(map_: Path) -> tuple[Path, Path]:
    """(certificate, key) of 127.0.0.1."""
    sleutel = ec.generate_private_key(ec.SECP256R1())
    naam = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    nu = datetime.now(UTC)
    certificaat = (
        x509.CertificateBuilder()
        .subject_name(naam)
        .issuer_name(naam)
        .public_key(sleutel.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(nu - timedelta(days=1))
        .not_valid_after(nu + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(sleutel, hashes.SHA256())
    )
    pem, geheim = map_ / "mail.pem", map_ / "mail.key"
    pem.write_bytes(certificaat.public_bytes(serialization.Encoding.PEM))
    geheim.write_bytes(
        sleutel.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )
    return pem, geheim


@contextmanager
def draai(map_: Path, *, tls: bool = True) -> Iterator[NepMail]:
    nep = NepMail()
    pem, geheim = maak_certificaat(map_)
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(pem, geheim)

    def toegang(_server: Any, _sessie: Any, _envelop: Any, _soort: str, wie: Any) -> AuthResult:
        goed = isinstance(wie, LoginPassword) and (wie.login, wie.password) == (
            GEBRUIKER.encode(),
            WACHTWOORD.encode(),
        )
        return AuthResult(success=goed, handled=False)

    (poort,) = vrije_poorten(1)
    server = Controller(
        nep,
        hostname="127.0.0.1",
        port=poort,
        tls_context=context if tls else None,
        require_starttls=tls,
        authenticator=toegang,
        auth_required=tls,
    )
    server.start()
    nep.poort, nep.ca = poort, pem
    try:
        yield nep
    finally:
        server.stop()
