"""Settings of the OpenID provider of a gemeente, from the environment (`RECHTOP_OIDC_…`). Without `aanbieder` there is none."""

from __future__ import annotations

from ipaddress import ip_address
from typing import Annotated, Self
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, StringConstraints, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

_ROL = r"^[a-z0-9]+(-[a-z0-9]+)*:(balie|schrijver|publicist|beheerder)$"


class Oidc(BaseSettings):
    """Raises pydantic.ValidationError when a setting is wrong or missing."""

    model_config = SettingsConfigDict(env_prefix="RECHTOP_OIDC_", frozen=True, extra="ignore")

    aanbieder: str | None = None
    """The issuer, exactly as its discovery document writes it."""
    client: str = ""
    geheim: SecretStr = SecretStr("")
    claim: str = "roles"
    """The claim of the id token that says what somebody is: a text or a list of texts."""
    rollen: dict[str, Annotated[str, StringConstraints(pattern=_ROL)]] = Field(default_factory=dict)
    """From a value of that claim to `<gemeente>:<role>`, as JSON."""
    scope: str = "openid profile"
    tijd: Annotated[float, Field(gt=0)] = 5.0
    """How long the provider gets for an answer, in seconds."""

    @model_validator(mode="after")
    def _compleet(self) -> Self:
        if self.aanbieder is None:
            return self
        if not (self.client and self.geheim.get_secret_value() and self.rollen):
            raise ValueError(
                "with RECHTOP_OIDC_AANBIEDER also RECHTOP_OIDC_CLIENT, RECHTOP_OIDC_GEHEIM and RECHTOP_OIDC_ROLLEN must be set"
            )
        if not is_veilig(self.aanbieder):
            raise ValueError("the issuer in RECHTOP_OIDC_AANBIEDER must be reached over https")
        return self

    def rechten(self, waarde: object) -> tuple[str, frozenset[str]] | None:
        """Gemeente and roles of somebody with this value of the claim. None without a role, and for two gemeenten at once: a
        person works for one."""
        waarden = waarde if isinstance(waarde, list) else [waarde]
        gevonden = [
            self.rollen[een].split(":") for een in waarden if isinstance(een, str) and een in self.rollen
        ]
        gemeenten = {gemeente for gemeente, _ in gevonden}
        if len(gemeenten) != 1:
            return None
        return gemeenten.pop(), frozenset(rol for _, rol in gevonden)


def is_veilig(adres: str) -> bool:
    """Whether secrets may go there: over https, or to this machine itself."""
    try:
        delen = urlsplit(adres)
        lokaal = delen.hostname == "localhost" or ip_address(delen.hostname or "").is_loopback
    except ValueError:
        lokaal = False
    return adres.startswith("https://") or (adres.startswith("http://") and lokaal)
