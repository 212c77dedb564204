"""The audit: `/journal`, its pages, and the account chosen among several."""

from __future__ import annotations

from collections.abc import Mapping

from bot.handlers.entrance import Entrance, Handler, Press
from bot.handlers.reading import Event
from bot.workflows.accounts import finding
from bot.workflows.audit import pages


async def journal(entrance: Entrance, event: Event) -> None:
    """`/journal [n°N | account | day]`: who did what, newest first."""
    await entrance.tell(event, await pages.start(entrance.desk, event.caller, event.arguments))


async def leaf(entrance: Entrance, event: Event) -> None:
    """`Plus ancien`, `Plus récent`, or a month: another page."""
    await entrance.tell(event, await pages.leaf(entrance.desk, event.caller, event.button.target))


async def months(entrance: Entrance, event: Event) -> None:
    """`Autre date`: the months that can be read."""
    await entrance.tell(event, await pages.months(entrance.desk, event.caller, event.button.target))


async def of_account(entrance: Entrance, event: Event) -> None:
    """The journal of the account chosen among several."""
    _, account = finding.aimed(event.button.target)
    await entrance.tell(event, await pages.of_account(entrance.desk, event.caller, account))


COMMANDS: Mapping[str, Handler] = {"journal": journal}

BUTTONS: Mapping[str, Press] = {
    "journal": Press(leaf, in_place=True),
    "journal_next": Press(leaf, in_place=True),
    "journal_dates": Press(months, in_place=True),
    "journal_month": Press(leaf, in_place=True),
    "journal_of": Press(of_account, in_place=True),
}
