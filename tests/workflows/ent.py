"""Changes to the ENT behind the desk's back: a school opens, somebody goes to another one."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, delete, insert

from bot.ent.embedded.enrolment import enrol, index
from bot.ent.embedded.tables import ENT
from bot.ent.embedded.tables.structures import StructureRow
from bot.terms import Kind
from tests.world import World


async def opened(
    world: World, key: str, name: str, *, parent: str, town: str = "", uai: str = "", classes: Sequence[str] = ()
) -> None:
    """A school opens below that structure, with these classes."""
    rows = [StructureRow(id=key, parent=parent, kind=Kind.SCHOOL.value, name=name, uai=uai, town=town)]
    rows += [StructureRow(id=f"{key}/{one}", parent=key, kind=Kind.CLASS.value, name=one) for one in classes]
    await world.desk.records.run(lambda connection: enrol(connection, rows, []))


async def moved(world: World, account: str, *places: str) -> None:
    """The account is attached to these structures only; the desk knows it at once if the account is linked."""
    table = ENT.tables["ent_attachments"]

    def write(connection: Connection) -> None:
        connection.execute(delete(table).where(table.c.account == account))
        if places:
            connection.execute(insert(table), [{"account": account, "structure": place} for place in places])
        index(connection, [account])

    await world.desk.records.run(write)
    if account in world.telegram:
        await refreshed(world, account)


async def refreshed(world: World, account: str) -> None:
    """The desk asks the ENT again who that person is."""
    await world.ask_again(account)
