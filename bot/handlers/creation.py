"""Accounts made by hand."""

from __future__ import annotations

from collections.abc import Mapping

from bot.handlers.entrance import Entrance, Handler, Press
from bot.handlers.reading import Event
from bot.workflows.accounts import finding
from bot.workflows.creation import asking, editing, removing


async def create(entrance: Entrance, event: Event) -> None:
    """`/creer [profile] [Prénom Nom] [birth date] [class]`: asks for what is missing, then for a confirmation."""
    await entrance.tell(event, await asking.ask(entrance.desk, event.cause, event.caller, event.arguments))


async def modify(entrance: Entrance, event: Event) -> None:
    """`Modifier`: asks what of the account is to change."""
    _, account_id = finding.aimed(event.button.target)
    await entrance.tell(event, await editing.start(entrance.desk, event.cause, event.caller, account_id))


def removes(restores: bool) -> Handler:
    """The handler of a card's button that deletes (or else restores) the account, once that is confirmed."""

    async def handle(entrance: Entrance, event: Event) -> None:
        _, account_id = finding.aimed(event.button.target)
        said = await removing.start(entrance.desk, event.cause, event.caller, account_id, restores)
        await entrance.tell(event, said)

    return handle


COMMANDS: Mapping[str, Handler] = {"creer": create}
BUTTONS: Mapping[str, Press] = {
    "hand_modify": Press(modify),
    "hand_remove": Press(removes(False)),
    "hand_restore": Press(removes(True)),
}
