"""What comes after a message was written down: its edits, and the late members of its album."""

from __future__ import annotations

from bot.storage import exchange, requests
from bot.terms import Origin, Saying, Voice
from bot.workflows.desk import Turn, speaking_as
from bot.workflows.requests import events, telling, verbs


def edit(turn: Turn, origin: Origin, text: str) -> None:
    """Carries an edit of a message of the exchange over, and marks it."""
    message = exchange.by_origin(turn.work, origin.chat_id, origin.message_id)
    if message is None or message.text == text or not text:
        return
    if (turn := speaking_as(turn, message.author)).me.id != message.author:
        return
    it = verbs.scene(turn, message.request)
    verbs.refuse_long(turn, text)
    exchange.edit(turn.work, message.id, text)
    it.request.updated_at = turn.work.now
    requests.save(turn.work, it.request)
    facts = {"text": text, "before": message.text}
    requests.write_event(turn.work, it.request.number, turn.me.id, "edit", facts)
    event = events.NOTED if message.voice is Voice.NOTE else events.EDITED
    telling.spread(turn.work, event, it.request, turn.me, facts)


def join_album(turn: Turn, saying: Saying) -> bool:
    """Attaches a late member of an album to the message its first members stand in; False where there is none."""
    name = next((file.album for file in saying.files), "")
    album = exchange.by_album(turn.work, turn.caller.chat_id, name)
    if album is None or (turn := speaking_as(turn, album.author)).me.id != album.author:
        return False
    it = verbs.scene(turn, album.request)
    exchange.add_files(turn.work, album.id, saying.files)
    heard = {Voice.NOTE: events.NOTED, Voice.QUESTION: events.ASKED}
    event = heard.get(album.voice, events.ANSWERED if it.mine.agent else events.REPLIED)
    telling.pass_on(turn.work, it.request, turn.me, event, saying.files)
    return True
