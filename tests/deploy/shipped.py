"""Reads the deployment files and the guides for the tests."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from pydantic import SecretStr

from config.settings import Settings

ROOT = Path(__file__).parents[2]
GUIDES = ROOT / "docs" / "guides"

SECRETS = {name for name, field in Settings.model_fields.items() if field.annotation is SecretStr}

DIGESTS: dict[str, str] = tomllib.loads((ROOT / "deploy" / "digests.toml").read_text("utf-8"))


def settings_in(text: str) -> set[str]:
    """The names of the settings that this text assigns, directly or through `_FILE`."""
    named = re.findall(r"\bPALIER_([A-Z_]+?)(?:_FILE)?(?=[=:])", text)
    return {name.lower() for name in named}


def commands_of(guide: str, title: str) -> list[str]:
    """The commands in the code blocks under this title of a guide, without comments."""
    text = (GUIDES / guide).read_text("utf-8")
    section = re.split(r"^#+ ", text.split(f"# {title}\n", 1)[1], maxsplit=1, flags=re.MULTILINE)[0]
    lines = "".join(re.findall(r"```sh\n(.*?)```", section, re.DOTALL)).replace("\\\n", "").splitlines()
    return [bare for line in lines if (bare := re.sub(r"(^|\s+)# .*", "", line).strip())]
