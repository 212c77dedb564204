"""Passwords: gives a code, mails a link, hands a code on."""

from __future__ import annotations

from collections.abc import Mapping

from bot.handlers.accounts import about
from bot.handlers.entrance import Entrance, Handler, Press
from bot.handlers.reading import Event, is_number
from bot.terms import Notice, Refusal
from bot.workflows.accounts import finding
from bot.workflows.passwords import codes, handing


async def code(entrance: Entrance, event: Event) -> None:
    """`Code de connexion`: on a request, asks for whom; on an account, asks whether link or code."""
    desk = entrance.desk
    said: Notice | None
    if is_number(event.button.target):
        said = await codes.offer(desk, event.caller, event.number())
    else:
        request, account_id = finding.aimed(event.button.target)
        said = await codes.start(desk, event.cause, event.caller, account_id, request)
    await entrance.tell(event, said)


async def give_code(entrance: Entrance, event: Event) -> None:
    """Has the ENT make a code, and shows it."""
    request, account_id = finding.aimed(event.button.target)
    await codes.give_code(entrance.desk, event.cause, event.caller, account_id, request)
    await entrance.tell(event, None)


async def give_mail(entrance: Entrance, event: Event) -> None:
    """Has the ENT mail the link."""
    request, account_id = finding.aimed(event.button.target)
    await entrance.tell(event, await codes.give_mail(entrance.desk, event.cause, event.caller, account_id, request))


async def hand(entrance: Entrance, event: Event) -> None:
    """`Transmettre`: hands the code, read from the pressed message, to an heir; with several, asks to whom."""
    message = event.query.shown if event.query is not None else None
    shown = message.copied if message is not None else ""
    deed, _, heir = event.button.target.partition(":")
    if not (shown and is_number(deed) and is_number(heir)):
        raise Refusal("old-button")
    desk, where = entrance.desk, (event.cause, event.caller)
    if int(heir):
        said = await handing.hand_over(desk, *where, int(deed), int(heir), shown)
    else:
        said = await desk.see(event.caller, handing.choose, int(deed), shown)
    await entrance.tell(event, said)


COMMANDS: Mapping[str, Handler] = {"code": about(codes.CODE)}
BUTTONS: Mapping[str, Press] = {
    "code": Press(code),
    "key": Press(give_code),
    "mail": Press(give_mail, in_place=True),
    "hand": Press(hand, in_place=True),
}
