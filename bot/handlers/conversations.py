"""Guided conversations: free words, edits, the buttons that answer a question, the way back and out."""

from __future__ import annotations

from collections.abc import Mapping

from bot.handlers.entrance import Entrance, Handler, Press
from bot.handlers.reading import Event, category_and_words
from bot.terms import Refusal
from bot.workflows import intake
from bot.workflows.nouns import CONVERSATIONS


async def words(entrance: Entrance, event: Event) -> None:
    """Free words or files: a reply to a card, an answer in a conversation, or an offer to file them."""
    if event.fault:
        raise Refusal(event.fault)
    said = await intake.say(entrance.desk, event.cause, event.caller, event.saying, event.reply_to)
    await entrance.tell(event, said)


async def edited(entrance: Entrance, event: Event) -> None:
    """Carries the edit of a message over to whoever read it; of a command, the words that follow it."""
    origin, text = event.saying.origin, event.saying.text
    if event.command == "assistance":
        text = category_and_words(event.arguments, entrance.desk.policy.categories)[1]
    elif event.command:
        text = event.number_and_rest()[1]
    if origin is not None and text:
        await entrance.tell(event, await intake.edit(entrance.desk, event.cause, event.caller, origin, text))


async def answer(entrance: Entrance, event: Event) -> None:
    """A button that answers a question, skips it, or goes back to the one before."""
    pressed = event.button
    said = await intake.press(entrance.desk, event.cause, event.caller, pressed.action, pressed.target)
    await entrance.tell(event, said)


async def cancel(entrance: Entrance, event: Event) -> None:
    """`/annuler`, or the button: leaves the conversation under way."""
    said = await entrance.desk.act(event.cause, event.caller, CONVERSATIONS.cancel, event.button.target)
    await entrance.tell(event, said)


COMMANDS: Mapping[str, Handler] = {"annuler": cancel}

BUTTONS: Mapping[str, Press] = {
    "cancel": Press(cancel, in_place=True),
    **dict.fromkeys(CONVERSATIONS.actions, Press(answer, in_place=True)),
}
