"""Several links in one message, or opened one after the other: one charter at a time, the others stay a tap away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.storage import people, tokens
from bot.storage.work import Work
from bot.terms import Button, Notice, Refusal
from bot.workflows.desk import Caller, Desk
from bot.workflows.people import linking, signing_in, spent
from bot.workflows.rules.screens import Row

_MOST = 8  #: links of one chat that are shown at once


async def present(desk: Desk, cause: str, caller: Caller, words: Sequence[str]) -> Notice:
    """As `signing_in.present` for the first of these links that opens, with a button for each of the others that do.

    Refused as the first one is, where none opens.
    """
    met: Refusal | None = None
    first: Notice | None = None
    for number, word in enumerate(words[:_MOST]):
        try:
            said = await signing_in.present(desk, f"{cause}:{number}" if number else cause, caller, word)
        except Refusal as no:
            met = met or no
        else:
            first = first or said
    if first is None:
        raise met or Refusal("bad-token")
    return first if len(words) == 1 else await beneath(desk, caller, first)


async def show(desk: Desk, cause: str, caller: Caller, mark: str) -> Notice:
    """The charter of another link that was opened in this chat. Refused where it was not, or is good no more."""
    token = await desk.look(tokens.marked, mark)
    if token is None:
        raise await desk.look(spent.refusal, caller, mark)
    if not tokens.was_shown(token, caller.telegram_id):
        raise Refusal("old-button")
    return await beneath(desk, caller, await linking.present_kept(desk, cause, caller, token.hash))


async def beneath(desk: Desk, caller: Caller, said: Notice) -> Notice:
    """The notice, with a button for each link that was opened in this chat and that it does not ask about itself."""
    rows = await desk.look(_opened, caller, {key.target for row in said.buttons for key in row})
    names = ", ".join(key.words.removeprefix("🔗 ") for row in rows for key in row)
    return replace(said, facts={**said.facts, "more": names}, buttons=(*said.buttons, *rows)) if rows else said


def _opened(work: Work, caller: Caller, shown: set[str]) -> tuple[Row, ...]:
    rows = list[Row]()
    for token in tokens.opened_in(work, caller.telegram_id):
        person, mark = people.by_account(work, token.account), linking.mark_of(token.hash)
        if person is not None and mark not in shown and person.telegram_id != caller.telegram_id:
            rows.append((Button("open_link", mark, words=f"🔗 {person.name}"),))
    return tuple(rows[:_MOST])
