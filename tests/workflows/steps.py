"""First steps for tests of requests: files one, escalates it, resolves it, merges it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from bot.storage.exchange import Message
from bot.terms import Attachment, Notice, Part, Saying
from bot.workflows.desk import Caller
from bot.workflows.people import issuing, linking
from bot.workflows.requests import filing, verbs
from tests.world import PHOTO, TELEGRAM, World

NEWCOMER = Caller(TELEGRAM["inconnu"], TELEGRAM["inconnu"])  #: somebody who is not linked

#: an agent of each level above the school Jean-Moulin, and where they answer
DESKS = (
    ("directeur", "jean-moulin"),
    ("erun", "creil"),
    ("danei", "oise"),
    ("plateforme", "amiens"),
    ("editeur", "ode"),
)


ALBUM = [Attachment("photo", f"file-{n}", f"unique-{n}", size=1000, album="album-1") for n in range(3)]


async def guided(world: World, key: str = "eleve", category: str = "connexion") -> None:
    """That persona begins to file a request, until the bot asks for the description."""
    await world.act(key, filing.start, "", Saying())
    await world.press(key, "category", category)


async def filed(world: World, key: str = "eleve") -> tuple[int, int]:
    """That persona files a request; returns its number, and the mark after it."""
    number = await world.file(key)
    return number, await world.mark()


async def escalated(world: World, number: int, level: int) -> None:
    """Escalates the request from the school to that level."""
    for key, _ in DESKS[:level]:
        await world.act(key, verbs.escalate, number, world.saying(key, "Essayé ici, sans succès"))


async def resolved(world: World) -> tuple[int, int]:
    """Files a request and has its holder resolve it; returns its number, and the mark after that."""
    number = await world.file("eleve")
    await world.act("directeur", verbs.take, number)
    await world.act("directeur", verbs.resolve, number, world.saying("directeur", "Code remis"))
    return number, await world.mark()


def album(member: int) -> Attachment:
    """The file of that number in an album."""
    return replace(PHOTO, file_id=f"file-{member}", unique_id=f"unique-{member}", album="album-1")


def identities(message: Message) -> list[str]:
    """What identifies the files of a message of an exchange."""
    return [file.unique_id for file in message.files]


async def merged(world: World) -> tuple[int, int]:
    """Merges a pupil's request into a parent's; returns both numbers."""
    mine, other = await world.file("eleve"), await world.file("parent", text="Le code de la famille est perdu")
    await world.act("directeur", verbs.merge, mine, other)
    return mine, other


def target(notice: Notice | None, words: str) -> str:
    """The target of the button whose label begins with these words."""
    assert notice is not None
    return next(button.target for row in notice.buttons for button in row if button.words.startswith(words))


def chosen(notice: Notice | None, words: str) -> str:
    """The value of the conversation's button whose label begins with these words."""
    return target(notice, words).partition(":")[2]


def actions(notice: Notice) -> list[str]:
    """The actions of a notice's buttons, in order, without those that copy a text."""
    return [button.action for row in notice.buttons for button in row if not button.copy]


def pressed(notice: Notice, action: str, index: int = 0) -> str:
    """The target of the button with that action; if there are several, of the one at `index`."""
    found = [button.target for row in notice.buttons for button in row if button.action == action]
    return found[index]


async def linked(world: World, login: str, caller: Caller) -> Notice:
    """Links that account by a token, as its owner would; returns what they read then."""
    _, token = await issuing.issue_token(world.desk, login)
    shown = await linking.present(world.desk, world.cause(), caller, token)
    return await linking.accept(world.desk, world.cause(), caller, pressed(shown, "accept"))


async def letter(world: World, key: str, mark: int) -> dict[str, Any]:
    """The one notice queued for that persona since the mark: kind, facts, the number it is about, its buttons."""
    [row] = [row for row in await world.letters(key, mark) if row["kind"] not in ("refresh", "menu")]
    notice = row["payload"]
    buttons = [(button["action"], button["target"]) for line in notice["buttons"] for button in line]
    return {"kind": notice["kind"], "about": row["request"], "buttons": buttons, **notice["facts"]}


async def follows(world: World, key: str, number: int) -> bool:
    """Whether that persona is among those who follow the request."""
    rows = await world.rows("parties", request=number, part=Part.FOLLOWER)
    return (await world.person(key)).id in {row["person"] for row in rows}
