"""`palier parked`: updates that no code could treat are shown, replayed or deleted."""

from __future__ import annotations

import json
from typing import Any

import pytest
from pydantic import SecretStr
from sqlalchemy import Connection, text

from bot.storage import parking
from bot.storage.engine import open_records
from bot.storage.parking import park
from bot.storage.people import by_account
from bot.terms import Done
from bot.workflows import upkeep
from tests.journeys.conftest import small_town as small_town
from tests.journeys.conftest import town as town
from tests.journeys.town import Town
from tests.operator.trouble import palier, parked, put
from tests.world import World

FIRST = 910_001  # above the numbers of the emulator's own updates


def wrote(town: Town, number: int, words: str, key: str = "eleve") -> str:
    """The update of a command that the persona typed."""
    command = {"type": "bot_command", "offset": 0, "length": len(words.split()[0])}
    typed = message(town, key, number) | {"text": words, "entities": [command]}
    return json.dumps({"update_id": number, "message": typed})


def message(town: Town, key: str, number: int) -> dict[str, Any]:
    """The update's part about a message in that persona's chat, without its text."""
    person = {"id": town[key].user_id, "is_bot": False, "first_name": "A"}
    return {"message_id": number, "date": 1, "from": person, "chat": {"id": person["id"], "type": "private"}}


def url(town: Town) -> str:
    """The address of the town's database."""
    return town.settings.database_url.get_secret_value()


async def test_the_list_shows_when_and_the_kind_of_trouble_but_no_words(migrated_url: str) -> None:
    [number] = await put(migrated_url, "parked", parked('{"update_id": 1}'))

    assert await palier(migrated_url, "parked") == (0, f"1 parked\nn°{number}  3 h ago  KeyError\n")
    status, said = await palier(migrated_url, "parked", "show", str(number))
    assert status == 0
    assert "personal data" in said.splitlines()[0]
    assert said.splitlines()[1:] == ["KeyError: 'Claire Martin'", '{"update_id": 1}']


async def test_updates_are_replayed_in_their_order_and_the_running_bot_tells_who_is_to_know(town: Town) -> None:
    bodies = [wrote(town, FIRST, "/assistance connexion Bonjour"), wrote(town, FIRST + 1, "/repondre 1 Encore moi")]
    await put(url(town), "parked", *map(parked, bodies))

    status, said = await palier(town.settings, "parked", "replay", "--all")

    assert (status, said.count("taken")) == (0, 2)
    assert await town["directeur"].see("Encore moi")
    assert await palier(town.settings, "parked") == (0, "0 parked\n")


async def test_a_replay_of_what_was_done_before_changes_nothing(town: Town) -> None:
    [first, again] = await put(
        url(town), "parked", *[parked(wrote(town, FIRST, "/assistance connexion Bonjour"))] * 2
    )

    for number in (first, again):
        assert (await palier(town.settings, "parked", "replay", str(number)))[1].startswith(f"n°{number}  taken\n")

    await town["directeur"].see("n°1")
    await town["eleve"].write("/assistance connexion Autre chose")
    assert "n°2" in (await town["directeur"].see("Autre chose"))["text"]  # so there was no second one


async def test_a_press_without_the_words_under_it_still_works(town: Town) -> None:
    await town["eleve"].write("/assistance connexion Bonjour")
    shown = await town["directeur"].see("n°1")
    assert town.house is not None
    director = await town.house.desk.look(by_account, "directeur")
    assert director is not None
    under = message(town, "directeur", shown["message_id"])
    press = {"id": "1", "from": under["from"], "chat_instance": "1", "message": under}
    bodies = [
        {"update_id": FIRST + n, "callback_query": press | {"data": f"{what}|{director.id}"}}
        for n, what in enumerate(("take|1", "hand|1:2"))
    ]
    await put(url(town), "parked", *(parked(json.dumps(body)) for body in bodies))

    status, said = await palier(town.settings, "parked", "replay", "--all")

    assert (status, said.count("taken")) == (0, 2)
    assert await town["eleve"].see("s’occupe")
    assert await town["directeur"].see("Ce bouton")  # a code is handed on from the message that shows it


async def test_what_fails_again_stays_once_with_its_new_reason(town: Town) -> None:
    broken, good = await put(
        url(town), "parked", parked("{"), parked(wrote(town, FIRST, "/assistance connexion Bonjour"))
    )

    status, said = await palier(town.settings, "parked", "replay", "--all")

    assert status == 1
    assert f"n°{broken}  failed again" in said
    assert f"n°{good}  taken" in said
    assert said.splitlines()[-1] == "palier: 1 stay parked"
    listed = (await palier(town.settings, "parked"))[1].splitlines()
    assert listed == ["1 parked", f"n°{broken}  3 h ago  DecodeError"]


async def test_what_cannot_be_done_now_stays_as_it_is(inhabited_postgres_url: str, small_town: Town) -> None:
    body = "BEGIN RAISE EXCEPTION USING ERRCODE = ''57014''; END"  # as a server that cancels what takes too long
    records = open_records(inhabited_postgres_url)

    def guard(connection: Connection) -> None:
        connection.execute(text(f"CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS '{body}'"))
        trigger = "CREATE TRIGGER refusing BEFORE INSERT ON causes FOR EACH ROW EXECUTE FUNCTION refuse()"
        connection.execute(text(trigger))

    await records.run(guard)
    await records.close()
    update = parked(wrote(small_town, FIRST, "/assistance connexion Bonjour"))
    [number] = await put(inhabited_postgres_url, "parked", update)
    away = small_town.settings.model_copy(update={"database_url": SecretStr(inhabited_postgres_url)})

    status, said = await palier(away, "parked", "replay", str(number))

    assert status == 1
    assert f"n°{number}  not now" in said
    assert (await palier(away, "parked"))[1].splitlines()[1] == f"n°{number}  3 h ago  KeyError"


async def test_many_updates_of_one_person_are_no_flood(town: Town) -> None:
    bodies = [wrote(town, FIRST, "/assistance connexion Demande 0")]
    bodies += [wrote(town, FIRST + n, f"/repondre 1 Message {n}") for n in range(1, 40)]
    await put(url(town), "parked", *map(parked, bodies))

    status, _ = await palier(town.settings.model_copy(update={"limits": "on"}), "parked", "replay", "--all")

    assert status == 0
    assert await town["directeur"].see("Message 39")


async def test_what_is_dropped_is_forgotten_and_an_unknown_number_changes_nothing(migrated_url: str) -> None:
    first, second = map(str, await put(migrated_url, "parked", parked("{"), parked("[")))

    unknown = "palier: there is no parked update 777\n"
    assert await palier(migrated_url, "parked", "drop", first, "777") == (1, unknown)
    assert await palier(migrated_url, "parked", "show", "777") == (1, unknown)
    assert await palier(migrated_url, "parked", "drop", first) == (0, "1 dropped.\n")
    assert [line.split()[0] for line in (await palier(migrated_url, "parked"))[1].splitlines()] == [
        "1",
        f"n°{second}",
    ]


async def test_a_replay_of_nothing_is_told(migrated_sqlite_url: str) -> None:
    status, said = await palier(migrated_sqlite_url, "parked", "replay")

    assert (status, said) == (1, "palier: name the updates by their numbers, or say --all\n")


async def test_what_was_done_is_known_for_as_long_as_it_could_be_replayed(world: World) -> None:
    update = '{"update_id": 2}'
    await world.desk.do("tg:1:2", park, update, "KeyError")
    world.wait(days=30)
    await upkeep.sweep(world.desk)
    world.wait(hours=1)
    await upkeep.sweep(world.desk)
    with pytest.raises(Done):
        await world.desk.do("tg:1:2", park, update, "KeyError")

    [row] = await world.rows("parked")
    await world.desk.put(parking.remove, [row["id"]])
    world.wait(hours=1)
    await upkeep.sweep(world.desk)
    await world.desk.do("tg:1:2", park, update, "KeyError")
