"""The guide « Servir une académie sans serveur ENT »: its commands, played from an empty database."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from bot import opening
from bot.terms import Level
from bot.workflows.desk import Caller, Desk
from bot.workflows.linking import adoption
from config.settings import Settings
from tests.bot_api import BotApi
from tests.operator.test_bringing_in import come_in, run

GUIDE = Path("docs/guides/sans-serveur.md")
SCHOOL, CIRCONSCRIPTION = "0609950P", "circonscription-de-bellerive"
PUPILS = (
    "Nom élève;Prénom élève;Date naissance;Sexe;INE; Cycle;Niveau;Libellé classe;Identifiant classe\r\n"
    "CARON;Inès;2016-03-14;F;123456789AB;CYCLE III;CM2;CM2;4711\r\n"
)
_BLOCK = re.compile(r"^```sh\n(.*?)^```", re.MULTILINE | re.DOTALL)
_FILE = re.compile(r"`(\w+\.csv)`[^`]*```csv\n(.*?)^```", re.MULTILINE | re.DOTALL)
_TOKEN = re.compile(r"/start ([A-Za-z0-9_-]{32})")


def files() -> dict[str, str]:
    """The files that the guide shows, by name, and a file of pupils as ONDE exports it."""
    return {**dict(_FILE.findall(GUIDE.read_text("utf-8"))), "eleves.csv": PUPILS}


def blocks() -> Iterator[str]:
    """The guide's blocks of commands, in order."""
    yield from _BLOCK.findall(GUIDE.read_text("utf-8"))


async def roles(desk: Desk, login: str) -> list[tuple[Level, str]]:
    """Where that account answers requests."""
    account = await desk.directory.by_login(login)
    assert account is not None
    return [(role.level, role.structure) for role in account.roles]


async def test_the_guide_brings_a_first_school_in_from_an_empty_database(tmp_path: Path) -> None:
    settings = Settings(_env_file=None, database_url=f"sqlite:///{tmp_path / 'palier.db'}")
    for name, text in files().items():
        (tmp_path / name).write_bytes(text.encode("cp1252"))
    printed = list[str]()
    async with BotApi() as api:
        api.answer(
            "getMe",
            200,
            '{"ok": true, "result": {"id": 1, "is_bot": true, "first_name": "P", "username": "palier_bot"}}',
        )
        for block in blocks():
            printed.append(await run(block, tmp_path, api))
        assert await run("palier structures arbre.csv", tmp_path, api) == (
            "Nothing changes: 7 structures are so already.\n"
        )

    tokens = [token for said in printed for token in _TOKEN.findall(said)]
    assert len(tokens) == 2
    async with opening.opened(settings) as desk:
        assert await roles(desk, "claire.dubreuil") == [(Level.CIRCONSCRIPTION, CIRCONSCRIPTION)]
        assert await roles(desk, "helene.vasseur") == [(Level.SCHOOL, SCHOOL)]
        assert await roles(desk, "yann.le-bihan") == []
        for number, token in enumerate(tokens, 1):
            await come_in(desk, token, number)
        seen = await adoption.start(desk, Caller(1, 1), "")
        assert (seen.facts["many"], seen.facts["headed"]) == (3, 1)


def test_the_page_is_reached_from_the_guides() -> None:
    assert GUIDE.name in (GUIDE.parent / "exploitant.md").read_text("utf-8")
