"""How each ENT is changed behind its adapter's back: the embedded one's tables, the stand-in's town."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection

from bot.ent.embedded.adapter import EmbeddedDirectory
from bot.ent.embedded.enrolment import index
from bot.ent.embedded.tables import ENT
from bot.ent.entcore.adapter import EntcoreDirectory
from bot.storage.engine import Records
from tests.entcore.communication import USUAL
from tests.entcore.standin import Standin


class EmbeddedHand:
    """Changes the embedded ENT's tables."""

    def __init__(self, records: Records) -> None:
        self.directory = EmbeddedDirectory(records)
        self.directory.usual = USUAL
        self._records = records

    async def _insert(self, table: str, rows: list[dict[str, Any]], *touched: str) -> None:
        """Inserts the rows into `ent_<table>`, and updates what the touched accounts are searched by."""

        def insert(connection: Connection) -> None:
            if rows:
                connection.execute(ENT.tables[f"ent_{table}"].insert(), rows)
            index(connection, list(touched))

        await self._records.run(insert)

    async def _change(self, account: str, **values: Any) -> None:
        """Sets columns of the account's row, and updates what the account is searched by."""
        accounts = ENT.tables["ent_accounts"]

        def change(connection: Connection) -> None:
            connection.execute(accounts.update().where(accounts.c.id == account).values(values))
            index(connection, [account])

        await self._records.run(change)


class EntcoreHand:
    """Changes the stand-in server's town."""

    def __init__(self, standin: Standin, directory: EntcoreDirectory) -> None:
        self.directory = directory
        self._town = standin.town

    def _directory_ages(self) -> None:
        """Lets a minute pass for what the adapter has cached: it is fetched anew when an account is looked for."""
        self.directory.server.lists.spoil()
