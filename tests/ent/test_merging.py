"""Merging accounts of the embedded ENT: what goes along, and a feed that finds who is left and changes nothing."""

from __future__ import annotations

from datetime import date

from bot.ent.duplicates import likeness
from bot.ent.embedded import merging
from bot.ent.embedded.adapter import EmbeddedDirectory
from bot.ent.embedded.enrolment import Enrolment, remove
from bot.ent.embedded.tables import ENT
from bot.ent.lists import Query
from bot.terms import Profile
from bot.terms.feed import Change
from tests.ent.conftest import Town
from tests.ent.fed import ELM, Fed, adult, child, files, pupil, told

KEPT, GONE = "zoe.da-silva-pereira", "zoe.pereira"
INE = "123456789AB"
BY_HAND = Enrolment(
    id="by-hand",
    login="zoe.by-hand",
    first_name="Zoe",
    last_name="Pereira",
    profile=Profile.STUDENT,
    birth_date=date(2018, 3, 4),
    source="MANUAL",
    password="hash",
)


def _of_accounts() -> set[tuple[str, str]]:
    """Every column of the embedded ENT that refers to an account; newer tables have no foreign key for it."""
    keys = (key for table in ENT.tables.values() for column in table.c for key in column.foreign_keys)
    bound = {(k.parent.table.name, k.parent.name) for k in keys if k.target_fullname == "ent_accounts.id"}
    return bound | {(table.name, "account") for table in ENT.tables.values() if "account" in table.c}


def test_every_column_that_names_an_account_follows_a_merge_or_is_left_for_a_reason() -> None:
    assert _of_accounts() == {(f"ent_{table}", column) for table, column in (*merging.MOVED, *merging.LEFT)}


async def paired(fed: Fed) -> str:
    """The account made by hand, a pair with the fed one of Zoé; returns the identifier of that one."""
    await fed.enrol(BY_HAND)
    other = (await fed.one("Zoé Pereira")).id
    for pair in ((BY_HAND.id, other), (other, BY_HAND.id)):
        await fed.insert("duplicates", account=pair[0], other=pair[1])
    await fed.write("accounts", {"activated": False}, id=other)
    return str(other)


async def test_the_feed_finds_the_account_made_by_hand_that_took_over_and_changes_nothing(fed: Fed) -> None:
    school = files(
        ELM,
        pupil("Zoé", "Pereira", INE),
        adult("Ana", "Pereira", child("Zoé", "Pereira"), email="ana@example.org"),
    )
    await fed.feed(school)
    gone = await paired(fed)

    await EmbeddedDirectory(fed.records).merge(gone, BY_HAND.id)

    kept = await fed.by_ine(INE)
    assert (kept.id, kept.source, kept.first_name, kept.activated) == (BY_HAND.id, "AAF1D", "Zoé", True)
    before = await fed.picture()
    report = await fed.feed(school)
    assert (told(report, Change.CREATED), await fed.picture()) == ([], before)
    assert (await fed.by_ine(INE)).id == BY_HAND.id
    assert len(await fed.rows("accounts")) == 2


async def test_what_a_parent_awaits_and_what_other_schools_said_of_them_goes_along(fed: Fed) -> None:
    await fed.feed(files(ELM, pupil("Zoé", "Pereira", INE), adult("Ana", "Pereira", child("Zoé", "Pereira"))))
    parent = (await fed.one("Ana Pereira")).id
    await fed.enrol(
        Enrolment(
            id="ana2", login="ana2", first_name="Ana", last_name="Pereira", profile=Profile.RELATIVE, source="MANUAL"
        )
    )
    for one, other in ((parent, "ana2"), ("ana2", parent)):
        await fed.insert("duplicates", account=one, other=other)
    await fed.write("accounts", {"activated": False}, id=parent)

    await EmbeddedDirectory(fed.records).merge(str(parent), "ana2")

    assert {row.account for row in await fed.rows("fed")} >= {"ana2"}
    assert await fed.children("ana2") == {"Zoé"}
    assert not [row for row in await fed.rows("fed") if row.account == parent]


async def test_searches_find_who_is_left_at_once(town: Town) -> None:
    await town.directory.merge(GONE, KEPT)

    found = await town.directory.search(Query(words="pereira"), ["jean-moulin"], 9)
    assert [account.id for account in found.accounts] == [KEPT]
    doubles = await town.directory.search(Query(duplicates=True), ["jean-moulin"], 9)
    assert doubles.accounts == ()


async def test_a_third_account_stays_a_pair_with_the_one_that_is_left(town: Town) -> None:
    for one, other in ((GONE, "lea.martin"), ("lea.martin", GONE)):
        await _insert(town, "duplicates", account=one, other=other)

    await town.directory.merge(GONE, KEPT)

    assert (await town.account("lea.martin")).duplicates == (KEPT,)


async def test_what_was_told_apart_from_one_of_the_two_stays_apart(town: Town) -> None:
    for one, other in ((GONE, "lea.martin"), ("lea.martin", GONE)):
        await _insert(town, "duplicates", account=one, other=other)
    for one, other in ((KEPT, "lea.martin"), ("lea.martin", KEPT)):
        await _insert(town, "dissociated", account=one, other=other)

    await town.directory.merge(GONE, KEPT)

    assert (await town.account("lea.martin")).duplicates == ()
    assert await apart(town, KEPT) == {"lea.martin"}


async def test_accounts_told_apart_are_known_as_such_from_both_sides(town: Town) -> None:
    await town.directory.part(KEPT, GONE)
    await town.directory.part(GONE, KEPT)

    assert (await apart(town, KEPT), await apart(town, GONE)) == ({GONE}, {KEPT})


async def test_an_account_that_is_deleted_leaves_no_trace_of_whom_it_was_told_apart_from(town: Town) -> None:
    await town.directory.part(KEPT, GONE)
    await town.records.run(lambda connection: remove(connection, GONE))

    assert await apart(town, KEPT) == set()


async def test_messages_and_publications_follow(town: Town) -> None:
    await _insert(town, "messages", id="m1", account=GONE, subject="Bonjour", html="", at=town.now)

    await town.directory.merge(GONE, KEPT)

    rows = await town.records.read(lambda c: c.execute(ENT.tables["ent_messages"].select()).all())
    assert [row.account for row in rows if row.id == "m1"] == [KEPT]


async def test_the_pairs_of_the_demo_are_of_every_kind(town: Town) -> None:
    pairs = await town.directory.duplicates(["ode"])

    kinds = {
        (pair.one.profile is pair.other.profile, pair.one.activated and pair.other.activated)
        for pair in pairs
        if pair.other is not None
    }
    assert kinds >= {(True, False), (True, True), (False, True)}
    assert all(pair.score == likeness(pair.one, pair.other) for pair in pairs if pair.other is not None)


async def apart(town: Town, account: str) -> set[str]:
    """Whom the account was told apart from."""
    rows = await town.records.read(lambda c: c.execute(ENT.tables["ent_dissociated"].select()).all())
    return {row.other for row in rows if row.account == account}


async def _insert(town: Town, table: str, **values: object) -> None:
    rows = ENT.tables[f"ent_{table}"]
    await town.records.run(lambda connection: connection.execute(rows.insert(), values).rowcount)
