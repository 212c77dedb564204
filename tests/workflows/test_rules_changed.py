"""Rules that a school's administrators make and remove: read before, written down, told, and done once."""

from __future__ import annotations

from typing import Any

import pytest

from bot.ent.directory import Reason
from bot.storage import interventions
from bot.terms import Declined, InDoubt, InterventionState, Notice, Refusal
from bot.workflows import acting
from bot.workflows.communication import changing, resetting, showing
from bot.workflows.rules.screens import mark
from tests.workflows.steps import actions, pressed, target
from tests.world import World

SCHOOL = "jean-moulin"
PARENTS, TEACHERS, GUESTS = (f"p:jean-moulin:{one}" for one in ("relative", "teacher", "guest"))
CHORALE, COUNCIL = "jean-moulin/chorale", "jean-moulin/conseil"


async def question(world: World, one: str, other: str) -> Notice:
    """The director asks what the rule between these two groups would change; returns the question."""
    aim = f"{mark(SCHOOL)}:{mark(one)}:{mark(other)}"
    said = await changing.start_with(world.desk, world.cause(), world.caller("directeur"), aim)
    assert said is not None
    return said


async def confirmed(world: World, action: str = "rule_now") -> Notice:
    """The director confirms; returns the receipt."""
    said = await world.press("directeur", action)
    assert said is not None
    return said


async def rules(world: World) -> set[tuple[str, str]]:
    """The rules of the school, as the ENT says."""
    return {*await world.desk.directory.rules(SCHOOL)}


async def test_a_rule_is_chosen_by_buttons_read_and_made(world: World) -> None:
    caller = world.caller("directeur")
    first = await changing.start(world.desk, world.cause(), caller, mark(SCHOOL))
    assert first is not None
    chosen = target(first, "\nChorale").partition(":")[2]
    second = await world.press("directeur", "rule_from", chosen)
    assert second is not None
    assert "\nChorale" not in {button.words for row in second.buttons for button in row}
    asks = await world.press("directeur", "rule_to", target(second, "guest").partition(":")[2])

    assert asks is not None
    assert (asks.kind, asks.facts["until_now"], asks.facts["from_now"]) == ("rule_asked", "no", "all")
    assert (asks.facts["example"], asks.facts["writers"]["name"]) == ("unknown", "Chorale")
    assert (CHORALE, GUESTS) not in await rules(world)
    at = await world.mark()

    said = await confirmed(world)

    assert (said.kind, said.facts["allowed"], actions(said)) == ("rule_done", True, ["rules_at"])
    assert (CHORALE, GUESTS) in await rules(world)
    assert await world.told("adjoint", at) == ["rule_told"]
    [act] = await world.rows("interventions", act="allow_writing")
    assert (act["school"], act["state"], act["facts"]["one"]) == (
        SCHOOL,
        InterventionState.DONE,
        [CHORALE, "Chorale"],
    )


async def test_a_group_of_a_class_is_found_below_its_class(world: World) -> None:
    first = await changing.start(world.desk, world.cause(), world.caller("directeur"), mark(SCHOOL))
    room = await world.press("directeur", "rule_room", target(first, "🏫 CM2").partition(":")[2])

    assert room is not None
    assert {button.words.partition("\n")[2] for row in room.buttons[:-1] for button in row} == {"CM2"}


async def test_both_groups_may_be_typed_in_one_line(world: World) -> None:
    await changing.start(world.desk, world.cause(), world.caller("directeur"), mark(SCHOOL))

    asks = await world.say("directeur", "parents CM2 -> enseignants CM2")

    assert asks is not None
    assert (asks.facts["allowed"], asks.facts["until_now"], asks.facts["from_now"]) == (False, "all", "no")
    assert asks.facts["example"] == "cut-family"
    await world.say("directeur", "oui")
    assert ("p:jean-moulin/CM2:relative", "p:jean-moulin/CM2:teacher") not in await rules(world)


@pytest.mark.parametrize(
    ("typed", "reason"),
    [("rien", "rule-no-group"), ("élèves C", "communication-several"), ("chorale", "rule-within")],
)
async def test_what_names_no_other_group_is_refused(world: World, typed: str, reason: str) -> None:
    await changing.start(world.desk, world.cause(), world.caller("directeur"), mark(SCHOOL))
    await world.say("directeur", "chorale")

    with pytest.raises(Refusal, match=reason):
        await world.say("directeur", typed)


async def test_a_rule_that_changed_meanwhile_is_not_changed(world: World) -> None:
    await question(world, CHORALE, COUNCIL)
    await world.desk.directory.allow(SCHOOL, CHORALE, COUNCIL, True)

    with pytest.raises(Refusal, match="rule-changed"):
        await confirmed(world)
    assert await world.rows("interventions", act="allow_writing") == []


async def test_a_second_tap_does_nothing_more(world: World) -> None:
    await question(world, CHORALE, COUNCIL)
    serial = (await world.rows("drafts"))[0]["data"]["serial"]
    await confirmed(world)

    with pytest.raises(Refusal):
        await world.press("directeur", "rule_now", serial=serial)
    assert len(await world.rows("interventions", act="allow_writing")) == 1


async def test_who_lost_the_school_meanwhile_changes_nothing(world: World) -> None:
    await question(world, CHORALE, COUNCIL)
    await world.appoint("directeur")
    await world.ask_again("directeur")

    with pytest.raises(Refusal):
        await confirmed(world)
    assert (CHORALE, COUNCIL) not in await rules(world)


@pytest.mark.parametrize("key", ["parent", "enseignant", "erun", "danei"])
async def test_only_who_administers_the_school_itself_changes_its_rules(world: World, key: str) -> None:
    for begin in (changing.start, resetting.start):
        with pytest.raises(Refusal):
            await begin(world.desk, world.cause(), world.caller(key), mark(SCHOOL))


@pytest.mark.parametrize(
    "aim", ["", "x", f"{mark(SCHOOL)}:{mark(CHORALE)}", f"{mark(SCHOOL)}:{mark('no')}:{mark('no')}"]
)
async def test_a_button_that_nobody_made_is_old(world: World, aim: str) -> None:
    with pytest.raises(Refusal, match="old-button"):
        await changing.start_with(world.desk, world.cause(), world.caller("directeur"), aim)


async def test_groups_that_would_write_to_each_other_are_told_and_read_again(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    warned = [frozenset({COUNCIL}), frozenset({COUNCIL, CHORALE})]

    async def widened(*_args: Any) -> frozenset[str]:
        return warned[0] if len(warned) == 1 else warned.pop(0)

    monkeypatch.setattr(world.desk.directory, "widened", widened)
    asks = await question(world, CHORALE, COUNCIL)
    assert [one["name"] for one in asks.facts["widened"]] == ["Conseil des élèves"]

    with pytest.raises(Refusal, match="rule-changed"):  # more than was read
        await confirmed(world)


async def test_what_the_ent_keeps_for_its_administration_is_asked_for_in_one_tap(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def widened(*_args: Any) -> frozenset[str]:
        raise Declined(Reason.RESERVED)

    monkeypatch.setattr(world.desk.directory, "widened", widened)
    asks = await question(world, PARENTS, TEACHERS)

    assert (asks.kind, actions(asks)) == ("rule_reserved", ["rules_above", "cancel"])
    with pytest.raises(Refusal, match="choose-below"):
        await world.say("directeur", "oui")
    with pytest.raises(Refusal, match="old-button"):
        await confirmed(world)
    words, school = await resetting.worded(world.desk, world.caller("directeur"), pressed(asks, "rules_above"))
    assert words.kind == "rule_above_words"
    await world.act("directeur", resetting.ask, school, "Laisser les parents écrire")
    [request] = await world.rows("requests", category="application")
    filed = await world.request(request["number"])
    assert (filed.place.id, filed.level) == (SCHOOL, 1)


async def test_a_school_goes_back_to_what_an_ent_begins_with(world: World) -> None:
    asks = await resetting.start(world.desk, world.cause(), world.caller("directeur"), mark(SCHOOL))
    assert asks is not None
    assert (asks.kind, asks.facts["differs"]) == ("rules_reset_asked", 1)
    at = await world.mark()

    said = await confirmed(world, "rules_reset_now")

    assert said.kind == "rules_done"
    assert not {(TEACHERS, GUESTS), (COUNCIL, "p:jean-moulin:personnel")} & await rules(world)
    assert await world.told("adjoint", at) == ["rules_told"]
    assert (await showing.table(world.desk, world.caller("directeur"))).facts["differs"] == 0


async def test_an_ent_that_keeps_the_start_for_itself_is_asked_above(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def kept(*_args: Any) -> None:
        raise Declined(Reason.RESERVED)

    monkeypatch.setattr(world.desk.directory, "reset_rules", kept)
    await resetting.start(world.desk, world.cause(), world.caller("directeur"), mark(SCHOOL))

    with pytest.raises(Refusal, match="ent-reserved") as met:
        await confirmed(world, "rules_reset_now")
    assert [[key.action for key in row] for row in met.value.buttons] == [["rules_above"]]
    aim = met.value.buttons[0][0].target
    words, school = await resetting.worded(world.desk, world.caller("directeur"), aim)
    assert (words.kind, school.id) == ("rules_above_words", SCHOOL)
    [act] = await world.rows("interventions", act="reset_rules")
    assert (act["state"], act["reason"]) == (InterventionState.DECLINED, "reserved")


@pytest.mark.parametrize(
    ("failure", "reason", "state"),
    [
        (Declined(Reason.GONE), "rule-gone", InterventionState.DECLINED),
        (Declined(Reason.UNREACHABLE), "ent-unreachable", InterventionState.DECLINED),
        (InDoubt("cut"), "ent-doubt", InterventionState.DOUBT),
    ],
)
async def test_an_ent_that_does_not_do_it_is_written_down_and_said(
    world: World, monkeypatch: pytest.MonkeyPatch, failure: Exception, reason: str, state: InterventionState
) -> None:
    async def fails(*_args: Any) -> None:
        raise failure

    await question(world, CHORALE, COUNCIL)
    monkeypatch.setattr(world.desk.directory, "allow", fails)

    with pytest.raises(Refusal, match=reason):
        await confirmed(world)
    [act] = await world.rows("interventions", act="allow_writing")
    assert act["state"] == state
    monkeypatch.undo()
    assert (await confirmed(world)).kind == "rule_done"  # the same button tries again


async def test_an_act_whose_process_was_killed_is_owned_up_to_and_may_be_done_again(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Killed(BaseException):
        pass

    async def killed(*_args: Any) -> None:
        raise Killed

    await question(world, CHORALE, COUNCIL)
    monkeypatch.setattr(world.desk.directory, "allow", killed)
    with pytest.raises(Killed):
        await confirmed(world)
    monkeypatch.undo()
    with pytest.raises(Refusal, match="under-way"):
        await confirmed(world)
    world.wait(minutes=3)
    at = await world.mark()

    assert await acting.own_up(world.desk) == 1
    assert await world.told("directeur", at) == ["ent_doubt"]
    assert (await confirmed(world)).kind == "rule_done"
    assert await world.desk.look(interventions.forgotten, world.now) == []
