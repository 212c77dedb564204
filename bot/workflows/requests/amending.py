"""Changes a message of an exchange after it was recorded: its edits, and files of its album that come later."""

from __future__ import annotations

from bot.storage import exchange, requests
from bot.terms import Origin, Saying, Voice
from bot.workflows.desk import Turn, speaking_as
from bot.workflows.requests import events, scenes, telling


def edit(turn: Turn, origin: Origin, text: str) -> bool:
    """Changes the text of a message of an exchange, marks it as edited, and tells its readers.

    Nothing where its text is the same or empty. False where that message is in no exchange, or its author is not the
    caller's.
    """
    message = exchange.by_origin(turn.work, origin.chat_id, origin.message_id)
    if message is None or (turn := speaking_as(turn, message.author)).me.id != message.author:
        return False
    if message.text == text or not text:
        return True
    it = scenes.scene(turn, message.request)
    scenes.refuse_long(turn, text)
    exchange.edit(turn.work, message.id, text)
    it.request.updated_at = turn.work.now
    requests.save(turn.work, it.request)
    facts = {"text": text, "before": message.text}
    requests.write_event(turn.work, it.request.number, turn.me.id, "edit", facts)
    event = events.NOTED if message.voice is Voice.NOTE else events.EDITED
    telling.spread(turn.work, event, it.request, turn.me, facts)
    return True


def join_album(turn: Turn, saying: Saying) -> bool:
    """Adds files to the recorded message that holds the first files of their album, and sends them to its readers.

    False, and nothing done, where there is no such message, or its author is no account of the caller's.
    """
    name = next((file.album for file in saying.files), "")
    album = exchange.by_album(turn.work, turn.caller.chat_id, name)
    if album is None or (turn := speaking_as(turn, album.author)).me.id != album.author:
        return False
    it = scenes.scene(turn, album.request)
    exchange.add_files(turn.work, album.id, saying.files)
    heard = {Voice.NOTE: events.NOTED, Voice.QUESTION: events.ASKED}
    event = heard.get(album.voice, events.ANSWERED if it.mine.agent else events.REPLIED)
    telling.pass_on(turn.work, it.request, turn.me, event, saying.files)
    return True
