"""A giving that keeps the sheets it is given, and breaks off where a test wants it to."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence

from sqlalchemy import update

from bot.ent.embedded.tables import ENT
from bot.terms import Notice, Refusal, Sheet
from bot.workflows.desk import Caller
from bot.workflows.people import linking
from bot.workflows.sheets import asking, making
from bot.workflows.unkept import Note
from tests.world import World

STRANGER = 7_700_001  #: a phone to which nobody is linked


class Given:
    """What a desk gave: the sheets of each document."""

    def __init__(self) -> None:
        self.documents: list[list[Sheet]] = []
        self.forms: list[str] = []
        self.unwritten: list[str] = []  #: names that its documents cannot write
        self.most = 100  #: sheets of a document
        self.breaks_after: int | None = None  #: documents, after which no further one arrives
        self.before: Callable[[], Awaitable[None]] | None = None  #: awaited before each document

    @property
    def sheets(self) -> dict[str, Sheet]:
        """The sheets of all documents, by login."""
        return {sheet.login: sheet for document in self.documents for sheet in document}

    async def __call__(self, chat: int, sheets: Sequence[Sheet], form: str, note: Note, topic: int = 0, /) -> bool:
        """Keeps the sheets; False where it breaks off."""
        for start in range(0, len(sheets), self.most):
            if self.before is not None:
                await self.before()
            if self.breaks_after is not None and len(self.documents) >= self.breaks_after:
                return False
            self.documents.append(list(sheets[start : start + self.most]))
            self.forms.append(form)
            await note(7000 + len(self.documents), len(self.documents[-1]), self.unwritten)
        return True


async def typed(world: World, key: str, words: str = "") -> Notice | None:
    """That persona types `/fiches` and these words; returns the answer."""
    return await asking.ask(world.desk, world.cause(), world.caller(key), words)


async def printed(world: World, given: Given, key: str, words: str) -> dict[str, Sheet]:
    """That persona asks for sheets and confirms; the sheets that arrive, by login."""
    before = len(given.documents)
    said = await typed(world, key, words)
    if said is not None:
        assert said.kind == "sheets_sure", said
        await world.press(key, "sheets_now")
    await making.go_on(world.desk)
    return {sheet.login: sheet for document in given.documents[before:] for sheet in document}


async def links(world: World, token: str, telegram_id: int = STRANGER) -> str:
    """What somebody's phone is told when it presents that token and accepts the charter: kind, or reason."""
    caller = Caller(telegram_id, telegram_id)
    try:
        charter = await linking.present(world.desk, world.cause(), caller, token)
        accept = next(key for row in charter.buttons for key in row if key.action == "accept")
        said = await linking.accept(world.desk, world.cause(), caller, accept.target)
        return said.kind.removesuffix("_waits")  # a pupil waits for a yes
    except Refusal as refusal:
        return refusal.reason


async def never_activated(world: World, *logins: str, activated: bool = False) -> None:
    """Has these accounts never been activated; or activated now."""
    table = ENT.tables["ent_accounts"]
    changed = update(table).where(table.c.id.in_(logins)).values(activated=activated)
    await world.desk.records.run(lambda connection: connection.execute(changed))
