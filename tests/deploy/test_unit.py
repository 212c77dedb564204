"""The systemd unit: systemd accepts it, rates its exposure as low, and it sets only settings that exist."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from bot.stopping import GRACE
from config.settings import Settings
from tests.deploy.shipped import ROOT, SECRETS, settings_in
from tests.programs import required

UNIT = (ROOT / "deploy" / "palier.service").read_text("utf-8")
EXPOSED = 15  # highest exposure allowed, in tenths on systemd's scale; a service without protection has 96


@pytest.fixture
def unit(tmp_path: Path) -> Path:
    """The unit, changed to run the `palier` of this environment."""
    here = Path(sys.executable).with_name("palier")
    file = tmp_path / "palier.service"
    file.write_text(UNIT.replace("/opt/palier/bin/palier", str(here)), "utf-8")
    return file


def analyze(*words: str) -> tuple[int, str]:
    """Runs `systemd-analyze`; returns its exit status and output."""
    ended = subprocess.run([required("systemd-analyze"), *words], capture_output=True, text=True)
    return ended.returncode, ended.stdout + ended.stderr


@pytest.mark.needs("systemd-analyze")
def test_systemd_has_nothing_to_say_about_the_unit(unit: Path) -> None:
    assert analyze("verify", "--man=no", str(unit)) == (0, "")


@pytest.mark.needs("systemd-analyze")
def test_systemd_finds_little_exposed(unit: Path) -> None:
    status, said = analyze("security", "--offline=true", f"--threshold={EXPOSED}", str(unit))

    assert status == 0, said


@pytest.mark.needs("systemd-analyze")
def test_the_check_of_exposure_would_see_a_protection_taken_away(unit: Path) -> None:
    unit.write_text(unit.read_text("utf-8").replace("DynamicUser=yes\n", "").replace("SystemCall", "#"), "utf-8")

    assert analyze("security", "--offline=true", f"--threshold={EXPOSED}", str(unit))[0] != 0


def test_the_unit_names_only_settings_that_exist_and_takes_every_secret_from_a_file() -> None:
    assert settings_in(UNIT) <= set(Settings.model_fields)
    given = dict(re.findall(r"^Environment=PALIER_(\w+)_FILE=%d/(\S+)$", UNIT, re.MULTILINE))
    assert {name.lower() for name in given} == SECRETS
    assert set(given.values()) == set(re.findall(r"^LoadCredential=(\S+):/etc/palier/\1$", UNIT, re.MULTILINE))


def test_only_the_token_must_be_given() -> None:
    defaults = dict(re.findall(r"^SetCredential=([\w-]+):(.+)$", UNIT, re.MULTILINE))
    assert defaults == {
        "database-url": "sqlite:////var/lib/palier/palier.db",
        "webhook-secret": r"\n",
        "entcore-password": r"\n",
        "ent-client-secret": r"\n",
        "monitor-token": r"\n",
        "telegram-proxy": r"\n",
        "entcore-proxy": r"\n",
    }
    assert re.search(r"^StateDirectory=palier$", UNIT, re.MULTILINE)


def test_the_unit_lets_palier_end_what_it_holds() -> None:
    [patience] = re.findall(r"^TimeoutStopSec=(\d+)$", UNIT, re.MULTILINE)
    assert int(patience) > 10 > 2 * GRACE
