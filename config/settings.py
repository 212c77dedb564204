"""The settings, read from the environment or a `.env` file. No other module reads either.

Every secret `PALIER_X` may also come from the file that `PALIER_X_FILE` names.
"""

from __future__ import annotations

import os
import re
import tomllib
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, field_validator
from pydantic.fields import FieldInfo
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

from config.articles import read_articles

TABLES = (
    "levels",
    "announcements",
    "categories",
    "charters",
    "codes",
    "summer",
    "communication",
    "conversations",
    "distress",
    "consent",
    "linking",
    "attachment",
    "audit",
    "feed",
    "quotas",
    "rights",
    "retention",
    "year",
)

_NAME = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?")
_PRIVATE = "127.0.0.0/8, ::1, 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, 169.254.0.0/16, fc00::/7, fe80::/10"


class Settings(BaseSettings):
    """One attribute per `PALIER_…` variable."""

    model_config = SettingsConfigDict(env_prefix="PALIER_", env_file=".env", extra="ignore", env_ignore_empty=True)

    telegram_token: SecretStr = SecretStr("")
    telegram_api: str = "https://api.telegram.org"
    telegram_proxy: SecretStr = SecretStr("")
    start_patience: float = Field(default=300.0, gt=0)
    database_url: SecretStr = SecretStr("sqlite:///palier.db")
    listen: str = "127.0.0.1:8080"
    monitor_hosts: str = ""
    monitor_token: SecretStr = SecretStr("")
    webhook_url: str = ""
    webhook_secret: SecretStr = SecretStr("")
    public_url: str = ""
    ent_client_id: str = ""
    ent_client_secret: SecretStr = SecretStr("")
    ent: Literal["embedded", "entcore"] = "embedded"
    entcore_url: str = ""
    entcore_login: str = ""
    entcore_password: SecretStr = SecretStr("")
    entcore_proxy: SecretStr = SecretStr("")
    config: Path = Field(default=Path(__file__).parent)
    log: Literal["human", "json"] = "human"
    limits: Literal["on", "off"] = "on"
    backlog: int = Field(default=1000, ge=1)

    @field_validator("telegram_api", "webhook_url", "public_url", "entcore_url")
    @classmethod
    def _without_slash(cls, value: str) -> str:
        return value.rstrip("/")

    @field_validator("database_url")
    @classmethod
    def _known_database(cls, value: SecretStr) -> SecretStr:
        address = value.get_secret_value()
        if not address.startswith(("sqlite:///", "postgresql://")):
            raise ValueError("PALIER_DATABASE_URL must begin with sqlite:/// or postgresql://")
        if address == "sqlite:///":
            raise ValueError("PALIER_DATABASE_URL must name a file after sqlite:///")
        return value

    @field_validator("telegram_proxy", "entcore_proxy")
    @classmethod
    def _known_proxy(cls, value: SecretStr) -> SecretStr:
        if value.get_secret_value() and not _is_proxy(value.get_secret_value()):
            raise ValueError("must be http://host:port, or http://login:password@host:port for a proxy that asks")
        return value

    @field_validator("public_url")
    @classmethod
    def _web_address(cls, value: str) -> str:
        if value and not _is_web(value):
            raise ValueError("must be https://host, with a port or a path where there is one, and nothing after it")
        return value

    @field_validator("listen")
    @classmethod
    def _host_and_port(cls, value: str) -> str:
        host, _, port = value.rpartition(":")
        if not host or not port.isdigit() or int(port) > 65535:
            raise ValueError("PALIER_LISTEN must be host:port, such as 127.0.0.1:8080")
        return value

    @field_validator("monitor_hosts")
    @classmethod
    def _networks_or_names(cls, value: str) -> str:
        _monitors(value)
        return value

    @property
    def monitors(self) -> tuple[list[IPv4Network | IPv6Network], list[str]]:
        """The networks that may ask for health and metrics, and the names by which they may do so."""
        networks, names = _monitors(self.monitor_hosts)
        return networks or _monitors(_PRIVATE)[0], names

    @property
    def address(self) -> tuple[str, int]:
        """The host and port on which the web server listens."""
        host, _, port = self.listen.rpartition(":")
        return host.strip("[]"), int(port)

    @classmethod
    def secret_files(cls) -> list[Path]:
        """The files that settings are read from: those that a `PALIER_X_FILE` names, and `.env`."""
        named = (os.environ.get(f"PALIER_{name.upper()}_FILE") for name in cls.model_fields)
        return [*(Path(path) for path in named if path), Path(str(cls.model_config.get("env_file")))]

    def tables(self) -> dict[str, Any]:
        """The operator's tables by name, with the help articles as `help`; those here where `PALIER_CONFIG` has none.

        Raises `ValueError` if a file is not valid TOML in UTF-8, or an article cannot be read.
        """
        shipped = Path(__file__).parent
        own_help = self.config / "help"
        if (old := self.config / "help.toml").exists():
            raise ValueError(f"{old}: each help article is a file of its own now, in the folder {own_help}")
        found = {"help": read_articles(own_help if own_help.exists() else shipped / "help")}
        for name in TABLES:
            own = self.config / f"{name}.toml"
            path = own if own.exists() else shipped / f"{name}.toml"
            try:
                found[name] = tomllib.loads(path.read_text("utf-8"))
            except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
                raise ValueError(f"{path}: {error}") from error
        return found

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """The sources in order of precedence: arguments, environment, files named there by `_FILE`, `.env`."""
        return init_settings, env_settings, _NamedFiles(settings_cls), dotenv_settings


class _NamedFiles(PydanticBaseSettingsSource):
    """Reads `PALIER_X` from the file that `PALIER_X_FILE` names."""

    def get_field_value(self, field: FieldInfo, field_name: str) -> tuple[Any, str, bool]:
        path = os.environ.get(f"PALIER_{field_name.upper()}_FILE")
        value = Path(path).read_text("utf-8").strip() if path else None
        return value, field_name, False

    def __call__(self) -> dict[str, Any]:
        fields = self.settings_cls.model_fields
        found = {name: self.get_field_value(field, name)[0] for name, field in fields.items()}
        return {name: value for name, value in found.items() if value is not None}


def _is_proxy(address: str) -> bool:
    """Whether it is the address of an HTTP proxy."""
    try:
        parts = urlsplit(address)
        return (
            parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0 and parts.path in ("", "/")
        )
    except ValueError:
        return False


def _is_web(address: str) -> bool:
    """Whether it is an address that a page's own path can be added to; http:// only on this machine."""
    try:
        parts = urlsplit(address)
        here = parts.hostname in ("localhost", "127.0.0.1", "::1")
        secure = parts.scheme == "https" or (parts.scheme == "http" and here)
        extra = parts.query or parts.fragment or parts.username or re.search(r"\s", address)
        return secure and bool(parts.hostname) and parts.port != 0 and not extra
    except ValueError:
        return False


def _monitors(value: str) -> tuple[list[IPv4Network | IPv6Network], list[str]]:
    """The networks and the names in a list with commas; raises `ValueError` for what is neither."""
    networks, names = list[IPv4Network | IPv6Network](), list[str]()
    for entry in filter(None, (one.strip() for one in value.split(","))):
        try:
            networks.append(ip_network(entry, strict=False))
        except ValueError as error:
            if not _NAME.fullmatch(entry) or not re.search(r"[A-Za-z]", entry):
                words = "PALIER_MONITOR_HOSTS must be addresses, networks such as 10.0.0.0/8, or names, with commas"
                raise ValueError(f"{words}: {entry!r}") from error
            names.append(entry)
    return networks, names
