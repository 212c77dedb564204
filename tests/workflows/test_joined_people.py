"""After a merge: whoever was linked to the account that disappeared is found at the one that is left, or told."""

from __future__ import annotations

from sqlalchemy import Column

from bot.storage import people, succession
from bot.storage.tables import DESK
from bot.storage.work import Work
from bot.terms import Way
from bot.workflows.duplicates import joining
from bot.workflows.people import issuing
from tests.workflows.doubles import GONE, KEPT, asked, confirmed, merged
from tests.world import World

CHAT, ELSEWHERE = 6000001, 6000002


async def linked(world: World, login: str, chat: int) -> None:
    """Links the account, which a parent's yes lets write."""
    await world.enrol(login, chat)


async def file(world: World, login: str) -> int:
    """A request for the account, filed as if it could write."""
    number = await world.file("parent", "compte", f"Pour {login}")
    person = await world.person(login)

    def own(work: Work) -> None:
        requests = DESK.tables["requests"]
        work.execute(requests.update().where(requests.c.number == number).values(requester=person.id))

    await world.desk.put(own)
    return number


async def test_a_phone_linked_to_the_account_that_goes_is_linked_to_the_one_that_stays(world: World) -> None:
    await linked(world, GONE, CHAT)
    before = await world.person(GONE)
    question = await asked(world, "directeur")
    assert question.facts["chat"] == "moves"
    mark = await world.mark()

    await confirmed(world, "directeur", question)

    person = await world.person(KEPT)
    assert (person.id, person.telegram_id, person.login) == (before.id, CHAT, KEPT)
    assert await world.told(GONE, mark) == ["accounts_joined"]
    assert not await world.rows("people", account=GONE)


async def test_requests_of_both_accounts_are_the_kept_one_s(world: World) -> None:
    await linked(world, GONE, CHAT)
    await linked(world, KEPT, ELSEWHERE)
    mine, theirs = await file(world, KEPT), await file(world, GONE)
    mark = await world.mark()

    question = await asked(world, "directeur")
    assert question.facts["chat"] == "parts"
    await confirmed(world, "directeur", question)

    person = await world.person(KEPT)
    assert person.telegram_id == ELSEWHERE
    assert {(await world.request(number)).requester for number in (mine, theirs)} == {person.id}
    assert "accounts_joined_elsewhere" in await world.told(GONE, mark)
    assert "accounts_joined" in await world.told(KEPT, mark)
    assert (await world.person(GONE)).telegram_id is None


async def test_a_phone_takes_over_the_requests_of_an_account_that_was_linked_to_none(world: World) -> None:
    await linked(world, KEPT, ELSEWHERE)
    number = await file(world, KEPT)
    await world.desk.put(_unlink, KEPT)
    await linked(world, GONE, CHAT)

    await merged(world)

    person = await world.person(KEPT)
    assert person.telegram_id == CHAT
    assert (await world.request(number)).requester == person.id


def _unlink(work: Work, account: str) -> None:
    person = people.by_account(work, account)
    assert person is not None
    people.change(work, person, telegram_id=None)


async def test_two_accounts_of_one_phone_become_one(world: World) -> None:
    await linked(world, GONE, CHAT)
    await linked(world, KEPT, CHAT)
    number = await file(world, GONE)

    question = await asked(world, "directeur")
    assert question.facts["chat"] == "moves"
    await confirmed(world, "directeur", question)

    (row,) = await world.rows("people", telegram_id=CHAT)
    assert (row["account"], row["speaking"]) == (KEPT, True)
    assert (await world.request(number)).requester == row["id"]


async def test_whoever_wants_no_more_reminders_is_left_in_peace_after_the_merge(world: World) -> None:
    await linked(world, GONE, CHAT)
    await linked(world, KEPT, ELSEWHERE)
    former = await world.person(GONE)
    silence = {"person": former.id, "at": world.now, "silent": True}
    await world.desk.put(lambda work: work.execute(DESK.tables["reminders"].insert().values(silence)))

    await merged(world)

    (row,) = await world.rows("reminders")
    assert (row["person"], row["silent"]) == ((await world.person(KEPT)).id, True)


async def test_no_phone_is_given_the_rights_of_an_administrator(world: World) -> None:
    await world.appoint(KEPT, ("adml", "jean-moulin"))
    await linked(world, GONE, CHAT)
    mark = await world.mark()

    question = await asked(world, "erun")
    assert question.facts["chat"] == "parts"
    await confirmed(world, "erun", question)

    assert not await world.rows("people", telegram_id=CHAT)
    assert "accounts_joined_elsewhere" in await world.told(GONE, mark)


async def test_a_link_handed_out_for_the_account_that_goes_is_void(world: World) -> None:
    await world.desk.put(issuing.issue, world.desk.policy, [GONE], Way.GIVEN)

    await merged(world)

    assert not [row for row in await world.rows("tokens") if row["account"] == GONE and row["used_at"] is None]


async def test_nobody_known_is_nobody_told(world: World) -> None:
    mark = await world.mark()

    await merged(world)

    assert set(await world.everybody_told(mark)) <= {"directeur"}


def _people_columns() -> set[tuple[str, str]]:
    """Every column of the records that names a person."""
    named = {"person", "requester", "filer", "holder", "author", "child", "giver"}

    def names(column: Column[object]) -> bool:
        return column.name in named or any(key.target_fullname == "people.id" for key in column.foreign_keys)

    return {(table.name, column.name) for table in DESK.tables.values() for column in table.c if names(column)}


def test_every_column_that_names_a_person_is_passed_on_or_left_for_a_reason() -> None:
    decided = {*succession.PASSED, *succession.IN_CHAT, *succession.LEFT}

    assert _people_columns() == decided


async def test_following_twice_changes_nothing(world: World) -> None:
    await linked(world, GONE, CHAT)
    await merged(world)
    kept = await world.desk.directory.account(KEPT)
    assert kept is not None
    before = await world.rows("people")
    mark = await world.mark()

    await world.desk.put(joining.follow, world.desk.policy, GONE, kept)

    assert [(row["id"], row["account"], row["telegram_id"]) for row in await world.rows("people")] == [
        (row["id"], row["account"], row["telegram_id"]) for row in before
    ]
    assert await world.told(GONE, mark) == []
