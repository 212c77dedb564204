"""Oneself: linking an account, the charter, which account speaks, language, one's own data."""

from __future__ import annotations

import json
from collections.abc import Mapping

from bot.handlers.entrance import Entrance, Handler, Press
from bot.handlers.lists import WAY_IN
from bot.handlers.reading import Event
from bot.workflows.people import charters, linking, own_data, speaking


async def start(entrance: Entrance, event: Event) -> None:
    """`/start [token]`: links an account, or says which ones are linked, or how to get linked."""
    desk = entrance.desk
    if event.arguments and event.arguments != WAY_IN:
        said = await linking.present(desk, event.cause, event.caller, event.arguments)
    else:
        said = await desk.see(event.caller, speaking.accounts)
    await entrance.tell(event, said)


async def accept(entrance: Entrance, event: Event) -> None:
    """The charter is accepted."""
    await entrance.tell(event, await linking.accept(entrance.desk, event.cause, event.caller))


async def speak_as(entrance: Entrance, event: Event) -> None:
    """Another account of the same Telegram account speaks from now on."""
    await entrance.tell(event, await speaking.speak_as(entrance.desk, event.cause, event.caller))


async def charter(entrance: Entrance, event: Event) -> None:
    """`/charte`."""
    await entrance.tell(event, await charters.read_charter(entrance.desk, event.caller))


async def language(entrance: Entrance, event: Event) -> None:
    """`/langue [code]`."""
    code = (event.button.target or event.arguments).lower()
    await entrance.tell(event, await entrance.desk.act(event.cause, event.caller, speaking.speak_language, code))


async def my_data(entrance: Entrance, event: Event) -> None:
    """`/mesdonnees`: what is kept about me."""
    await entrance.tell(event, await entrance.desk.see(event.caller, own_data.my_data))


async def export(entrance: Entrance, event: Event) -> None:
    """All of it, as a document."""
    kept = await entrance.desk.see(event.caller, own_data.export)
    body = json.dumps(kept, ensure_ascii=False, indent=2).encode()
    await entrance.sender.document(event.caller.chat_id, "mes-donnees.json", body)
    await entrance.tell(event, None)


async def erase_asked(entrance: Entrance, event: Event) -> None:
    """Asks before erasing."""
    await entrance.tell(event, await entrance.desk.see(event.caller, own_data.erase_asked))


async def erase(entrance: Entrance, event: Event) -> None:
    """Erases what is kept about the person."""
    await entrance.tell(event, await entrance.desk.act(event.cause, event.caller, own_data.erase))


COMMANDS: Mapping[str, Handler] = {
    "start": start,
    "charte": charter,
    "langue": language,
    "mesdonnees": my_data,
}

BUTTONS: Mapping[str, Press] = {
    "accept": Press(accept, in_place=True),
    "speak_as": Press(speak_as, in_place=True),
    "language": Press(language, in_place=True),
    "export": Press(export),
    "erase": Press(erase_asked, in_place=True),
    "erase_now": Press(erase, in_place=True),
}
