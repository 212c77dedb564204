"""Codes and mailed links of the embedded ENT."""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Mapping
from datetime import datetime

from sqlalchemy import Connection

from bot.ent.embedded import codes, targets
from bot.ent.embedded.database import Slice
from bot.ent.embedded.tables import ENT
from bot.ent.embedded.targets import activated, with_password
from bot.ent.passwords import Code, Passwords
from bot.ent.reasons import Reason
from bot.terms import Declined

_CODES = ENT.tables["ent_codes"]


class EmbeddedPasswords(Slice, Passwords):
    """Makes codes, and keeps only their hashes."""

    async def renew_code(self, account_id: str) -> Code:
        """Makes a new renewal code; the code made before stops working."""
        code, hash_, expires_at = await self._coined()

        def renew(connection: Connection) -> None:
            activated(connection, account_id)
            _keep(connection, account_id, hash_, expires_at)

        await self._database.run(renew)
        return Code(code, expires_at)

    async def activation_code(self, account_id: str) -> str:
        """The activation code of an account never activated."""

        def derive(connection: Connection) -> str:
            if with_password(connection, account_id).activated:
                raise Declined(Reason.ACTIVE)
            return codes.activation_code(connection, account_id)

        return await self._database.run(derive)

    async def activation_codes(self, school: str, account_ids: Collection[str]) -> Mapping[str, str]:
        """By identifier, the activation codes of those of these accounts of a school that were never activated."""

        def derive(connection: Connection) -> Mapping[str, str]:
            return codes.activation_codes(connection, targets.never_activated(connection, account_ids))

        return await self._database.run(derive)

    async def mail_reset(self, account_id: str) -> str:
        """The address on the account; no mail is sent, for this ENT cannot. A code made before stops working."""
        _, hash_, expires_at = await self._coined()

        def mail(connection: Connection) -> str:
            row = activated(connection, account_id)
            if not row.email:
                raise Declined(Reason.NO_MAIL)
            _keep(connection, account_id, hash_, expires_at)
            return str(row.email)

        return await self._database.run(mail)

    async def _coined(self) -> tuple[str, str, datetime]:
        """A new code, its hash, and the moment it expires."""
        code = codes.new_code()
        return code, await asyncio.to_thread(codes.hashed, code), self._clock() + codes.LIFE


def _keep(connection: Connection, account_id: str, hash_: str, expires_at: datetime) -> None:
    connection.execute(_CODES.delete().where(_CODES.c.account == account_id))
    connection.execute(_CODES.insert(), {"account": account_id, "hash": hash_, "expires_at": expires_at})
