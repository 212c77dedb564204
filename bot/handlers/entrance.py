"""What every handler is given: the desk, to call a use-case, and the ways to answer at once."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from msgspec import structs

from bot import cutting, texts
from bot.delivery import pacing, strangers
from bot.delivery.rules.retry import Gone, NotWritten, Outcome, Rejected, Sent, Uncertain, Vanished, Wait
from bot.handlers.buttons import encode
from bot.handlers.reading import Event
from bot.handlers.sending import TelegramSender
from bot.terms import Button, Notice, Person, Refusal
from bot.texts.speech import Speech
from bot.workflows import hats, intake, nouns, talk
from bot.workflows.desk import Desk
from bot.workflows.people import charters, redrawing, signing_in
from bot.workflows.people.issuing import TOKEN

Json = Mapping[str, Any]
#: reasons that a button pressed twice meets: no alert has to be closed for them
_QUIET = ("old-button", "under-way", "already-sent", "already-done", "already-cancelled")
_SPARE = 15  # places of the whole bot's second that refusals leave free for answers and notices
_SOON = 2.0  # seconds: an answer that comes later than that is announced in the toast
_TOAST = 200  # characters of a toast, the short answer to a press: Telegram's limit


@dataclass(slots=True)
class Entrance:
    """The desk and the sender, through which handlers answer."""

    desk: Desk
    sender: TelegramSender
    bot_id: int = 0
    in_place: frozenset[str] = frozenset()  #: actions of buttons whose answer replaces the message they are under
    commands: Mapping[str, Handler] = field(default_factory=dict)  #: by name, what handles each command
    with_files: frozenset[str] = frozenset()  #: commands that take files

    async def command(self, event: Event) -> None:
        """Runs the command of the event; refused where there is none of that name, or it takes none of the files."""
        handle = self.commands.get(event.command)
        if handle is None:
            near = await intake.mistyped(self.desk, event.cause, event.caller, event.command, event.arguments)
            if near is None:
                raise Refusal("unknown-command", command=event.command[:32])
            await self.tell(event, near)
            return
        if event.saying.files and event.command not in self.with_files:
            raise Refusal("command-without-files", command=event.command)
        chosen = await hats.choose(self.desk, event.caller, nouns.COMMANDS[event.command])
        if chosen.charter is not None:
            await self.tell(event, await charters.read_charter(self.desk, chosen.charter))
        await self._attempt(handle, event, chosen.attempts)

    async def _attempt(self, handle: Handler, event: Event, attempts: Sequence[hats.Attempt]) -> None:
        """Runs the command as the first account for which it finds something; else says what the first one met."""
        met: tuple[Event, hats.Nothing | Refusal] | None = None
        for one in attempts:
            worn = structs.replace(event, caller=one.caller, others=_others(event, one.others))
            try:
                await handle(self, worn)
            except (hats.Nothing, Refusal) as no:
                if isinstance(no, Refusal) and no.reason not in hats.NOT_MINE:
                    raise
                met = met or (worn, no)
            else:
                return
        if met is not None and isinstance(met[1], hats.Nothing):
            await self.tell(met[0], met[1].said)
        elif met is not None:
            raise met[1]

    async def tell_found(self, event: Event, notice: Notice, found: bool) -> None:
        """As `tell`; but where a command `found` nothing, another account of the person's may find something."""
        if event.query is None and not found:
            raise hats.Nothing(notice)
        await self.tell(event, notice)

    async def tell(self, event: Event, notice: Notice | None) -> None:
        """Says at once what the person's act led to: as a toast, in place of the pressed message, or as a message.

        None only answers the press of a button. A notice whose kind begins with `done_` is a toast.
        """
        if notice is not None:
            notice = await self.desk.hatted(event.caller, notice)
            notice = replace(notice, buttons=(*notice.buttons, *event.others)) if event.others else notice
        if event.query is None:
            if notice is not None and notice.instead:
                await self._replace(event, notice, notice.instead)
            elif notice is not None:
                await self._say(event, notice, self._word(event, notice))
            return
        if notice is None or notice.kind.startswith("done_"):
            await self._toast(event, texts.plain(self._word(event, notice).text) if notice else "")
            await self._spend(event)
            return
        if event.button.action in self.in_place and event.query.shown is not None:
            await self._replace(event, notice, event.query.shown.message_id)
        else:
            await self._toast(event, "")
            await self._say(event, notice, self._word(event, notice))
            await self._spend(event)

    async def hush(self, event: Event) -> None:
        """Says in a toast that this press came too fast to count."""
        await self._toast(event, texts.plain(texts.refuse(Refusal("flood"), event.caller.language).text))

    async def refuse(self, event: Event, refusal: Refusal) -> None:
        """Says no in one sentence. An inline query gets an empty answer; a change of membership gets none."""
        if event.inline is not None:
            await self.suggest(event)
        elif event.change is None:
            await self._refuse(event, refusal)

    async def _refuse(self, event: Event, refusal: Refusal) -> None:
        language = refusal.language or event.caller.language
        speech = texts.refuse(refusal, language)
        stale = refusal.reason in _QUIET
        if refusal.buttons and event.query is not None:
            await self._toast(event, "")  # a toast has no buttons
        elif event.query is not None and await self._toast(event, texts.plain(speech.text), alert=not stale):
            return
        await self._say(event, refusal, speech)

    async def suggest(
        self, event: Event, found: Sequence[Json] = (), after: str = "", above: Json | None = None
    ) -> None:
        """Answers an inline query with results; `after` is the offset of the next, `above` a button on top."""
        assert event.inline is not None
        outcome = await self.sender.suggest(event.inline.id, found, after, above)
        if isinstance(outcome, Wait):
            await pacing.hold_everybody(self.desk, outcome.seconds)

    def _word(self, event: Event, notice: Notice) -> Speech:
        return texts.word(notice, notice.language or event.caller.language)

    async def _replace(self, event: Event, notice: Notice, message_id: int) -> None:
        """Says it in place of a message; in a new one where that cannot be edited.

        What cannot go now is queued: the courier edits the message, unless a later answer takes its place.
        """
        if notice.secret:
            await self._replace_secret(event, notice, message_id)
            return
        seconds = await pacing.until(self.desk, event.caller.chat_id)
        await self._promise(event, seconds)
        speech = self._word(event, notice)
        outcome: Outcome = Wait(0) if seconds else await self.sender.edit(event.caller.chat_id, message_id, speech)
        if isinstance(outcome, Wait) and outcome.seconds:
            await self.desk.put(pacing.hold, event.caller.chat_id, outcome.seconds, edits=True)
        if isinstance(outcome, Vanished | Rejected):
            await self._say(event, notice, speech)
        elif not isinstance(outcome, Gone):
            if not isinstance(outcome, Sent):
                await talk.replace_later(self.desk, event.cause, event.caller, notice, message_id)
            await intake.asked(self.desk, event.caller, notice, message_id)
            await self._remember(event, notice, message_id, speech, replaced=True)

    async def _replace_secret(self, event: Event, secret: Notice, message_id: int) -> None:
        """Says a secret in place of a message at once or not at all: nothing keeps it. Refused where it failed."""
        chat_id = event.caller.chat_id
        await self._promise(
            event, await self.desk.look(pacing.closed, chat_id, True) if self.desk.policy.limits else 0.0
        )
        if await self.desk.whisper(chat_id, secret, message_id, event.caller.topic) <= 0:
            refusal = Refusal("not-shown")
            await self._say(event, refusal, texts.refuse(refusal, event.caller.language))

    async def _promise(self, event: Event, seconds: float) -> None:
        """Answers the press, if it was one: in a toast, that the answer comes in a moment, where it takes longer."""
        if event.query is not None:
            moment = texts.word(Notice("one_moment"), event.caller.language).text if seconds > _SOON else ""
            await self._toast(event, texts.plain(moment))

    async def give_document(self, event: Event, name: str, body: bytes) -> bool:
        """Sends a document; False where it surely did not arrive, and may be sent later.

        Refused where nobody knows whether it arrived.
        """
        chat_id = event.caller.chat_id
        if not await pacing.may(self.desk, chat_id):
            return False
        outcome = await self.sender.document(chat_id, name, body, event.caller.topic)
        if isinstance(outcome, Wait):
            await self.desk.put(pacing.hold, chat_id, outcome.seconds)
        if isinstance(outcome, Uncertain | Rejected):
            raise Refusal("export-lost")
        return not isinstance(outcome, Wait | NotWritten)

    async def _say(self, event: Event, said: Notice | Refusal, speech: Speech) -> None:
        """Says it now if Telegram lets it through; else queues it for the courier.

        A refusal leaves half of the bot's pace to others. To a stranger it is only said while few are said to them.
        """
        chat_id, spare = event.caller.chat_id, 0
        if isinstance(said, Refusal):
            told = await self.told(event, said)
            if told is None:
                return
            if told is not said:
                said, speech = told, texts.refuse(told, event.caller.language)
            spare = _SPARE
        if await pacing.may(self.desk, chat_id, spare):
            outcome = await self.sender.say(chat_id, speech, event.caller.topic)
            if isinstance(outcome, Wait):
                await self.desk.put(pacing.hold, chat_id, outcome.seconds)
            elif not isinstance(outcome, NotWritten):
                if isinstance(outcome, Sent) and isinstance(said, Notice):
                    caller = replace(event.caller, topic=0) if outcome.outside else event.caller
                    await intake.asked(self.desk, caller, said, outcome.message_id)
                    await self._remember(event, said, outcome.message_id, speech)
                return
        await talk.say_later(self.desk, event.cause, event.caller, said)

    async def _remember(
        self, event: Event, notice: Notice, message_id: int, speech: Speech, replaced: bool = False
    ) -> None:
        """Has the names be found again that an answer shows; what was `replaced` may have shown others."""
        if replaced or notice.kind in redrawing.PAGES:
            labels = (key.label for row in speech.rows for key in row)
            text = "\n".join((texts.plain(speech.text), *labels))
            await self.desk.put(redrawing.remember, event.caller, message_id, notice.kind, text)

    async def told(self, event: Event, refusal: Refusal) -> Refusal | None:
        """What is said in a message: the refusal to everybody with an account or a link, else `strangers.answer`.

        To a stranger, with the button that begins a sign-in, where there is one. `/start` asks for the way in.
        """
        if refusal.reason not in talk.FOR_STRANGERS or not await talk.is_stranger(self.desk, event.caller):
            return refusal
        told: Refusal | None = refusal
        if refusal.reason not in talk.WITH_A_LINK:
            begins = event.command == "start" and self._leads_in(event, refusal)
            told = await strangers.answer(self.desk, event.caller.chat_id, refusal, begins)
        return None if told is None else await signing_in.beside(self.desk, event.caller, told)

    def _leads_in(self, event: Event, refusal: Refusal) -> bool:
        """Whether a stranger asks for the sign-in that there is, or presents what looks like a link."""
        if refusal.reason == "unlinked":
            return self.desk.sign_in is not None
        return refusal.reason == "bad-token" and TOKEN.fullmatch(event.arguments) is not None

    async def _toast(self, event: Event, text: str, alert: bool = False) -> bool:
        """Answers a press with a toast; False where that failed, as for an old press."""
        assert event.query is not None
        outcome = await self.sender.toast(event.query.id, cutting.shorten(text, _TOAST), alert)
        if isinstance(outcome, Wait):
            await pacing.hold_everybody(self.desk, outcome.seconds)
        return isinstance(outcome, Sent)

    async def _spend(self, event: Event) -> None:
        """Removes the buttons of the pressed message, if its button may be pressed only once."""
        if event.button.once:
            await self.bare(event)

    async def bare(self, event: Event) -> None:
        """Removes the buttons of the pressed message; later if need be. Nothing where no message was pressed."""
        if event.query is None or event.query.shown is None:
            return
        chat_id, message_id = event.caller.chat_id, event.query.shown.message_id
        outcome: Outcome = Wait(0)
        if await pacing.may_bare(self.desk, chat_id):
            outcome = await self.sender.bare(chat_id, message_id)
        if isinstance(outcome, Wait) and outcome.seconds:
            await self.desk.put(pacing.hold, chat_id, outcome.seconds, edits=True)
        if isinstance(outcome, Wait | NotWritten):
            await talk.bare_later(self.desk, event.cause, chat_id, message_id)


Handler = Callable[[Entrance, Event], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Press:
    """What the press of a button does."""

    handle: Handler
    in_place: bool = False  #: whether the answer replaces the message that the button is under


def _others(event: Event, people: Sequence[Person]) -> tuple[tuple[Button, ...], ...]:
    """A button for each of these accounts, which runs the command of the event as that one.

    Where the line is too long for a button, it lets that account speak instead.
    """
    line = f"{event.command} {event.arguments}".strip()
    rows = []
    for one in people:
        key = Button("hat", line, one.id, words=hats.words(one))
        try:
            encode(key)
        except ValueError:
            key = Button("speak_as", "", one.id, words=hats.words(one))
        rows.append((key,))
    return tuple(rows)
