"""The settings, read from the environment or a `.env` file. No other module reads either.

Every secret `PALIER_X` may also come from the file that `PALIER_X_FILE` names.
"""

from __future__ import annotations

import os
import tomllib
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, SecretStr, field_validator
from pydantic.fields import FieldInfo
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

TABLES = ("levels", "categories", "charters", "help", "codes", "summer", "conversations", "quotas", "retention")


class Settings(BaseSettings):
    """One attribute per `PALIER_…` variable."""

    model_config = SettingsConfigDict(env_prefix="PALIER_", env_file=".env", extra="ignore", env_ignore_empty=True)

    telegram_token: SecretStr = SecretStr("")
    telegram_api: str = "https://api.telegram.org"
    database_url: SecretStr = SecretStr("sqlite:///palier.db")
    listen: str = "127.0.0.1:8080"
    webhook_url: str = ""
    webhook_secret: SecretStr = SecretStr("")
    ent: Literal["embedded", "entcore"] = "embedded"
    entcore_url: str = ""
    entcore_login: str = ""
    entcore_password: SecretStr = SecretStr("")
    config: Path = Field(default=Path(__file__).parent)
    log: Literal["human", "json"] = "human"
    limits: Literal["on", "off"] = "on"
    backlog: int = Field(default=1000, ge=1)

    @field_validator("telegram_api", "webhook_url", "entcore_url")
    @classmethod
    def _without_slash(cls, value: str) -> str:
        return value.rstrip("/")

    @field_validator("database_url")
    @classmethod
    def _known_database(cls, value: SecretStr) -> SecretStr:
        if not value.get_secret_value().startswith(("sqlite:///", "postgresql://")):
            raise ValueError("PALIER_DATABASE_URL must begin with sqlite:/// or postgresql://")
        return value

    @field_validator("listen")
    @classmethod
    def _host_and_port(cls, value: str) -> str:
        host, _, port = value.rpartition(":")
        if not host or not port.isdigit() or int(port) > 65535:
            raise ValueError("PALIER_LISTEN must be host:port, such as 127.0.0.1:8080")
        return value

    @property
    def address(self) -> tuple[str, int]:
        """The host and port on which the web server listens."""
        host, _, port = self.listen.rpartition(":")
        return host.strip("[]"), int(port)

    def tables(self) -> dict[str, Any]:
        """The operator's tables by name; a file missing in `PALIER_CONFIG` is read from those shipped here.

        Raises `ValueError` if a file is not valid TOML.
        """
        shipped = Path(__file__).parent
        found = {}
        for name in TABLES:
            own = self.config / f"{name}.toml"
            path = own if own.exists() else shipped / f"{name}.toml"
            try:
                found[name] = tomllib.loads(path.read_text("utf-8"))
            except tomllib.TOMLDecodeError as error:
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
