"""The guide « Faire entrer des écoles »: its commands, played from an empty database, bring forty directors in."""

from __future__ import annotations

import asyncio
import os
import re
import resource
import sys
from pathlib import Path

import pytest

from bot import opening
from bot.ent.lists import Query
from bot.terms import Notice
from bot.workflows.desk import Caller, Desk
from bot.workflows.linking import adoption
from bot.workflows.people import linking
from config.settings import Settings
from tests.bot_api import TOKEN, BotApi

GUIDE = Path("docs/guides/faire-entrer.md")
SCHOOLS = 40
_BLOCK = re.compile(r"^```sh\n(.*?)^```", re.MULTILINE | re.DOTALL)
_TOKEN = re.compile(r"/start ([A-Za-z0-9_-]{32})")
_LONGEST = 60.0  # seconds of processor time


def blocks() -> list[str]:
    """The guide's blocks of commands, in order."""
    return _BLOCK.findall(GUIDE.read_text("utf-8"))


async def run(block: str, folder: Path, api: BotApi) -> str:
    """Runs a block as an operator's shell does; returns what it printed."""
    settings = {
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
        "PALIER_DATABASE_URL": f"sqlite:///{folder / 'palier.db'}",
        "PALIER_TELEGRAM_API": api.url.removesuffix("/bot"),
        "PALIER_TELEGRAM_TOKEN": TOKEN,
    }
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PALIER_")}
    process = await asyncio.create_subprocess_exec(
        *("bash", "-euo", "pipefail", "-c", block),
        cwd=folder,
        env=kept | settings,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    said, complained = await process.communicate()
    assert process.returncode == 0, f"{block}\n{complained.decode()}"
    return said.decode()


async def directors(desk: Desk) -> list[str]:
    """The logins of the heads of the schools, as the ENT's console exports them."""
    found = []
    for school in await desk.directory.schools(["m-circo-0"]):
        page = await desk.directory.search(Query(administrators=True), [school.id], 5)
        found += [one.login for one in page.accounts if one.function == "director"]
    return found


async def come_in(desk: Desk, token: str, number: int) -> None:
    """Somebody touches their link and accepts the charter."""
    caller = Caller(number, number)
    shown = await linking.present(desk, f"present:{number}", caller, token)
    said = await linking.accept(desk, f"accept:{number}", caller, shown.buttons[0][0].target)
    assert said.kind == "linked"


async def adopted(desk: Desk, number: int) -> Notice:
    """What that one reads for `/adoption`."""
    return await adoption.start(desk, Caller(number, number), "")


async def test_the_guide_brings_a_circonscription_in_from_an_empty_database(tmp_path: Path) -> None:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    settings = Settings(_env_file=None, database_url=f"sqlite:///{tmp_path / 'palier.db'}")
    printed = list[str]()
    async with BotApi() as api:
        api.answer(
            "getMe",
            200,
            '{"ok": true, "result": {"id": 1, "is_bot": true, "first_name": "P", "username": "palier_bot"}}',
        )
        for block in blocks():
            if "directeurs.txt" in block:
                async with opening.opened(settings) as desk:
                    (tmp_path / "directeurs.txt").write_text("\n".join(await directors(desk)), "utf-8")
            printed.append(await run(block, tmp_path, api))

    erun = [token for said in printed for token in _TOKEN.findall(said)]
    heads = _TOKEN.findall((tmp_path / "liens.txt").read_text("utf-8"))
    assert (len(erun), len(heads)) == (1, SCHOOLS)
    async with opening.opened(settings) as desk:
        await come_in(desk, erun[0], 1)
        first = await adopted(desk, 1)
        assert (first.facts["many"], first.facts["headed"]) == (SCHOOLS, 0)
        for number, token in enumerate(heads, 2):
            await come_in(desk, token, number)
        assert (await adopted(desk, 1)).facts["headed"] == SCHOOLS
        mine = await adopted(desk, 2)
        assert (mine.kind, mine.facts["linked"]) == ("adoption", 1)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime < _LONGEST


@pytest.mark.parametrize("page", ["faire-entrer.md", "ouvrir-mon-ecole.md"])
def test_the_pages_are_reached_from_the_guides(page: str) -> None:
    assert any(page in (GUIDE.parent / name).read_text("utf-8") for name in ("exploitant.md", "directeurs.md"))
