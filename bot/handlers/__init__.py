"""ENTRANCE, Telegram: the ordered list of what people may type and press, and the handler of each."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Iterable, Mapping
from typing import Any, TypeVar

from telegram import Update
from telegram.ext import (
    BaseHandler,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    ContextTypes,
    InlineQueryHandler,
    MessageHandler,
    filters,
)

from bot.handlers import accounts, blocks, conversations, lists, passwords, people, reports, requests
from bot.handlers import help as help_
from bot.handlers.entrance import Entrance, Handler, Press
from bot.handlers.failing import fail
from bot.handlers.reading import Event, read
from bot.terms import Refusal
from bot.workflows import talk
from bot.workflows.rules.pace import Admission

Callback = Callable[[Update, ContextTypes.DEFAULT_TYPE], Coroutine[Any, Any, None]]
T = TypeVar("T")


def joined(tables: Iterable[Mapping[str, T]]) -> dict[str, T]:
    """All of the tables as one; `ValueError` for a name that two of them bear."""
    made: dict[str, T] = {}
    for table in tables:
        if twice := made.keys() & table.keys():
            raise ValueError(f"declared twice: {sorted(twice)}")
        made |= table
    return made


#: a new noun is listed here
NOUNS = (requests, conversations, people, help_, accounts, passwords, lists, blocks, reports)

COMMANDS: Mapping[str, Handler] = joined(noun.COMMANDS for noun in NOUNS)
PRESSES: Mapping[str, Press] = joined(noun.BUTTONS for noun in NOUNS)
IN_PLACE = frozenset(action for action, press in PRESSES.items() if press.in_place)


def handlers(entrance: Entrance) -> list[BaseHandler[Any, Any, Any]]:
    """Every handler, in the order in which they are asked."""
    in_private = filters.ChatType.PRIVATE & filters.UpdateType.MESSAGE
    return [
        CommandHandler(list(COMMANDS), _on(entrance, _commanded), filters=filters.UpdateType.MESSAGE),
        MessageHandler(filters.UpdateType.MESSAGE & filters.CaptionRegex(r"^/\w+"), _on(entrance, _commanded)),
        MessageHandler(filters.UpdateType.MESSAGE & filters.COMMAND, _on(entrance, _unknown)),
        MessageHandler(in_private & ~filters.StatusUpdate.ALL, _on(entrance, conversations.words)),
        MessageHandler(filters.UpdateType.EDITED_MESSAGE, _on(entrance, conversations.edited)),
        CallbackQueryHandler(_on(entrance, _pressed)),
        InlineQueryHandler(_typing(entrance)),
        ChatMemberHandler(_moved(entrance), ChatMemberHandler.MY_CHAT_MEMBER),
    ]


def _on(entrance: Entrance, handle: Handler) -> Callback:
    """Reads the update, lets the handler act on it, and ends its failures."""

    async def callback(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
        event = read(update, entrance.bot_id)
        if event is None:
            return
        try:
            if await _admitted(entrance, event):
                await handle(entrance, event)
        except Exception as error:
            await fail(entrance, event, error)

    return callback


async def _admitted(entrance: Entrance, event: Event) -> bool:
    """Whether the event goes on: in private, and not one of a flood."""
    if not event.private:
        if event.command or event.query is not None:
            raise Refusal("private-only")
        return False
    album = next((file.album for file in event.saying.files), "")
    verdict = talk.admit(entrance.desk, event.caller.telegram_id, album)
    if verdict is Admission.TELL:
        await talk.hush(entrance.desk, event.caller)
        raise Refusal("flood")
    if verdict is Admission.ADMIT and any(f.size > entrance.desk.policy.file_limit for f in event.saying.files):
        raise Refusal("file-too-big", limit=entrance.desk.policy.file_limit // (1024 * 1024))
    return verdict is Admission.ADMIT


async def _pressed(entrance: Entrance, event: Event) -> None:
    press = PRESSES.get(event.button.action)
    if press is None:
        raise Refusal("old-button")
    await press.handle(entrance, event)


async def _commanded(entrance: Entrance, event: Event) -> None:
    await COMMANDS.get(event.command, _unknown)(entrance, event)


async def _unknown(_entrance: Entrance, event: Event) -> None:
    raise Refusal("unknown-command", command=event.command[:32])


def _typing(entrance: Entrance) -> Callback:
    """A person looks for an account, in any chat."""

    async def callback(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
        if update.inline_query is not None:
            await lists.inline(entrance, update.inline_query)

    return callback


def _moved(entrance: Entrance) -> Callback:
    """A person blocked the bot, or let it write again."""

    async def callback(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
        change = update.my_chat_member
        if change is not None and change.chat.type == change.chat.PRIVATE:
            can_be = change.new_chat_member.status not in ("kicked", "left")
            cause = f"tg:{entrance.bot_id}:{update.update_id}"
            await talk.reachable(entrance.desk, cause, change.from_user.id, can_be)

    return callback
