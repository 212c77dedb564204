"""Whispering secrets: a code or a link is shown in a message that is deleted in time, and never in the outbox."""

from __future__ import annotations

from datetime import timedelta

from bot.storage import outbox, screens
from bot.terms import Notice
from bot.workflows.desk import Desk

_LINKS = ("link_given",)  #: the kinds of notices that show a link; the others show a code


def coming(secret: Notice) -> Notice:
    """The message without the secret, which is sent before it."""
    return Notice("link_coming" if secret.kind in _LINKS else "code_coming", {}, (), secret.language, secret=True)


async def whisper(desk: Desk, chat_id: int, secret: Notice, deed: int, minutes: int, topic: int = 0) -> int:
    """Shows the secret of an act in a chat for so many minutes; returns its message's number, 0 if it could not be.

    Minus that number where nobody knows whether it was. A message that does not show the secret is deleted at once.
    The message is sent empty first, and its expiry is recorded before the secret is put into it: so it is deleted in
    time even if the process is killed.
    """
    message_id = await desk.whisper(chat_id, coming(secret), topic=topic)
    if not message_id:
        return 0
    until = desk.clock() + timedelta(minutes=minutes)
    await desk.put(screens.expire, chat_id, message_id, until, deed)
    shown = await desk.whisper(chat_id, secret, into=message_id, topic=topic)
    if shown <= 0:
        await desk.once(f"unshown:{deed}", outbox.remove, chat_id, -shown or message_id, deed if shown else 0)
    return shown


async def expires(desk: Desk, chat_id: int, message_id: int) -> bool:
    """Whether that message shows a secret, and is to be deleted at a moment that has not come yet."""
    return await desk.look(screens.expires, chat_id, message_id)


async def expire_like(desk: Desk, chat_id: int, message_id: int, other: int) -> bool:
    """Has a message deleted when that `other` one is, whose secret it will show; False where that one is not."""
    return await desk.put(screens.expire_like, chat_id, message_id, other)
