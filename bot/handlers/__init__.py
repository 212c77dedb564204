"""ENTRANCE, Telegram: the ordered list of what people may type and press, and the handler of each."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Mapping
from typing import Any

from telegram import Update
from telegram.ext import (
    BaseHandler,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    ContextTypes,
    MessageHandler,
    filters,
)

from bot.handlers import answering, asking, following, linking
from bot.handlers.entrance import Entrance, Handler
from bot.handlers.failing import fail
from bot.handlers.reading import Event, read
from bot.terms import Refusal
from bot.workflows import people, talk, tickets
from bot.workflows.rules.pace import Verdict

Callback = Callable[[Update, ContextTypes.DEFAULT_TYPE], Coroutine[Any, Any, None]]

COMMANDS: Mapping[str, Handler] = {
    "start": linking.start,
    "assistance": asking.assistance,
    "mesdemandes": following.mine,
    "demande": following.show,
    "repondre": following.answer,
    "rouvrir": following.reopen,
    "clore": following.close,
    "aide": linking.help_on,
    "charte": linking.charter,
    "langue": linking.language,
    "mesdonnees": linking.my_data,
    "annuler": asking.cancel,
    "file": answering.queue,
    "prendre": answering.plain(tickets.take),
    "relacher": answering.plain(tickets.release),
    "confier": answering.hand,
    "note": answering.worded(tickets.note),
    "attente": answering.worded(tickets.ask),
    "escalader": answering.worded(tickets.escalate),
    "renvoyer": answering.worded(tickets.send_back),
    "resoudre": answering.worded(tickets.resolve),
    "fusionner": answering.merge,
}

PRESSES: Mapping[str, Handler] = {
    "accept": linking.accept,
    "new": asking.new,
    "category": asking.choose,
    "place": asking.choose,
    "someone": asking.choose,
    "whom": asking.whom,
    "send": asking.send,
    "cancel": asking.cancel,
    "show": following.show,
    "open": following.show,
    "files": following.files,
    "mine": following.mine,
    "queue": answering.queue,
    "take": answering.plain(tickets.take),
    "release": answering.plain(tickets.release),
    "resolve": answering.plain(tickets.resolve),
    "answer": following.prompt,
    "ask": following.prompt,
    "note": following.prompt,
    "escalate": following.prompt,
    "send_back": following.prompt,
    "confirm": following.close,
    "reopen": following.reopen,
    "withdraw": following.withdraw,
    "speak_as": linking.speak_as,
    "language": linking.language,
    "export": linking.export,
    "erase": linking.erase_asked,
    "erase_now": linking.erase,
}


def handlers(entrance: Entrance) -> list[BaseHandler[Any, Any, Any]]:
    """Every handler, in the order in which they are asked."""
    in_private = filters.ChatType.PRIVATE & filters.UpdateType.MESSAGE
    commands = [
        CommandHandler(name, _on(entrance, handle), filters=filters.UpdateType.MESSAGE)
        for name, handle in COMMANDS.items()
    ]
    return [
        *commands,
        MessageHandler(filters.UpdateType.MESSAGE & filters.CaptionRegex(r"^/\w+"), _on(entrance, _captioned)),
        MessageHandler(filters.UpdateType.MESSAGE & filters.COMMAND, _on(entrance, _unknown)),
        MessageHandler(in_private & ~filters.StatusUpdate.ALL, _on(entrance, asking.words)),
        MessageHandler(filters.UpdateType.EDITED_MESSAGE, _on(entrance, following.edited)),
        CallbackQueryHandler(_on(entrance, _pressed)),
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
    verdict = people.admit(entrance.desk, event.caller.telegram_id, album)
    if verdict is Verdict.TELL:
        await talk.hush(entrance.desk, event.caller)
        raise Refusal("flood")
    if verdict is Verdict.ADMIT and any(f.size > entrance.desk.policy.file_limit for f in event.saying.files):
        raise Refusal("file-too-big", limit=entrance.desk.policy.file_limit // (1024 * 1024))
    return verdict is Verdict.ADMIT


async def _pressed(entrance: Entrance, event: Event) -> None:
    handle = PRESSES.get(event.button.action)
    if handle is None:
        raise Refusal("old-button")
    await handle(entrance, event)


async def _captioned(entrance: Entrance, event: Event) -> None:
    await COMMANDS.get(event.command, _unknown)(entrance, event)


async def _unknown(_entrance: Entrance, event: Event) -> None:
    raise Refusal("unknown-command", command=event.command[:32])


def _moved(entrance: Entrance) -> Callback:
    """A person blocked the bot, or let it write again."""

    async def callback(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
        change = update.my_chat_member
        if change is not None and change.chat.type == change.chat.PRIVATE:
            can_be = change.new_chat_member.status not in ("kicked", "left")
            cause = f"tg:{entrance.bot_id}:{update.update_id}"
            await talk.reachable(entrance.desk, cause, change.from_user.id, can_be)

    return callback
