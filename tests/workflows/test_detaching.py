"""A director asks the ERUN to detach a leaver, whose account the IEN's entity keeps before it is detached."""

from __future__ import annotations

from typing import Any

import pytest

from bot.ent.directory import Reason
from bot.terms import Declined, InDoubt, InterventionState, Notice, Refusal, Voice
from bot.workflows.attachments import detaching
from tests.world import World

DONE, DOUBT, INTENDED = InterventionState.DONE, InterventionState.DOUBT, InterventionState.INTENDED


class Killed(BaseException):
    """The process is killed."""


async def ask(world: World, key: str, typed: str) -> Notice | None:
    """Types `/detachement ACCOUNT`."""
    return await detaching.LEAVER(world.desk, world.cause(), world.caller(key), typed)


async def filed(world: World, account: str = "enseignant", key: str = "directeur") -> int:
    """That director asks for that account to be detached; returns the request's number."""
    await ask(world, key, account)
    await world.press(key, "why", "left")
    await world.say(key, "31/08")
    await world.press(key, "send")
    rows: list[dict[str, Any]] = await world.rows("requests")
    return int(rows[-1]["number"])


async def begin(world: World, number: int, key: str = "erun") -> Notice | None:
    """Presses `Détacher` on the card of the request."""
    return await detaching.of_request(world.desk, world.cause(), world.caller(key), number)


async def confirm(world: World, number: int) -> Notice | None:
    """Presses `Détacher`, then `Confirmer`."""
    await begin(world, number)
    return await world.press("erun", "detach_now")


async def places(world: World, account: str = "enseignant") -> list[str]:
    found = await world.desk.directory.account(account)
    assert found is not None
    return sorted(place.id for place in found.places)


async def acts(world: World) -> list[tuple[str, str]]:
    return [(row["act"], row["state"]) for row in await world.rows("interventions")]


async def test_a_director_says_who_left_why_and_since_when(world: World) -> None:
    said = await ask(world, "directeur", "Le Bihan")
    assert said is not None
    assert said.kind == "detach_why"
    said = await world.press("directeur", "why", "retired")
    assert said is not None
    assert said.kind == "detach_since"
    with pytest.raises(Refusal) as met:
        await world.say("directeur", "bientôt")
    assert met.value.reason == "since-unread"
    said = await world.press("directeur", "skip")
    assert said is not None
    assert said.facts["particulars"] == {
        "ask": "detach",
        "name": "Yann Le Bihan",
        "account": "enseignant",
        "why": "retired",
    }


async def test_nobody_is_asked_to_be_detached_before_they_leave(world: World) -> None:
    await ask(world, "directeur", "Le Bihan")
    await world.press("directeur", "why", "left")

    with pytest.raises(Refusal, match="since-ahead"):
        await world.say("directeur", "01/09/2040")


async def test_who_is_detached_already_is_said_to_be_and_nothing_changes(world: World) -> None:
    number = await filed(world)
    await confirm(world, number)
    before = await acts(world)

    said = await begin(world, number)

    assert said is not None
    assert (said.kind, said.facts["already"]) == ("detached_now", True)
    assert [key.action for row in said.buttons for key in row] == ["resolve"]
    assert await acts(world) == before


async def test_the_request_reaches_the_erun_with_the_act_and_nobody_else_has_it(world: World) -> None:
    number = await filed(world)

    request = await world.request(number)
    assert (request.category, int(request.level), request.desk) == ("rattachement", 1, "creil")
    assert "detach" in {key.action for row in (await world.card("erun", number)).buttons for key in row}
    assert "detach" not in {key.action for row in (await world.card("directeur", number)).buttons for key in row}
    for key in ("erun2", "directrice", "enseignant"):
        with pytest.raises(Refusal) as met:
            await begin(world, number, key)
        assert met.value.reason in ("unknown-request", "administrators-only")


@pytest.mark.parametrize("account", ["eleve", "parent"])
async def test_onde_moves_pupils_and_families_and_nobody_else_does(world: World, account: str) -> None:
    with pytest.raises(Refusal) as met:
        await ask(world, "directeur", account)
    assert met.value.reason == "moved-by-onde"


async def test_a_director_does_not_ask_about_themselves_nor_about_another_school(world: World) -> None:
    with pytest.raises(Refusal) as own:
        await ask(world, "directeur", "directeur")
    assert own.value.reason == "detach-oneself"
    said = await ask(world, "directeur", "directeur3")
    assert said is not None
    assert said.kind == "nobody_found"


async def test_the_same_leaver_asked_for_twice_is_asked_about(world: World) -> None:
    number = await filed(world)

    await ask(world, "adjoint", "enseignant")
    await world.say("adjoint", "mutation")
    said = await world.press("adjoint", "skip")
    assert said is not None
    assert (said.kind, said.facts["number"]) == ("detach_summary", number)


async def test_the_question_names_what_keeps_the_account_and_what_ends(world: World) -> None:
    said = await begin(world, await filed(world))

    assert said is not None
    assert said.kind == "detach_asked"
    assert said.facts["entity"] == "Circonscription de Creil"
    assert (said.facts["classes_there"], said.facts["right"], said.facts["other_places"]) == (["CM2"], "", "")


async def test_the_right_of_a_leaver_is_named_and_ends(world: World) -> None:
    said = await begin(world, await filed(world, "adjoint"))
    assert said is not None
    assert said.facts["right"] == "adml"

    await world.press("erun", "detach_now")

    account = await world.desk.directory.account("adjoint")
    assert account is not None
    assert (account.roles, [place.id for place in account.places]) == ((), ["creil"])


async def test_the_entity_keeps_the_account_then_the_school_ends(world: World) -> None:
    number, mark = await filed(world), await world.mark()

    said = await confirm(world, number)

    assert said is not None
    assert (said.kind, said.facts["already"]) == ("detached_now", False)
    assert await places(world) == ["creil"]
    assert await acts(world) == [("attach_keep", DONE), ("detach", DONE)]
    (act,) = [one.text for one in await world.exchange(number) if one.voice is Voice.ACT]
    assert act == "detached Yann Le Bihan (École Jean-Moulin)"
    assert "detached" in await world.told("directeur", mark)
    assert "you_detached" in await world.told("enseignant", mark)


async def test_somebody_of_two_schools_keeps_the_other(world: World) -> None:
    await world.move("enseignant", "jean-moulin", "louise-michel")

    await confirm(world, await filed(world))

    assert await places(world) == ["creil", "louise-michel"]


async def test_killed_between_the_two_it_goes_on_from_there(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    number, directory = await filed(world), world.desk.directory

    async def killed(*_: str) -> bool:
        raise Killed

    monkeypatch.setattr(directory, "detach", killed)
    with pytest.raises(Killed):
        await confirm(world, number)
    assert await places(world) == ["creil", "jean-moulin"]
    assert await acts(world) == [("attach_keep", DONE), ("detach", INTENDED)]
    monkeypatch.undo()
    with pytest.raises(Refusal) as met:
        await world.press("erun", "detach_now")
    assert met.value.reason == "under-way"
    world.wait(minutes=3)

    said = await world.press("erun", "detach_now")

    assert said is not None
    assert said.kind == "detached_now"
    assert await places(world) == ["creil"]
    assert [act for act, _ in await acts(world)] == ["attach_keep", "detach", "detach"]


@pytest.mark.parametrize("broken", [Killed(), InDoubt("lost"), Declined(Reason.UNREACHABLE)])
async def test_never_detached_where_it_is_not_known_that_the_account_is_kept(
    world: World, monkeypatch: pytest.MonkeyPatch, broken: BaseException
) -> None:
    number, directory = await filed(world), world.desk.directory

    async def fails(*_: str) -> bool:
        raise broken

    monkeypatch.setattr(directory, "attach", fails)
    with pytest.raises((Killed, Refusal)):
        await confirm(world, number)

    assert await places(world) == ["jean-moulin"]
    assert "detach" not in {act for act, _ in await acts(world)}
    monkeypatch.undo()
    world.wait(minutes=3)
    await world.press("erun", "detach_now")
    assert await places(world) == ["creil"]


async def test_a_lost_answer_to_the_first_is_not_asked_again_once_it_was_done(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    number, directory = await filed(world), world.desk.directory
    real = directory.attach

    async def lost(account: str, place: str) -> bool:
        await real(account, place)
        raise InDoubt("lost")

    monkeypatch.setattr(directory, "attach", lost)
    with pytest.raises(Refusal):
        await confirm(world, number)
    said = await world.press("erun", "detach_now")

    assert said is not None
    assert said.kind == "detached_now"
    assert await acts(world) == [("attach_keep", DOUBT), ("detach", DONE)]


async def test_a_lost_answer_to_the_second_is_said_and_the_director_reads_it_once_it_is_known(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    number, mark, real = await filed(world), await world.mark(), world.desk.directory.detach

    async def lost(*given: str) -> bool:
        await real(*given)
        raise InDoubt("lost")

    monkeypatch.setattr(world.desk.directory, "detach", lost)
    with pytest.raises(Refusal) as met:
        await confirm(world, number)
    assert met.value.reason == "ent-doubt"
    assert "detached" not in await world.told("directeur", mark)
    monkeypatch.undo()

    said = await world.press("erun", "detach_now")

    assert said is not None
    assert said.facts["already"]
    assert "detached" in await world.told("directeur", mark)
    assert "you_detached" in await world.told("enseignant", mark)


async def test_who_answers_above_the_school_is_not_detached_from_it(world: World) -> None:
    number = await filed(world)
    await world.appoint("enseignant", ("erun", "creil"))

    with pytest.raises(Refusal) as met:
        await begin(world, number)

    assert met.value.reason == "answers-above"
    assert "jean-moulin" in await places(world)


async def test_an_erun_detaches_directly_and_chooses_the_school(world: World) -> None:
    await world.move("enseignant", "jean-moulin", "louise-michel", "jules-verne")

    said = await ask(world, "erun", "enseignant")
    assert said is not None
    assert said.kind == "detach_where"
    assert {key.target.partition(":")[2] for row in said.buttons for key in row if key.action == "place"} == {
        *("jean-moulin", "louise-michel"),
    }
    await world.press("erun", "place", "louise-michel")
    await world.press("erun", "detach_now")

    assert await places(world) == ["creil", "jean-moulin", "jules-verne"]
