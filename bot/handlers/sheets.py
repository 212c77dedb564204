"""Connection sheets: asking for them, and those that were handed out."""

from __future__ import annotations

from collections.abc import Mapping

from bot.handlers.entrance import Entrance, Handler, Press
from bot.handlers.reading import Event
from bot.workflows.sheets import asking, revoking


async def ask(entrance: Entrance, event: Event) -> None:
    """`/fiches [for whom] [tous] [form]`: asks for what is missing, then for a confirmation."""
    await entrance.tell(event, await asking.ask(entrance.desk, event.cause, event.caller, event.arguments))


async def ask_typed(entrance: Entrance, event: Event) -> None:
    """Sheets for those whom the button's words name, which were typed after another command."""
    await entrance.tell(event, await asking.ask(entrance.desk, event.cause, event.caller, event.button.target))


async def of_account(entrance: Entrance, event: Event) -> None:
    """`Fiche de connexion`: asks for the sheet of the button's account."""
    said = await asking.of_account(entrance.desk, event.cause, event.caller, event.button.target)
    await entrance.tell(event, said)


async def last(entrance: Entrance, event: Event) -> None:
    """The last sheets that were handed out."""
    await entrance.tell(event, await revoking.last(entrance.desk, event.caller))


async def show(entrance: Entrance, event: Event) -> None:
    """One of them, with the button that takes it back."""
    await entrance.tell(event, await revoking.show(entrance.desk, event.caller, event.number()))


async def sure(entrance: Entrance, event: Event) -> None:
    """`Annuler ces fiches`: asks to confirm."""
    await entrance.tell(event, await revoking.ask(entrance.desk, event.caller, event.number()))


async def revoke(entrance: Entrance, event: Event) -> None:
    """Makes the links of these sheets void."""
    await entrance.tell(event, await revoking.revoke(entrance.desk, event.cause, event.caller, event.number()))


COMMANDS: Mapping[str, Handler] = {"fiches": ask}

BUTTONS: Mapping[str, Press] = {
    "sheets_typed": Press(ask_typed),
    "sheet": Press(of_account),
    "handouts": Press(last),
    "handouts_back": Press(last, in_place=True),
    "handout": Press(show, in_place=True),
    "handout_revoke": Press(sure),
    "handout_void": Press(revoke, in_place=True),
}
