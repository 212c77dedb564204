"""Examines whether a real ENT lets the bot work, and advises on what to change in the ENT where it does not."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable
from typing import TypeVar

from bot.ent.entcore.adapter import EntcoreDirectory
from bot.ent.entcore.advice import ADVICE
from bot.ent.entcore.messages import may_send
from bot.ent.finding import Finding
from bot.ent.reasons import Reason
from bot.terms import Declined

T = TypeVar("T")


async def examine(directory: EntcoreDirectory) -> AsyncIterator[Finding]:
    """Tries the login, the account's requirements, the structures, one school's list, its reports, and messages.

    Ends early at a failure after which nothing more can work.
    """
    needs, refused = await _tried("ENT login", directory.server.session.requirements())
    if needs is None:
        yield refused
        return
    yield Finding("ENT login", "the bot's account is logged in")
    yield Finding("ENT account", _needed(needs), not needs)
    tree, refused = await _tried("ENT structures", directory.server.tree())
    if tree is None:
        yield refused
        return
    schools = tree.schools(tree.own)
    words = f"{len(tree.own)} administered, of which {len(schools)} schools"
    yield Finding("ENT structures", words if schools else f"{words}: {ADVICE[Reason.FORBIDDEN]}", bool(schools))
    if schools:
        first = schools[0]
        users, refused = await _tried("ENT accounts", directory.server.users(first.id))
        yield refused if users is None else Finding("ENT accounts", f"{len(users)} in {first.name}")
        reports, refused = await _tried("ENT reports", directory.reports(first.id, treated=False))
        yield refused if reports is None else Finding("ENT reports", f"those of {first.name} can be read")
    sends, refused = await _tried("ENT messages", may_send(directory.server))
    words = "the bot may send some" if sends else "the bot may not send any, so that nobody can be invited: "
    yield refused if sends is None else Finding("ENT messages", words + ADVICE[Reason.FORBIDDEN] * (not sends), sends)


async def _tried(subject: str, question: Awaitable[T]) -> tuple[T | None, Finding]:
    """The answer, or None and a finding that advises what to do."""
    try:
        return await question, Finding(subject, "")
    except Declined as no:
        return None, Finding(subject, ADVICE[Reason(no.reason)], fine=False)


def _needed(needs: list[str]) -> str:
    return f"the ENT asks it for {'; for '.join(needs)}: see docs/entcore.md" if needs else "nothing is asked of it"
