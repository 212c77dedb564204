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
    InlineQueryHandler,
    MessageHandler,
    filters,
)

from bot.handlers import administering, answering, asking, campaigning, following, lists, people, reports
from bot.handlers.entrance import Entrance, Handler
from bot.handlers.failing import fail
from bot.handlers.reading import Event, read
from bot.terms import Refusal
from bot.workflows import people as people_use
from bot.workflows import talk
from bot.workflows.reports import crisis, treating
from bot.workflows.requests import verbs
from bot.workflows.rules.pace import Verdict

Callback = Callable[[Update, ContextTypes.DEFAULT_TYPE], Coroutine[Any, Any, None]]

COMMANDS: Mapping[str, Handler] = {
    "start": people.start,
    "assistance": asking.assistance,
    "mesdemandes": following.mine,
    "demande": following.show,
    "repondre": following.answer,
    "rouvrir": following.reopen,
    "clore": following.close,
    "aide": people.help_on,
    "charte": people.charter,
    "langue": people.language,
    "mesdonnees": people.my_data,
    "annuler": asking.cancel,
    "file": answering.queue,
    "prendre": answering.plain(verbs.take),
    "relacher": answering.plain(verbs.release),
    "confier": answering.hand,
    "note": answering.worded(verbs.note),
    "attente": answering.worded(verbs.ask),
    "escalader": answering.worded(verbs.escalate),
    "renvoyer": answering.worded(verbs.send_back),
    "resoudre": answering.worded(verbs.resolve),
    "fusionner": answering.merge,
    "code": administering.about("code"),
    "compte": administering.about("account"),
    "comptes": lists.comptes,
    "bloquer": administering.about("block"),
    "debloquer": administering.about("unblock"),
    "signalements": reports.reports,
    "blocage": campaigning.asks(True),
    "deblocage": campaigning.asks(False),
    "historique": campaigning.history,
}

PRESSES: Mapping[str, Handler] = {
    "accept": people.accept,
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
    "take": answering.plain(verbs.take),
    "release": answering.plain(verbs.release),
    "resolve": answering.plain(verbs.resolve),
    "answer": following.prompt,
    "ask": following.prompt,
    "note": following.prompt,
    "escalate": following.prompt,
    "send_back": following.prompt,
    "confirm": following.close,
    "reopen": following.reopen,
    "withdraw": following.withdraw,
    "speak_as": people.speak_as,
    "language": people.language,
    "export": people.export,
    "erase": people.erase_asked,
    "erase_now": people.erase,
    "account": administering.account,
    "code": administering.code,
    "key": administering.give_code,
    "mail": administering.give_mail,
    "hand": administering.hand,
    "block": administering.blocks(True),
    "unblock": administering.blocks(False),
    "block_now": administering.block_now,
    "ask_above": administering.ask_above,
    "reports": reports.leaf(False),
    "report_note": reports.note,
    "reports_waiting": reports.leaf(False),
    "reports_treated": reports.leaf(True),
    "reports_page": reports.next_page,
    "report": reports.show,
    "report_keep": reports.step(treating.keep),
    "report_delete": reports.delete_asked,
    "report_delete_now": reports.delete,
    "report_talk": reports.talk,
    "report_leave": reports.leave,
    "crisis": reports.step(crisis.begin),
    "crisis_delete": reports.step(crisis.delete),
    "crisis_block": reports.step(crisis.block),
    "crisis_summon": reports.step(crisis.summon),
    "crisis_stop": reports.leave,
    "block_at": campaigning.choose,
    "block_profile": campaigning.choose,
    "block_today": campaigning.choose,
    "block_summer": campaigning.choose,
    "block_dates": campaigning.choose,
    "campaign": campaigning.follow,
    "campaign_cancel": campaigning.cancel,
    "campaign_stop": campaigning.cancel,
    "history": campaigning.history,
    "history_further": campaigning.history,
    "list": lists.leaf,
    "list_next": lists.leaf,
    "list_back": lists.leaf,
    "filters": lists.menu,
    "facet": lists.facet,
    "facet_next": lists.facet,
    "pick": lists.pick,
    "clear": lists.clear,
}


def handlers(entrance: Entrance) -> list[BaseHandler[Any, Any, Any]]:
    """Every handler, in the order in which they are asked."""
    in_private = filters.ChatType.PRIVATE & filters.UpdateType.MESSAGE
    return [
        CommandHandler(list(COMMANDS), _on(entrance, _commanded), filters=filters.UpdateType.MESSAGE),
        MessageHandler(filters.UpdateType.MESSAGE & filters.CaptionRegex(r"^/\w+"), _on(entrance, _commanded)),
        MessageHandler(filters.UpdateType.MESSAGE & filters.COMMAND, _on(entrance, _unknown)),
        MessageHandler(in_private & ~filters.StatusUpdate.ALL, _on(entrance, asking.words)),
        MessageHandler(filters.UpdateType.EDITED_MESSAGE, _on(entrance, following.edited)),
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
    verdict = people_use.admit(entrance.desk, event.caller.telegram_id, album)
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
