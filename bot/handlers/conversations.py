"""Guided conversations: words without a command, edits, and the buttons that answer, skip, go back or cancel."""

from __future__ import annotations

from collections.abc import Mapping

from bot.handlers.entrance import Entrance, Handler, Press
from bot.handlers.reading import Event, category_and_words
from bot.terms import Refusal
from bot.workflows import intake
from bot.workflows.nouns import CONVERSATIONS


async def words(entrance: Entrance, event: Event) -> None:
    """Words or files without a command: a reply to a card, an answer in a conversation, or something new."""
    if event.fault:
        raise Refusal(event.fault)
    said = await intake.say(entrance.desk, event.cause, event.caller, event.saying, event.reply_to)
    await entrance.tell(event, said)


async def edited(entrance: Entrance, event: Event) -> None:
    """Applies the edit of a message; of an edited command, only the words after it count."""
    origin, text = event.saying.origin, event.saying.text
    if event.command == "assistance":
        text = category_and_words(event.arguments, entrance.desk.policy.categories)[1]
    elif event.command:
        text = event.number_and_rest()[1]
    if origin is not None and text:
        await entrance.tell(event, await intake.edit(entrance.desk, event.cause, event.caller, origin, text))


async def answer(entrance: Entrance, event: Event) -> None:
    """A button that answers a question, skips it, or goes back to the question before."""
    pressed = event.button
    said = await intake.press(entrance.desk, event.cause, event.caller, pressed.action, pressed.target)
    await entrance.tell(event, said)


async def cancel(entrance: Entrance, event: Event) -> None:
    """`/annuler`, or the button: ends the conversation under way."""
    said = await entrance.desk.act(event.cause, event.caller, CONVERSATIONS.cancel, event.button.target)
    await entrance.tell(event, said)


COMMANDS: Mapping[str, Handler] = {"annuler": cancel}

BUTTONS: Mapping[str, Press] = {
    "cancel": Press(cancel, in_place=True),
    **dict.fromkeys(CONVERSATIONS.actions, Press(answer, in_place=True)),
}
