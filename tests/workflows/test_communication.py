"""Who may write to whom: the table, answers about two, and rules that a school's administrators change."""

from __future__ import annotations

from typing import Any

import pytest

from bot.ent.directory import Reason
from bot.storage import interventions
from bot.terms import Declined, InDoubt, InterventionState, Notice, Refusal
from bot.workflows import acting
from bot.workflows.communication import asking, changing, resetting, showing
from bot.workflows.rules.screens import mark
from tests.workflows.steps import actions, pressed, target
from tests.world import World

SCHOOL = "jean-moulin"
PARENTS, TEACHERS, GUESTS, PUPILS = (f"p:jean-moulin:{one}" for one in ("relative", "teacher", "guest", "student"))
CHORALE, COUNCIL = "jean-moulin/chorale", "jean-moulin/conseil"


async def table(world: World, key: str) -> Notice:
    """That persona types `/regles`; returns the answer."""
    return await showing.table(world.desk, world.caller(key))


async def asked(world: World, key: str, typed: str) -> Notice:
    """That persona types `/regles` with these words; returns the answer."""
    return await asking.ask(world.desk, world.caller(key), typed)


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


async def test_a_director_reads_where_their_school_differs(world: World) -> None:
    said = await table(world, "directeur")

    assert (said.kind, said.facts["place"], said.facts["differs"]) == ("communication", "École Jean-Moulin", 1)
    teachers = next(line for line in said.facts["table"] if line["profile"] == "teacher")
    guests = next(cell for cell in teachers["cells"] if cell["profile"] == "guest")
    assert (guests["reach"], guests["usual"]) == ("all", "no")
    assert [rule["writers"]["name"] for rule in said.facts["by_hand"]] == ["Conseil des élèves"]
    assert actions(said) == ["rule_change", "rules_reset", "resource_rights"]


@pytest.mark.parametrize("key", ["eleve", "parent", "enseignant", "erun", "danei"])
async def test_who_administers_no_school_reads_what_an_ent_begins_with(world: World, key: str) -> None:
    said = await table(world, key)

    assert (said.facts["place"], said.facts["differs"], said.facts["by_hand"]) == ("", 0, [])
    assert actions(said) == ["resource_rights"]


async def test_of_several_schools_one_is_chosen(world: World) -> None:
    await world.appoint("directeur", ("director", SCHOOL), ("adml", "louise-michel"))
    await world.ask_again("directeur")

    said = await table(world, "directeur")
    other = await showing.at(world.desk, world.caller("directeur"), target(said, "🏫 École Louise-Michel"))

    assert (said.kind, other.facts["place"], other.facts["differs"]) == (
        "communication_where",
        "École Louise-Michel",
        0,
    )


async def test_the_table_of_another_school_is_not_there(world: World) -> None:
    with pytest.raises(Refusal, match="old-button"):
        await showing.at(world.desk, world.caller("directeur"), mark("louise-michel"))
    with pytest.raises(Refusal, match="administrators-only"):
        await showing.at(world.desk, world.caller("parent"), mark(SCHOOL))


@pytest.mark.parametrize(
    ("typed", "reach", "change"),
    [
        ("parents enseignants", "class", ["rule_allow"]),
        ("enseignants parents", "all", ["rule_forbid"]),
        ("enseignants invités", "all", ["rule_forbid"]),
        ("parents élèves", "own", ["rule_allow"]),
        ("parents parents", "no", []),
        ("élèves CM2 élèves CM2", "all", []),
        ("parents CM2 enseignants CM2", "all", ["rule_forbid"]),
        ("parents CM2 enseignants CE1", "no", ["rule_allow"]),
        ("enseignants CM2 parents CE1", "all", []),
        ("Conseil des élèves -> personnels", "all", ["rule_forbid"]),
        ("chorale conseil", "no", ["rule_allow"]),
    ],
)
async def test_whether_one_may_write_to_another(world: World, typed: str, reach: str, change: list[str]) -> None:
    said = await asked(world, "directeur", typed)

    assert (said.kind, said.facts["reach"]) == ("communication_answer", reach)
    assert actions(said) == [*change, "rules_at"]
    assert bool(said.facts["rules"]) is (reach in ("all", "class", "some"))


async def test_what_people_may_is_the_sum_of_their_groups(world: World) -> None:
    said = await asked(world, "directeur", "« Léa Martin » enseignants")

    assert (said.facts["writers"]["name"], said.facts["writers"]["person"]) == ("Léa Martin", True)
    assert said.facts["reach"] == "class"
    assert [rule["writers"]["room"] for rule in said.facts["rules"]] == ["CM2"]
    assert actions(said) == ["rules_at"]


async def test_a_parent_writes_to_their_child_without_a_rule(world: World) -> None:
    parent = await world.desk.directory.by_login("parent")
    assert parent is not None
    child = await world.desk.directory.account(parent.children[0])
    assert child is not None

    said = await asked(world, "directeur", f"{parent.login} {child.login}")

    assert (said.facts["reach"], said.facts["rules"]) == ("own", [])


@pytest.mark.parametrize(
    ("key", "typed", "reach"), [("parent", "parents enseignants", "class"), ("erun", "élèves parents", "own")]
)
async def test_anybody_may_ask_what_an_ent_begins_with(world: World, key: str, typed: str, reach: str) -> None:
    said = await asked(world, key, typed)

    assert (said.facts["reach"], said.facts["place"], said.buttons) == (reach, "", ())


@pytest.mark.parametrize(
    ("key", "typed", "reason"),
    [
        ("directeur", "on ne sait pas quoi", "communication-unread"),
        ("directeur", "lecture -> chorale", "communication-unread"),  # a group of another school
        ("directeur", "élèves C -> enseignants", "communication-several"),
        ("parent", "chorale enseignants", "communication-profiles"),
        ("parent", "lea.martin enseignants", "communication-profiles"),
    ],
)
async def test_what_names_no_two_is_refused(world: World, key: str, typed: str, reason: str) -> None:
    with pytest.raises(Refusal, match=reason):
        await asked(world, key, typed)


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
    assert (await table(world, "directeur")).facts["differs"] == 0


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
