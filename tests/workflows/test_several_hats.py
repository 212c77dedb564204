"""The demo's people with several hats: on their phones, linked only where a test asks for them."""

from __future__ import annotations

from bot import opening
from bot.storage import people
from bot.storage.engine import Records
from tests.world import HATS, TELEGRAM, World


async def _phones(world: World) -> dict[int, dict[str, bool]]:
    """By Telegram account, the logins linked to it, and whether each speaks."""
    found: dict[int, dict[str, bool]] = {}
    for row in await world.rows("people"):
        if row["telegram_id"] is not None:
            found.setdefault(row["telegram_id"], {})[row["login"]] = row["speaking"]
    return found


async def test_of_two_accounts_on_one_phone_the_persona_s_own_speaks(world: World) -> None:
    await world.hats()

    phones = await _phones(world)
    assert phones[HATS["maitresse"]] == {"maitresse": True, "julie.fontaine": False}
    assert phones[HATS["parent3"]] == {"parent3": True, "nabil.ferhat": False}
    assert len(phones) == len(TELEGRAM) - 1 + len(set(HATS.values()))


async def test_the_world_is_without_them_until_they_are_asked_for(world: World) -> None:
    assert set(await _phones(world)).isdisjoint(HATS.values())


async def test_the_demo_has_everybody_linked_but_the_one_who_shows_how(records: Records) -> None:
    world = World(records)
    await opening.seed_demo(world.desk)

    phones = await _phones(world)
    everybody = {login for logins in phones.values() for login in logins}
    assert everybody == {*TELEGRAM, *HATS} - {"inconnu"}
    for telegram_id in phones:
        assert (await world.desk.look(people.speaking, telegram_id)) is not None
