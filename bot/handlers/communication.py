"""Communication: the table of who may write to whom, an answer about two, and the rules that change it."""

from __future__ import annotations

from collections.abc import Mapping

from bot import texts
from bot.folding import words
from bot.handlers import pictures
from bot.handlers.entrance import Entrance, Handler, Press
from bot.handlers.reading import Event
from bot.workflows import help as help_
from bot.workflows.communication import asking, changing, resetting, showing


async def rules(entrance: Entrance, event: Event) -> None:
    """`/regles`: the table; `/regles A B`: whether A may write to B; `/regles lire`: the rights on resources."""
    if not event.arguments:
        said = await showing.table(entrance.desk, event.caller)
    elif showing.on_resources(words(event.arguments)):
        await on_resources(entrance, event)
        return
    else:
        said = await asking.ask(entrance.desk, event.caller, event.arguments)
    await pictures.show(entrance, event, said)
    await entrance.tell(event, said)


async def at(entrance: Entrance, event: Event) -> None:
    """The table of the button's school."""
    said = await showing.at(entrance.desk, event.caller, event.button.target)
    await pictures.show(entrance, event, said)
    await entrance.tell(event, said)


async def on_resources(entrance: Entrance, event: Event) -> None:
    """The help article on the rights on resources."""
    await entrance.tell(event, await entrance.desk.act(event.cause, event.caller, help_.read, showing.ARTICLE))


async def change(entrance: Entrance, event: Event) -> None:
    """Asks which rule of the button's school is to be made or removed."""
    await entrance.tell(event, await changing.start(entrance.desk, event.cause, event.caller, event.button.target))


async def change_one(entrance: Entrance, event: Event) -> None:
    """Asks whether the rule between the button's two groups is to be made, or removed."""
    said = await changing.start_with(entrance.desk, event.cause, event.caller, event.button.target)
    await entrance.tell(event, said)


async def reset(entrance: Entrance, event: Event) -> None:
    """Asks whether the button's school is to begin anew."""
    await entrance.tell(event, await resetting.start(entrance.desk, event.cause, event.caller, event.button.target))


async def ask_above(entrance: Entrance, event: Event) -> None:
    """Files the request for what only those above may change; its receipt says its number."""
    asked, school = await resetting.worded(entrance.desk, event.caller, event.button.target)
    said = texts.plain(texts.word(asked, asked.language or event.caller.language).text)
    await entrance.desk.act(event.cause, event.caller, resetting.ask, school, said)
    await entrance.tell(event, None)


COMMANDS: Mapping[str, Handler] = {"regles": rules}
BUTTONS: Mapping[str, Press] = {
    "rules_at": Press(at),
    "resource_rights": Press(on_resources),
    "rule_change": Press(change),
    "rule_allow": Press(change_one),
    "rule_forbid": Press(change_one),
    "rules_reset": Press(reset),
    "rules_above": Press(ask_above),
}
