"""Blocking in a real ENT, and the history of whole profiles blocked in its console."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bot.ent.blocks import Blocks, BlockTrace
from bot.ent.entcore.reading import moment, text, things
from bot.ent.entcore.server import Slice
from bot.ent.entcore.wire import Call, segment
from bot.ent.reasons import Reason
from bot.terms import Declined, Profile

_PROFILES = {profile.value: profile for profile in Profile}


class EntcoreBlocks(Slice, Blocks):
    """Blocks accounts over HTTP."""

    async def block(self, account_id: str, blocked: bool) -> None:
        """Blocks or unblocks the account; the kept lists that name it are fetched anew when next needed."""
        target = await self._server.target(account_id)
        call = Call("PUT", f"/auth/block/{segment(account_id)}", json={"block": blocked})
        try:
            await self._server.session.act(call, repeatable=True)
        except Declined as no:
            if no.reason == Reason.REFUSED:  # an empty 400: the account is gone since its card was read
                raise Declined(Reason.GONE) from None
            if no.reason == Reason.FORBIDDEN:  # the same answer may mean that it is gone
                await self._server.target(account_id)
            raise
        finally:
            self._server.lists.spoil([place.id for place in target.account.places] or None)

    async def block_traces(self, school: str) -> list[BlockTrace]:
        """The traces of a school, newest first. Declined: `FORBIDDEN` if the bot does not administer it."""
        await self._server.check_administered(school)  # the server itself does not check
        return read_traces(await self._server.read(f"/admin/api/block/traces/{segment(school)}"))


def read_traces(listed: Any) -> list[BlockTrace]:
    """The traces in the server's JSON, newest first; rows without a date or a known profile are left out."""
    found = (trace for row in things(listed) if isinstance(row, dict) for trace in _trace(row))
    return sorted(found, key=lambda trace: trace.at, reverse=True)


def _trace(row: dict[str, Any]) -> Iterator[BlockTrace]:
    at, profile = moment(row.get("created")), _PROFILES.get(text(row.get("profile")).lower())
    owner = row.get("owner")
    by = text(owner.get("displayName")) if isinstance(owner, dict) else text(owner)
    if at is not None and profile is not None:
        yield BlockTrace(at, profile, text(row.get("action")).upper() == "BLOCK", by)
