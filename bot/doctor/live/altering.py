"""What the bot does to a chat besides sending: edits, menus, copies, deletions; and the words of what is refused."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from functools import partial

from telegram.error import TelegramError

from bot import texts
from bot.delivery.rules.retry import Sent, Vanished
from bot.doctor.live import catalogue
from bot.doctor.live.meant import differences
from bot.doctor.live.stage import Stage, reason
from bot.ent.finding import Finding

_EDITS = 30


async def examine(stage: Stage) -> AsyncGenerator[Finding, None]:
    """A finding for each thing that is done."""
    outcome, made = await stage.done(partial(stage.sender.say, stage.chat, catalogue.page(0)))
    if not isinstance(outcome, Sent):
        yield Finding("edits", f"no message to edit: {reason(outcome)}", fine=False)
        return
    message = int(made["message_id"])
    yield await _edited(stage, message)
    yield await _copied(stage, message)
    yield await _bared(stage, message)
    yield await _whispered(stage)
    yield await _menu(stage)
    yield await _deleted(stage, message)


async def _edited(stage: Stage, message: int) -> Finding:
    """Edits a message thirty times, as somebody does who leafs through pages."""
    before, told = stage.waited, len(stage.client.waits)
    for number in range(1, _EDITS + 1):
        page = catalogue.page(number)
        outcome, made = await stage.done(partial(stage.sender.edit, stage.chat, message, page))
        if not isinstance(outcome, Sent):
            return Finding("edits", f"n°{number}: {reason(outcome)}", fine=False)
        if found := "; ".join(differences(page, made)):
            return Finding("edits", f"n°{number}: {found}", fine=False)
    outcome, _ = await stage.done(partial(stage.sender.edit, stage.chat, message, page))
    if not isinstance(outcome, Sent):
        return Finding("edits", f"to the same: {reason(outcome)}", fine=False)
    waits = stage.client.waits[told:]
    waited = f"{stage.waited - before:.0f} s in all"
    pauses = f"; waits that Telegram asked for: {len(waits)}, {waited}" if waits else ""
    return Finding("edits", f"{_EDITS} in one message{pauses}", look=f"one message shows “Page {_EDITS}”")


async def _copied(stage: Stage, message: int) -> Finding:
    try:
        await stage.call("copyMessage", chat_id=stage.chat, from_chat_id=stage.chat, message_id=message)
    except TelegramError as error:
        return Finding("copy", error.message, fine=False)
    return Finding("copy", "a message of the bot's is copied")


async def _bared(stage: Stage, message: int) -> Finding:
    """Takes the buttons off a message, as a press does that may happen only once."""
    outcome, made = await stage.done(partial(stage.sender.bare, stage.chat, message))
    if not isinstance(outcome, Sent):
        return Finding("buttons taken off", reason(outcome), fine=False)
    fine = not made.get("reply_markup")
    return Finding("buttons taken off", "gone" if fine else "still there", fine)


async def _whispered(stage: Stage) -> Finding:
    """Puts a code into a message that was sent without it, as every code is shown."""
    empty, code = catalogue.whispers()
    outcome, made = await stage.done(partial(stage.sender.say, stage.chat, empty))
    found = list(differences(empty, made)) if isinstance(outcome, Sent) else [reason(outcome)]
    if isinstance(outcome, Sent):
        outcome, made = await stage.done(partial(stage.sender.edit, stage.chat, int(made["message_id"]), code))
        found += differences(code, made) if isinstance(outcome, Sent) else [reason(outcome)]
    covered = (
        "a code is covered, in the chat and in the notification, until it is touched; “Copier le code” copies it"
    )
    return Finding("a code put into its message", "; ".join(found) or "as meant", not found, covered)


async def _menu(stage: Stage) -> Finding:
    """Sets the menu of the chat and reads it; puts back the one that was there, also where this is cut short."""
    scope = {"type": "chat", "chat_id": stage.chat}
    wanted = texts.commands(("aide", "file", "langue"), "fr")
    try:
        before = await stage.call("getMyCommands", scope=scope)
        try:
            outcome, _ = await stage.done(partial(stage.sender.menu, stage.chat, wanted))
            there = await stage.call("getMyCommands", scope=scope)
        finally:
            back = {"commands": before} if before else {}
            await stage.call("setMyCommands" if before else "deleteMyCommands", scope=scope, **back)
    except TelegramError as error:
        return Finding(
            "menu", f"{error.message}; if the chat’s menu is not the usual one, write /start there", fine=False
        )
    if not isinstance(outcome, Sent):
        return Finding("menu", f"not set: {reason(outcome)}", fine=False)
    fine = [(one["command"], one["description"]) for one in there] == list(wanted)
    return Finding("menu", "set, read, put back" if fine else f"{there} stands, not {wanted}", fine)


async def _deleted(stage: Stage, message: int) -> Finding:
    """Deletes a message twice, then edits it: each must be understood."""
    for _ in range(2):
        outcome, _ = await stage.done(partial(stage.sender.delete, stage.chat, message))
        if not isinstance(outcome, Sent | Vanished):
            return Finding("deletion", reason(outcome), fine=False)
    outcome, _ = await stage.done(partial(stage.sender.edit, stage.chat, message, catalogue.page(1)))
    fine = isinstance(outcome, Vanished)
    said = "a message is gone for good" if fine else f"editing what is gone is not understood: {stage.client.refusal}"
    return Finding("deletion", said, fine)
