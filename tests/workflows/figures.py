"""An export that keeps the tables it is given, and what people read of statistics."""

from __future__ import annotations

from typing import Any

from bot import texts
from bot.terms import Notice
from bot.terms.tables import Cell, Table
from bot.workflows.statistics import exporting, making, showing
from tests.world import World


class Exported:
    """What a desk exported: the tables as they are worded, and their forms."""

    def __init__(self) -> None:
        self.tables: list[Table] = []
        self.forms: list[str] = []
        self.lost = False  #: whether the next ones do not arrive

    async def __call__(self, _chat: int, table: Table, form: str, language: str, _topic: int = 0, /) -> int:
        """Keeps the table; 0 where it is lost."""
        if self.lost:
            return 0
        self.tables.append(texts.table(table, language))
        self.forms.append(form)
        return 8000 + len(self.tables)

    def column(self, name: str) -> list[Cell]:
        """The cells of a column of the last table."""
        names = [column.name for column in self.tables[-1].columns]
        return [row[names.index(name)] for row in self.tables[-1].rows]


async def shown(world: World, key: str, typed: str = "") -> Notice:
    """What that persona reads for `/stats`."""
    return await showing.start(world.desk, world.caller(key), typed)


async def exported(world: World, key: str, typed: str) -> str:
    """That persona types `/exporter` and these words; returns how far the printing came."""
    assert await exporting.ask(world.desk, world.cause(), world.caller(key), typed) is None
    await making.EXPORTS.go_on(world.desk)
    rows: list[dict[str, Any]] = await world.rows("printings")
    return str(rows[-1]["state"]) + (f":{rows[-1]['why']}" if rows[-1]["why"] else "")


def key_to(said: Notice, action: str, words: str = "") -> str:
    """The target of the first button with that action, and those words where some are given."""
    keys = [key for row in said.buttons for key in row]
    return next(key.target for key in keys if key.action == action and words in ("", key.words))
