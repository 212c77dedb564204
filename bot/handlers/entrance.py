"""What every handler holds: the desk it hands its one call to, and the way to answer at once."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot import texts
from bot.delivery import pacing
from bot.delivery.rules.retry import NotWritten, Sent, Wait
from bot.handlers.reading import Event
from bot.handlers.sending import TelegramSender
from bot.terms import Notice, Refusal
from bot.texts.speech import Speech
from bot.workflows import talk
from bot.workflows.desk import Desk

Json = Mapping[str, Any]
_TOAST = 200  # characters of a button's answer, Telegram's limit


@dataclass(slots=True)
class Entrance:
    """The desk, the voice of the bot, and who the bot is."""

    desk: Desk
    sender: TelegramSender
    bot_id: int = 0
    in_place: frozenset[str] = frozenset()  #: buttons whose answer takes the place of the message they stand under

    async def tell(self, event: Event, notice: Notice | None) -> None:
        """Says at once what the person's act led to: as a toast, in place of the pressed message, or as a message."""
        if event.query is None:
            if notice is not None:
                await self._say(event, notice, self._word(event, notice))
            return
        if notice is None or notice.kind.startswith("done_"):
            await self._toast(event, texts.plain(self._word(event, notice).text) if notice else "")
            await self._spend(event)
            return
        await self._toast(event, "")
        speech = self._word(event, notice)
        if event.button.action in self.in_place and event.query.shown is not None:
            await self.sender.edit(event.caller.chat_id, event.query.shown.message_id, speech)
        else:
            await self._spend(event)
            await self._say(event, notice, speech)

    async def refuse(self, event: Event, refusal: Refusal) -> None:
        """Says no in one sentence. An inline query gets an empty answer; a change of membership gets none."""
        if event.inline is not None:
            await self.suggest(event)
        elif event.change is None:
            await self._refuse(event, refusal)

    async def _refuse(self, event: Event, refusal: Refusal) -> None:
        language = refusal.language or event.caller.language
        speech = texts.refuse(refusal, language)
        if event.query is None or not await self._toast(event, texts.plain(speech.text), alert=True):
            await self._say(event, refusal, speech)

    async def suggest(
        self, event: Event, found: Sequence[Json] = (), after: str = "", above: Json | None = None
    ) -> None:
        """Answers an inline query with results; `after` is the offset of the next, `above` a button on top."""
        assert event.inline is not None
        await self.sender.suggest(event.inline.id, found, after, above)

    def _word(self, event: Event, notice: Notice) -> Speech:
        return texts.word(notice, notice.language or event.caller.language)

    async def _say(self, event: Event, said: Notice | Refusal, speech: Speech) -> None:
        """Says it now if Telegram listens; else the courier says it in its turn."""
        chat_id = event.caller.chat_id
        if await pacing.may(self.desk, chat_id):
            outcome = await self.sender.say(chat_id, speech)
            if isinstance(outcome, Wait):
                await self.desk.put(pacing.hold, chat_id, outcome.seconds)
            elif not isinstance(outcome, NotWritten):
                return
        await talk.say_later(self.desk, event.cause, event.caller, said)

    async def _toast(self, event: Event, text: str, alert: bool = False) -> bool:
        """Whether the tap was answered; one that is too old is not, and a message says it instead, if it matters."""
        assert event.query is not None
        return isinstance(await self.sender.toast(event.query.id, text[:_TOAST], alert), Sent)

    async def _spend(self, event: Event) -> None:
        """Takes the buttons off a message whose question is settled."""
        if event.button.once and event.query is not None and event.query.shown is not None:
            await self.sender.bare(event.caller.chat_id, event.query.shown.message_id)


Handler = Callable[[Entrance, Event], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Press:
    """What a button does, and whether what it leads to takes the place of the message it stands under."""

    handle: Handler
    in_place: bool = False
