"""Goes on with a message of an exchange: the second half of a text that Telegram cut, and what comes beside it."""

from __future__ import annotations

from datetime import timedelta

from bot import cutting
from bot.storage import exchange
from bot.terms import Act, Notice, Saying, Voice
from bot.terms.moments import lately
from bot.workflows.desk import Turn, speaking_as
from bot.workflows.events import Event
from bot.workflows.requests import events, scenes
from bot.workflows.requests.scenes import Scene

MOMENT = timedelta(seconds=15)  #: in which the parts of a text arrive that Telegram cut
LONG = 3500  #: the least UTF-16 units of a first part: Telegram cuts after 4096, and a command before it takes some


def continue_(turn: Turn, saying: Saying) -> Notice | None:
    """Adds words to the request that got a long text from this chat a moment ago, in the same voice.

    Returns the receipt. None, and nothing done, where no such text came, or it was not written by an account of the
    caller's; and for a message with files, which is no part of a text.
    """
    before = exchange.latest(turn.work, turn.caller.chat_id) if saying.text and not saying.files else None
    if before is None or not lately(before.at, turn.work.now, MOMENT) or cutting.units(before.text) < LONG:
        return None
    if (turn := speaking_as(turn, before.author)).me.id != before.author:
        return None
    return add(scenes.scene(turn, before.request), saying, before.voice)


def add(it: Scene, saying: Saying, voice: Voice) -> Notice:
    """Adds a further message to the exchange in that voice, tells its readers, and returns the receipt.

    The status stays as it is. Refused where the text is too long.
    """
    scenes.refuse_long(it.turn, saying.text)
    act, event = heard(it, voice)
    return scenes.record(it, act, event, saying, voice)


def heard(it: Scene, voice: Voice) -> tuple[Act, Event]:
    """The act and the event by which others hear what this person says in that voice."""
    if voice is Voice.NOTE:
        return Act.NOTE, events.NOTED
    if voice is Voice.QUESTION:
        return Act.ASK, events.ASKED
    if it.mine.agent and it.turn.me.id != it.request.requester:
        return Act.ANSWER, events.ANSWERED
    return Act.REPLY, events.REPLIED
