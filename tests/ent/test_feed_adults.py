"""Adults of the feed: when two rows are one person, and when they must not be; whose children they are."""

from __future__ import annotations

from itertools import permutations

import pytest

from bot.ent.embedded.enrolment import Enrolment
from bot.terms import Profile
from bot.terms.feed import AdultRecord, Change, Datum
from tests.ent.fed import BAY, ELM, OAK, Fed, adult, child, files, home, pupil, reasons, told

LEO, ANA = pupil("Léo", "ROY", "123456789AB"), pupil("Ana", "PETIT", "987654321CD", "CM2")
TOM = pupil("Tom", "PETIT", "555555555EE", "CP")
OF_LEO, OF_ANA, OF_TOM = child("Léo", "ROY"), child("Ana", "PETIT"), child("Tom", "PETIT")


def sophie(*children: object, **rest: object) -> AdultRecord:
    """A row of an adult whose name several people have."""
    return adult("Sophie", "PETITJEAN", *children, **rest)  # type: ignore[arg-type]


async def families(fed: Fed) -> list[list[str]]:
    """The children of each account of that name."""
    return sorted([sorted(await fed.children(row.id)) for row in await fed.named("Sophie PETITJEAN")])


async def test_a_parent_is_tied_to_the_children_named(fed: Fed) -> None:
    await fed.feed(files(ELM, LEO, ANA, sophie(OF_LEO, OF_ANA, email="s.petitjean@example.org")))

    account = await fed.one("Sophie PETITJEAN")
    assert (account.email, account.profile, account.activated) == ("s.petitjean@example.org", "relative", False)
    assert await families(fed) == [["Ana", "Léo"]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"email": "S.Petitjean@example.org"}, {"email": "s.petitjean@EXAMPLE.org "}),
        ({"mobile": "0612345678"}, {"mobile": "+33612345678"}),
        (
            {"address": home("12 av. de l’Église")},
            {"address": home("12, AVENUE DE L'EGLISE", "60 100", "CREIL CEDEX")},
        ),
    ],
)
async def test_one_account_for_the_children_of_all_schools(
    fed: Fed, one: dict[str, object], other: dict[str, object]
) -> None:
    await fed.feed(files(ELM, LEO, sophie(OF_LEO, **one)), files(OAK, ANA, sophie(OF_ANA, **other)))

    assert await families(fed) == [["Ana", "Léo"]]


async def test_names_alone_join_nobody(fed: Fed) -> None:
    for _ in range(2):
        await fed.feed(
            files(ELM, LEO, TOM, sophie(OF_LEO), sophie(OF_TOM, email="s@example.org")),
            files(OAK, ANA, sophie(OF_ANA)),
        )

    assert await families(fed) == [["Ana"], ["Léo"], ["Tom"]]


async def test_a_new_person_of_the_same_names_does_not_take_an_account_whose_row_said_as_little(fed: Fed) -> None:
    await fed.feed(files(ELM, LEO, TOM, sophie(OF_LEO)))
    report = await fed.feed(files(ELM, LEO, TOM, sophie(OF_TOM)))

    assert await families(fed) == [["Léo"], ["Tom"]]
    assert reasons(report) == ["adult-namesake"]


@pytest.mark.parametrize("order", list(permutations(range(3))))
async def test_three_rows_that_share_something_two_by_two_may_be_strangers(fed: Fed, order: tuple[int, ...]) -> None:
    rows = [
        sophie(OF_LEO, email="s@example.org"),
        sophie(OF_ANA, email="s@example.org", address=home("3 rue Haute")),
        sophie(OF_TOM, address=home("3 rue Haute")),
    ]
    shuffled = [rows[at] for at in order]
    first = await fed.feed(files(ELM, LEO, ANA, TOM, *shuffled))
    again = await fed.feed(files(ELM, LEO, ANA, TOM, *shuffled))

    assert await families(fed) == [["Ana"], ["Léo"], ["Tom"]]
    assert ("adult-alike" in reasons(first), again.changes) == (True, ())


async def test_an_adult_near_to_two_accounts_is_joined_to_neither(fed: Fed) -> None:
    await fed.feed(
        files(ELM, LEO, sophie(OF_LEO, email="s@example.org")), files(OAK, ANA, sophie(OF_ANA, mobile="0612345678"))
    )
    report = await fed.feed(files(BAY, TOM, sophie(OF_TOM, email="s@example.org", mobile="0612345678")))

    assert await families(fed) == [["Ana"], ["Léo"], ["Tom"]]
    assert reasons(report) == ["adult-several", "double-namesake"]


async def test_two_adults_of_one_household_have_two_accounts(fed: Fed) -> None:
    shared = {"email": "famille@example.org", "address": home("3 rue Haute"), "mobile": "0612345678"}
    rows = adult("Sophie", "PETITJEAN", OF_LEO, **shared), adult("Marc", "PETITJEAN", OF_LEO, **shared)
    await fed.feed(files(ELM, LEO, *rows))

    assert {row.first_name for row in await fed.rows("accounts")} == {"Léo", "Sophie", "Marc"}


async def test_the_same_known_child_and_names_are_the_same_person_whatever_else_changed(fed: Fed) -> None:
    await fed.feed(files(ELM, LEO, sophie(OF_LEO, email="old@example.org", mobile="0612345678")))
    report = await fed.feed(files(ELM, LEO, sophie(OF_LEO, email="new@example.org")))

    assert (await fed.one("Sophie PETITJEAN")).email == "new@example.org"
    changed = [one for one in report.changes if one.change is Change.CHANGED]
    assert [one.data for one in changed] == [(Datum("mail"),)]


async def test_a_parent_follows_a_child_to_another_school(fed: Fed) -> None:
    await fed.feed(files(ELM, LEO, sophie(OF_LEO)))
    await fed.feed(files(OAK, LEO, sophie(OF_LEO, email="s@example.org")))

    assert await families(fed) == [["Léo"]]


async def test_details_of_two_schools_do_not_push_each_other_out(fed: Fed) -> None:
    feeds = (
        files(ELM, LEO, sophie(OF_LEO, mobile="0612345678", email="s@example.org")),
        files(OAK, ANA, sophie(OF_ANA, mobile="0612345678")),
    )
    await fed.feed(*feeds)
    await fed.feed(*feeds)

    assert [report.changes for report in fed.reports] == [(), ()]
    assert (await fed.one("Sophie PETITJEAN")).email == "s@example.org"


async def test_children_are_found_by_used_name_too_and_the_class_is_not_needed(fed: Fed) -> None:
    used = pupil("Léo", "ROY", "123456789AB", used_name="PETITJEAN")
    await fed.feed(files(ELM, used, sophie(child("leo", "Petit-Jean", "Classe de M Machin"))))

    assert await families(fed) == [["Léo"]]


async def test_the_class_decides_between_namesakes(fed: Fed) -> None:
    twice = pupil("Léo", "ROY", "111111111AA", "CP"), pupil("Léo", "ROY", "222222222BB", "CM2")
    await fed.feed(files(ELM, *twice, sophie(child("Léo", "ROY", "cm2"))))

    ties = [row.student for row in await fed.rows("families")]
    assert [row.ine for row in await fed.rows("accounts") if row.id in ties] == ["222222222BB"]


async def test_two_pupils_of_one_name_and_class_are_tied_to_nobody(fed: Fed) -> None:
    twice = pupil("Léo", "ROY", "111111111AA"), pupil("Léo", "ROY", "222222222BB")
    rows = files(ELM, *twice, sophie(child("Léo", "ROY", "CE1")))
    report = await fed.feed(rows)
    again = await fed.feed(rows)

    assert (await families(fed), reasons(report), again.changes) == ([[]], ["child-ambiguous", "double-namesake"], ())
    assert await fed.places("Sophie PETITJEAN") == {"École des Ormes"}

    await fed.feed(files(ELM, twice[0]), complete=True, most_leaving=1.0)
    assert await families(fed) == [[]]


async def test_a_pupil_whom_the_files_do_not_name_does_not_win_a_link_by_an_old_class(fed: Fed) -> None:
    old, new = pupil("Léo", "ROY", "111111111AA", "CM1"), pupil("Léo", "ROY", "222222222BB", "CM1")
    await fed.feed(files(ELM, old, pupil("Eva", "BON", "333333333CC")))
    await fed.feed(files(ELM, new))
    moved = pupil("Léo", "ROY", "222222222BB", "CM2")
    report = await fed.feed(files(ELM, moved, sophie(child("Léo", "ROY", "CM1"))))

    assert (await families(fed), "child-ambiguous" in reasons(report)) == ([[]], True)


async def test_an_adult_whose_children_nobody_knows_is_noted_and_not_made(fed: Fed) -> None:
    report = await fed.feed(files(ELM, LEO, sophie(child("Zoé", "MARCHAND"))))

    assert reasons(report) == ["child-unknown", "no-child"]
    assert await fed.named("Sophie PETITJEAN") == []


async def test_a_child_who_is_held_is_tied_when_they_arrive(fed: Fed) -> None:
    held = files(ELM, pupil("Léo", "ROY"), sophie(OF_LEO))
    await fed.feed(held)
    again = await fed.feed(held)
    assert (await families(fed), again.changes, reasons(again)) == ([[]], (), ["child-held", "no-ine"])

    await fed.feed(files(ELM, LEO))
    assert (await families(fed), await fed.rows("awaited")) == ([["Léo"]], [])
    assert await fed.places("Sophie PETITJEAN") == set()


async def test_adults_may_come_in_a_later_run_than_pupils(fed: Fed) -> None:
    await fed.feed(files(ELM, LEO))
    await fed.feed(files(ELM, sophie(OF_LEO)))

    assert await families(fed) == [["Léo"]]


async def test_a_child_is_found_by_the_identifier_that_the_files_give(fed: Fed) -> None:
    twice = pupil("Léo", "ROY", external_id="S1"), pupil("Léo", "ROY", "222222222BB", external_id="S2")
    await fed.feed(files(ELM, *twice, sophie(child("", "", external_id="S2"))), without_ine=True)

    ties = [row.student for row in await fed.rows("families")]
    assert [row.ine for row in await fed.rows("accounts") if row.id in ties] == ["222222222BB"]


async def test_a_tie_ends_with_the_row_of_complete_files_and_one_made_by_hand_stays(fed: Fed) -> None:
    await fed.feed(files(ELM, LEO, ANA, TOM, sophie(OF_LEO, OF_ANA)))
    by_hand = {"relative": (await fed.one("Sophie PETITJEAN")).id, "student": (await fed.one("Tom PETIT")).id}
    await fed.insert("families", **by_hand)
    await fed.feed(files(ELM, LEO, ANA, TOM, sophie(OF_LEO)), complete=True)

    assert await families(fed) == [["Léo", "Tom"]]


async def test_the_adults_of_one_class_leave_brothers_sisters_and_details_as_they_are(fed: Fed) -> None:
    whole = sophie(OF_ANA, OF_TOM, email="s@example.org", address=home("3 rue Haute"))
    await fed.feed(files(ELM, ANA, TOM, whole))
    await fed.feed(files(ELM, sophie(OF_TOM, mobile="0612345678", address=home("9 rue Basse", "", ""))))

    account = await fed.one("Sophie PETITJEAN")
    assert (await families(fed), account.email) == ([["Ana", "Tom"]], "s@example.org")
    [brought] = [row for row in await fed.rows("fed") if row.account == account.id]
    assert (brought.mobile, brought.street, brought.postcode) == ("0612345678", "9 rue Basse", "")


async def test_a_parent_stays_tied_to_a_child_who_went_to_another_class_since_their_file(fed: Fed) -> None:
    row = sophie(child("Léo", "ROY", "CE1"))
    await fed.feed(files(ELM, LEO, TOM, row))
    await fed.feed(files(ELM, pupil("Léo", "ROY", "123456789AB", "CP"), pupil("Zoé", "BON", "333333333CC"), row))

    assert await families(fed) == [["Léo"]]


async def test_an_adult_made_by_hand_is_never_touched_and_the_likeness_is_said(fed: Fed) -> None:
    await fed.feed(files(ELM, LEO))
    made = Enrolment(
        id="hand",
        login="sophie",
        first_name="Sophie",
        last_name="PETITJEAN",
        profile=Profile.RELATIVE,
        children=((await fed.one("Léo ROY")).id,),
        email="s@example.org",
        source="MANUAL",
    )
    await fed.enrol(made)
    before = [row for row in await fed.rows("accounts") if row.id == "hand"]
    report = await fed.feed(files(ELM, LEO, sophie(OF_LEO, email="s@example.org")), complete=True)

    assert [row for row in await fed.rows("accounts") if row.id == "hand"] == before
    assert (await families(fed), reasons(report)) == ([["Léo"]] * 2, ["adult-by-hand", "double-namesake"])


async def test_adults_left_without_a_child_wait_only_where_their_own_file_is_complete(fed: Fed) -> None:
    rows = [pupil(f"Ana{n}", "PETIT", f"{n:09}AA") for n in range(10)]
    parents = [adult(f"Awa{n}", "PETIT", child(f"Ana{n}", "PETIT")) for n in range(10)]
    await fed.feed(files(ELM, *rows, *parents))

    report = await fed.feed(files(ELM, *rows[1:]), complete=True)
    assert told(report, Change.LEAVING) == ["Ana0 PETIT"]
    report = await fed.feed(files(ELM, *rows[1:], *parents[1:]), complete=True)
    assert told(report, Change.LEAVING) == ["Awa0 PETIT"]
    report = await fed.feed(files(ELM, *rows, *parents), complete=True)
    assert told(report, Change.RESTORED) == ["Ana0 PETIT", "Awa0 PETIT"]
    assert await fed.children((await fed.one("Awa0 PETIT")).id) == {"Ana0"}


async def test_a_parent_with_a_child_in_another_school_does_not_leave(fed: Fed) -> None:
    rows = [pupil(f"Ana{n}", "PETIT", f"{n:09}AA") for n in range(10)]
    await fed.feed(
        files(
            ELM,
            *rows,
            sophie(child("Ana0", "PETIT"), mobile="0612345678"),
            adult("Awa", "PETIT", child("Ana1", "PETIT")),
        )
    )
    await fed.feed(files(OAK, LEO, sophie(OF_LEO, mobile="0612345678")))
    report = await fed.feed(files(ELM, *rows[1:], adult("Awa", "PETIT", child("Ana1", "PETIT"))), complete=True)

    assert told(report, Change.LEAVING) == ["Ana0 PETIT"]
