"""New reports are found, told of once, and followed until somebody has treated them."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot import texts
from bot.ent.directory import Reason
from bot.terms import Declined, Refusal
from bot.workflows import upkeep
from bot.workflows.desk import Desk
from bot.workflows.people import own_data
from bot.workflows.reports import cards, watching
from tests.workflows import wall
from tests.workflows.wall import Counting
from tests.world import World


@pytest.fixture
def ent(world: World) -> Counting:
    """The world's ENT, which counts calls and can be made to fail."""
    made = Counting(world)
    world.desk.directory = made
    return made


async def test_a_new_report_reaches_every_administrator_of_the_school_at_once(world: World) -> None:
    publication = await wall.publish(world)
    await wall.report(world, publication, "lea.martin")
    mark = await world.mark()

    await upkeep.tend(world.desk)

    assert await world.everybody_told(mark) == {"directeur": ["screen"], "adjoint": ["screen"]}
    (row,) = await world.rows("reports")
    assert (row["text"], row["creator_name"], row["verdict"]) == ("Léo est nul & moche", "Inès Caron", "")
    (letter, *_) = await world.letters("directeur", mark)
    assert letter["payload"]["headline"] == "report_new"


async def test_nobody_is_told_twice(world: World) -> None:
    await wall.told(world)
    mark = await world.mark()

    await wall.look(world)

    assert not await world.everybody_told(mark)


async def test_another_reporter_changes_the_cards_and_tells_nobody_again(world: World) -> None:
    publication = await wall.publish(world)
    await wall.report(world, publication, "lea.martin")
    await wall.look(world)
    await wall.show_screens(world)
    mark = await world.mark()

    await wall.report(world, publication, "noe.martin")
    await wall.look(world)

    assert not await world.everybody_told(mark)
    assert await wall.redrawn(world, mark) == {"directeur", "adjoint"}
    card = await wall.card(world, "directeur", 1)
    assert [name for name, _ in card.facts["reporters"]] == ["Léa Martin", "Noé Martin"]


async def test_a_school_where_nobody_is_linked_goes_to_the_erun(world: World) -> None:
    await world.act("directrice", own_data.erase)
    publication = await wall.publish(world, "yasmine.haddad")
    await wall.report(world, publication, "lina.oukaci")
    mark = await world.mark()

    await wall.look(world)

    assert await world.everybody_told(mark) == {"erun": ["screen"]}
    (letter,) = await world.letters("erun", mark)
    assert letter["payload"]["facts"]["alone"]


async def test_what_waits_when_the_last_administrator_leaves_goes_to_the_erun(world: World) -> None:
    number = await wall.told(world, "yasmine.haddad", "lina.oukaci")
    await world.act("directrice", own_data.erase)
    mark = await world.mark()

    await wall.look(world)
    await wall.look(world)

    assert await world.everybody_told(mark) == {"erun": ["screen"]}
    assert (await wall.card(world, "erun", number)).facts["number"] == number


async def test_a_report_treated_in_the_console_says_by_whom_and_when(world: World) -> None:
    number = await wall.told(world)
    (row,) = await world.rows("reports")
    mark = await world.mark()
    treated = world.wait(minutes=5)

    await world.desk.directory.delete_report("jean-moulin", row["ent_id"])
    await wall.look(world)

    card = await wall.card(world, "adjoint", number)
    assert (card.facts["verdict"], card.facts["when"]) == ("deleted", treated.isoformat())
    assert card.facts["judge"]
    assert await wall.redrawn(world, mark) == {"directeur", "adjoint"}
    assert not await world.everybody_told(mark)


async def test_reports_of_the_same_moment_are_all_found_whatever_the_page_they_are_on(world: World) -> None:
    await wall.backlog(world, 60)

    await wall.look(world)
    await wall.look(world)

    assert len(await world.rows("reports")) == 60
    assert len(await world.told("directeur")) >= 60


async def test_pages_are_read_until_what_is_known_and_no_further(world: World, ent: Counting) -> None:
    await wall.backlog(world, 60)
    await wall.look(world)
    await wall.look(world)
    world.wait(hours=1)
    publication = await wall.publish(world)
    await wall.report(world, publication, "noe.martin")
    for row in await world.rows("reports"):
        await ent.keep_report("jean-moulin", row["ent_id"])
    await wall.look(world)
    ent.pages.clear()

    await wall.look(world)

    mine = [page for page in ent.pages if page[0] == "jean-moulin"]
    assert mine == [("jean-moulin", False, 0), ("jean-moulin", False, 1)]  # the second one is empty
    assert {row["verdict"] for row in await world.rows("reports")} == {"kept", ""}


async def test_a_restart_tells_nothing_again_and_misses_nothing(world: World) -> None:
    await wall.told(world)
    publication = await wall.publish(world, text="Encore")
    await wall.report(world, publication, "noe.martin")
    mark = await world.mark()

    before = world.desk
    world.desk = Desk(before.records, before.directory, before.policy, before.clock)
    await wall.look(world)

    assert await world.everybody_told(mark) == {"directeur": ["screen"], "adjoint": ["screen"]}


async def test_an_ent_that_does_not_answer_is_asked_again_and_nothing_is_lost(world: World, ent: Counting) -> None:
    publication = await wall.publish(world)
    await wall.report(world, publication, "lea.martin")
    ent.error = Declined(Reason.UNREACHABLE)
    await wall.look(world)
    assert not await world.rows("reports")
    ent.error = None

    await wall.look(world)

    assert len(await world.rows("reports")) == 1


async def test_schools_take_turns_where_there_are_more_than_one_round_reads(
    world: World, ent: Counting, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "BATCH", 2)

    await wall.look(world)
    await wall.look(world)

    assert [school for school, _, _ in ent.pages[:3]] == ["jean-moulin", "jules-verne", "louise-michel"]


async def test_a_school_read_a_moment_ago_rests_and_is_read_soon_after(world: World, ent: Counting) -> None:
    await wall.look(world)
    ent.pages.clear()

    assert await watching.look(world.desk) == 0
    assert await watching.until_read(world.desk) == watching.REST.total_seconds()
    world.wait(seconds=5)
    assert await watching.look(world.desk) == 3
    assert await watching.until_read(world.desk) > 60


async def test_old_reports_found_at_first_are_told_in_one_message(world: World) -> None:
    await wall.backlog(world, 5)
    world.wait(days=20)
    mark = await world.mark()

    await wall.look(world)

    assert await world.everybody_told(mark) == {"directeur": ["reports_waiting"], "adjoint": ["reports_waiting"]}
    assert len(await world.rows("reports")) == 5


async def test_whoever_has_treated_nothing_is_reminded_once_on_the_next_school_day(world: World) -> None:
    await wall.told(world)
    mark = await world.mark()
    world.wait(hours=12)
    await watching.look(world.desk)
    assert not await world.everybody_told(mark)

    world.wait(hours=10)
    await watching.look(world.desk)
    world.wait(days=3)
    await watching.look(world.desk)

    assert await world.everybody_told(mark) == {"directeur": ["screen"], "adjoint": ["screen"]}
    (letter, *_) = await world.letters("adjoint", mark)
    assert letter["payload"]["headline"] == "report_again"


async def test_nobody_is_reminded_of_a_treated_report(world: World) -> None:
    await wall.told(world)
    (row,) = await world.rows("reports")
    await world.desk.directory.keep_report("jean-moulin", row["ent_id"])
    mark = await world.mark()

    world.wait(days=2)
    await watching.look(world.desk)
    await wall.look(world)

    assert not await world.everybody_told(mark)


async def test_short_pages_do_not_hide_what_lies_behind_them(world: World, ent: Counting) -> None:
    await wall.backlog(world, 60)
    ent.skipped = {"p003", "p004", "p058"}

    await wall.look(world)

    found = {row["ent_id"] for row in await world.rows("reports")}
    assert found == {f"p{n:03}" for n in range(60)} - ent.skipped


async def test_who_asks_for_the_reports_reads_those_of_this_moment(world: World) -> None:
    await wall.look(world)
    publication = await wall.publish(world)
    await wall.report(world, publication, "lea.martin")

    since = await watching.ask_now(world.desk, await world.person("directeur"))

    assert since is None
    listed = await world.act("directeur", cards.listed, False, "", since)
    assert [line["text"] for line in listed.facts["lines"]] == [wall.WORDS]
    assert "tarde" not in texts.word(listed, "fr").text


@pytest.mark.parametrize("error", [Declined(Reason.UNREACHABLE), Declined(Reason.MFA)])
async def test_where_the_ent_fails_what_is_known_is_shown_with_its_age(
    world: World, ent: Counting, error: Declined
) -> None:
    await wall.told(world)
    read_at = world.now
    world.wait(minutes=30)
    ent.error = error

    since = await watching.ask_now(world.desk, await world.person("directeur"))

    assert since == read_at - (world.now - read_at - timedelta(minutes=30))
    listed = await world.act("directeur", cards.listed, False, "", since)
    assert len(listed.facts["lines"]) == 1
    said = texts.plain(texts.word(listed, "fr").text).replace("\xa0", " ")
    assert "L’ENT tarde à répondre : voici ce qu’il disait le" in said
    ent.error = None
    assert await watching.ask_now(world.desk, await world.person("directeur")) is None, "the claim was given back"


async def test_an_ent_that_never_answers_is_waited_for_a_little(
    world: World, ent: Counting, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "SOON", 0.05)
    ent.hangs = True

    since = await watching.ask_now(world.desk, await world.person("directeur"))

    listed = await world.act("directeur", cards.listed, False, "", since)
    assert "je n’ai encore rien pu y lire" in texts.word(listed, "fr").text


async def test_who_treats_no_reports_asks_for_none(world: World, ent: Counting) -> None:
    with pytest.raises(Refusal):
        await watching.ask_now(world.desk, await world.person("enseignant"))

    assert not ent.pages
