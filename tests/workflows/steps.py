"""Where a test of what people do to a request begins: filed, sent on, resolved or merged already."""

from __future__ import annotations

from dataclasses import replace

from bot.terms import Attachment, Notice
from bot.workflows.desk import Caller
from bot.workflows.people import linking
from bot.workflows.requests import verbs
from tests.world import PHOTO, TELEGRAM, World

NEWCOMER = Caller(TELEGRAM["inconnu"], TELEGRAM["inconnu"])  #: who is not linked yet

#: who answers for Jean-Moulin at each level, and where
DESKS = (
    ("directeur", "jean-moulin"),
    ("erun", "creil"),
    ("danei", "oise"),
    ("plateforme", "amiens"),
    ("editeur", "ode"),
)


async def filed(world: World, key: str = "eleve") -> tuple[int, int]:
    """A request, and the mark after it was filed."""
    number = await world.file(key)
    return number, await world.mark()


async def escalated(world: World, number: int, level: int) -> None:
    """Brings the request from the school up to that level."""
    for key, _ in DESKS[:level]:
        await world.act(key, verbs.escalate, number, world.saying(key, "Essayé ici, sans succès"))


async def resolved(world: World) -> tuple[int, int]:
    """A request that its holder resolved, and the mark after that."""
    number = await world.file("eleve")
    await world.act("directeur", verbs.take, number)
    await world.act("directeur", verbs.resolve, number, world.saying("directeur", "Code remis"))
    return number, await world.mark()


def album(member: int) -> Attachment:
    """A member of one album."""
    return replace(PHOTO, file_id=f"file-{member}", unique_id=f"unique-{member}", album="album-1")


async def merged(world: World) -> tuple[int, int]:
    """A pupil's request merged into a parent's: their numbers."""
    mine, other = await world.file("eleve"), await world.file("parent", text="Le code de la famille est perdu")
    await world.act("directeur", verbs.merge, mine, other)
    return mine, other


def target(notice: Notice | None, words: str) -> str:
    """What the button stands for whose label begins with these words."""
    assert notice is not None
    return next(button.target for row in notice.buttons for button in row if button.words.startswith(words))


def chosen(notice: Notice | None, words: str) -> str:
    """The choice that the button of a conversation stands for whose label begins with these words."""
    return target(notice, words).partition(":")[2]


def actions(notice: Notice) -> list[str]:
    """The actions of its buttons, in order; those that only copy do not count."""
    return [button.action for row in notice.buttons for button in row if not button.copy]


def pressed(notice: Notice, action: str, index: int = 0) -> str:
    """What the button of that action stands for; one of several, by its place."""
    found = [button.target for row in notice.buttons for button in row if button.action == action]
    return found[index]


async def linked(world: World, login: str, caller: Caller) -> None:
    """Links that account by a token, as its holder would."""
    _, token = await linking.issue_token(world.desk, login)
    await linking.present(world.desk, world.cause(), caller, token)
    await linking.accept(world.desk, world.cause(), caller)
