"""A whole school comes in through a real ENT: what that costs it in requests."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager

import pytest

from bot.ent.directory import Query
from bot.ent.entcore.adapter import EntcoreDirectory
from bot.storage.engine import open_records
from bot.terms import Button, Refusal, Way
from bot.workflows.desk import Caller, Desk
from bot.workflows.linking import adoption, missing
from bot.workflows.people import issuing, linking
from tests.entcore.standin import BOT, PASSWORD, Fault, Standin
from tests.world import policy

SCHOOL = "jean-moulin"
LISTS = "/directory/structure/"
NAMES = "/directory/user/admin/list"
CARDS = "/directory/user/"


@pytest.fixture
async def desk(migrated_sqlite_url: str, patient: EntcoreDirectory) -> AsyncIterator[Desk]:
    """A desk at which nobody is known, whose ENT is the stand-in."""
    records = open_records(migrated_sqlite_url)
    yield Desk(records, patient, policy(limits=False))
    await records.close()


def lists(standin: Standin) -> list[str]:
    """The structures whose lists were asked for, in order."""
    return [path for _, path in standin.calls if path.startswith(LISTS) and path.endswith("/users")]


@asynccontextmanager
async def restarted(standin: Standin, desk: Desk) -> AsyncIterator[None]:
    """The desk after a restart of the bot, which has read nothing from the ENT yet; calls are counted from here."""
    desk.directory = again = EntcoreDirectory(standin.url, BOT, PASSWORD)
    standin.calls.clear()
    try:
        yield
    finally:
        await again.close()


async def handed_out(desk: Desk) -> Mapping[str, str]:
    """A token for each account of the school that is nobody's administrator, made from its list."""
    found = await desk.directory.search(Query(), [SCHOOL], 1000)
    people = [account.id for account in found.accounts if not account.roles and not account.barred]
    _, made = await desk.do("out", issuing.hand_out, desk.policy, people, Way.SHEET, SCHOOL, {}, None)
    return made


async def come_in(desk: Desk, tokens: Sequence[str]) -> list[str]:
    """Everybody touches their link at the same time, then accepts the charter; returns the kinds of the answers."""

    async def one(number: int, token: str) -> str:
        caller = Caller(number, number)
        shown = await linking.present(desk, f"present:{number}", caller, token)
        [accept] = [key for row in shown.buttons for key in row if isinstance(key, Button) and key.action == "accept"]
        return (await linking.accept(desk, f"accept:{number}", caller, accept.target)).kind

    return await asyncio.gather(*(one(number, token) for number, token in enumerate(tokens, 1)))


async def test_one_link_costs_one_card_and_the_list_of_its_school(standin: Standin, desk: Desk) -> None:
    account, _ = await issuing.issue_token(desk, "Lea.Martin")

    assert account.id == "lea.martin"
    assert lists(standin) == [f"{LISTS}{SCHOOL}/users"]
    assert (standin.asked(NAMES), standin.asked(f"{CARDS}lea.martin")) == (1, 1)


async def test_the_second_of_one_name_is_found_by_the_number_of_their_login(standin: Standin, desk: Desk) -> None:
    twin = standin.town.users["lea.martin"]
    standin.town.add(type(twin)("twin", "lea.martin2", "Léa", "Martin", "Student", [SCHOOL]))

    account, _ = await issuing.issue_token(desk, "lea.martin2")

    assert account.id == "twin"
    assert len(lists(standin)) == 1


async def test_who_changed_their_name_since_is_still_found(standin: Standin, desk: Desk) -> None:
    standin.town.users["lea.martin"].last = "Fontaine"

    account, _ = await issuing.issue_token(desk, "lea.martin")

    assert account.id == "lea.martin"
    assert len(set(lists(standin))) == len(lists(standin)) == len(standin.bot.scope or ())


async def test_a_school_of_400_comes_in_by_one_list(standin: Standin, desk: Desk) -> None:
    standin.town.crowd(SCHOOL, 400)
    made = await handed_out(desk)
    before = standin.asked(CARDS)

    answers = await come_in(desk, list(made.values()))

    assert len(answers) >= 400
    assert set(answers) <= {"linked", "linked_waits"}
    assert lists(standin) == [f"{LISTS}{SCHOOL}/users"]
    assert standin.asked(NAMES) == 0
    assert standin.asked(CARDS) - before <= 2 * len(answers)  # one as the charter is shown, one as it is accepted


async def test_a_bot_that_was_just_started_reads_no_list_for_families_who_come_in(
    standin: Standin, desk: Desk
) -> None:
    standin.town.crowd(SCHOOL, 20)
    made = await handed_out(desk)

    async with restarted(standin, desk):
        assert len(await come_in(desk, list(made.values()))) >= 20

    assert lists(standin) == []


async def test_a_director_who_comes_in_is_known_as_one(standin: Standin, desk: Desk) -> None:
    _, token = await issuing.issue_token(desk, "directeur")
    shown = await linking.present(desk, "present", Caller(1, 1), token)
    accept = shown.buttons[0][0]
    await linking.accept(desk, "accept", Caller(1, 1), accept.target)

    me, _ = await desk.see(Caller(1, 1), lambda turn: (turn.me, turn.work))
    assert me.function == "director"
    assert len(lists(standin)) == len(set(lists(standin)))


async def test_the_link_of_an_account_that_the_ent_deleted_says_whom_to_ask(standin: Standin, desk: Desk) -> None:
    made = await handed_out(desk)
    del standin.town.users["lea.martin"]

    async with restarted(standin, desk):
        with pytest.raises(Refusal) as met:
            await linking.present(desk, "present", Caller(1, 1), made["lea.martin"])

    assert met.value.reason == "account-gone"


async def test_the_link_of_an_account_that_the_bot_does_not_see_says_whom_to_ask(
    standin: Standin, desk: Desk
) -> None:
    _, token = await issuing.issue_token(desk, "lea.martin")
    standin.bot.scope = ["louise-michel"]

    async with restarted(standin, desk):
        with pytest.raises(Refusal) as met:
            await linking.present(desk, "present", Caller(1, 1), token)

    assert met.value.reason == "account-unseen"


async def test_while_the_ent_is_down_a_link_stays_good(standin: Standin, desk: Desk) -> None:
    _, token = await issuing.issue_token(desk, "lea.martin")
    standin.fail(CARDS, Fault.CUT_BEFORE, times=9)

    with pytest.raises(Refusal, match="link-later"):
        await linking.present(desk, "present", Caller(1, 1), token)

    standin.heal()
    assert (await linking.present(desk, "again", Caller(1, 1), token)).kind == "charter_to_accept"


async def test_however_often_a_director_looks_their_school_is_read_once(standin: Standin, desk: Desk) -> None:
    account = await desk.directory.account("directeur")
    assert account is not None
    await desk.do("enrol", linking.enrol, account, Caller(1, 1), desk.policy)
    standin.calls.clear()

    for _ in range(3):
        said = await adoption.start(desk, Caller(1, 1), "")
        shown = await missing.page(desk, Caller(1, 1), said.buttons[0][0].target)

    assert said.facts["all"] - said.facts["linked"] == shown.facts["count"]
    assert [room["name"] for room in said.facts["rooms"]] == ["CE1", "CE2-CM1", "CM2", "CP"]
    assert len(lists(standin)) <= 1
