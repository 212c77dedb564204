"""The one entry for every update: reads it, applies the flood limit, calls its handler, and treats its failure."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from bot import texts
from bot.delivery import pacing, strangers
from bot.delivery.rules.retry import Wait
from bot.handlers import allowing, conversations, lists, requests
from bot.handlers.entrance import Entrance, Handler, Press
from bot.handlers.failing import fail
from bot.handlers.reading import Event, read
from bot.handlers.update import Update
from bot.handlers.versions import Versions
from bot.terms import Refusal
from bot.workflows import intake, talk
from bot.workflows.people import leaking, rights
from bot.workflows.rules.pace import Admission
from bot.workflows.rules.requests.distress import frightened

_HEARD = 200  # characters of a text over the flood limit in which fear is looked for


class Door:
    """Handles updates. `commands` and `presses` map a command, or the action of a button, to its handler."""

    def __init__(self, entrance: Entrance, commands: Mapping[str, Handler], presses: Mapping[str, Press]) -> None:
        self._entrance = entrance
        entrance.commands, entrance.with_files = commands, requests.WITH_FILES
        self._presses = presses
        self._versions = Versions()

    async def take(self, update: Update, _context: object) -> None:
        """Handles an update, unless it is not for this bot; `failing.fail` treats what the handler raises."""
        event = read(update, self._entrance.bot_id)
        if event is None or not self._is_ours(event) or self._versions.same(event):
            return
        with talk.within(event.caller):
            try:
                await self._treat(event)
            except Exception as error:
                await fail(self._entrance, event, error)

    async def _treat(self, event: Event) -> None:
        if event.overheard:
            await leaking.seen_by_others(self._entrance.desk, event.cause, event.overheard)
        elif await _admitted(self._entrance, event):
            event = await _without_links(self._entrance, await _known(self._entrance, event))
            if event.does and event.does not in conversations.PART:
                await intake.interrupt(self._entrance.desk, event.caller)
            await self._handler(event)(self._entrance, event)

    def _is_ours(self, event: Event) -> bool:
        """Whether the event is for this bot: not a command that names another one, nor its inline result."""
        return not event.addressee or event.addressee.lower() == self._entrance.sender.username.lower()

    def _handler(self, event: Event) -> Handler:
        if event.query is not None:
            return self._presses.get(event.button.action, _OLD).handle
        if event.inline is not None:
            return lists.inline
        if event.change is not None:
            return _moved if event.change.chat.private else _added
        if event.edited:
            return conversations.edited
        return Entrance.command if event.command else conversations.words


async def _known(entrance: Entrance, event: Event) -> Event:
    """Has the ENT say again who writes, where it said so too long ago.

    Returns the event, marked as `allowing.marked` does.
    Whether the bot was blocked or unblocked in Telegram is noted for anybody.
    """
    if event.change is not None:
        return event
    await rights.renew(entrance.desk, event.caller)
    return allowing.marked(event)


async def _without_links(entrance: Entrance, event: Event) -> Event:
    """The event without links in its words, as `leaking.take_out`; a link that is all that was written is opened.

    `/start` is given its link as it is.
    """
    if event.query is not None or event.inline is not None or event.change is not None or event.command == "start":
        return event
    typed = not (event.edited or event.reply_to or event.saying.files or event.command in entrance.commands)
    if typed and (found := await leaking.alone(entrance.desk, event.caller, event.saying.text)):
        return event.typed(f"start {' '.join(found)}")
    words = event.words
    left = await leaking.take_out(entrance.desk, event.cause, event.caller, words)
    return event if left is words else event.saying_instead(left)


async def _admitted(entrance: Entrance, event: Event) -> bool:
    """Whether the event may be handled; refuses the first one over the flood limit, and a file that is too big.

    Inline queries have buckets of their own, since one comes at each letter; over the limit they get an empty answer.
    Changes of membership are never dropped: a person who unblocks the bot would stay marked as unreachable. Each
    press over the limit gets a toast, which costs nothing of the bot's pace. Words of fear are always admitted.
    """
    if event.change is not None:
        return True
    if event.inline is not None:
        if talk.admit(entrance.desk, -event.caller.telegram_id) is Admission.ADMIT:  # no person has that number
            return True
        await entrance.suggest(event)
        return False
    files, limit = event.saying.files, entrance.desk.policy.file_limit
    pressed = event.query is not None
    key, album = event.caller.telegram_id, files[0].album if files else ""
    verdict = talk.admit(entrance.desk, key, album, tells=False)
    if verdict is Admission.QUIET and not pressed:
        afraid = frightened(event.saying.text[:_HEARD])
        verdict = Admission.ADMIT if afraid else talk.admit(entrance.desk, key, album)
    if verdict is Admission.TELL:
        await talk.hush(entrance.desk, event.caller)
        raise Refusal("flood")
    if verdict is Admission.ADMIT and any(file.size > limit for file in files):
        raise Refusal("file-too-big", limit=limit // (1024 * 1024))
    if verdict is Admission.QUIET and pressed:
        await entrance.hush(event)
    return verdict is Admission.ADMIT


async def _old(_entrance: Entrance, _event: Event) -> None:
    raise Refusal("old-button")


_OLD = Press(_old)


async def _moved(entrance: Entrance, event: Event) -> None:
    """Records that a person blocked or unblocked the bot."""
    assert event.change is not None
    can_be = event.change.new_chat_member.present
    at = datetime.fromtimestamp(event.change.date, UTC) if event.change.date else None
    await talk.reachable(entrance.desk, event.cause, event.caller.telegram_id, can_be, at)


async def _added(entrance: Entrance, event: Event) -> None:
    """Has a group or channel left; where the bot was just added, it may first say that it only talks in private."""
    assert event.change is not None
    desk, chat = entrance.desk, event.caller.chat_id
    if not event.change.new_chat_member.present:
        return
    joined = not event.change.old_chat_member.present
    if joined and await strangers.may_greet(desk, chat) and await pacing.may(desk, chat, strangers.SPARE):
        outcome = await entrance.sender.say(chat, texts.refuse(Refusal("private-only"), event.caller.language))
        if isinstance(outcome, Wait):
            await desk.put(pacing.hold, chat, outcome.seconds)
    await strangers.leave(desk, event.cause, chat)
