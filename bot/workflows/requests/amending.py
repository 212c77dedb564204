"""Changes a message of an exchange after it was recorded: its edits, and files of its album that come later."""

from __future__ import annotations

from collections.abc import Sequence

from bot.storage import exchange, outbox, requests
from bot.storage import quotas as records
from bot.storage.exchange import Message
from bot.terms import Attachment, Origin, Saying, Voice
from bot.workflows.desk import Turn, speaking_as
from bot.workflows.requests import continuing, events, helplines, quotas, scenes, telling
from bot.workflows.requests.scenes import Scene
from bot.workflows.rules import albums


def edit(turn: Turn, origin: Origin, text: str, files: Sequence[Attachment] = ()) -> bool:
    """Gives a message of an exchange its new text and its new files, and tells its readers.

    An empty text leaves the text as it is; files that the exchange has already are not added again. A file without
    words may be kept with another message: then new words become a message of their own. False where that message
    is in no exchange, or its author is not an account of the caller's.
    """
    message = exchange.by_origin(turn.work, origin.chat_id, origin.message_id)
    found = message or exchange.by_album(turn.work, origin.chat_id, _album(origin, files))
    if found is None or (turn := speaking_as(turn, found.author)).me.id != found.author:
        return False
    known = exchange.identities(turn.work, found.request) if files else ()
    new = Saying(text, tuple(file for file in files if file.unique_id not in known), origin)
    if not new.files and (not text or (message is not None and text == message.text)):
        return True
    it = scenes.scene(turn, found.request)
    if message is not None:
        _change(it, message, new)
    else:
        _join(it, found, new)
    return True


def join_album(turn: Turn, saying: Saying) -> bool:
    """Adds files to the recorded message that holds the first files of their album, and sends them to its readers.

    A file with words becomes a further message. False, and nothing done, where there is no such message, or its
    author is no account of the caller's.
    """
    name = next((file.album for file in saying.files), "")
    first = exchange.by_album(turn.work, turn.caller.chat_id, name)
    if first is None or (turn := speaking_as(turn, first.author)).me.id != first.author:
        return False
    _join(scenes.scene(turn, first.request), first, saying)
    return True


def _album(origin: Origin, files: Sequence[Attachment]) -> str:
    return next((file.album for file in files), "") or albums.alone(origin.message_id)


def _change(it: Scene, message: Message, new: Saying) -> None:
    turn, number = it.turn, it.request.number
    scenes.refuse_long(turn, new.text)
    quotas.check(turn, quotas.EDIT, it.request, new.text, len(new.files))
    facts = {"text": new.text or message.text, "before": message.text}
    told = quotas.told_lately(turn.work, number, turn.me.id, message.id)
    if told is not None:  # its readers know the text before the first of these edits
        facts["before"] = told["before"]
    exchange.edit(turn.work, message.id, facts["text"])
    if new.files and len(message.files) == 1:  # a picture put in place of another: the first is taken back
        exchange.drop_files(turn.work, message.id)
    exchange.add_files(turn.work, message.id, new.files)
    it.request.updated_at = turn.work.now
    requests.save(turn.work, it.request)
    series = {"message": message.id, "told": told["told"] if told else turn.work.cause}
    requests.write_event(turn.work, number, turn.me.id, quotas.EDIT, facts | series)
    helplines.queue(turn.work, turn.me, number, new.text, message.text)
    event = events.NOTED if message.voice is Voice.NOTE else events.EDITED
    telling.spread(turn.work, event, it.request, turn.me, facts, new.files, again=told["told"] if told else "")


def _join(it: Scene, message: Message, saying: Saying) -> None:
    """Adds files to a message, or a message with words and files after it; and tells its readers.

    The words become those of the message where it has none: what was told of its files is told with them.
    """
    if saying.text and not message.text and saying.origin is not None:
        _caption(it, message, saying, saying.origin)
        return
    if saying.text:
        continuing.add(it, saying, message.voice)
        return
    turn = it.turn
    quotas.check(turn, quotas.EDIT, it.request, "", len(saying.files))
    exchange.add_files(turn.work, message.id, saying.files)
    outbox.refresh(turn.work, it.request.number)
    event = continuing.heard(it, message.voice)[1]
    telling.pass_on(turn.work, it.request, turn.me, event, saying.files)


def _caption(it: Scene, message: Message, saying: Saying, origin: Origin) -> None:
    turn, number = it.turn, it.request.number
    scenes.refuse_long(turn, saying.text)
    act, event = continuing.heard(it, message.voice)
    quotas.check(turn, act, it.request, saying.text, len(saying.files))
    again = records.told_of_files(turn.work, number, turn.me.id)
    exchange.give_words(turn.work, message.id, saying.text, origin)
    exchange.add_files(turn.work, message.id, saying.files)
    requests.write_event(turn.work, number, turn.me.id, act, {"level": int(it.request.level), "text": saying.text})
    helplines.queue(turn.work, turn.me, number, saying.text)
    telling.spread(turn.work, event, it.request, turn.me, {"text": saying.text}, saying.files, again=again)


def goes_on(draft: object, saying: Saying) -> bool:
    """Whether the draft of a conversation has the first files of the album to which these belong."""
    album = next((file.album for file in saying.files), "")
    return bool(album) and any(file.album == album for file in getattr(draft, "files", ()))
