"""Treating a report: kept, deleted, talked about; who acts first wins, and strangers learn nothing."""

from __future__ import annotations

import asyncio

import pytest

from bot.ent.directory import Reason, Report
from bot.ent.embedded.portal import Portal
from bot.terms import Declined, InDoubt, Refusal
from bot.workflows import acting
from bot.workflows.people import own_data
from bot.workflows.reports import treating, watching
from tests.workflows import wall
from tests.workflows.steps import actions
from tests.workflows.wall import Counting, audit, delete, keep
from tests.world import World

PENDING = ["report_keep", "report_delete", "block", "crisis", "report_talk"]


@pytest.fixture
def ent(world: World) -> Counting:
    """The world's ENT, which can be made to fail."""
    made = Counting(world)
    world.desk.directory = made
    return made


async def seen_by_pupils(world: World) -> bool:
    """Whether pupils of the school still see the reported publication."""
    shown = await Portal(world.desk.records).wall("noe.martin")
    return any("moche" in publication.html for publication in shown)


async def test_the_card_says_what_was_published_by_whom_and_who_reported_it(world: World) -> None:
    number = await wall.told(world, "eleve", "lea.martin", "noe.martin")

    card = await wall.card(world, "directeur", number)

    facts = card.facts
    assert (facts["text"], facts["name"], facts["place"]) == (
        "Léo est nul & moche",
        "Inès Caron",
        "École Jean-Moulin",
    )
    assert [name for name, _ in facts["reporters"]] == ["Léa Martin", "Noé Martin"]
    assert actions(card) == PENDING


async def test_a_kept_publication_stays_and_may_be_deleted_later(world: World) -> None:
    number = await wall.told(world)

    assert (await keep(world, "directeur", number)).kind == "done_report_kept"

    assert await seen_by_pupils(world)
    card = await wall.card(world, "adjoint", number)
    assert (card.facts["verdict"], card.facts["judge"]) == ("kept", "Marc Delattre")
    assert actions(card) == ["report_delete", "block", "crisis"]
    assert (await delete(world, "adjoint", number, "k")).kind == "report_deleted"
    assert not await seen_by_pupils(world)


async def test_a_publication_is_deleted_only_once_it_is_confirmed(world: World) -> None:
    number = await wall.told(world)

    question = await world.act("directeur", treating.delete_asked, number, "w")

    assert actions(question) == ["report_delete_now", "report_leave"]
    assert await seen_by_pupils(world)
    left = await world.act("directeur", treating.leave, number)
    assert (left.kind, left.facts["verdict"]) == ("report_left", "")
    assert (await wall.card(world, "directeur", number)).facts["verdict"] == ""


async def test_a_deleted_publication_never_comes_back(world: World) -> None:
    number = await wall.told(world)
    await delete(world, "directeur", number)

    with pytest.raises(Refusal, match="report-treated"):
        await keep(world, "adjoint", number)
    with pytest.raises(Refusal, match="report-treated"):
        await delete(world, "adjoint", number, "k")

    assert not await seen_by_pupils(world)
    assert actions(await wall.card(world, "adjoint", number)) == ["block", "crisis"]


async def test_everybodys_cards_change_in_place_and_nobody_is_told_anything(world: World) -> None:
    number = await wall.told(world)
    mark = await world.mark()

    await delete(world, "directeur", number)

    assert await wall.redrawn(world, mark) == {"directeur", "adjoint"}
    assert not await world.everybody_told(mark)


async def test_whoever_comes_second_hears_who_treated_it_and_when(world: World) -> None:
    number = await wall.told(world)
    await keep(world, "directeur", number)

    with pytest.raises(Refusal, match="report-treated") as no:
        await delete(world, "adjoint", number)

    assert no.value.facts == {"verdict": "kept", "name": "Marc Delattre", "when": world.now.isoformat()}
    assert await seen_by_pupils(world)


async def test_a_confirmation_asked_before_a_colleague_acted_deletes_nothing(world: World) -> None:
    number = await wall.told(world)
    await world.act("adjoint", treating.delete_asked, number, "w")
    await keep(world, "directeur", number)

    with pytest.raises(Refusal, match="report-treated"):
        await treating.delete(world.desk, world.cause(), world.caller("adjoint"), number, "w")

    assert await seen_by_pupils(world)


async def test_of_two_who_press_at_the_same_moment_one_is_refused(world: World) -> None:
    number = await wall.told(world)
    await world.act("adjoint", treating.delete_asked, number, "w")

    ends = await asyncio.gather(
        keep(world, "directeur", number),
        treating.delete(world.desk, world.cause(), world.caller("adjoint"), number, "w"),
        return_exceptions=True,
    )

    (refusal,) = [end for end in ends if isinstance(end, Refusal)]
    assert refusal.reason in ("report-busy", "report-treated")
    assert [state for _, state, _ in await audit(world)] == ["done"]


async def test_while_a_colleagues_act_is_under_way_nobody_else_acts(world: World, ent: Counting) -> None:
    number = await wall.told(world)
    ent.error, ent.after = KeyboardInterrupt(), True
    with pytest.raises(KeyboardInterrupt):
        await keep(world, "directeur", number)
    ent.error = None

    with pytest.raises(Refusal, match="report-busy") as no:
        await delete(world, "adjoint", number)

    assert no.value.facts == {"name": "Marc Delattre"}


async def test_treated_in_the_console_meanwhile_the_second_hears_so(world: World, ent: Counting) -> None:
    number = await wall.told(world)
    (row,) = await world.rows("reports")
    await ent.delete_report("jean-moulin", row["ent_id"])

    with pytest.raises(Refusal, match="report-treated"):
        await keep(world, "directeur", number)

    assert (await wall.card(world, "adjoint", number)).facts["verdict"] == "deleted"
    assert await audit(world) == [("keep_report", "declined", "gone")]


async def test_a_publication_that_left_the_ent_is_said_to_be_gone(world: World, ent: Counting) -> None:
    number = await wall.told(world)
    ent.reports = _nothing  # type: ignore[method-assign, assignment]
    ent.error = Declined(Reason.GONE)

    with pytest.raises(Refusal, match="report-gone"):
        await keep(world, "directeur", number)

    assert (await wall.card(world, "adjoint", number)).facts["verdict"] == "gone"


async def _nothing(_school: str, _treated: bool, _page: int = 0) -> list[Report]:
    return []


class Overtaken(Counting):
    """An ENT where somebody deletes a publication right after it was kept, and the desk reads that at once."""

    async def keep_report(self, school: str, report_id: str) -> None:
        """Keeps the publication, then deletes it as somebody else."""
        await super().keep_report(school, report_id)
        await super().delete_report(school, report_id)
        await wall.look(self.world)


async def test_a_publication_deleted_before_its_keeping_was_recorded_stays_deleted(world: World) -> None:
    number = await wall.told(world)
    world.desk.directory = Overtaken(world)

    with pytest.raises(Refusal, match="report-treated") as no:
        await keep(world, "directeur", number)

    assert no.value.facts["verdict"] == "deleted"
    assert (await wall.card(world, "adjoint", number)).facts["verdict"] == "deleted"
    assert await audit(world) == [("keep_report", "done", "")]


@pytest.mark.parametrize("reason", [reason for reason in Reason if reason is not Reason.GONE])
async def test_what_the_ent_declines_is_said_and_the_card_stays(world: World, ent: Counting, reason: Reason) -> None:
    number = await wall.told(world)
    ent.error = Declined(reason)

    with pytest.raises(Refusal, match=f"ent-{reason.value}"):
        await delete(world, "directeur", number)

    assert actions(await wall.card(world, "directeur", number)) == PENDING
    assert await audit(world) == [("delete_report", "declined", reason.value)]


async def test_an_act_whose_answer_was_lost_is_told_apart_once_the_ent_is_read(world: World, ent: Counting) -> None:
    number = await wall.told(world)
    ent.error, ent.after = InDoubt("cut"), True
    with pytest.raises(Refusal, match="ent-doubt"):
        await delete(world, "directeur", number)
    assert actions(await wall.card(world, "directeur", number)) == PENDING
    ent.error = None

    await wall.look(world)

    card = await wall.card(world, "adjoint", number)
    assert (card.facts["verdict"], card.facts["judge"]) == ("deleted", "Marc Delattre")
    assert await audit(world) == [("delete_report", "done", "")]


async def test_who_was_cut_off_in_the_middle_is_told_so_and_the_card_finds_the_truth(
    world: World, ent: Counting
) -> None:
    number = await wall.told(world)
    ent.error, ent.after = KeyboardInterrupt(), True
    with pytest.raises(KeyboardInterrupt):
        await delete(world, "directeur", number)
    ent.error = None
    world.wait(minutes=3)
    await acting.own_up(world.desk)

    await wall.look(world)

    assert (await wall.card(world, "directeur", number)).facts["judge"] == "Marc Delattre"


async def test_talking_about_it_in_class_first_is_noted_and_recalled_to_who_wants_to(world: World) -> None:
    number = await wall.told(world)
    await world.act("adjoint", treating.talk, number)
    mark = await world.mark()

    world.wait(days=1)
    await watching.look(world.desk)
    world.wait(days=1)
    await watching.look(world.desk)

    card = await wall.card(world, "directeur", number)
    assert (card.facts["talker"], card.facts["verdict"]) == ("Nadia Belkacem", "")
    assert await world.everybody_told(mark) == {"adjoint": ["screen"]}
    (letter,) = await world.letters("adjoint", mark)
    assert letter["payload"]["headline"] == "report_talk"


async def test_a_treated_report_is_not_talked_about_any_more(world: World) -> None:
    number = await wall.told(world)
    await world.act("adjoint", treating.talk, number)
    await keep(world, "directeur", number)

    assert (await wall.card(world, "adjoint", number)).facts["talker"] == ""
    assert (await world.refused("adjoint", treating.talk, number)).reason == "report-treated"


async def test_the_erun_treats_what_she_was_told_of_but_blocks_nobody(world: World) -> None:
    await world.act("directrice", own_data.erase)
    number = await wall.told(world, "yasmine.haddad", "lina.oukaci")

    assert actions(await wall.card(world, "erun", number)) == [
        "report_keep",
        "report_delete",
        "crisis",
        "report_talk",
    ]
    assert (await keep(world, "erun", number)).kind == "done_report_kept"
