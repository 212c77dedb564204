"""Sends speech by calls of the Bot API, and returns their outcomes: errors of Telegram's are not raised."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from telegram import Bot, InputFile
from telegram.constants import InlineQueryLimit, ParseMode
from telegram.error import BadRequest, TelegramError
from telegram.request import RequestData
from telegram.request._requestparameter import RequestParameter

from bot import meters
from bot.delivery.rules.retry import Gone, NotWritten, Outcome, Rejected, Sent, Uncertain, Vanished, Wait
from bot.handlers.buttons import keyboard
from bot.handlers.outcomes import absent, judged, locks_out, repeatable, topic_gone, unreadable, wordless
from bot.terms import Attachment, Notice
from bot.texts import covered, word
from bot.texts.speech import Speech

log = logging.getLogger(__name__)

_NO_LINK_PREVIEW = {"is_disabled": True}
_ATTEMPTS, _SHORT_WAIT = 3, 10.0  # to send a file of an album, and the longest pause between two, in seconds
_LIFE, _BREATH = 3.0, 0.3  # seconds for which an answer to a press or an inline query may be put off
_KINDS = ("photo", "video", "animation", "audio", "voice", "video_note", "document")  # of files
_METHODS = {kind: f"send{kind.title().replace('_', '')}" for kind in _KINDS}


class TelegramSender:
    """Sends things to chats through a bot; each method returns the outcome.

    `unsent` is the error that the bot's HTTP client raises where nothing was written to Telegram.
    """

    def __init__(self, bot: Bot, unsent: type[TelegramError]) -> None:
        self._bot = bot
        self._unsent = unsent
        self._locked_out = False  #: whether the last answer said that nothing can be sent until an operator acts

    @property
    def username(self) -> str:
        """The bot's public name, without the @."""
        return self._bot.username

    async def say(self, chat_id: int, speech: Speech, topic: int = 0) -> Outcome:
        """Sends a message; where Telegram cannot parse its markup, again without, hidden words still hidden."""
        outside = False

        async def call(**worded: Any) -> int:
            nonlocal outside
            sent = await self._call(
                "sendMessage",
                chat_id=chat_id,
                message_thread_id=topic or None,
                **worded,
                reply_markup=keyboard(speech.rows),
                protect_content=speech.protect or None,
                disable_notification=speech.silent or None,
                link_preview_options=_NO_LINK_PREVIEW,
            )
            number = _number(sent)
            outside = bool(topic) and "message_thread_id" not in sent
            return number

        outcome = await self._worded(speech.text, call)
        return replace(outcome, outside=outside) if isinstance(outcome, Sent) else outcome

    async def edit(self, chat_id: int, message_id: int, speech: Speech) -> Outcome:
        """Edits a message of the bot's; a success too where it shows the same already."""

        async def call(**worded: Any) -> int:
            await self._call(
                "editMessageText",
                chat_id=chat_id,
                message_id=message_id,
                **worded,
                reply_markup=keyboard(speech.rows),
                link_preview_options=_NO_LINK_PREVIEW,
            )
            return message_id

        return _changed(await self._worded(speech.text, call), message_id)

    async def files(self, chat_id: int, parcel: Sequence[Attachment], topic: int = 0) -> Outcome:
        """Sends files that Telegram keeps, as one message or one album; `rules.albums` says which fit together.

        Where Telegram refuses the album, each of its files goes by itself; `Sent.lost` says which did not arrive.
        """
        outcome = await self._parcel(chat_id, parcel, topic)
        if not isinstance(outcome, Rejected) or len(parcel) == 1:
            return outcome
        made, lost = list[int](), list[int]()
        for place, file in enumerate(parcel):
            outcome = await self._patiently(chat_id, file, topic)
            if isinstance(outcome, Sent):
                made.append(outcome.message_id)
            elif not made and not isinstance(outcome, Rejected):
                return outcome  # of these files none is there: the whole delivery has this outcome
            else:
                lost.append(place)
        return Sent(made[0], tuple(made[1:]), tuple(lost)) if made else outcome

    async def document(self, chat_id: int, name: str, body: bytes, topic: int = 0) -> Outcome:
        """Sends a file with that name and content."""
        return await self._upload("sendDocument", chat_id, topic, document=InputFile(body, filename=name))

    async def picture(self, chat_id: int, body: bytes, caption: str, topic: int = 0) -> Outcome:
        """Sends a picture with that content, and a caption in plain words."""
        return await self._upload("sendPhoto", chat_id, topic, photo=InputFile(body, "image.png"), caption=caption)

    async def bare(self, chat_id: int, message_id: int) -> Outcome:
        """Removes the buttons of a message of the bot's; a success too where it has none."""
        done = await self._done("editMessageReplyMarkup", message_id, chat_id=chat_id, message_id=message_id)
        return _changed(done, message_id)

    async def delete(self, chat_id: int, message_id: int) -> Outcome:
        """Deletes a message; a success too where it is gone already.

        One that Telegram does not delete any more, after two days, loses its words and its buttons instead. Where
        that fails too, the message stands as it is, and the outcome says so.
        """
        outcome = repeatable(await self._done("deleteMessage", chat_id=chat_id, message_id=message_id))
        if isinstance(outcome, Vanished):
            return Sent()
        return await self._emptied(chat_id, message_id) if isinstance(outcome, Rejected) else outcome

    async def menu(self, chat_id: int, commands: Sequence[tuple[str, str]], language: str = "") -> Outcome:
        """Sets the command menu of a chat, in that language or any; without commands, the usual one shows again."""
        menu = [{"command": name, "description": words} for name, words in commands]
        given: dict[str, Any] = {"scope": {"type": "chat", "chat_id": chat_id}, "language_code": language or None}
        if not menu:
            return repeatable(await self._done("deleteMyCommands", **given))
        return repeatable(await self._done("setMyCommands", commands=menu, **given))

    async def toast(self, query_id: str, text: str, alert: bool = False) -> Outcome:
        """Answers the press of a button with a short notification, or with an alert that must be closed."""
        given = {"callback_query_id": query_id, "text": text or None, "show_alert": alert or None}
        return await self._lively("answerCallbackQuery", **given)

    async def suggest(
        self, query_id: str, results: Sequence[Mapping[str, Any]], after: str, button: Mapping[str, Any] | None
    ) -> Outcome:
        """Answers an inline query; Telegram does not cache the answer. `after` is the offset of the next results."""
        given = {"inline_query_id": query_id, "results": list(results), "button": button}
        given["next_offset"] = after if len(after.encode()) <= InlineQueryLimit.MAX_OFFSET_LENGTH else ""
        return await self._lively("answerInlineQuery", **given, cache_time=0, is_personal=True)

    async def leave(self, chat_id: int) -> Outcome:
        """Leaves a group or channel; a success too where the bot is not in it any more."""
        outcome = repeatable(await self._done("leaveChat", chat_id=chat_id))
        return Sent() if isinstance(outcome, Gone | Rejected) else outcome

    async def _emptied(self, chat_id: int, message_id: int) -> Outcome:
        emptied = word(Notice("emptied"), "fr")
        outcome = await self.edit(chat_id, message_id, emptied)
        if wordless(outcome):
            given = {"chat_id": chat_id, "message_id": message_id, "caption": emptied.text}
            outcome = _changed(await self._done("editMessageCaption", message_id, **given), message_id)
        if absent(outcome):
            return Sent()
        if not isinstance(outcome, Rejected | Vanished):
            return outcome
        log.error("A message can neither be deleted nor emptied: it still shows what it showed: %s", outcome.reason)
        return Rejected(f"neither deleted nor emptied: {outcome.reason}")

    async def _parcel(self, chat_id: int, parcel: Sequence[Attachment], topic: int) -> Outcome:
        """Sends the files in one call."""
        first, *more = parcel
        where = {"chat_id": chat_id, "message_thread_id": topic or None}
        made: list[int] = []

        async def call() -> int:
            if not more:
                return _number(await self._call(_METHODS[first.kind], **where, **{first.kind: first.file_id}))
            media = [{"type": file.kind, "media": file.file_id} for file in parcel]
            album = await self._call("sendMediaGroup", **where, media=media)
            made.extend(_number(message) for message in (album if isinstance(album, list) else [album]))
            return made[0] if made else _number(None)

        outcome = await self._outcome(call())
        return replace(outcome, others=tuple(made[1:])) if isinstance(outcome, Sent) else outcome

    async def _patiently(self, chat_id: int, file: Attachment, topic: int) -> Outcome:
        """Sends one file; again, twice at most, where Telegram asks to wait a little."""
        for _ in range(_ATTEMPTS - 1):
            outcome = await self._parcel(chat_id, [file], topic)
            if not isinstance(outcome, Wait) or outcome.seconds > _SHORT_WAIT:
                return outcome
            await asyncio.sleep(outcome.seconds)
        return await self._parcel(chat_id, [file], topic)

    async def _upload(self, method: str, chat_id: int, topic: int, **given: Any) -> Outcome:
        async def call() -> int:
            return _number(await self._call(method, chat_id=chat_id, message_thread_id=topic or None, **given))

        return await self._outcome(call())

    async def _done(self, method: str, made: int = 0, /, **given: Any) -> Outcome:
        """The outcome of a call that returns only True; `Sent(made)` if it succeeds."""

        async def call() -> int:
            await self._call(method, **given)
            return made

        return await self._outcome(call())

    async def _lively(self, method: str, **given: Any) -> Outcome:
        """As `_done`, tried once more while the query waits; where that is refused, a first try in doubt arrived."""
        outcome = await self._done(method, **given)
        match outcome:
            case Wait(seconds) if seconds <= _LIFE:
                await asyncio.sleep(seconds)
            case NotWritten() | Uncertain():
                await asyncio.sleep(_BREATH)
            case _:
                return outcome
        again = await self._done(method, **given)
        return Sent() if isinstance(outcome, Uncertain) and isinstance(again, Rejected) else again

    async def _call(self, method: str, **given: Any) -> Any:
        """Calls a method; returns the result as plain JSON, since PTB's objects cost more to build than the call.

        Where the topic that it names is gone, calls it again without: what is said goes to the chat itself.
        """
        filled = [_parameter(name, value) for name, value in given.items() if value is not None]
        try:
            return await self._bot.request.post(f"{self._bot.base_url}/{method}", RequestData(filled))
        except BadRequest as error:
            if not (given.get("message_thread_id") and topic_gone(error)):
                raise
        return await self._call(method, **given | {"message_thread_id": None})

    async def _worded(self, text: str, call: Callable[..., Awaitable[int]]) -> Outcome:
        outcome = await self._outcome(call(text=text, parse_mode=ParseMode.HTML))
        if not unreadable(outcome):
            return outcome
        log.error("Telegram cannot read the markup of a message, which is said without it")
        words, spans = covered(text)
        entities = [{"type": kind, "offset": start, "length": length} for kind, start, length in spans]
        return await self._outcome(call(text=words, entities=entities or None))

    async def _outcome(self, call: Awaitable[int]) -> Outcome:
        try:
            outcome: Outcome = Sent(await call)
        except TelegramError as error:
            self._note(locks_out(error), error.message)
            return judged(error, self._unsent)
        self._note(False)
        return outcome

    def _note(self, locked_out: bool, reason: str = "") -> None:
        """Tells the operator, once, that nothing can be sent until they act; and once that it can be sent again."""
        if locked_out and not self._locked_out:
            log.error("Telegram lets this bot send nothing until an operator acts: %s", reason)
        elif not locked_out and not reason and self._locked_out:
            log.warning("Telegram lets this bot send again")
        if locked_out or not reason:
            self._locked_out = locked_out
            meters.LOCKED_OUT.set(locked_out)


def _changed(outcome: Outcome, message_id: int) -> Outcome:
    """The outcome of an edit, which names the message and may be repeated without harm."""
    return Sent(message_id) if isinstance(outcome, Sent) else repeatable(outcome)


def _number(message: Any) -> int:
    """The number of a message that was sent. Raises `TelegramError` where Telegram's answer holds none."""
    number = message.get("message_id") if isinstance(message, dict) else None
    if not isinstance(number, int):
        raise TelegramError("The answer names no message")
    return number


def _parameter(name: str, value: Any) -> RequestParameter:
    return (
        RequestParameter.from_input(name, value)
        if isinstance(value, InputFile)
        else RequestParameter(name, value, None)
    )
