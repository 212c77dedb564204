"""Pupils of the feed: who gets an account, who is recognised, who is held, and where they go."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from bot.ent.embedded.enrolment import Enrolment
from bot.terms import Profile
from bot.terms.feed import Change, Datum
from tests.ent.fed import ELM, OAK, Fed, adult, child, files, pupil, reasons, told

INE, OTHER = "123456789AB", "987654321CD"


async def test_a_pupil_with_ine_and_class_has_an_account_in_the_class(fed: Fed) -> None:
    report = await fed.feed(files(ELM, pupil("Maëlys", "D’HAUTEVILLE", INE, "CE1  Mme Roux")))

    account = await fed.one("Maëlys D’HAUTEVILLE")
    assert (account.login, account.ine, account.source) == ("maelys.d-hauteville", INE, "AAF1D")
    assert (account.activated, account.birth_date) == (False, date(2018, 3, 4))
    assert await fed.places("Maëlys D’HAUTEVILLE") == {"CE1 Mme Roux"}
    assert told(report, Change.CREATED) == ["CE1 Mme Roux", "Maëlys D’HAUTEVILLE"]


async def test_a_pupil_without_ine_or_class_is_held_until_a_later_file(fed: Fed) -> None:
    report = await fed.feed(files(ELM, pupil("Léo", "ROY"), pupil("Ana", "ROY", INE, "")))

    assert (await fed.rows("accounts"), reasons(report)) == ([], ["no-class", "no-ine"])
    assert {row.reason for row in await fed.rows("held")} == {"no-class", "no-ine"}

    await fed.feed(files(ELM, pupil("Léo", "ROY", OTHER), pupil("Ana", "ROY", INE)))
    assert len(await fed.rows("accounts")) == 2
    assert await fed.rows("held") == []


async def test_the_older_layout_has_no_ine_and_still_makes_accounts_once(fed: Fed) -> None:
    rows = pupil("Léo", "ROY"), pupil("Ana", "ROY")
    await fed.feed(files(ELM, *rows), without_ine=True)
    report = await fed.feed(files(ELM, *rows), without_ine=True)

    assert (len(await fed.rows("accounts")), report.changes) == (2, ())
    assert report.unchanged == {"pupil": 2}


async def test_an_ine_is_learnt_by_names_and_birth_date_with_one_hit(fed: Fed) -> None:
    await fed.feed(files(ELM, pupil("Anne-Lise", "LE ROY")), without_ine=True)
    await fed.feed(files(ELM, pupil("anne lise", "Le-Roy", INE)))

    assert [row.ine for row in await fed.rows("accounts")] == [INE]


async def test_an_ine_is_not_learnt_where_two_accounts_have_the_names_and_the_date(fed: Fed) -> None:
    twice = pupil("Léo", "ROY", INE), pupil("Léo", "ROY", OTHER)
    await fed.feed(files(ELM, *twice))
    await fed.write("accounts", {"ine": None}, source="AAF1D")
    report = await fed.feed(files(ELM, pupil("Léo", "ROY", "111111111ZZ")))

    assert len(await fed.named("Léo ROY")) == 3
    assert reasons(report) == ["double-namesake", "pupil-several"]


async def test_a_namesake_of_another_birth_date_or_school_is_not_joined(fed: Fed) -> None:
    await fed.feed(files(ELM, pupil("Léo", "ROY")), without_ine=True)
    await fed.feed(files(ELM, pupil("Léo", "ROY", INE, birth_date=date(2017, 1, 1))))
    await fed.feed(files(OAK, pupil("Léo", "ROY", OTHER)))

    assert sorted(row.login for row in await fed.rows("accounts")) == ["leo.roy", "leo.roy2", "leo.roy3"]


async def test_an_ine_that_names_somebody_else_is_said_and_not_joined(fed: Fed) -> None:
    await fed.feed(files(ELM, pupil("Léo", "ROY", INE)))
    report = await fed.feed(files(ELM, pupil("Ana", "PETIT", INE, birth_date=date(2019, 9, 9))))

    assert reasons(report) == ["ine-of-another"]
    assert [row.first_name for row in await fed.rows("accounts")] == ["Léo"]


async def test_a_corrected_name_and_a_corrected_birth_date_keep_the_account(fed: Fed) -> None:
    await fed.feed(files(ELM, pupil("Léo", "ROI", INE)))
    before = await fed.one("Léo ROI")
    report = await fed.feed(files(ELM, pupil("Léo", "ROY", INE)))
    await fed.feed(files(ELM, pupil("Léo", "ROY", INE, birth_date=date(2018, 4, 3))))

    after = await fed.one("Léo ROY")
    assert (after.id, after.login, after.birth_date) == (before.id, before.login, date(2018, 4, 3))
    assert [(one.change, one.data) for one in report.changes] == [
        (Change.CHANGED, (Datum("name", "Léo ROI", "Léo ROY"),))
    ]


async def test_two_rows_of_one_ine_that_differ_are_both_refused(fed: Fed) -> None:
    report = await fed.feed(files(ELM, pupil("Léo", "ROY", INE), pupil("Ana", "PETIT", INE)))

    assert (await fed.rows("accounts"), [one.reason for one in report.findings]) == ([], ["ine-twice", "ine-twice"])


async def test_a_pupil_keeps_account_and_login_from_school_to_school(fed: Fed) -> None:
    await fed.feed(files(ELM, pupil("Léo", "ROY", INE)))
    before = await fed.one("Léo ROY")
    report = await fed.feed(files(OAK, pupil("Léo", "ROY", INE, "CE2")))

    assert (await fed.one("Léo ROY"))._mapping == before._mapping
    assert await fed.places("Léo ROY") == {"CE2"}
    moved = next(one for one in report.changes if one.change is Change.MOVED)
    assert moved.data == (Datum("class", "CE1", "CE2"), Datum("school", "École des Ormes", "École des Chênes"))


async def test_a_new_class_ends_the_former_one_unless_it_was_attached_by_hand(fed: Fed) -> None:
    await fed.feed(files(ELM, pupil("Léo", "ROY", INE), pupil("Ana", "PETIT", OTHER, "ULIS")))
    ulis = next(row.id for row in await fed.rows("structures") if row.name == "ULIS")
    await fed.insert("attachments", account=(await fed.one("Léo ROY")).id, structure=ulis)
    await fed.feed(files(ELM, pupil("Léo", "ROY", INE, "CE2"), pupil("Ana", "PETIT", OTHER, "CE2")))

    assert await fed.places("Léo ROY") == {"CE2", "ULIS"}
    assert await fed.places("Ana PETIT") == {"CE2"}


async def test_a_pupil_in_the_files_of_two_schools_stays_where_they_are(fed: Fed) -> None:
    await fed.feed(files(OAK, pupil("Léo", "ROY", INE, "CP")))
    both = files(ELM, pupil("Léo", "ROY", INE, "CE1")), files(OAK, pupil("Léo", "ROY", INE, "CP"))
    for order in (both, both[::-1]):
        await fed.feed(*order)
        assert await fed.places("Léo ROY") == {"CP"}
        assert "in-two-schools" in [finding.reason for report in fed.reports for finding in report.findings]


async def test_an_edit_of_what_comes_from_onde_is_overwritten(fed: Fed) -> None:
    row = pupil("Léo", "ROY", INE)
    await fed.feed(files(ELM, row))
    await fed.write("accounts", {"first_name": "Leopold", "birth_date": date(2000, 1, 1)}, ine=INE)
    await fed.feed(files(ELM, row))

    assert (await fed.one("Léo ROY")).birth_date == row.birth_date


async def test_an_account_made_by_hand_is_never_touched_and_the_likeness_is_said(fed: Fed) -> None:
    await fed.feed(files(ELM, pupil("Ana", "PETIT", OTHER)))
    class_ = next(row.id for row in await fed.rows("structures") if row.name == "CE1")
    made = Enrolment(
        id="hand",
        login="leo",
        first_name="Léo",
        last_name="ROY",
        profile=Profile.STUDENT,
        places=(class_,),
        birth_date=date(2018, 3, 4),
        source="MANUAL",
    )
    await fed.enrol(made)
    before = [row for row in await fed.rows("accounts") if row.id == "hand"]
    report = await fed.feed(files(ELM, pupil("Léo", "ROY", INE), pupil("Ana", "PETIT", OTHER)), complete=True)

    assert [row for row in await fed.rows("accounts") if row.id == "hand"] == before
    assert (len(await fed.named("Léo ROY")), reasons(report)) == (2, ["double-namesake", "pupil-by-hand"])


async def test_a_class_is_renamed_by_its_number_and_kept_by_its_label(fed: Fed) -> None:
    await fed.feed(files(ELM, pupil("Léo", "ROY", INE, "CE1 A", class_id="77"), pupil("Ana", "PETIT", OTHER, "CM1")))
    before = {row.id for row in await fed.rows("structures")}
    report = await fed.feed(
        files(ELM, pupil("Léo", "ROY", INE, "CE1 Mme Roux", class_id="77"), pupil("Ana", "PETIT", OTHER, " cm1 "))
    )

    assert {row.id for row in await fed.rows("structures")} == before
    assert told(report, Change.RENAMED) == ["CE1 Mme Roux"]
    assert await fed.places("Léo ROY") == {"CE1 Mme Roux"}


async def test_two_classes_may_change_their_labels_with_each_other(fed: Fed) -> None:
    def rows(one: str, two: str) -> list[object]:
        return [pupil("Léo", "ROY", INE, one, class_id="1"), pupil("Ana", "PETIT", OTHER, two, class_id="2")]

    await fed.feed(files(ELM, *rows("CE1 A", "CE1 B")))  # type: ignore[arg-type]
    await fed.feed(files(ELM, *rows("CE1 B", "CE1 A")))  # type: ignore[arg-type]

    assert (await fed.places("Léo ROY"), await fed.places("Ana PETIT")) == ({"CE1 B"}, {"CE1 A"})


async def test_a_class_of_two_levels_is_one_class(fed: Fed) -> None:
    rows = pupil("Léo", "ROY", INE, "CE1-CE2", year="CE1"), pupil("Ana", "PETIT", OTHER, "CE1-CE2", year="CE2")
    report = await fed.feed(files(ELM, *rows))

    assert told(report, Change.CREATED).count("CE1-CE2") == 1


async def test_nobody_leaves_because_of_a_file_that_is_not_complete(fed: Fed) -> None:
    await fed.feed(files(ELM, pupil("Léo", "ROY", INE), pupil("Ana", "PETIT", OTHER)))
    report = await fed.feed(files(ELM, pupil("Léo", "ROY", INE)))

    assert report.changes == ()
    assert [row.missing_since for row in await fed.rows("accounts")] == [None, None]


async def test_who_is_not_in_a_complete_file_waits_and_comes_back_with_everything(fed: Fed) -> None:
    rows = [pupil("Léo", "ROY", INE), *(pupil(f"Ana{n}", "PETIT", f"{n:09}AA") for n in range(4))]
    await fed.feed(files(ELM, *rows))
    before = await fed.picture()
    report = await fed.feed(files(ELM, *rows[1:]), complete=True)
    assert told(report, Change.LEAVING) == ["Léo ROY"]
    assert (await fed.one("Léo ROY")).missing_since == fed.now

    await fed.write("accounts", {"deleted_at": fed.now}, ine=INE)
    fed.now += timedelta(days=100)
    report = await fed.feed(files(ELM, *rows), complete=True)
    assert told(report, Change.RESTORED) == ["Léo ROY"]
    assert await fed.picture() == before


async def test_too_many_leavers_an_empty_file_and_a_header_alone_change_nothing(fed: Fed) -> None:
    rows = [pupil(f"Ana{n}", "PETIT", f"{n:09}AA") for n in range(10)]
    await fed.feed(files(ELM, *rows))
    before = await fed.picture()

    report = await fed.feed(files(ELM, *rows[:7], pupil("Léo", "ROY", INE)), complete=True)
    assert (report.stopped, dict(report.facts)) == (
        "too-many-leave",
        {"kind": "pupils", "leaving": "3", "known": "10"},
    )
    empty = await fed.feed(replace(files(ELM, rows[0]), pupils=()))
    assert (empty.stopped, empty.facts["kind"]) == ("empty", "pupils")
    assert (await fed.feed(files("0609999T", *rows))).stopped == "unknown-place"
    assert (await fed.feed(files("0609999Z", *rows))).stopped == "wrong-letter"
    assert await fed.picture() == before

    await fed.feed(files(ELM, *rows[:7]), complete=True, most_leaving=0.5)
    assert sum(row.missing_since is not None for row in await fed.rows("accounts")) == 3


async def test_a_pupil_whose_row_was_refused_does_not_leave(fed: Fed) -> None:
    rows = [pupil(f"Ana{n}", "PETIT", f"{n:09}AA") for n in range(10)]
    await fed.feed(files(ELM, *rows))
    wrong = pupil("Léo", "PETIT", "000000000AA", birth_date=date(2001, 1, 1))
    report = await fed.feed(files(ELM, *rows[1:], wrong), complete=True)

    assert reasons(report) == ["ine-of-another"]
    assert told(report, Change.LEAVING) == []


async def test_the_last_file_of_each_kind_is_noted(fed: Fed) -> None:
    await fed.feed(files(ELM, pupil("Léo", "ROY", INE), adult("Awa", "ROY", child("Léo", "ROY"))))
    fed.now = datetime(2026, 10, 1, tzinfo=UTC)
    await fed.feed(files(ELM, pupil("Léo", "ROY", INE)))

    arrived = {row.kind: row.at for row in await fed.rows("feed_runs")}
    assert arrived["adults"] < arrived["pupils"] == fed.now


async def test_twins_whose_ines_are_mixed_up_stay_who_they_are(fed: Fed) -> None:
    await fed.feed(files(ELM, pupil("Awa", "KONE", "111111111AA"), pupil("Adama", "KONE", "222222222BB")))
    report = await fed.feed(files(ELM, pupil("Awa", "KONE", "222222222BB"), pupil("Adama", "KONE", "111111111AA")))

    assert reasons(report) == ["ine-of-another"]
    assert not report.changes
    assert (await fed.by_ine("111111111AA")).first_name == "Awa"
    assert (await fed.by_ine("222222222BB")).first_name == "Adama"


async def test_an_ine_does_not_give_an_account_to_two_other_names_born_on_the_same_day(fed: Fed) -> None:
    await fed.feed(files(ELM, pupil("Zoé", "MARCHAND", "111111111AA")))
    report = await fed.feed(files(OAK, pupil("Karim", "BERNARD", "111111111AA")))

    assert reasons(report) == ["ine-of-another"]
    assert (await fed.by_ine("111111111AA")).last_name == "MARCHAND"


async def test_a_name_that_is_corrected_stays_the_same_pupil(fed: Fed) -> None:
    await fed.feed(files(ELM, pupil("Zoé", "MARCHAND", "111111111AA")))
    await fed.feed(files(ELM, pupil("Zoé", "MARCHAND-DURAND", "111111111AA")))
    await fed.feed(files(ELM, pupil("Zoë", "MARCHAND-DURAND", "111111111AA")))

    assert len(await fed.rows("accounts")) == 1


async def test_a_name_in_other_letters_has_a_login_that_a_french_keyboard_types(fed: Fed) -> None:
    await fed.feed(
        files(ELM, pupil("Олександр", "Шевченко", "123456789AB"), pupil("Łucja", "Sørensen-Æbelø", "123456789AC"))
    )

    logins = sorted(row.login for row in await fed.rows("accounts"))
    assert re.fullmatch(r"eleve\.\d{4}", logins[0])
    assert logins[1] == "lucja.sorensen-aebelo"
