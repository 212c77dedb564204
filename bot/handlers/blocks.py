"""Blocks: one account, or a whole profile of a school, now or on other dates; and the history of a school."""

from __future__ import annotations

from collections.abc import Mapping

from bot.handlers.accounts import about
from bot.handlers.entrance import Entrance, Handler, Press
from bot.handlers.reading import Event, is_number
from bot.terms import Refusal
from bot.workflows.accounts import finding
from bot.workflows.blocks import campaigns, single, traces, whole


def blocks(blocked: bool) -> Handler:
    """The handler of a card's button that blocks (or else unblocks) the account, once that is confirmed."""

    async def handle(entrance: Entrance, event: Event) -> None:
        request, account_id = finding.aimed(event.button.target)
        said = await single.start(entrance.desk, event.cause, event.caller, account_id, request, blocked)
        await entrance.tell(event, said)

    return handle


def asks(blocked: bool) -> Handler:
    """The handler of `/blocage [profile] [dates]`, or else of `/deblocage`."""

    async def handle(entrance: Entrance, event: Event) -> None:
        said = await whole.ask(entrance.desk, event.cause, event.caller, event.arguments, blocked)
        await entrance.tell(event, said)

    return handle


async def follow(entrance: Entrance, event: Event) -> None:
    """Shows a planned campaign in place of the history."""
    await entrance.tell(event, await traces.plan(entrance.desk, event.caller, _campaign(event)))


async def give_up(entrance: Entrance, event: Event) -> None:
    """Gives up a planned campaign, and shows the history anew in its place."""
    said = await traces.give_up(entrance.desk, event.cause, event.caller, _campaign(event))
    await entrance.tell(event, said)


async def cancel(entrance: Entrance, event: Event) -> None:
    """Gives up a planned campaign, or stops a running one."""
    said = await entrance.desk.act(event.cause, event.caller, campaigns.cancel, _campaign(event))
    await entrance.tell(event, said)


async def history(entrance: Entrance, event: Event) -> None:
    """`/historique`, a page at a time."""
    said = await traces.history(entrance.desk, event.caller, event.button.target)
    await entrance.tell_found(event, said, bool(said.facts["entries"]))


def _campaign(event: Event) -> int:
    if not is_number(event.button.target):  # people can send any data
        raise Refusal("old-button")
    return int(event.button.target)


_BLOCK, _UNBLOCK = single.NAMED

COMMANDS: Mapping[str, Handler] = {
    "bloquer": about(_BLOCK),
    "debloquer": about(_UNBLOCK),
    "blocage": asks(True),
    "deblocage": asks(False),
    "historique": history,
}

BUTTONS: Mapping[str, Press] = {
    "block": Press(blocks(True)),
    "unblock": Press(blocks(False)),
    "campaign": Press(follow, in_place=True),
    "campaign_cancel": Press(cancel),
    "campaign_stop": Press(cancel),
    "history": Press(history),
    "history_further": Press(history, in_place=True),
    "history_back": Press(history, in_place=True),
    "history_cancel": Press(give_up, in_place=True),
}
