"""Guided conversations: words without a command, edits, and the buttons that answer, skip, go back or cancel."""

from __future__ import annotations

from collections.abc import Mapping

from bot.handlers import pictures
from bot.handlers.entrance import Entrance, Handler, Press
from bot.handlers.reading import Event, category_and_words
from bot.terms import Notice, Refusal, Voice
from bot.workflows import intake
from bot.workflows.nouns import CONVERSATIONS
from bot.workflows.people import leaking, several


async def words(entrance: Entrance, event: Event) -> None:
    """Words or files without a command: a reply, an answer in a conversation, or something new."""
    if event.fault:
        raise Refusal(event.fault)
    if links := await leaking.written(entrance.desk, event.caller, event.saying.text):
        said: Notice | None = await several.present(entrance.desk, event.cause, event.caller, links)
    else:
        said = await intake.say(entrance.desk, event.cause, event.caller, event.saying, event.reply_to)
    await _tell(entrance, event, said)


async def edited(entrance: Entrance, event: Event) -> None:
    """Applies the edit of a message; a command whose words are in no exchange is run again as it reads now."""
    saying = event.saying
    assert saying.origin is not None  # every message has one
    if event.command:
        sent = await intake.written_in(entrance.desk, saying.origin)
        if sent is None:
            await entrance.desk.put(CONVERSATIONS.interrupt, event.caller, edited=saying.origin)
            await entrance.command(event)
            return
        saying = event.said(_words_for(entrance, event, sent.request, sent.voice))
        if saying.text == sent.text and not saying.files:  # nothing to change: the command itself was changed
            raise _unchanged(event, sent.request, sent.voice)
    if saying.text or saying.files:
        await entrance.tell(event, await intake.edit(entrance.desk, event.cause, event.caller, saying))


def _words_for(entrance: Entrance, event: Event, number: int, voice: Voice) -> str:
    """The words of an edited command, which went to that request in that voice before.

    Refused where it names another request now, or would say them in another voice: they cannot be taken back.
    """
    if _VOICES.get(event.command) is not voice:
        raise _unchanged(event, number, voice)
    if event.command == "assistance":
        return category_and_words(event.arguments, entrance.desk.policy.categories)[1]
    named, text = event.number_and_rest()
    if named != number:
        raise _elsewhere(number)
    return text


def _unchanged(event: Event, number: int, voice: Voice) -> Refusal:
    """Says that the words stay where they went, as what they went there, and that the edited command did nothing."""
    try:
        same = event.command != "assistance" and event.number() == number
    except Refusal:  # it names no request any more
        same = False
    return Refusal("edited-otherwise", number=number, voice=voice.value) if same else _elsewhere(number)


def _elsewhere(number: int) -> Refusal:
    return Refusal("edited-elsewhere", number=number)


#: by command, the voice in which its words are said
_VOICES: Mapping[str, Voice] = {
    **dict.fromkeys(("assistance", "repondre", "rouvrir", "resoudre"), Voice.ANSWER),
    **dict.fromkeys(("note", "escalader", "renvoyer"), Voice.NOTE),
    "attente": Voice.QUESTION,
}


async def run(entrance: Entrance, event: Event) -> None:
    """The button that runs, as a command, what was typed without the slash."""
    typed = await intake.run(entrance.desk, event.cause, event.caller, event.button.target)
    await entrance.tell(event, None)
    await entrance.command(event.typed(typed))


async def answer(entrance: Entrance, event: Event) -> None:
    """A button that answers a question, skips it, or goes back to the question before."""
    pressed = event.button
    said = await intake.press(entrance.desk, event.cause, event.caller, pressed.action, pressed.target, _under(event))
    await _tell(entrance, event, said)


async def _tell(entrance: Entrance, event: Event, said: Notice | None) -> None:
    """Says it, below its picture if one goes with it."""
    if said is not None:
        await pictures.show(entrance, event, said)
    await entrance.tell(event, said)


async def cancel(entrance: Entrance, event: Event) -> None:
    """`/annuler`, or the button: ends the conversation under way."""
    target, pressed = event.button.target, event.query is not None
    said = await intake.cancel(entrance.desk, event.cause, event.caller, target, pressed, _under(event))
    await entrance.tell(event, said)


async def late_answer(entrance: Entrance, event: Event) -> None:
    """`Oui, c’est cela`: the words that were offered answer a question that was asked long before."""
    said = await intake.answer(entrance.desk, event.cause, event.caller, event.button.target)
    await entrance.tell(event, said)


def _under(event: Event) -> int:
    """The number of the message whose button was pressed; 0 where none was, or it is not known."""
    return event.query.shown.message_id if event.query is not None and event.query.shown is not None else 0


COMMANDS: Mapping[str, Handler] = {"annuler": cancel}

BUTTONS: Mapping[str, Press] = {
    "cancel": Press(cancel, in_place=True),
    "run": Press(run),
    "late_answer": Press(late_answer, in_place=True),
    **dict.fromkeys(sorted(CONVERSATIONS.actions), Press(answer, in_place=True)),
}
#: actions and commands that belong to a conversation under way; any other one interrupts it
PART = frozenset({*BUTTONS, *COMMANDS, "new", "file_as"})
