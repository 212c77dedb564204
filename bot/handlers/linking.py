"""Linking: a link for one person, invitations for many, and who came in by them."""

from __future__ import annotations

from collections.abc import Mapping

from bot.handlers.accounts import about
from bot.handlers.entrance import Entrance, Handler, Press
from bot.handlers.reading import Event
from bot.workflows.accounts import finding
from bot.workflows.linking import giving


async def link(entrance: Entrance, event: Event) -> None:
    """`Lien Telegram`: shows a link for the account; asks first where the account is linked."""
    _, account_id = finding.aimed(event.button.target)
    await entrance.tell(event, await giving.start(entrance.desk, event.cause, event.caller, account_id))


async def link_now(entrance: Entrance, event: Event) -> None:
    """Shows a link for an account that is linked already."""
    _, account_id = finding.aimed(event.button.target)
    await giving.give(entrance.desk, event.cause, event.caller, account_id)
    await entrance.tell(event, None)


COMMANDS: Mapping[str, Handler] = {"lien": about(giving.LINK)}
BUTTONS: Mapping[str, Press] = {"link": Press(link), "link_now": Press(link_now)}
