"""Linking: a link for one person, invitations for many, and who came in by them."""

from __future__ import annotations

from collections.abc import Mapping

from bot.handlers import adoption
from bot.handlers.accounts import about
from bot.handlers.entrance import Entrance, Handler, Press
from bot.handlers.reading import Event, is_number
from bot.terms import Refusal
from bot.workflows.accounts import finding
from bot.workflows.linking import giving, inviting, mailings


async def link(entrance: Entrance, event: Event) -> None:
    """`Lien Telegram`: shows a link for the account; asks first where the account is linked."""
    _, account_id = finding.aimed(event.button.target)
    await entrance.tell(event, await giving.start(entrance.desk, event.cause, event.caller, account_id))


async def link_now(entrance: Entrance, event: Event) -> None:
    """Shows a link for an account whose link, or whose other links, it puts an end to."""
    await entrance.tell(event, await giving.confirm(entrance.desk, event.cause, event.caller, event.button.target))


async def invite(entrance: Entrance, event: Event) -> None:
    """`/inviter [class|profile]`."""
    await entrance.tell(event, await inviting.ask(entrance.desk, event.cause, event.caller, event.arguments))


async def invite_typed(entrance: Entrance, event: Event) -> None:
    """Invites those whom the button's words name, which were typed after another command."""
    await entrance.tell(event, await inviting.ask(entrance.desk, event.cause, event.caller, event.button.target))


async def stop(entrance: Entrance, event: Event) -> None:
    """Stops a mailing that is under way."""
    if not is_number(event.button.target):  # people can send any data
        raise Refusal("old-button")
    said = await entrance.desk.act(event.cause, event.caller, mailings.cancel, int(event.button.target))
    await entrance.tell(event, said)


COMMANDS: Mapping[str, Handler] = {"lien": about(giving.LINK), "inviter": invite, **adoption.COMMANDS}
BUTTONS: Mapping[str, Press] = {
    "link": Press(link),
    "link_now": Press(link_now),
    "invite_typed": Press(invite_typed),
    "mailing_stop": Press(stop),
    **adoption.BUTTONS,
}
