"""An ERUN finds a member of staff in the whole académie and attaches them."""

from __future__ import annotations

import pytest

from bot.ent.directory import Reason
from bot.terms import Declined, InDoubt, InterventionState, Refusal, Voice
from bot.workflows.attachments import attaching
from tests.workflows.attaching import acts, ask, attach, filed, look_for, places
from tests.world import World


async def test_only_the_erun_has_the_button_and_strangers_see_nothing(world: World) -> None:
    number = await filed(world)

    assert "attach" in {key.action for row in (await world.card("erun", number)).buttons for key in row}
    for key in ("directeur", "adjoint"):
        assert "attach" not in {one.action for row in (await world.card(key, number)).buttons for one in row}
    for key in ("erun2", "directrice", "directeur3"):
        with pytest.raises(Refusal) as met:
            await look_for(world, number, key)
        assert met.value.reason == "unknown-request"


async def test_a_director_who_presses_what_is_the_eruns_is_told_whom_to_ask(world: World) -> None:
    number = await filed(world)

    with pytest.raises(Refusal) as met:
        await look_for(world, number, "directeur")
    assert met.value.reason in ("above-school-only", "elsewhere", "agents-only")


async def test_the_erun_sees_who_bears_the_name_in_the_whole_academie(world: World) -> None:
    said = await look_for(world, await filed(world))

    assert said is not None
    assert (said.kind, said.facts["words"]) == ("staff_found", "Bruno Keller")
    (line,) = said.facts["bearers"]
    assert (line["id"], line["name"], line["profile"], line["function"]) == ("trs", "Bruno Keller", *["teacher"] * 2)
    assert len(line["attached_to"].split(", ")) == 3


async def test_the_erun_attaches_and_everybody_concerned_reads_so(world: World) -> None:
    await world.hats()
    number, mark = await filed(world), await world.mark()

    said = await attach(world, number)

    assert said is not None
    assert (said.kind, said.facts["already"]) == ("attached_now", False)
    assert [key.action for row in said.buttons for key in row] == ["resolve", "also"]
    assert "jean-moulin" in await places(world, "trs")
    assert await acts(world) == [("attach", InterventionState.DONE)]
    (act,) = [one.text for one in await world.exchange(number) if one.voice is Voice.ACT]
    assert act == "attached Bruno Keller (École Jean-Moulin)"
    assert "attached" in await world.told("directeur", mark)
    assert "you_attached" in await world.told("trs", mark)
    assert "school_staff" in await world.told("adjoint", mark)
    assert "school_staff" not in await world.told("directeur", mark)


async def test_the_director_is_offered_to_add_the_classes(world: World) -> None:
    await attach(world, await filed(world))

    (row,) = [one for one in await world.rows("outbox") if one["payload"].get("kind") == "attached"]
    assert [key["action"] for keys in row["payload"]["buttons"] for key in keys] == ["show", "classes"]


async def test_the_same_account_is_attached_to_a_further_school_of_the_circonscription(world: World) -> None:
    number = await filed(world)
    await attach(world, number)
    mark = await world.mark()

    said = await attaching.also(world.desk, world.cause(), world.caller("erun"), "trs", number)
    assert said is not None
    assert said.kind == "attach_school"
    said = await world.press("erun", "place", "louise-michel")
    assert said is not None
    assert said.kind == "attach_asked"
    await world.press("erun", "attach_now")

    assert {"jean-moulin", "louise-michel"} <= await places(world, "trs")
    assert "attached" not in await world.told("directeur", mark)  # who asked for their own school alone
    assert await world.told("directrice", mark) == ["school_staff"]
    assert await acts(world) == [("attach", InterventionState.DONE)] * 2


async def test_who_is_attached_already_stays_so_and_nobody_is_told_twice(world: World) -> None:
    number = await filed(world)
    await attach(world, number)
    mark = await world.mark()

    await look_for(world, number)
    said = await world.press("erun", "member", "trs")

    assert said is not None
    assert (said.kind, said.facts["already"]) == ("attached_now", True)
    assert await acts(world) == [("attach", InterventionState.DONE)]
    assert "attached" not in await world.told("directeur", mark)
    assert len([one for one in await world.exchange(number) if one.voice is Voice.ACT]) == 1


async def test_a_further_school_is_offered_to_nobody_who_does_not_treat_the_request(world: World) -> None:
    number = await filed(world)

    with pytest.raises(Refusal, match="unknown-request"):
        await attaching.also(world.desk, world.cause(), world.caller("erun2"), "trs", number)


async def test_after_a_lost_answer_the_director_is_told_once_it_is_known(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    await world.hats()
    number, mark, real = await filed(world), await world.mark(), world.desk.directory.attach

    async def lost(account: str, place: str) -> bool:
        await real(account, place)
        raise InDoubt("lost")

    monkeypatch.setattr(world.desk.directory, "attach", lost)
    with pytest.raises(Refusal) as met:
        await attach(world, number)
    assert met.value.reason == "ent-doubt"
    assert "attached" not in await world.told("directeur", mark)
    monkeypatch.undo()

    said = await world.press("erun", "attach_now")

    assert said is not None
    assert said.facts["already"]
    assert "attached" in await world.told("directeur", mark)
    assert "you_attached" in await world.told("trs", mark)
    assert await acts(world) == [("attach", InterventionState.DOUBT), ("attach", InterventionState.DONE)]


async def test_a_refusal_of_the_ent_is_explained_and_the_question_stays(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = await filed(world)

    async def declined(_account: str, _place: str) -> bool:
        raise Declined(Reason.DELETED)

    monkeypatch.setattr(world.desk.directory, "attach", declined)
    with pytest.raises(Refusal) as met:
        await attach(world, number)
    monkeypatch.undo()

    assert met.value.reason == "ent-deleted"
    said = await world.press("erun", "attach_now")
    assert said is not None
    assert said.kind == "attached_now"


@pytest.mark.parametrize("words", ["Caron", "Inès Caron", "Zoé Picard"])
async def test_pupils_and_strangers_to_the_ent_are_never_found(world: World, words: str) -> None:
    number = await filed(world, typed=f"PES {words if ' ' in words else 'Inès ' + words}")

    said = await look_for(world, number)

    assert said is not None
    assert said.kind == "staff_none"
    assert next(key.action for row in said.buttons for key in row) == "escalate"


async def test_a_forged_account_reads_as_none(world: World) -> None:
    number = await filed(world)
    await look_for(world, number)

    with pytest.raises(Refusal) as met:
        await world.press("erun", "member", "eleve")
    assert met.value.reason == "old-button"
    await attaching.also(world.desk, world.cause(), world.caller("erun"), "eleve", number)
    with pytest.raises(Refusal) as also:
        await world.press("erun", "place", "jean-moulin")
    assert also.value.reason == "no-account"


async def test_a_single_letter_is_not_looked_for(world: World) -> None:
    await look_for(world, await filed(world))

    with pytest.raises(Refusal) as met:
        await world.say("erun", "k")
    assert met.value.reason == "name-too-short"


async def test_an_erun_attaches_directly_to_a_school_of_theirs(world: World) -> None:
    said = await ask(world, "erun", "TRS Bruno Keller")
    assert said is not None
    assert said.kind == "attach_school"
    assert {key.target.partition(":")[2] for row in said.buttons for key in row if key.action == "place"} == {
        *("jean-moulin", "louise-michel"),
    }
    with pytest.raises(Refusal) as met:
        await world.press("erun", "place", "jules-verne")
    assert met.value.reason == "no-such-school"
    said = await world.say("erun", "louise")
    assert said is not None
    assert said.kind == "staff_found"
    await world.press("erun", "member", "trs")
    await world.press("erun", "attach_now")

    assert "louise-michel" in await places(world, "trs")


@pytest.mark.parametrize(
    ("action", "value", "words"), [("kind", "PES", "Bruno Keller"), ("first_name", "", "PESS Bruno Keller")]
)
async def test_an_erun_is_asked_about_a_kind_that_is_mistyped(
    world: World, action: str, value: str, words: str
) -> None:
    said = await ask(world, "erun", "PESS Bruno Keller")
    assert said is not None
    assert (said.kind, said.facts["words"]) == ("attach_meant", "PESS")
    with pytest.raises(Refusal, match="unknown-kind"):
        await world.say("erun", "Bruno")
    said = await world.press("erun", action, value)

    assert said is not None
    assert said.kind == "attach_school"
    assert (await world.rows("drafts"))[0]["data"]["draft"]["words"] == words
