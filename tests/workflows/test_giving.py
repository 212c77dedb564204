"""A link for one person: who may give it, what it replaces, and that nobody keeps it."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from sqlalchemy import Connection

from bot.ent.embedded.enrolment import index
from bot.ent.embedded.tables import ENT
from bot.ent.reasons import Reason
from bot.storage import people
from bot.terms import Declined, Notice, Refusal, Way
from bot.workflows.accounts import cards
from bot.workflows.desk import Caller
from bot.workflows.linking import giving
from bot.workflows.passwords import vanishing
from bot.workflows.people import givers, issuing, linking
from tests.workflows.giving import typed as fiches
from tests.workflows.steps import actions
from tests.world import World

NEWCOMER = Caller(555_001, 555_001)


async def asked(world: World, key: str, typed: str) -> Notice | None:
    """Types `/lien` as that persona."""
    return await giving.LINK(world.desk, world.cause(), world.caller(key), typed)


async def refused(world: World, key: str, typed: str) -> Refusal:
    """The refusal of `/lien`, typed as that persona."""
    with pytest.raises(Refusal) as met:
        await asked(world, key, typed)
    return met.value


def token(world: World) -> str:
    """The token of the link that was shown last."""
    link = str(world.whispers[-1][1].facts["link"])
    return parse_qs(urlsplit(link).query)["start"][0]


async def opened(world: World, given: str, caller: Caller = NEWCOMER) -> Notice:
    """Opens the link with that token, and accepts the charter."""
    shown = await linking.present(world.desk, world.cause(), caller, given)
    mark = next(key.target for row in shown.buttons for key in row if key.action == "accept")
    return await linking.accept(world.desk, world.cause(), caller, mark)


async def change(world: World, login: str, **values: object) -> None:
    """Changes an account in the ENT."""

    def write(connection: Connection) -> None:
        accounts = ENT.tables["ent_accounts"]
        connection.execute(accounts.update().where(accounts.c.id == login).values(**values))
        index(connection, [login])

    await world.desk.records.run(write)


@pytest.mark.parametrize("key", ["directeur", "adjoint", "erun"])
async def test_a_link_is_shown_once_to_who_knows_the_person_and_links_them(world: World, key: str) -> None:
    assert await asked(world, key, "aurelie.martin") is None

    chat, shown = world.whispers[-1]
    assert (chat, shown.kind, shown.secret) == (world.telegram[key], "link_given", True)
    assert shown.facts["link"].startswith("https://t.me/palier_bot?start=")
    assert shown.facts["name"] == "Aurélie M."
    copy, share = shown.buttons[0]
    assert copy.copy == shown.facts["link"]
    assert parse_qs(urlsplit(share.url).query)["url"] == [shown.facts["link"]]
    assert (await opened(world, token(world))).kind == "linked"


async def test_the_link_is_in_no_table(world: World) -> None:
    await asked(world, "directeur", "aurelie.martin")

    for table in ("tokens", "outbox", "interventions", "events", "audit", "causes"):
        assert token(world) not in str(await world.rows(table))


async def test_the_audit_names_the_account_and_who_gave_it(world: World) -> None:
    await asked(world, "directeur", "aurelie.martin")

    lines = [line for line in await world.rows("audit") if line["act"] == givers.GIVE]
    assert {(line["account"], line["school"]) for line in lines} == {("aurelie.martin", "jean-moulin")}
    assert lines[-1]["facts"]["state"] == "done"


async def test_a_new_link_makes_the_one_before_void(world: World) -> None:
    await asked(world, "directeur", "aurelie.martin")
    first = token(world)
    await giving.give(world.desk, world.cause(), world.caller("erun"), "aurelie.martin")

    with pytest.raises(Refusal, match="old-token"):
        await linking.present(world.desk, world.cause(), NEWCOMER, first)
    assert (await opened(world, token(world))).kind == "linked"


async def test_an_account_that_is_linked_is_asked_about_first_and_then_moves_unasked(world: World) -> None:
    said = await asked(world, "directeur", "parent")
    assert said is not None
    assert said.kind == "link_anew"
    assert actions(said) == ["link_now", "cancel"]
    assert not world.whispers

    await giving.give(world.desk, world.cause(), world.caller("directeur"), "parent")
    assert (await opened(world, token(world))).kind == "linked"

    person = await world.desk.look(people.by_account, "parent")
    assert person is not None
    assert person.telegram_id == NEWCOMER.telegram_id


async def test_the_message_that_shows_a_link_is_deleted_after_an_hour_and_the_link_lives_on(world: World) -> None:
    await asked(world, "directeur", "aurelie.martin")
    world.now += timedelta(minutes=59)
    assert await vanishing.vanish(world.desk) == 0
    world.now += timedelta(minutes=1)
    assert await vanishing.vanish(world.desk) == 1

    assert (await opened(world, token(world))).kind == "linked"


@pytest.mark.parametrize(
    ("key", "typed", "reason"),
    [
        ("directeur", "adjoint", "link-administrator"),
        ("erun", "directeur", "link-administrator"),
        ("danei", "directeur", "link-administrator"),
        ("directeur", "directeur", "link-oneself"),
        ("danei", "aurelie.martin", "link-from-below"),
        ("plateforme", "aurelie.martin", "link-from-below"),
        ("parent", "aurelie.martin", "administrators-only"),
        ("eleve", "aurelie.martin", "administrators-only"),
        ("directeur", "hugo.vidal", ""),
    ],
)
async def test_nobody_else_is_given_a_link(world: World, key: str, typed: str, reason: str) -> None:
    if reason:
        assert (await refused(world, key, typed)).reason == reason
    else:  # an account of another school looks the same as none
        said = await asked(world, key, typed)
        assert said is not None
        assert said.kind == "nobody_found"
    assert not world.whispers
    assert not await world.rows("tokens")


@pytest.mark.parametrize(
    ("login", "typed"),
    [("eleve", "ines caron"), ("lea.martin", "Léa Martin"), ("aurelie.martin", "aurelie.martin")],
)
@pytest.mark.parametrize(
    ("values", "reason"), [({"blocked": True}, "link-blocked"), ({"deleted_at": 0}, "link-deleted")]
)
async def test_an_account_that_cannot_log_in_gets_neither_a_link_nor_a_sheet_in_the_same_words(
    world: World, login: str, typed: str, values: dict[str, object], reason: str
) -> None:
    await change(world, login, **{name: value or world.now for name, value in values.items()})

    assert (await refused(world, "directeur", typed)).reason == reason
    with pytest.raises(Refusal, match=reason) as met:
        await fiches(world, "directeur", f"{typed} tous")
    assert met.value.facts["name"]
    assert not await world.rows("tokens")


@pytest.mark.parametrize("way", [Way.SHEET, Way.MESSAGE, Way.GIVEN, Way.OPERATOR])
async def test_a_link_that_makes_a_good_one_void_is_asked_about_and_names_it(world: World, way: Way) -> None:
    made = await world.desk.put(issuing.issue, world.desk.policy, ["aurelie.martin"], way)

    said = await asked(world, "directeur", "aurelie.martin")

    assert said is not None
    assert (said.kind, said.facts["ways"], said.facts["linked"]) == ("link_anew", [way], False)
    assert not world.whispers
    assert (await opened(world, made["aurelie.martin"])).kind == "linked"


async def test_a_link_whose_earlier_ones_are_used_or_too_old_is_given_at_one_tap(world: World) -> None:
    await world.desk.put(issuing.issue, world.desk.policy, ["aurelie.martin"], Way.SHEET)
    world.wait(days=200)

    assert await asked(world, "directeur", "aurelie.martin") is None
    assert len(world.whispers) == 1


async def test_nothing_is_issued_where_the_ent_does_not_answer(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    async def down(*_: object) -> None:
        raise Declined(Reason.UNREACHABLE)

    monkeypatch.setattr(world.desk.directory, "by_login", down)
    with pytest.raises(Declined):
        await asked(world, "directeur", "aurelie.martin")

    assert not await world.rows("tokens")


async def test_a_link_that_could_not_be_shown_opens_nothing(world: World) -> None:
    world.deaf.add(world.telegram["directeur"])

    assert (await refused(world, "directeur", "aurelie.martin")).reason == "link-not-shown"
    assert all(row["used_at"] for row in await world.rows("tokens"))


async def test_an_agent_makes_so_many_links_an_hour(world: World) -> None:
    limit = world.desk.policy.linking.per_agent_an_hour
    for _ in range(limit):
        await giving.give(world.desk, world.cause(), world.caller("directeur"), "aurelie.martin")

    assert (await refused(world, "directeur", "lea.martin")).reason == "too-many-links"
    world.now += timedelta(hours=1, seconds=1)
    assert await asked(world, "directeur", "lea.martin") is None


async def test_the_card_offers_a_link_for_who_is_linked_or_not(world: World) -> None:
    def offered(card: Notice) -> bool:
        return "link" in actions(card)

    assert offered(await cards.show(world.desk, world.caller("directeur"), "aurelie.martin"))
    assert offered(await cards.show(world.desk, world.caller("directeur"), "parent"))  # it asks first
    assert not offered(await cards.show(world.desk, world.caller("danei"), "aurelie.martin"))
    assert not offered(await cards.show(world.desk, world.caller("directeur"), "adjoint"))
