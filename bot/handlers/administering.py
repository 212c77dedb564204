"""Local administrators: the card of an account, login codes, blocking and unblocking."""

from __future__ import annotations

from telegram import Message

from bot.handlers.entrance import Entrance, Handler
from bot.handlers.reading import Event
from bot.terms import Notice, Refusal
from bot.workflows import accounts, intake
from bot.workflows.blocks import single
from bot.workflows.passwords import codes, handing
from bot.workflows.requests import filing

_LONGEST = 18  # digits of a number that every database holds


def about(command: str) -> Handler:
    """The handler of a command about an account, which asks for whom where it is typed bare."""

    async def handle(entrance: Entrance, event: Event) -> None:
        said = await intake.whom(entrance.desk, event.cause, event.caller, command, event.arguments)
        await entrance.tell(event, said)

    return handle


async def account(entrance: Entrance, event: Event) -> None:
    """The card of an account, or of whoever made a request."""
    desk = entrance.desk
    if _numbered(event.button.target):
        said = await accounts.of_requester(desk, event.caller, event.number())
    else:
        request, account_id = accounts.aimed(event.button.target)
        said = await accounts.show(desk, event.caller, account_id, request)
    await entrance.tell(event, said)


async def code(entrance: Entrance, event: Event) -> None:
    """`Code de connexion`: on a request, for whom; on an account, which way."""
    desk = entrance.desk
    said: Notice | None
    if _numbered(event.button.target):
        said = await codes.offer(desk, event.caller, event.number())
    else:
        request, account_id = accounts.aimed(event.button.target)
        said = await codes.start(desk, event.cause, event.caller, account_id, request)
    await entrance.tell(event, said)


async def give_code(entrance: Entrance, event: Event) -> None:
    """Shows a code."""
    request, account_id = accounts.aimed(event.button.target)
    await codes.give_code(entrance.desk, event.cause, event.caller, account_id, request)
    await entrance.tell(event, None)


async def give_mail(entrance: Entrance, event: Event) -> None:
    """Has the link mailed."""
    request, account_id = accounts.aimed(event.button.target)
    await entrance.tell(event, await codes.give_mail(entrance.desk, event.cause, event.caller, account_id, request))


async def hand(entrance: Entrance, event: Event) -> None:
    """`Transmettre`: the code, which nothing but the pressed message holds, goes to the requester or a parent."""
    message = event.query.message if event.query is not None else None
    deed, _, heir = event.button.target.partition(":")
    if (
        not isinstance(message, Message)
        or not (_numbered(deed) and _numbered(heir))
        or not (shown := _copied(message))
    ):
        raise Refusal("old-button")
    desk, where = entrance.desk, (event.cause, event.caller)
    if int(heir):
        said = await handing.hand_over(desk, *where, int(deed), int(heir), shown)
    else:
        said = await desk.see(event.caller, handing.choose, int(deed), shown)
    await entrance.tell(event, said)


def blocks(blocked: bool) -> Handler:
    """The handler of a card's button that blocks, or unblocks, once it is confirmed."""

    async def handle(entrance: Entrance, event: Event) -> None:
        request, account_id = accounts.aimed(event.button.target)
        said = await single.start(entrance.desk, event.cause, event.caller, account_id, request, blocked)
        await entrance.tell(event, said)

    return handle


async def block_now(entrance: Entrance, event: Event) -> None:
    """`Confirmer`, of a block or its lifting."""
    await entrance.tell(event, await single.confirm(entrance.desk, event.cause, event.caller, event.button.target))


async def ask_above(entrance: Entrance, event: Event) -> None:
    """Files a request for an administrator's account, which only the level above may touch."""
    said = await filing.for_someone(entrance.desk, event.cause, event.caller, event.button.target, afresh=True)
    await entrance.tell(event, said)


def _numbered(typed: str) -> bool:
    return typed.isascii() and typed.isdecimal() and len(typed) <= _LONGEST


def _copied(message: Message) -> str:
    rows = message.reply_markup.inline_keyboard if message.reply_markup else ()
    return next((button.copy_text.text for row in rows for button in row if button.copy_text), "")
