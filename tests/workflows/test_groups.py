"""Groups of a school, as whoever administers it reads and changes them."""

from __future__ import annotations

import pytest

from bot.terms import Refusal
from bot.workflows.groups import filling, showing
from bot.workflows.rules.screens import group_target
from tests.workflows.grouping import CHORALE, SCHOOL, begun, followed, last, members, names, typed
from tests.workflows.steps import actions
from tests.world import World


@pytest.mark.parametrize("key", ["directeur", "adjoint"])
async def test_the_groups_made_by_hand_come_first_and_empty_automatic_ones_not_at_all(world: World, key: str) -> None:
    page = await typed(world, key)

    assert (page.kind, page.facts["manual"], page.facts["further"]) == ("groups", 2, False)
    words = [button.words for row in page.buttons for button in row if button.action == "group"]
    assert [word.rpartition("|")[2] for word in words[:2]] == ["Chorale", "Conseil des élèves"]
    assert all(word.split("|")[1] != "0" for word in words[2:])
    assert actions(page)[-1] == "group_new"


async def test_a_page_follows_until_every_group_was_shown(world: World) -> None:
    shown, index = 0, 0
    while True:
        page = await showing.page(world.desk, world.caller("directeur"), group_target(SCHOOL, index=index))
        shown += actions(page).count("group")
        index += 1
        if "groups_next" not in actions(page):
            break
    assert shown == page.facts["manual"] + page.facts["automatic"]


async def test_the_card_says_who_is_inside_and_what_may_be_done(world: World) -> None:
    card = await typed(world, "directeur", "chorale")

    assert (card.kind, card.facts["name"], card.facts["together"]) == ("group", "Chorale", True)
    assert len(card.facts["members"]) == card.facts["count"] == len(await members(world))
    assert dict(card.facts["members_by"]) == {"student": card.facts["count"]}
    asked = ["group_add", "group_remove", "group_writing", "group_rename", "group_delete", "groups"]
    assert actions(card) == asked
    line = (await world.rows("audit"))[-1]
    assert (line["act"], line["school"]) == ("see_accounts", SCHOOL)


@pytest.mark.parametrize("words", ["parents CM2", "élèves", "ULIS", "enseignants"])
async def test_automatic_groups_are_read_and_never_changed(world: World, words: str) -> None:
    card = await typed(world, "directeur", words)

    assert card.facts["kind"] in ("profile", "teaching")
    assert actions(card) == ["groups"]
    group = next(
        one for one in await world.desk.directory.groups(SCHOOL) if showing.called(words, [one]) and not one.manual
    )
    for what in ("rename", "delete", "writing"):
        with pytest.raises(Refusal, match="old-button"):
            await begun(world, "directeur", what, group.id)
    for what in ("add", "remove"):
        with pytest.raises(Refusal, match="ent-automatic"):
            await begun(world, "directeur", what, group.id)


async def test_what_is_named_by_nobody_is_refused(world: World) -> None:
    with pytest.raises(Refusal, match="no-group-so"):
        await typed(world, "directeur", "Philatélie")


@pytest.mark.parametrize("key", ["parent", "enseignant", "eleve"])
async def test_nobody_reads_groups_who_administers_nothing(world: World, key: str) -> None:
    with pytest.raises(Refusal, match="administrators-only"):
        await typed(world, key)


@pytest.mark.parametrize("what", ["new", "rename", "add", "remove", "writing", "delete"])
async def test_a_group_of_another_school_is_as_if_it_did_not_exist(world: World, what: str) -> None:
    with pytest.raises(Refusal, match="old-button"):
        await begun(world, "directeur", what, "louise-michel/lecture", "louise-michel")
    if what != "new":
        with pytest.raises(Refusal, match="group-gone"):
            await begun(world, "directeur", what, "louise-michel/lecture")


async def test_an_erun_chooses_the_school_and_changes_its_groups(world: World) -> None:
    where = await typed(world, "erun")
    assert where.kind == "groups_where"
    assert (await typed(world, "erun", "Jean-Moulin")).kind == "groups"

    await begun(world, "erun", "new")
    said = await world.say("erun", "Projet de circonscription")

    assert said is not None
    assert said.kind == "group_kept"
    assert "Projet de circonscription" in await names(world)


async def test_a_group_is_made_by_its_name_and_offers_to_be_filled(world: World) -> None:
    question = await begun(world, "directeur", "new")
    assert question.kind == "group_named"

    said = await world.say("directeur", "  Sortie   à la mer ")

    assert said is not None
    assert (said.kind, said.facts["name"], actions(said)) == (
        *("group_kept", "Sortie à la mer"),
        ["group", "group_add"],
    )
    assert "Sortie à la mer" in await names(world)
    assert (await last(world))["state"] == "done"
    lines = [row for row in await world.rows("audit") if row["act"] == "make_group"]
    assert [row["facts"]["state"] for row in lines] == ["intended", "done"]


@pytest.mark.parametrize(
    ("name", "why"),
    [("CHORALE", "group-name-taken"), ("!!!", "group-nameless"), ("x" * 61, "group-name-long")],
)
async def test_a_name_that_will_not_do_is_asked_for_again(world: World, name: str, why: str) -> None:
    await begun(world, "directeur", "new")
    with pytest.raises(Refusal, match=why):
        await world.say("directeur", name)
    assert len(await names(world)) == 2

    said = await world.say("directeur", "Orchestre")

    assert said is not None
    assert said.kind == "group_kept"


async def test_a_group_is_renamed_and_keeps_its_members(world: World) -> None:
    before = await members(world)
    await begun(world, "directeur", "rename")

    said = await world.say("directeur", "chorale")  # its own name, in another case

    assert said is not None
    assert (said.facts["was"], said.facts["name"]) == ("Chorale", "chorale")
    assert await members(world) == before
    card = await typed(world, "adjoint", "chorale")
    assert card.facts["last_change"]["name"] == "Marc Delattre"


async def test_a_group_is_deleted_once_its_loss_was_read(world: World) -> None:
    question = await begun(world, "directeur", "delete")
    assert (question.kind, question.facts["count"]) == ("group_delete_asked", len(await members(world)))
    assert "Chorale" in await names(world)

    said = await world.press("directeur", "group_now")

    assert said is not None
    assert said.kind == "group_deleted"
    assert "Chorale" not in await names(world)
    with pytest.raises(Refusal, match="group-gone"):
        await begun(world, "adjoint", "add")


async def test_members_are_kept_from_writing_to_each_other_and_let_again(world: World) -> None:
    for together in (False, True):
        question = await begun(world, "directeur", "writing")
        assert question.kind == "group_writing_asked"
        said = await world.say("directeur", "oui")
        assert said is not None
        assert said.kind == "group_writing_changed"
        assert (await typed(world, "directeur", "Chorale")).facts["together"] is together


async def test_all_of_a_class_are_added_in_one_act_that_one_message_follows(world: World) -> None:
    screen = await begun(world, "directeur", "add")
    assert (screen.kind, screen.facts["count"]) == ("group_members", 0)
    before = await members(world)
    await world.press("directeur", "group_profile", "relative")
    found = await world.press("directeur", "group_tick_all")
    assert found is not None
    count = found.facts["ticked"]
    assert count == found.facts["count"] > 3
    mark = await world.mark()

    assert await world.press("directeur", "group_put") is None
    assert await filling.advance(world.desk) == 1

    after = await members(world)
    assert len(after - before) == count
    assert "parent" in after
    said = await followed(world, "directeur")
    assert (said.facts["progress"], said.facts["done"], said.facts["total"]) == ("done", count, count)
    assert await world.told("directeur", mark) == ["screen"]  # one message, which is edited
    assert (await last(world))["facts"]["ids"] == []  # type: ignore[index]
    assert await filling.advance(world.desk) == 0


async def test_who_is_ticked_stays_so_while_others_are_looked_for(world: World) -> None:
    await begun(world, "directeur", "add")
    await world.say("directeur", "Caron")
    await world.press("directeur", "group_tick", "0")
    await world.press("directeur", "group_profile", "teacher")
    screen = await world.press("directeur", "group_tick", "0")
    assert screen is not None
    assert screen.facts["ticked"] == 2

    await world.say("directeur", "ajouter")
    await filling.advance(world.desk)

    assert (await last(world))["facts"]["total"] == 2  # type: ignore[index]


async def test_who_is_in_the_group_is_not_offered_again(world: World) -> None:
    inside = await members(world)
    await begun(world, "directeur", "add")

    screen = await world.press("directeur", "group_profile", "student")

    assert screen is not None
    assert screen.facts["already"] == len(inside)


async def test_nobody_of_another_school_is_found_but_by_who_administers_it(world: World) -> None:
    await begun(world, "directeur", "add")
    screen = await world.say("directeur", "Yasmine Haddad")
    assert screen is not None
    assert screen.facts["count"] == 0

    await begun(world, "erun", "add")
    screen = await world.say("erun", "Yasmine Haddad")
    assert screen is not None
    assert screen.facts["count"] == 1


async def test_one_is_taken_out_at_once_and_all_only_after_a_yes(world: World) -> None:
    before = await members(world)
    await begun(world, "directeur", "remove")
    await world.press("directeur", "group_tick", "0")
    assert await world.press("directeur", "group_take") is None
    await filling.advance(world.desk)
    assert len(await members(world)) == len(before) - 1

    await begun(world, "directeur", "remove")
    await world.press("directeur", "group_tick_all")
    question = await world.press("directeur", "group_take")
    if len(before) > 2:
        assert question is not None
        assert question.kind == "group_empty_asked"
        assert await world.press("directeur", "group_empty_now") is None
    await filling.advance(world.desk)
    assert await members(world) == set()
    assert "group_remove" not in actions(await typed(world, "directeur", "Chorale"))


async def test_nothing_is_done_while_nobody_is_ticked(world: World) -> None:
    await begun(world, "directeur", "add")
    with pytest.raises(Refusal, match="group-nobody"):
        await world.press("directeur", "group_put")


async def test_a_class_narrows_who_is_offered(world: World) -> None:
    await begun(world, "directeur", "add", CHORALE)
    question = await world.press("directeur", "group_class")
    assert question is not None
    at = [button.words for row in question.buttons for button in row].index("CM2")
    every = await world.press("directeur", "group_class_at", str(at))
    assert every is not None
    pupils = await world.press("directeur", "group_profile", "student")
    assert pupils is not None

    assert (pupils.facts["class"], pupils.facts["profile"]) == ("CM2", "student")
    assert 0 < pupils.facts["count"] < every.facts["count"]
