"""What somebody chose ceases to hold before it is sent: it is asked for again, and nothing takes its place."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot import texts
from bot.terms import Notice, Refusal, Saying
from bot.workflows.requests import filing
from tests.workflows.ent import moved, refreshed
from tests.workflows.profiles import Failing
from tests.workflows.steps import actions, chosen
from tests.world import World

TWO = "solene.quemener"  # a teacher of the schools Jean-Moulin and Louise-Michel


async def prepared(world: World, key: str = "eleve") -> None:
    """That persona describes a request, and reads its summary."""
    await world.act(key, filing.start, "connexion", Saying())
    summary = await world.say(key, "Je n'y arrive pas")
    assert summary is not None
    assert summary.kind == "summary"


async def of_two_schools(world: World) -> None:
    """A teacher of two schools chooses Louise-Michel, and reads the summary."""
    await world.enrol(TWO, 6_000_001)
    asked = await world.asked(TWO, filing.start, "classe", world.saying(TWO, "Ma classe manque"))
    await world.press(TWO, "place", chosen(asked, "École Louise-Michel"))


async def for_lea(world: World, key: str = "directeur", name: str = "Léa Martin") -> None:
    """That agent describes a request for Léa Martin, or for somebody else, and reads its summary."""
    await world.act(key, filing.start, "", Saying())
    await world.press(key, "someone")
    found = await world.say(key, name)
    await world.press(key, "whom", chosen(found, name))
    await world.press(key, "category", "connexion")
    summary = await world.say(key, "Elle ne se connecte plus")
    assert summary is not None
    assert summary.kind == "summary"


def words(notice: Notice | None) -> str:
    """What a notice says in French."""
    assert notice is not None
    return texts.word(notice, "fr").text


async def numbers(world: World) -> int:
    """How many requests there are."""
    return len(await world.rows("requests"))


# The school


async def test_a_pupil_who_moved_is_asked_which_school_before_anything_is_sent(world: World) -> None:
    await prepared(world)
    await moved(world, "eleve", "louise-michel/CE2")

    asked = await world.press("eleve", "send")

    assert asked is not None
    assert asked.kind == "place_gone"
    assert "École Jean-Moulin n’est plus" in words(asked)
    assert await numbers(world) == 0
    summary = await world.press("eleve", "place", chosen(asked, "École Louise-Michel"))
    assert summary is not None
    assert (summary.kind, await numbers(world)) == ("summary", 0)
    await world.press("eleve", "send")
    assert (await world.request(1)).place.id == "louise-michel"


async def test_a_school_chosen_of_two_and_lost_is_not_replaced_by_the_other(world: World) -> None:
    await of_two_schools(world)
    await moved(world, TWO, "jean-moulin")

    asked = await world.press(TWO, "send")

    assert asked is not None
    assert (asked.kind, asked.facts["place"]) == ("place_gone", "École Louise-Michel")
    assert await numbers(world) == 0


async def test_what_is_written_meanwhile_is_kept_and_the_school_still_asked_for(world: World) -> None:
    await of_two_schools(world)
    await moved(world, TWO, "jean-moulin")

    asked = await world.say(TWO, "C'est urgent")
    assert asked is not None
    assert asked.kind == "place_gone"
    summary = await world.press(TWO, "place", chosen(asked, "École Jean-Moulin"))

    assert summary is not None
    assert summary.facts["text"] == "Ma classe manque\nC'est urgent"


async def test_a_second_school_gained_meanwhile_changes_nothing(world: World) -> None:
    await prepared(world)
    await moved(world, "eleve", "jean-moulin/CM2", "louise-michel/CE2")

    await world.press("eleve", "send")

    assert (await world.request(1)).place.id == "jean-moulin"


async def test_who_has_no_school_any_more_is_told_so_and_nothing_is_sent(world: World) -> None:
    await prepared(world)
    await moved(world, "eleve")

    with pytest.raises(Refusal, match="no-place"):
        await world.press("eleve", "send")


async def test_a_school_lost_between_its_button_and_the_press_is_asked_for_again(world: World) -> None:
    await world.enrol(TWO, 6_000_001)
    asked = await world.asked(TWO, filing.start, "classe", world.saying(TWO, "Ma classe manque"))
    await moved(world, TWO, "jean-moulin")

    again = await world.press(TWO, "place", chosen(asked, "École Louise-Michel"))

    assert again is not None
    assert (again.kind, again.facts["place"]) == ("place_gone", "École Louise-Michel")


async def test_in_one_line_whoever_has_several_schools_is_asked_which(world: World) -> None:
    await world.enrol(TWO, 6_000_001)

    asked = await world.asked(TWO, filing.start, "connexion", world.saying(TWO, "Je n'y arrive pas"))

    assert asked.kind == "ask_place"
    assert await numbers(world) == 0


# For whom it is filed


async def test_a_pupil_who_went_to_a_school_of_others_is_not_filed_for(world: World) -> None:
    await for_lea(world)
    await moved(world, "lea.martin", "jules-verne/CP")

    asked = await world.press("directeur", "send")

    assert asked is not None
    assert (asked.kind, asked.facts["whom"]) == ("whom_gone", "Léa Martin")
    assert await numbers(world) == 0
    assert "n’administrez plus ce compte" in words(asked)


async def test_an_account_deleted_meanwhile_is_not_filed_for_nor_replaced_by_whoever_files(world: World) -> None:
    await for_lea(world, name="Maël Le Goff")
    await world.delete_account("mael.le-goff")

    asked = await world.press("directeur", "send")
    assert asked is not None
    assert (asked.kind, await numbers(world)) == ("whom_gone", 0)

    found = await world.say("directeur", "martin noe")
    summary = await world.press("directeur", "whom", chosen(found, "Noé Martin"))
    assert summary is not None
    assert (summary.kind, summary.facts["whom"]) == ("summary", "Noé Martin")
    await world.press("directeur", "send")
    assert (await world.request(1)).requester == (await world.person("noe.martin")).id


async def test_whoever_lost_a_person_may_go_on_for_themselves(world: World) -> None:
    await for_lea(world, name="Maël Le Goff")
    await world.delete_account("mael.le-goff")
    await world.press("directeur", "send")

    summary = await world.press("directeur", "myself")
    assert summary is not None
    assert (summary.kind, summary.facts["whom"]) == ("summary", "")
    await world.press("directeur", "send")

    request = await world.request(1)
    assert (request.requester, request.filer) == ((await world.person("directeur")).id, None)


async def test_whoever_administers_nobody_any_more_files_for_nobody(world: World) -> None:
    await for_lea(world, "adjoint")
    await world.appoint("adjoint")
    await refreshed(world, "adjoint")

    asked = await world.press("adjoint", "send")

    assert asked is not None
    assert (asked.kind, actions(asked)[0]) == ("whom_gone", "myself")
    assert await numbers(world) == 0


async def test_the_school_of_the_person_it_is_filed_for_is_asked_for_again_too(world: World) -> None:
    await for_lea(world, "erun")
    await moved(world, "lea.martin", "louise-michel/CE2")

    asked = await world.press("erun", "send")

    assert asked is not None
    assert (asked.kind, asked.facts["whom"], asked.facts["place"]) == (
        "place_gone",
        "Léa Martin",
        "École Jean-Moulin",
    )
    assert await numbers(world) == 0


async def test_an_ent_that_does_not_answer_does_not_keep_a_request_from_being_sent(
    world: World, ent: Failing
) -> None:
    await for_lea(world)
    ent.down = True

    await world.press("directeur", "send")

    assert await numbers(world) == 1


# The category


async def test_a_category_that_the_operator_gave_up_is_asked_for_again(world: World) -> None:
    await prepared(world)
    world.desk.policy = replace(world.desk.policy, categories=("compte", "autre"))

    asked = await world.press("eleve", "send")

    assert asked is not None
    assert asked.kind == "category_gone"
    assert await numbers(world) == 0
    await world.press("eleve", "category", "compte")
    await world.press("eleve", "send")
    assert (await world.request(1)).category == "compte"
