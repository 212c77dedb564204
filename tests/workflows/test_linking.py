"""Linking an account by its token, and the charter that comes first."""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace

import pytest
from sqlalchemy import update

from bot.storage.tables import DESK
from bot.terms import Refusal, Way
from bot.workflows import talk
from bot.workflows.desk import Caller
from bot.workflows.people import charters, issuing, leaking, linking, rights, speaking
from bot.workflows.policy import Charter
from bot.workflows.requests import cards
from tests.workflows.steps import NEWCOMER, letter, linked, pressed
from tests.world import World

PARENT = DESK.tables["people"].c.login == "parent"


def renewed(world: World) -> None:
    """Publishes a newer charter of every profile."""
    charters = {name: Charter(c.version + 1, c.text) for name, c in world.desk.policy.charters.items()}
    world.desk.policy = replace(world.desk.policy, charters=charters)


async def test_a_token_is_kept_as_a_hash_only(world: World) -> None:
    _, token = await issuing.issue_token(world.desk, "inconnu")

    kept = json.dumps([await world.rows(table) for table in ("tokens", "events", "causes")], default=str)
    assert token not in kept


async def test_a_token_is_issued_for_a_known_login_only(world: World) -> None:
    with pytest.raises(Refusal, match="no-account"):
        await issuing.issue_token(world.desk, "personne")


async def test_the_charter_comes_first_and_accepting_it_links(world: World) -> None:
    _, token = await issuing.issue_token(world.desk, "inconnu")

    shown = await linking.present(world.desk, world.cause(), NEWCOMER, token)
    assert shown.kind == "charter_to_accept"
    assert (await world.person("inconnu")).telegram_id is None

    mark = pressed(shown, "accept")
    assert (await linking.accept(world.desk, world.cause(), NEWCOMER, mark)).kind == "linked"
    assert (await world.person("inconnu")).telegram_id == NEWCOMER.telegram_id


async def test_a_token_links_once(world: World) -> None:
    _, token = await issuing.issue_token(world.desk, "inconnu")
    shown = await linking.present(world.desk, world.cause(), NEWCOMER, token)
    await linking.accept(world.desk, world.cause(), NEWCOMER, pressed(shown, "accept"))

    with pytest.raises(Refusal, match="old-token"):
        await linking.present(world.desk, world.cause(), Caller(6_000_009, 6_000_009), token)


async def test_of_two_who_present_the_same_token_one_is_linked(world: World) -> None:
    _, token = await issuing.issue_token(world.desk, "inconnu")
    callers = [NEWCOMER, Caller(6_000_009, 6_000_009)]
    shown = [await linking.present(world.desk, world.cause(), caller, token) for caller in callers]
    marks = [pressed(one, "accept") for one in shown]

    accepted = (
        linking.accept(world.desk, world.cause(), caller, mark) for caller, mark in zip(callers, marks, strict=True)
    )
    said = await asyncio.gather(*accepted, return_exceptions=True)

    assert [getattr(result, "reason", "linked") for result in said].count("old-token") == 1


@pytest.mark.parametrize(("days", "works"), [(29, True), (30, False)])
async def test_a_token_lives_thirty_days(world: World, days: int, works: bool) -> None:
    _, token = await issuing.issue_token(world.desk, "inconnu")
    world.wait(days=days)

    if works:
        assert (await linking.present(world.desk, world.cause(), NEWCOMER, token)).kind == "charter_to_accept"
    else:
        with pytest.raises(Refusal, match="old-token"):
            await linking.present(world.desk, world.cause(), NEWCOMER, token)


@pytest.mark.parametrize("token", ["wrong", "", "é" * 200, "a b"])
async def test_a_wrong_token_opens_nothing(sqlite_world: World, token: str) -> None:
    with pytest.raises(Refusal, match="bad-token"):
        await linking.present(sqlite_world.desk, sqlite_world.cause(), NEWCOMER, token)


async def test_nothing_is_accepted_that_was_not_shown(world: World) -> None:
    with pytest.raises(Refusal, match="unlinked"):
        await linking.accept(world.desk, world.cause(), NEWCOMER, "")
    with pytest.raises(Refusal, match="old-button"):
        await linking.accept(world.desk, world.cause(), world.caller("eleve"), "")


@pytest.mark.parametrize("mark", ["0123456789abcdef01234567", "%", "_" * 24, "é"])
async def test_a_forged_button_of_a_charter_links_nothing(world: World, mark: str) -> None:
    await issuing.issue_token(world.desk, "inconnu")

    with pytest.raises(Refusal, match="bad-token"):
        await linking.accept(world.desk, world.cause(), NEWCOMER, mark)


async def test_a_charter_that_is_shown_drops_nothing_that_is_being_prepared(world: World) -> None:
    await world.new("enseignant")
    await world.press("enseignant", "category", "application")
    before = await world.rows("drafts")

    await linked(world, "parent2", world.caller("enseignant"))

    assert await world.rows("drafts") == before


async def test_a_newer_charter_is_asked_for_before_anything_else(world: World) -> None:
    number = await world.file("eleve")
    renewed(world)

    refusal = await world.refused("eleve", cards.send, number)
    assert refusal.reason == "charter-first"
    shown = await charters.read_charter(world.desk, world.caller("eleve"))
    assert shown.kind == "charter_to_accept"
    target = pressed(shown, "accept")
    assert (await linking.accept(world.desk, world.cause(), world.caller("eleve"), target)).kind == "charter_accepted"
    await world.act("eleve", cards.send, number)


async def test_linking_elsewhere_tells_the_chat_that_was_linked_before(world: World) -> None:
    mark = await world.mark()

    await linked(world, "eleve", Caller(6_000_009, 6_000_009))

    assert await world.told("eleve", mark) == ["unlinked_elsewhere"]
    assert (await world.refused("eleve", speaking.accounts)).reason == "unlinked"


OTHER = Caller(6_000_009, 6_000_009)


async def presented(world: World, caller: Caller, token: str) -> str:
    """The mark in the button of the charter that the caller is shown for that token."""
    return pressed(await linking.present(world.desk, world.cause(), caller, token), "accept")


async def forgotten_sheet(world: World, login: str) -> str:
    """A token of that account that does not know whom it replaces, as the release before this one made them."""
    _, token = await issuing.issue_token(world.desk, login)
    statement = update(DESK.tables["tokens"]).values(replaces=None)
    await world.desk.put(lambda work: work.execute(statement).rowcount)
    return token


async def test_a_new_token_makes_the_earlier_ones_of_the_account_useless(world: World) -> None:
    tokens = [(await issuing.issue_token(world.desk, "inconnu"))[1] for _ in range(2)]

    with pytest.raises(Refusal, match="old-token"):
        await linking.present(world.desk, world.cause(), NEWCOMER, tokens[0])
    assert await presented(world, NEWCOMER, tokens[1])


async def test_a_charter_shown_for_a_token_that_is_void_meanwhile_links_nobody(world: World) -> None:
    _, first = await issuing.issue_token(world.desk, "inconnu")
    mark = await presented(world, OTHER, first)
    await linked(world, "inconnu", NEWCOMER)

    with pytest.raises(Refusal, match="old-token"):
        await linking.accept(world.desk, world.cause(), OTHER, mark)
    assert (await world.person("inconnu")).telegram_id == NEWCOMER.telegram_id


async def test_whoever_is_linked_is_asked_before_a_forgotten_token_takes_the_account_over(world: World) -> None:
    mark = await presented(world, OTHER, await forgotten_sheet(world, "parent"))
    since = await world.mark()

    said = await linking.accept(world.desk, world.cause(), OTHER, mark)

    assert said.kind == "consent_waited"
    assert (await world.person("parent")).telegram_id == world.telegram["parent"]
    asked = await letter(world, "parent", since)
    assert asked["kind"] == "consent_asked"
    assert [action for action, _ in asked["buttons"]] == ["yield_account", "keep_account"]


@pytest.mark.parametrize("agrees", [True, False])
async def test_the_answer_of_whoever_is_linked_decides(world: World, agrees: bool) -> None:
    mark = await presented(world, OTHER, await forgotten_sheet(world, "parent"))
    await linking.accept(world.desk, world.cause(), OTHER, mark)
    person, since = await world.person("parent"), await world.mark()
    owner = replace(world.caller("parent"), person=person.id)

    await linking.consent(world.desk, world.cause(), owner, mark, agrees)

    rows = await world.rows("outbox")
    said = {row["chat_id"]: row["payload"]["kind"] for row in rows if row["id"] > since and row["kind"] == "notice"}
    expected = "linked" if agrees else "consent_refused"
    assert said[OTHER.chat_id] == expected
    assert (said.get(owner.chat_id) == "unlinked_elsewhere") is agrees
    now = (await world.person("parent")).telegram_id
    assert now == (OTHER.telegram_id if agrees else owner.telegram_id)
    with pytest.raises(Refusal, match=r"old-button|not-your-button"):
        await linking.consent(world.desk, world.cause(), owner, mark, not agrees)


async def test_nobody_else_can_consent_and_no_second_chat_can_claim(world: World) -> None:
    token = await forgotten_sheet(world, "parent")
    mark = await presented(world, OTHER, token)
    assert await presented(world, NEWCOMER, token) == mark
    person = await world.person("parent")
    owner = replace(world.caller("parent"), person=person.id)
    with pytest.raises(Refusal, match="old-button"):  # nobody asked yet
        await linking.consent(world.desk, world.cause(), owner, mark, agrees=True)
    await linking.accept(world.desk, world.cause(), OTHER, mark)

    for thief in (OTHER, NEWCOMER, world.caller("eleve")):
        with pytest.raises(Refusal):
            await linking.consent(world.desk, world.cause(), replace(thief, person=person.id), mark, agrees=True)
        with pytest.raises(Refusal):
            await linking.consent(world.desk, world.cause(), thief, mark, agrees=True)
    with pytest.raises(Refusal, match="old-token"):
        await linking.accept(world.desk, world.cause(), NEWCOMER, mark)
    assert (await world.person("parent")).telegram_id == world.telegram["parent"]


async def test_a_token_issued_to_replace_a_chat_does_not_replace_the_one_that_came_after_it(world: World) -> None:
    mark = await presented(world, OTHER, (await issuing.issue_token(world.desk, "parent"))[1])
    moved = update(DESK.tables["people"]).where(PARENT).values(telegram_id=NEWCOMER.telegram_id)
    await world.desk.put(lambda work: work.execute(moved).rowcount)

    assert (await linking.accept(world.desk, world.cause(), OTHER, mark)).kind == "consent_waited"


async def test_a_flood_does_not_drop_the_news_that_the_account_is_linked_elsewhere(world: World) -> None:
    since = await world.mark()
    await linked(world, "eleve", OTHER)

    await talk.hush(world.desk, Caller(world.telegram["eleve"], world.telegram["eleve"]))

    assert await world.told("eleve", since) == ["unlinked_elsewhere"]


async def test_a_token_that_others_have_read_is_useless_at_once(world: World) -> None:
    _, token = await issuing.issue_token(world.desk, "inconnu")
    mark = await presented(world, NEWCOMER, token)

    assert not await leaking.seen_by_others(world.desk, world.cause(), ["x" * 32, "é" * 32, token[:-1]])
    assert await leaking.seen_by_others(world.desk, world.cause(), ["x" * 32, token])

    with pytest.raises(Refusal, match="old-token"):
        await linking.accept(world.desk, world.cause(), NEWCOMER, mark)


async def test_the_other_account_of_a_chat_speaks_once_the_one_that_spoke_has_gone_elsewhere(world: World) -> None:
    await linked(world, "parent2", world.caller("enseignant"))
    assert (await world.person("parent2")).speaking

    await linked(world, "parent2", OTHER)

    assert (await world.person("enseignant")).speaking


async def test_a_charters_button_does_nothing_in_a_chat_that_was_not_shown_it(world: World) -> None:
    """Whoever passes the button on, or reads the beginning of a hash in the database, opens nothing."""
    mark = await presented(world, OTHER, (await issuing.issue_token(world.desk, "inconnu"))[1])
    thief = Caller(OTHER.telegram_id + 1, OTHER.telegram_id + 1)

    with pytest.raises(Refusal, match="link-not-open"):
        await linking.accept(world.desk, world.cause(), thief, mark)
    assert (await linking.accept(world.desk, world.cause(), OTHER, mark)).kind == "linked"


async def test_a_link_that_was_never_touched_is_not_opened_by_the_beginning_of_its_hash(world: World) -> None:
    _, token = await issuing.issue_token(world.desk, "lea.martin")
    await world.desk.directory.account("lea.martin")

    with pytest.raises(Refusal, match="bad-token"):
        await linking.accept(world.desk, world.cause(), OTHER, issuing.digest_of(token)[:24])


@pytest.mark.parametrize("way", [Way.SHEET, Way.GIVEN])
@pytest.mark.parametrize("read", [False, True])
async def test_a_link_made_before_its_account_administers_anything_does_not_open_it(
    world: World, way: Way, read: bool
) -> None:
    made = await world.desk.put(issuing.issue, world.desk.policy, ["enseignant"], way)
    other = Caller(6_000_010, 6_000_010)
    mark = await presented(world, other, made["enseignant"]) if read else ""
    await world.appoint("enseignant", ("director", "jean-moulin"))
    await rights.ask_again(world.desk, await world.person("enseignant"))

    present, accept = (linking.present, made["enseignant"]), (linking.accept, mark)
    open_, key = accept if read else present
    with pytest.raises(Refusal, match="link-of-agent"):
        await open_(world.desk, world.cause(), other, key)
