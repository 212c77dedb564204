"""Duplicates, on every adapter: which there are, and what becomes of two accounts merged, or told apart."""

from __future__ import annotations

import pytest

from bot.ent.directory import Directory, Reason
from tests.contracts.questions import known, why
from tests.contracts.stages import Stage

ACTIVE, NEVER = "zoe.da-silva-pereira", "zoe.pereira"


async def listed(directory: Directory, *within: str) -> list[tuple[str, str, bool, int]]:
    """The pairs there: both identifiers, whether the second account was told, and the score."""
    pairs = await directory.duplicates(within)
    assert all(pair.other is None or pair.other.id == pair.other_id for pair in pairs)
    return [(pair.one.id, pair.other_id, pair.other is not None, pair.score) for pair in pairs]


async def gone(directory: Directory, account: str, place: str) -> bool:
    """Whether the ENT has no such account any more."""
    return await directory.account(account, [place]) is None


async def test_the_likeliest_pairs_come_first_and_each_once(stage: Stage) -> None:
    await stage.twins("aurelie.martin", "jean-baptiste.martin")

    assert await listed(stage.directory, "jean-moulin") == [
        (ACTIVE, NEVER, True, 4),  # first name and birth date
        ("aurelie.martin", "jean-baptiste.martin", True, 3),
    ]


async def test_an_account_of_another_school_is_not_told(directory: Directory) -> None:
    assert await listed(directory, "jaures-noyon", "marie-curie") == [
        ("parent3", "nabil.ferhat", False, 4),
        ("maitresse", "julie.fontaine", False, 4),
    ]


async def test_who_administers_both_schools_is_told_both_accounts(directory: Directory) -> None:
    found = await listed(directory, "jaures-noyon", "eluard")

    assert ("nabil.ferhat", "parent3", True, 4) in found


async def test_a_school_without_duplicates_has_none(directory: Directory) -> None:
    assert await directory.duplicates(["louise-michel"]) == []
    assert await directory.duplicates([]) == []


async def test_the_account_that_was_never_activated_goes_and_its_ties_stay(stage: Stage) -> None:
    directory = stage.directory
    await stage.tie("gwenaelle.le-goff", NEVER)

    await directory.merge(NEVER, ACTIVE)

    kept = await known(directory, ACTIVE)
    assert await gone(directory, NEVER, "jean-moulin")
    assert (kept.activated, kept.source, kept.duplicates) == (True, "AAF1D", ())
    assert kept.relatives == ("gwenaelle.le-goff",)
    assert ACTIVE in (await known(directory, "gwenaelle.le-goff")).children
    assert await listed(directory, "jean-moulin") == []


async def test_an_activated_account_made_by_hand_is_kept_and_fed_from_then_on(stage: Stage) -> None:
    directory = stage.directory
    await stage.fed_by(ACTIVE, "MANUAL")
    await stage.fed_by(NEVER, "AAF1D")

    await directory.merge(NEVER, ACTIVE)

    assert (await known(directory, ACTIVE)).source == "AAF1D"
    assert await gone(directory, NEVER, "jean-moulin")


async def test_the_account_that_would_be_kept_never_goes(stage: Stage) -> None:
    assert await why(stage.directory.merge(ACTIVE, NEVER)) == Reason.OTHER_KEPT
    assert (await known(stage.directory, NEVER)).duplicates == (ACTIVE,)


async def test_of_two_that_were_never_activated_the_one_of_the_feed_is_kept(stage: Stage) -> None:
    directory = stage.directory
    await stage.never_activated(ACTIVE)
    assert await why(directory.merge(ACTIVE, NEVER)) == Reason.OTHER_KEPT

    await directory.merge(NEVER, ACTIVE)

    assert await gone(directory, NEVER, "jean-moulin")


async def test_where_the_ent_has_no_preference_whoever_asks_says_which(stage: Stage) -> None:
    directory = stage.directory
    await stage.never_activated(ACTIVE)
    await stage.fed_by(ACTIVE, "MANUAL")
    kept, going = (ACTIVE, NEVER)  # the older one

    await directory.merge(going, kept)

    assert await gone(directory, going, "jean-moulin")
    assert (await known(directory, kept)).id == kept


async def test_two_activated_accounts_are_never_merged(directory: Directory) -> None:
    kept, going = "parent3", "nabil.ferhat"

    assert await why(directory.merge(going, kept)) == Reason.BOTH_ACTIVE
    assert (await known(directory, going)).duplicates == (kept,)


async def test_two_profiles_are_two_accounts(directory: Directory) -> None:
    assert await why(directory.merge("julie.fontaine", "maitresse")) == Reason.PROFILES


async def test_two_accounts_that_the_same_feed_has_are_not_merged(stage: Stage) -> None:
    await stage.fed_by(NEVER, "AAF1D")

    assert await why(stage.directory.merge(NEVER, ACTIVE)) == Reason.SAME_FEED


@pytest.mark.parametrize("blocked", [ACTIVE, NEVER])
async def test_a_blocked_account_is_neither_merged_nor_told_apart(directory: Directory, blocked: str) -> None:
    await directory.block(blocked, True)

    assert await why(directory.merge(NEVER, ACTIVE)) == Reason.BLOCKED
    assert await why(directory.part(NEVER, ACTIVE)) == Reason.BLOCKED


async def test_accounts_that_are_no_pair_are_not_merged(stage: Stage) -> None:
    await stage.fed_by("lea.martin", "MANUAL")
    await stage.never_activated("lea.martin")

    assert await why(stage.directory.merge("lea.martin", ACTIVE)) == Reason.APART


async def test_an_account_that_is_gone_is_not_settled(directory: Directory) -> None:
    assert await why(directory.merge("nobody", ACTIVE)) == Reason.GONE
    assert await why(directory.part(ACTIVE, "nobody")) == Reason.GONE


async def test_two_accounts_told_apart_are_no_pair_any_more(directory: Directory) -> None:
    for _ in range(2):  # the second time changes nothing
        await directory.part(NEVER, ACTIVE)

    assert (await known(directory, ACTIVE)).duplicates == ()
    assert await listed(directory, "jean-moulin") == []
    assert await why(directory.merge(NEVER, ACTIVE)) == Reason.APART


async def test_two_accounts_merged_are_not_merged_again(directory: Directory) -> None:
    await directory.merge(NEVER, ACTIVE)

    assert await why(directory.merge(NEVER, ACTIVE)) == Reason.GONE
