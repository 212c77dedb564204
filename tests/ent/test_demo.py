"""The demo's world: its personas, and seeding it once and twice."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, event

from bot.ent.directory import Query
from bot.ent.embedded.adapter import EmbeddedDirectory
from bot.ent.embedded.demo import PERSONAS, seed
from bot.ent.embedded.tables import ENT
from bot.storage.engine import Records
from bot.terms import Level, Role
from tests.ent.conftest import everything


async def test_seeding_again_changes_nothing(records: Records) -> None:
    await seed(records)
    before = await records.read(everything)

    await seed(records)

    assert await records.read(everything) == before
    assert len(before["ent_accounts"]) > 30


async def test_seeding_again_does_not_bring_back_what_was_removed(records: Records) -> None:
    await seed(records)
    attachments = ENT.tables["ent_attachments"]
    await records.run(lambda connection: connection.execute(attachments.delete()).rowcount)

    await seed(records)

    assert (await records.read(everything))["ent_attachments"] == []


async def test_every_persona_has_an_account_of_that_name_in_that_structure(records: Records) -> None:
    await seed(records)
    directory = EmbeddedDirectory(records)

    for persona in PERSONAS:
        account = await directory.by_login(persona.key)
        assert account is not None
        assert (account.id, account.first_name, account.last_name) == (
            persona.key,
            persona.first_name,
            persona.last_name,
        )
        assert account.places[0].name == persona.structure


def test_the_personas_are_numbered_in_the_order_people_learn() -> None:
    keys = "eleve parent enseignant directeur adjoint directrice parent2 directeur3 erun erun2 danei plateforme"

    hats = "famille maitresse trs directrice2 erun3 nomade adjointe homonyme homonyme2 parent3"

    assert [persona.key for persona in PERSONAS] == [*keys.split(), "editeur", "inconnu", *hats.split()]
    assert [persona.telegram_id for persona in PERSONAS] == list(range(5000001, 5000025))
    assert [persona.key for persona in PERSONAS if persona.hats] == hats.split()


async def test_a_second_account_of_a_persona_bears_the_same_name(records: Records) -> None:
    await seed(records)
    directory = EmbeddedDirectory(records)
    twice = {persona.key: persona.also for persona in PERSONAS if persona.also}

    assert twice == {"maitresse": ("julie.fontaine",), "parent3": ("nabil.ferhat",)}
    for key, also in twice.items():
        one, other = await directory.by_login(key), await directory.by_login(also[0])
        assert one is not None
        assert other is not None
        assert (one.id != other.id, one.name == other.name) == (True, True)
        assert {place.id for place in one.places}.isdisjoint(place.id for place in other.places)


async def test_people_with_several_hats_have_the_places_and_roles_of_each(records: Records) -> None:
    await seed(records)
    directory = EmbeddedDirectory(records)
    expected: dict[str, tuple[set[str], set[Role]]] = {
        "famille": ({"jaures-noyon", "jaures-senlis"}, set()),
        "trs": ({"jaures-noyon", "jaures-senlis", "marie-curie"}, set()),
        "directrice2": (
            {"jaures-noyon", "marie-curie"},
            {Role(Level.SCHOOL, "jaures-noyon"), Role(Level.SCHOOL, "marie-curie")},
        ),
        "erun3": ({"noyon", "eluard"}, {Role(Level.CIRCONSCRIPTION, "noyon"), Role(Level.SCHOOL, "eluard")}),
        "adjointe": ({"jaures-senlis", "marie-curie"}, {Role(Level.SCHOOL, "jaures-senlis")}),
    }
    for key, (places, roles) in expected.items():
        account = await directory.by_login(key)
        assert account is not None
        assert ({place.id for place in account.places}, set(account.roles)) == (places, roles)


async def test_a_search_takes_as_many_statements_however_many_it_finds(records: Records) -> None:
    await seed(records)
    statements: list[str] = []

    class Counted:
        """The records, with each statement noted."""

        run = records.run

        async def read(self, function: Any, *, long: bool = False) -> Any:
            def note(*said: Any) -> None:
                statements.append(said[2])

            def listening(connection: Connection) -> Any:
                event.listen(connection, "before_cursor_execute", note)
                try:
                    return function(connection)
                finally:  # the connection is kept for the next one
                    event.remove(connection, "before_cursor_execute", note)

            return await records.read(listening, long=long)

    taken = []
    for words in ("aurelie", "m"):
        found = await EmbeddedDirectory(Counted()).search(Query(words=words), ["jean-moulin"], 50)
        taken.append((len(found.accounts), len(statements)))
        statements.clear()

    assert taken == [(1, 8), (7, 8)]
