"""The compose file: it can be scaled, names only files that exist, and sets only settings that exist."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import asyncpg
import pytest
import yaml

from bot.stopping import GRACE
from config.settings import Settings
from tests.deploy.shipped import DIGESTS, GUIDES, ROOT, SECRETS, commands_of, settings_in
from tests.postgres import Cluster

TEXT = (ROOT / "compose.yaml").read_text("utf-8")
WHOLE: dict[str, Any] = yaml.safe_load(TEXT)
SERVICES: dict[str, Any] = WHOLE["services"]
PALIER: dict[str, Any] = SERVICES["palier"]


def test_it_names_only_settings_that_exist_and_takes_every_secret_from_a_file() -> None:
    environment: dict[str, str] = PALIER["environment"]
    files = {name: value for name, value in environment.items() if name.endswith("_FILE")}
    assert settings_in(TEXT) <= set(Settings.model_fields)
    assert set(files) == {f"PALIER_{name.upper()}_FILE" for name in SECRETS}
    assert {value.removeprefix("/run/secrets/") for value in files.values()} == set(PALIER["secrets"])


def test_every_file_that_it_names_is_shipped_or_made_as_the_guide_says() -> None:
    guide = (GUIDES / "deployer.md").read_text("utf-8")
    for name, secret in WHOLE["secrets"].items():
        assert secret["file"] == f"secrets/{name}"
        assert f"secrets/{name}" in guide
    mounted = [volume.split(":")[0] for service in SERVICES.values() for volume in service.get("volumes", [])]
    assert [path for path in mounted if path.startswith("./")] == ["./deploy/nginx.conf", "./certificate"]
    assert "live/assistance.example.fr/privkey.pem certificate/" in guide
    assert (ROOT / "deploy" / "nginx.conf").is_file()
    assert all(secret in WHOLE["secrets"] for service in SERVICES.values() for secret in service.get("secrets", []))
    assert {path for path in mounted if path[0] not in "./"} == set(WHOLE["volumes"])


def test_palier_can_be_scaled_and_only_nginx_is_reached_from_outside() -> None:
    assert not {"container_name", "ports"} & set(PALIER)
    assert [name for name, service in SERVICES.items() if "ports" in service] == ["nginx"]
    assert "server palier:8080 resolve max_fails=0;" in SERVICES["nginx"]["environment"]["REPLICAS"]


def test_what_fills_the_places_of_nginx_is_given() -> None:
    places = set(re.findall(r"\$\{(\w+)\}", (ROOT / "deploy" / "nginx.conf").read_text("utf-8")))
    assert places == set(SERVICES["nginx"]["environment"])


def test_whoever_is_waited_for_can_say_that_it_is_well() -> None:
    checked = {name for name, service in SERVICES.items() if "healthcheck" in service} | {"palier"}
    for service in SERVICES.values():
        for name, wanted in service.get("depends_on", {}).items():
            assert wanted["condition"] == ("service_healthy" if name in checked else "service_completed_successfully")
    assert "HEALTHCHECK" in (ROOT / "Dockerfile").read_text("utf-8")


def test_every_image_is_pinned_and_ours_bears_the_number_of_this_version() -> None:
    images = {name: service["image"] for name, service in SERVICES.items()}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    ours = ("palier", "migrate")
    others = {image.partition("@")[0]: image.partition("@")[2] for name, image in images.items() if name not in ours}
    assert len(others) == 2
    assert others.items() <= DIGESTS.items()
    assert all(re.fullmatch(r"sha256:[0-9a-f]{64}", digest) for digest in DIGESTS.values())
    assert images["palier"] == images["migrate"] == f"palier:{project['version']}"


@pytest.mark.parametrize("name", sorted(SERVICES))
def test_no_container_may_more_than_it_needs(name: str) -> None:
    service = SERVICES[name]
    assert service["cap_drop"] == ["ALL"]
    assert "cap_add" not in service
    assert not service.get("privileged")
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert service["read_only"] is True
    assert int(str(service["user"]).partition(":")[0]) > 0


def test_what_a_container_runs_as_may_read_its_secrets() -> None:
    guide = "\n".join(commands_of("deployer.md", "compose"))
    assert "chown 10001 secrets/*" in guide
    assert f"chown {SERVICES['postgres']['user'].partition(':')[0]} secrets/postgres-password" in guide
    assert f"install -o {SERVICES['nginx']['user'].partition(':')[0]} -m 400" in guide


async def test_postgresql_is_of_the_version_that_the_tests_run_on(cluster: Cluster) -> None:
    connection = await asyncpg.connect(cluster.url("postgres"))
    try:
        major = int(await connection.fetchval("SHOW server_version_num")) // 10000
    finally:
        await connection.close()
    assert SERVICES["postgres"]["image"].startswith(f"postgres:{major}-")
    assert SERVICES["postgres"]["volumes"] == ["postgres:/var/lib/postgresql"]  # since 18; before: its `data` folder


def test_palier_is_left_time_to_end_what_it_holds_and_is_started_again() -> None:
    assert int(PALIER["stop_grace_period"].removesuffix("s")) > 10 > 2 * GRACE
    assert PALIER["restart"] == "unless-stopped"
    assert "restart" not in SERVICES["migrate"]
    assert Path(PALIER["build"]) == Path()
