"""Classes and teaching groups of those who teach: the screen, the labels that are typed, the round of September."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.terms import Button, Notice, Refusal
from bot.workflows.classes import choosing, rounds
from tests.workflows.steps import actions, pressed, target
from tests.world import World

CM2, CE1, CP, ULIS = "jean-moulin/CM2", "jean-moulin/CE1", "jean-moulin/CP", "jean-moulin/ulis"


async def asked(world: World, key: str, typed: str) -> Notice:
    """That persona types `/classe` with these words; returns the answer."""
    said = await choosing.ask(world.desk, world.cause(), world.caller(key), typed)
    assert said is not None
    return said


async def tapped(world: World, key: str, screen: Notice, *names: str) -> Notice:
    """Taps these classes on the screen; returns the screen as it is then."""
    for name in names:
        said = await world.press(key, "class_toggle", _toggle(screen, name).target.partition(":")[2])
        assert said is not None
        screen = said
    return screen


async def saved(world: World, key: str, action: str = "class_save") -> Notice:
    """Presses `Enregistrer`, or `Confirmer`; returns the answer."""
    said = await world.press(key, action)
    assert said is not None
    return said


async def taught(world: World, account: str, school: str = "jean-moulin") -> set[str]:
    """What the account teaches in that school."""
    found = await world.desk.directory.teaching(account, school)
    return {*found.classes, *found.groups}


def _toggle(screen: Notice, name: str) -> Button:
    return next(key for row in screen.buttons for key in row if key.words == name)


def chosen(screen: Notice) -> list[str]:
    """The classes that are switched on."""
    return [key.words for row in screen.buttons for key in row if key.style == "success"]


async def test_the_screen_shows_the_classes_and_groups_of_the_school_with_those_of_the_teacher(world: World) -> None:
    screen = await asked(world, "directeur", "enseignant")

    assert screen.kind == "classes"
    assert actions(screen) == ["class_toggle"] * 5 + ["cancel"]
    assert chosen(screen) == ["CM2"]
    assert _toggle(screen, "ULIS")
    assert (screen.facts["name"], screen.facts["has"]) == ("Yann Le Bihan", "CM2")


async def test_nothing_changes_before_it_is_saved(world: World) -> None:
    screen = await tapped(world, "directeur", await asked(world, "directeur", "enseignant"), "CE1", "ULIS", "CM2")

    assert chosen(screen) == ["CE1", "ULIS"]
    assert (screen.facts["added"], screen.facts["removed"]) == ("CE1, ULIS", "CM2")
    assert await taught(world, "enseignant") == {CM2}

    said = await saved(world, "directeur")

    assert (said.kind, said.facts["added"], said.facts["removed"]) == ("classes_saved", "CE1, ULIS", "CM2")
    assert await taught(world, "enseignant") == {CE1, ULIS}


async def test_cancelling_changes_nothing(world: World) -> None:
    await tapped(world, "directeur", await asked(world, "directeur", "enseignant"), "CE1")
    await world.cancel("directeur")

    with pytest.raises(Refusal, match="old-button"):
        await saved(world, "directeur")
    assert await taught(world, "enseignant") == {CM2}


async def test_a_class_tapped_twice_is_as_before_and_there_is_nothing_to_save(world: World) -> None:
    screen = await tapped(world, "directeur", await asked(world, "directeur", "enseignant"), "CE1")
    assert "class_save" in actions(screen)

    screen = await tapped(world, "directeur", screen, "CE1")

    assert "class_save" not in actions(screen)
    with pytest.raises(Refusal, match="classes-unchanged"):
        await saved(world, "directeur")


async def test_labels_typed_after_the_name_are_added_once_they_are_confirmed(world: World) -> None:
    question = await asked(world, "directeur", "le bihan ulis ce2 cm1")

    assert (question.kind, question.facts["names"]) == ("classes_asked", "CE2-CM1, ULIS")
    assert await taught(world, "enseignant") == {CM2}
    assert (await saved(world, "directeur", "class_now")).facts["removed"] == ""
    assert await taught(world, "enseignant") == {CM2, "jean-moulin/CE2-CM1", ULIS}


@pytest.mark.parametrize(
    ("typed", "added", "unread"),
    [("XYZ, CE1 et CP", "CE1, CP", "XYZ"), ("CP zut 42 CE1", "CE1, CP", "zut, 42"), ("CE1 C", "CE1", "C")],
)
async def test_a_label_that_is_not_known_drops_none_of_the_others(
    world: World, typed: str, added: str, unread: str
) -> None:
    screen = await asked(world, "directeur", f"enseignant {typed}")

    assert screen.kind == "classes"
    assert (screen.facts["added"], screen.facts["unread"]) == (added, unread)
    assert await taught(world, "enseignant") == {CM2}
    screen = await tapped(world, "directeur", screen, "CM2")
    assert screen.facts["unread"] == ""
    said = await world.say("directeur", "abc ULIS")
    assert said is not None
    assert said.facts["unread"] == "abc"
    await saved(world, "directeur")
    assert {CE1, ULIS} <= await taught(world, "enseignant")


async def test_labels_can_be_typed_under_the_screen(world: World) -> None:
    await asked(world, "directeur", "enseignant")

    screen = await world.say("directeur", "CE 1 et ULIS")

    assert screen is not None
    assert screen.facts["added"] == "CE1, ULIS"


@pytest.mark.parametrize(
    ("key", "typed", "reason"),
    [
        ("directeur", "enseignant CM9", "classes-unknown"),
        ("directeur", "enseignant CE", "classes-several"),
        ("directeur", "enseignant CM2", "classes-already"),
        ("directeur", "renommer CM2 en CM2 A", "classes-rename"),
        ("directeur", "lea.martin CM2", "classes-of-pupil"),
        ("directeur", "parent CM2", "classes-of-nobody"),
        ("danei", "enseignant", "classes-from-above"),
        ("enseignant", "enseignant CM2", "administrators-only"),
        ("parent", "enseignant CM2", "administrators-only"),
    ],
)
async def test_what_is_refused(world: World, key: str, typed: str, reason: str) -> None:
    with pytest.raises(Refusal, match=reason):
        await asked(world, key, typed)


async def test_a_colleague_who_administers_and_oneself_have_classes_as_any_other(world: World) -> None:
    for whom in ("adjoint", "directeur"):
        await tapped(world, "directeur", await asked(world, "directeur", whom), "CM2")
        await saved(world, "directeur")
        assert CM2 in await taught(world, whom)


async def test_a_teacher_of_another_school_looks_like_nobody(world: World) -> None:
    foreign = await asked(world, "directrice", "enseignant CM2")

    assert foreign.kind == (await asked(world, "directrice", "nobody.here CM2")).kind == "nobody_found"


async def test_only_the_classes_of_ones_own_school_are_shown_and_changed(world: World) -> None:
    screen = await asked(world, "directrice", "solene.quemener")
    assert {key.words for row in screen.buttons for key in row if key.action == "class_toggle"} == {
        *("CP-CE1", "CE2", "CM1-CM2", "UPE2A")
    }

    await tapped(world, "directrice", screen, "CE2")
    await saved(world, "directrice")

    assert await taught(world, "solene.quemener", "louise-michel") == {"louise-michel/CE2"}
    assert await taught(world, "solene.quemener") == {"jean-moulin/CE2-CM1"}


async def test_the_erun_is_shown_both_schools_of_their_circonscription_by_name(world: World) -> None:
    screen = await asked(world, "erun", "solene.quemener")

    assert chosen(screen) == ["CE2-CM1 · École Jean-Moulin"]
    assert _toggle(screen, "UPE2A · École Louise-Michel")


async def test_from_a_request_it_is_written_into_its_exchange(world: World) -> None:
    number = await world.file("enseignant", "rattachement", "Je n’ai pas ma classe")

    await choosing.start(world.desk, world.cause(), world.caller("directeur"), "enseignant", number)
    await world.say("directeur", "ULIS")
    said = await saved(world, "directeur")

    assert actions(said) == ["account", "resolve"]
    assert [m.text for m in await world.exchange(number)][-1] == "classes Yann Le Bihan"


async def test_the_card_of_a_request_about_classes_leads_to_those_of_its_requester(world: World) -> None:
    number = await world.file("enseignant", "classe", "Je ne vois pas ma classe")
    assert "classes" in actions(await world.card("directeur", number))

    screen = await choosing.start_for(world.desk, world.cause(), world.caller("directeur"), number)

    assert screen is not None
    assert screen.facts["name"] == "Yann Le Bihan"
    with pytest.raises(Refusal):
        await choosing.start_for(world.desk, world.cause(), world.caller("directrice"), number)


async def begun(world: World, key: str) -> Notice:
    """Begins the round of the teachers without a class."""
    said = await choosing.start_round(world.desk, world.cause(), world.caller(key))
    assert said is not None
    return said


async def test_the_round_goes_through_those_without_a_class_and_counts_the_others(world: World) -> None:
    first = await begun(world, "directrice")
    assert (first.facts["round"]["placed"], first.facts["round"]["total"]) == (2, 4)
    names = [first.facts["name"]]

    await tapped(world, "directrice", first, "CE2")
    second = await saved(world, "directrice")
    assert second.facts["round"]["saved"]["name"] == names[0]
    assert second.facts["round"]["placed"] == 3
    names.append(second.facts["name"])

    assert sorted(names) == ["Hélène Vasseur", "Solène Quémener"]
    over = await world.press("directrice", "class_next", pressed(second, "class_next").partition(":")[2])
    assert over is not None
    assert (over.kind, over.facts["placed"], over.facts["total"]) == ("classes_round_over", 3, 4)
    assert actions(over) == ["classes_round"]


async def test_in_the_round_no_choice_is_dropped_and_nobody_passed_over_unseen(world: World) -> None:
    first = await begun(world, "directrice")
    screen = await tapped(world, "directrice", first, "CE2")
    aim = pressed(first, "class_next").partition(":")[2]
    with pytest.raises(Refusal, match="classes-unsaved"):
        await world.press("directrice", "class_next", aim)
    with pytest.raises(Refusal, match="classes-unsaved"):
        await world.say("directrice", "moreau")
    await tapped(world, "directrice", screen, "CE2")

    second = await world.press("directrice", "class_next", aim)
    assert second is not None
    assert second.facts["name"] != first.facts["name"]
    with pytest.raises(Refusal, match="old-button"):
        await world.press("directrice", "class_next", aim)


async def test_the_classes_typed_behind_a_name_that_fits_several_are_kept(world: World) -> None:
    question = await choosing.NAMED(world.desk, world.cause(), world.caller("directeur"), "le ULIS")
    assert question is not None
    assert question.kind == "choose_account"

    asked = await world.press("directeur", "member", target(question, "Yann Le Bihan").partition(":")[2])

    assert asked is not None
    assert (asked.kind, asked.facts["names"]) == ("classes_asked", "ULIS")


async def test_of_a_name_that_nobody_bears_the_name_alone_is_quoted(world: World) -> None:
    said = await choosing.NAMED(world.desk, world.cause(), world.caller("directeur"), "Personne Inconnue CM2 ULIS")

    assert said is not None
    assert (said.kind, said.facts["words"]) == ("nobody_found", "Personne Inconnue")


async def test_in_the_round_a_name_can_be_typed(world: World) -> None:
    await begun(world, "directrice")

    screen = await world.say("directrice", "moreau")

    assert screen is not None
    assert screen.facts["name"] == "Pierre-Yves Moreau"
    with pytest.raises(Refusal, match="classes-whom"):
        await world.say("directrice", "Personne Inconnue")


async def test_whoever_sees_to_several_schools_is_asked_which(world: World) -> None:
    question = await begun(world, "erun")
    assert question.kind == "classes_where"

    screen = await world.say("erun", "louise")

    assert screen is not None
    assert screen.facts["round"]["place"] == "École Louise-Michel"


async def test_typed_bare_it_asks_for_the_name_and_offers_the_round(world: World) -> None:
    said = await choosing.NAMED(world.desk, world.cause(), world.caller("directeur"), "")

    assert said is not None
    assert (said.kind, actions(said)) == ("whom_classes", ["classes_round", "cancel"])
    assert rounds.in_season(world.desk) is (world.now.month == 9)
    world.now = datetime(2027, 9, 2, 12, tzinfo=UTC)
    assert rounds.in_season(world.desk)
