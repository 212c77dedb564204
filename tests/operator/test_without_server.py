"""The guide « Servir une académie sans serveur ENT »: its commands, played from an empty database."""

from __future__ import annotations

import csv
import io
import re
import shlex
from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

from bot import importing, opening
from bot.ent.embedded.enrolment import Enrolment, enrol
from bot.ent.embedded.tables.structures import StructureRow
from bot.folding import words
from bot.terms import Level, Profile
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


async def enrolled(settings: Settings, block: str) -> None:
    """Writes the accounts that the imports of a block make, as long as there is no `palier import`."""
    async with opening.opened(settings) as desk:
        for command in map(shlex.split, block.splitlines()):
            school, file = command[3:5]
            place = await desk.directory.by_uai(school) or await desk.directory.structure(school)
            assert place is not None
            rows = list(csv.DictReader(io.StringIO(files()[file]), delimiter=";"))
            people = [person(row, place.id) for row in rows]
            classes = {at for one in people for at in one.places if at != place.id}
            new = [StructureRow(id=one, parent=place.id, kind="class", name=one.split("/")[1]) for one in classes]
            made = new if file == "eleves.csv" else ()
            await desk.records.run(partial(enrol, structures=made, people=people))


def person(row: dict[str, str], place: str) -> Enrolment:
    """The account of a row."""
    last, first = row.get("Nom") or row["Nom élève"], row.get("Prénom") or row["Prénom élève"]
    login = ".".join("-".join(words(part)) for part in (first, last))
    profile = Profile.STUDENT if "INE" in row else Profile.PERSONNEL if "Fonction" in row else Profile.TEACHER
    at = row.get("Classe") or row.get("Libellé classe")
    places = (place, f"{place}/{at}")[profile is Profile.STUDENT :] if at else (place,)
    born = date(2016, 3, 14) if profile is Profile.STUDENT else None
    return Enrolment(
        id=login, login=login, first_name=first, last_name=last, profile=profile, places=places, birth_date=born
    )


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
            if "palier import" in block and not hasattr(importing, "add"):  # drop this once the command is there
                await enrolled(settings, block)
            else:
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
