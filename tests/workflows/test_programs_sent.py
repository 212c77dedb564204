"""A program among the files of a request: whoever gets it is warned first, by a name that hides nothing."""

from __future__ import annotations

from bot import texts
from bot.terms import Attachment, Notice
from bot.workflows.requests import cards, verbs
from tests.workflows.steps import filed
from tests.world import PHOTO, World

PROGRAM = Attachment("document", "p", "p", "facture\u202efdp.exe")


async def test_the_agent_is_warned_before_a_program(world: World) -> None:
    number, _ = await filed(world)
    mark = await world.mark()

    await world.act("eleve", verbs.speak, number, world.saying("eleve", "Voici", PROGRAM))

    assert (await world.told("directeur", mark))[-2:] == ["programs", "files"]
    [row] = [row for row in await world.letters("directeur", mark) if row["payload"].get("kind") == "programs"]
    said = texts.plain(texts.word(Notice("programs", row["payload"]["facts"]), "fr").text)
    assert "«\u00a0facturefdp.exe\u00a0»" in said
    assert "C’est un programme" in said
    assert "ne l’ouvrez pas" in said


async def test_so_is_whoever_has_the_files_sent_again(world: World) -> None:
    number, _ = await filed(world)
    await world.act("eleve", verbs.speak, number, world.saying("eleve", "Voici", PROGRAM))
    mark = await world.mark()

    await world.act("directeur", cards.send_files, number)

    assert await world.told("directeur", mark) == ["programs", "files"]


async def test_nobody_is_warned_of_a_picture(world: World) -> None:
    number, _ = await filed(world)
    mark = await world.mark()

    await world.act("eleve", verbs.speak, number, world.saying("eleve", "Voici", PHOTO))

    assert "programs" not in await world.told("directeur", mark)
