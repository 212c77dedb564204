"""Searches, on every adapter: by words, by filters, within structures, page by page."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from bot.ent.directory import Directory, Found, Query, Sort
from bot.terms import Account, Profile
from bot.workflows import search
from tests.contracts.stages import Stage


async def found(directory: Directory, words: str, *within: str, limit: int = 10, **filters: Any) -> list[str]:
    """The logins of the accounts that a search finds, on its first page."""
    page = await directory.search(Query(words, **filters), within or ("ode",), limit)
    return [account.login for account in page.accounts]


@pytest.mark.parametrize("words", ["gwen le g", "LE GOFF gwenaelle", "goff Gwenaëlle", "gw l g"])
async def test_beginnings_of_names_are_found_in_any_order_case_and_accent(directory: Directory, words: str) -> None:
    assert await found(directory, words) == ["gwenaelle.le-goff"]


@pytest.mark.parametrize("words", ["ndiaye", "N'Diaye", "n’diaye", "diaye aissatou", "N Diaye"])
async def test_a_name_with_an_apostrophe_is_found_however_it_is_typed(directory: Directory, words: str) -> None:
    assert await found(directory, words) == ["aissatou.ndiaye"]


@pytest.mark.parametrize(("words", "login"), [("boeuf", "francoise.boeuf"), ("tran m", "minh.tran")])
async def test_ligatures_and_foreign_accents_are_found_as_plain_letters(
    directory: Directory, words: str, login: str
) -> None:
    assert await found(directory, words) == [login]


async def test_every_word_must_begin_a_name(directory: Directory) -> None:
    assert await found(directory, "martin zoé") == []


async def test_the_middle_of_a_name_is_not_found(directory: Directory) -> None:
    assert await found(directory, "artin") == []


async def test_a_whole_login_is_found_though_no_name_begins_with_it(directory: Directory) -> None:
    assert await found(directory, "Directrice") == ["directrice"]


async def test_accounts_come_by_last_name_then_first_name(directory: Directory) -> None:
    by_name = ["enseignant", "gwenaelle.le-goff", "mael.le-goff", "gabin.lefevre", "inconnu", "mathys.leroy"]

    assert await found(directory, "le") == [*by_name, "lea.martin"]


async def test_a_search_gives_no_more_than_its_limit(directory: Directory) -> None:
    assert await found(directory, "martin", limit=2) == ["aurelie.martin", "jean-baptiste.martin"]


async def test_a_search_stays_inside_the_schools_it_is_given(directory: Directory) -> None:
    assert await found(directory, "ines", "louise-michel") == ["ines.ferreira"]


async def test_a_relative_is_found_in_the_schools_of_their_children_only(directory: Directory) -> None:
    assert await found(directory, "haddad karim", "louise-michel") == ["parent2"]
    assert await found(directory, "haddad karim", "jean-moulin") == []


async def test_a_whole_login_of_another_school_is_not_found(directory: Directory) -> None:
    assert await found(directory, "lea.martin", "louise-michel") == []


async def test_a_search_in_a_circonscription_reaches_the_classes_of_its_schools(directory: Directory) -> None:
    assert await found(directory, "ferreira", "creil") == ["ines.ferreira", "tiago.ferreira"]
    assert await found(directory, "ferreira", "beauvais") == []


@pytest.mark.parametrize("words", ["   ", "-’'", "%", "_", "🙂"])
async def test_words_without_a_letter_find_nobody(directory: Directory, words: str) -> None:
    assert await found(directory, words) == []


@pytest.mark.parametrize("words", ["lea\0", "\ud800", "le%", "' OR 1=1 --", "a\U0010ffff", "\0martin\udfff" * 40])
async def test_whatever_is_typed_can_be_searched(directory: Directory, words: str) -> None:
    assert isinstance(await directory.search(Query(words), ["ode"], 10), Found)
    assert await directory.by_login(words) is None


async def test_a_whole_letter_typed_as_a_name_finds_nobody(directory: Directory) -> None:
    assert await found(directory, " ".join(f"m{n}" for n in range(2000))) == []


async def test_nothing_is_found_within_no_structure(directory: Directory) -> None:
    assert await directory.search(Query("martin"), [], 10) == Found((), "", 0)


async def test_without_words_everybody_is_found(directory: Directory) -> None:
    assert await found(directory, "", "jules-verne", profiles=frozenset({Profile.STUDENT})) == [
        "raphael.gonzalez",
        "gabin.lefevre",
        "linh.tran",
    ]


async def test_profiles_narrow_a_list(directory: Directory) -> None:
    both = frozenset({Profile.RELATIVE, Profile.TEACHER})

    assert await found(directory, "le", profiles=both) == ["enseignant", "gwenaelle.le-goff", "inconnu"]


async def test_a_class_narrows_a_list_to_its_pupils_and_their_teachers(directory: Directory) -> None:
    cm2 = frozenset({"jean-moulin/CM2"})

    pupils = await found(directory, "", classes=cm2, profiles=frozenset({Profile.STUDENT}))
    teachers = await found(directory, "", classes=cm2, profiles=frozenset({Profile.TEACHER}))

    assert (pupils, teachers) == (["eleve", "lea.martin"], ["enseignant"])


async def test_a_manual_group_narrows_a_list(stage: Stage) -> None:
    await stage.group("jules-verne", "Chorale du jeudi", "gabin.lefevre", "linh.tran")

    assert await found(stage.directory, "", groups=frozenset({"Chorale du jeudi"})) == ["gabin.lefevre", "linh.tran"]
    assert await found(stage.directory, "", groups=frozenset({"Chorale du"})) == []


async def test_accounts_never_activated_are_told_apart(stage: Stage) -> None:
    await stage.never_activated("linh.tran")

    assert await found(stage.directory, "linh", activated=False) == ["linh.tran"]
    assert await found(stage.directory, "linh", activated=True) == []


async def test_blocked_accounts_are_told_apart(directory: Directory) -> None:
    assert await found(directory, "tran linh", blocked=True) == []

    await directory.block("linh.tran", True)

    assert await found(directory, "tran linh", blocked=True) == ["linh.tran"]
    assert await found(directory, "tran linh", blocked=False) == []


async def test_possible_duplicates_are_told_apart(stage: Stage) -> None:
    await stage.twins("lea.martin", "noe.martin")

    assert await found(stage.directory, "martin", duplicates=True) == ["lea.martin", "noe.martin"]


async def test_only_local_administrators_of_schools_are_administrators(directory: Directory) -> None:
    assert await found(directory, "", "creil", administrators=True) == ["adjoint", "directeur", "directrice"]


async def test_the_administrators_of_a_school_are_its_own_and_not_those_of_another(stage: Stage) -> None:
    await stage.appoint("double", "director", at=["louise-michel", "jean-moulin"], held=["louise-michel"])
    await stage.appoint(
        "both", "director", at=["louise-michel", "jean-moulin"], held=["louise-michel", "jean-moulin"]
    )

    async def listed(*within: str, words: str = "", **filters: Any) -> list[str]:
        return await found(stage.directory, words, *within, administrators=True, **filters)

    assert await listed("jean-moulin") == ["adjoint", "both", "directeur"]
    assert await listed("louise-michel") == ["both", "double", "directrice"]
    assert await listed("jules-verne") == ["directeur3"]
    assert await listed("creil") == ["adjoint", "both", "directeur", "double", "directrice"]
    assert await listed("jean-moulin", words="double") == []
    assert await listed("louise-michel", words="double", profiles=frozenset({Profile.TEACHER})) == ["double"]


async def test_an_erun_is_an_administrator_of_the_schools_below_where_they_belong(stage: Stage) -> None:
    await stage.appoint("both", "erun", at=["jean-moulin", "jules-verne"], held=["creil"])

    async def listed(*within: str) -> list[str]:
        return await found(stage.directory, "", *within, administrators=True)

    assert "both" in await listed("jean-moulin")
    assert "both" not in await listed("jules-verne")
    assert "both" not in await listed("louise-michel")


async def test_the_administrators_come_page_by_page_in_both_orders(stage: Stage) -> None:
    await stage.appoint("both", "director", at=["louise-michel"], held=["louise-michel"])
    for sort in Sort:
        query = Query(administrators=True, sort=sort)
        first = await stage.directory.search(query, ["creil"], 2)
        rest = await stage.directory.search(query, ["creil"], 2, first.after)

        assert [one.login for one in (*first.accounts, *rest.accounts)] == [
            "adjoint",
            "both",
            "directeur",
            "directrice",
        ]
        assert (first.count, rest.after) == (4, "")


async def test_a_source_narrows_a_list(directory: Directory) -> None:
    assert await found(directory, "linh", sources=frozenset({"AAF1D"})) == ["linh.tran"]
    assert await found(directory, "linh", sources=frozenset({"CSV"})) == []


@pytest.mark.parametrize(
    ("first", "last", "seen"),
    [
        (date(2026, 9, 1), None, True),
        (date(2026, 9, 2), None, False),
        (None, date(2026, 9, 1), True),
        (None, date(2026, 8, 31), False),
        (date(2026, 8, 1), date(2026, 9, 30), True),
    ],
)
async def test_the_day_of_creation_narrows_a_list(
    stage: Stage, first: date | None, last: date | None, seen: bool
) -> None:
    await stage.created("linh.tran", datetime(2026, 9, 1, 8, tzinfo=UTC))

    assert await found(stage.directory, "linh", created_from=first, created_until=last) == ["linh.tran"] * seen


async def test_a_list_by_profile_is_by_name_within_each(directory: Directory) -> None:
    pupils = ["mael.le-goff", "gabin.lefevre", "mathys.leroy", "lea.martin"]

    logins = await found(directory, "le", sort=Sort.PROFILE)

    assert logins == [*pupils, "gwenaelle.le-goff", "inconnu", "enseignant"]


@pytest.mark.parametrize("sort", list(Sort))
async def test_pages_follow_each_other_without_a_gap_or_a_repeat(directory: Directory, sort: Sort) -> None:
    everybody = await directory.search(Query(sort=sort), ["ode"], 1000)
    pages: list[Account] = []
    after = ""
    while True:
        page = await directory.search(Query(sort=sort), ["ode"], 7, after)
        pages += page.accounts
        after = page.after
        if not after:
            break

    assert [account.id for account in pages] == [account.id for account in everybody.accounts]
    assert everybody.after == ""
    assert len(pages) > 30


async def test_a_page_goes_on_after_an_account_that_is_no_longer_found(directory: Directory) -> None:
    first = await directory.search(Query("martin", blocked=False), ["ode"], 3)
    await directory.block(first.accounts[-1].id, True)

    rest = await directory.search(Query("martin", blocked=False), ["ode"], 3, first.after)

    assert [account.login for account in (*first.accounts, *rest.accounts)] == [
        "aurelie.martin",
        "jean-baptiste.martin",
        "lea.martin",
        "noe.martin",
    ]


async def test_a_key_that_no_page_gave_begins_anew(directory: Directory) -> None:
    page = await directory.search(Query("martin"), ["ode"], 1, "nobody")

    assert [account.login for account in page.accounts] == ["aurelie.martin"]


async def test_the_count_of_a_school_is_known(directory: Directory) -> None:
    page = await directory.search(Query("martin"), ["jean-moulin"], 1)

    assert page.count == 4


@pytest.mark.parametrize(
    ("typed", "login"),
    [
        *[(typed, "gwenaelle.le-goff") for typed in ("gwen legoff", "Mme Le-Goff gwenaëlle", "LEGOFF Gwenaelle")],
        *[(typed, "francoise.boeuf") for typed in ("Mme Bœuf", "madame BOEUF", "M. et Mme bœuf françoise")],
        *[(typed, "zoe.da-silva-pereira") for typed in ("dasilva zoe", "zoé da silva")],
        ("Mlle N'diaye", "aissatou.ndiaye"),
    ],
)
async def test_a_name_is_found_as_people_write_it(directory: Directory, typed: str, login: str) -> None:
    assert [one.login for one in await search.called(directory, typed, ["ode"], 9)] == [login]


async def test_a_name_written_otherwise_is_found_in_the_schools_asked_for_alone(directory: Directory) -> None:
    [there] = await search.called(directory, "gwen legoff", ["ode"], 9)
    other = next(key for key in ("jean-moulin", "louise-michel") if key not in {one.id for one in there.places})

    assert await search.called(directory, "gwen legoff", [other], 9) == []
