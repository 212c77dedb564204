"""Whoever wants to can unlink an account of theirs: nothing is erased, and nobody escapes what binds them."""

from __future__ import annotations

import pytest

from bot import texts
from bot.storage import handouts, menus
from bot.storage.menus import Menu
from bot.terms import Refusal, Status, Way
from bot.workflows import upkeep
from bot.workflows.people import issuing, linking, own_data, rights, signing_in, speaking, unlinking
from bot.workflows.requests import verbs
from tests.workflows.families import CHILD, FATHER, MOTHER, Families, early
from tests.workflows.steps import NEWCOMER, actions, letter, linked
from tests.workflows.test_consents_waiting import call
from tests.workflows.test_linking import OTHER, forgotten_sheet, presented
from tests.workflows.test_signing_in import Ent, changed
from tests.world import World


async def test_the_account_screen_and_ones_own_data_have_the_button(world: World) -> None:
    assert "unlink" in actions(await world.act("parent", speaking.accounts))
    assert "unlink" in actions(await world.act("parent", own_data.my_data))


async def test_a_family_reads_that_its_requests_stay_open_and_they_do(world: World) -> None:
    number = await world.file("parent")
    await world.act("directeur", verbs.take, number)

    asked = await world.act("parent", unlinking.asked)
    assert (asked.kind, asked.facts["open"], asked.facts["filed"]) == ("unlink_asked", 1, f"n°{number}")
    assert actions(asked) == ["unlink_now", "cancel"]
    assert (await world.act("parent", unlinking.unlink_own)).kind == "unlinked"

    assert (await world.person("parent")).telegram_id is None
    assert (await world.request(number)).status is not Status.CLOSED
    assert [message.text for message in await world.exchange(number)] == ["Je n'y arrive pas"]
    assert (await world.refused("parent", speaking.accounts)).reason == "unlinked"
    await world.act("directeur", verbs.speak, number, world.saying("directeur", "Passez à l'école"))
    await linked(world, "parent", world.caller("parent"))
    assert (await world.request(number)).requester == (await world.person("parent")).id


async def test_who_treats_requests_reads_to_whom_they_go_and_they_do(world: World) -> None:
    number = await world.file("eleve")
    await world.act("directeur", verbs.take, number)

    asked = await world.act("directeur", unlinking.asked)
    assert (asked.facts["goes"], asked.facts["numbers"]) == ("colleagues", f"n°{number}")
    await world.act("directeur", unlinking.unlink_own)

    assert (await world.request(number)).holder is None


async def test_the_audit_says_who_unlinked_what_and_the_menus_follow(world: World) -> None:
    await world.desk.put(menus.note, world.telegram["parent"], Menu("a menu of its own", own=True), "")
    person, mark = await world.person("parent"), await world.mark()
    await world.act("parent", unlinking.unlink_own)

    [line] = [one for one in await world.rows("audit") if one["act"] == "unlink_own"]
    assert (line["person"], line["account"]) == (person.id, person.account)
    assert "menu" in [one["kind"] for one in await world.letters("parent", mark)]


async def test_another_account_of_the_chat_speaks_from_then_on_with_its_menu(world: World) -> None:
    await linked(world, "parent2", world.caller("enseignant"))
    mark = await world.mark()

    said = await world.act("enseignant", unlinking.unlink_own)

    assert said.facts["name"] == (await world.person("parent2")).name
    assert (await world.person("enseignant")).speaking
    assert "speaks_now" in await world.told("enseignant", mark)
    assert "menu" in [one["kind"] for one in await world.letters("enseignant", mark)]


async def test_who_is_blocked_or_waits_for_a_yes_is_shown_no_button_and_refused(world: World) -> None:
    await changed(world, "enseignant", blocked=True)
    world.wait(minutes=3)
    await rights.ask_again(world.desk, await world.person("enseignant"))
    assert (await world.refused("enseignant", unlinking.unlink_own)).reason == "barred-blocked"
    assert (await world.person("enseignant")).telegram_id is not None

    await changed(world, "parent", blocked=True)
    await rights.ask_again(world.desk, await world.person("parent"))
    assert (await world.refused("parent", unlinking.unlink_own)).reason == "barred-asks"


async def test_a_pupil_who_waits_for_a_yes_can_unlink_and_waits_again_once_linked(families: Families) -> None:
    world = families.world
    await families.link(CHILD)
    for view in (speaking.accounts, own_data.my_data):
        assert "unlink" in actions(await world.desk.see(early(world), view))
    assert actions(await world.desk.see(early(world), unlinking.asked)) == ["unlink_now", "cancel"]

    assert (await world.desk.act(world.cause(), early(world), unlinking.confirm, "")).kind == "unlinked"

    assert (await world.person(CHILD)).telegram_id is None
    assert (await families.link(CHILD)).kind == "linked_waits"
    assert await families.waits()


@pytest.mark.parametrize("way", ["own", "operator"])
async def test_unlinking_erases_no_no_and_gets_round_none(families: Families, way: str) -> None:
    world = families.world
    for login in (MOTHER, FATHER, CHILD):
        await families.link(login)
    await families.say(FATHER, yes=False)
    await families.say(MOTHER, yes=True)

    if way == "own":
        await world.desk.act(world.cause(), early(world), unlinking.confirm, "")
    else:
        await unlinking.unlink(world.desk, CHILD)
    await families.link(CHILD, 5_100_050)
    await families.say(MOTHER, yes=True)

    assert await families.waits()
    assert (await families.shown(MOTHER)).facts["stands"] == "refused"
    await families.say("directeur", yes=True, paper=True)
    assert not await families.waits()


async def about_lea(world: World) -> list[str]:
    """What is kept of the answers about Léa."""
    return [row["says"] for row in await world.rows("consents", child=(await world.person(CHILD)).id)]


async def test_an_erasure_leaves_no_answer_about_the_pupil(families: Families) -> None:
    world = families.world
    for login in (MOTHER, CHILD):
        await families.link(login)
    await families.say(MOTHER, yes=False)

    lea = (await world.person(CHILD)).id

    await world.desk.act(world.cause(), early(world), own_data.erase)

    assert await world.rows("consents", child=lea) == []


async def test_a_no_goes_with_the_pupil_who_never_came_back(families: Families) -> None:
    world = families.world
    for login in (MOTHER, CHILD):
        await families.link(login)
    await families.say(MOTHER, yes=False)
    await world.desk.act(world.cause(), early(world), unlinking.confirm, "")
    lea = (await world.person(CHILD)).id
    assert await about_lea(world) == ["no"]

    for _ in range(2):  # after a long time, the first sweep does not believe the clock
        world.wait(days=800)
        await upkeep.sweep(world.desk)
        world.wait(hours=1)
        await upkeep.sweep(world.desk)

    assert await world.rows("consents", child=lea) == []


async def test_the_call_for_help_of_a_pupil_who_unlinks_stays_open(families: Families) -> None:
    world = families.world
    await families.link(CHILD)
    number = await call(families)

    said = await world.desk.see(early(world), unlinking.asked)
    assert said.facts["open"] == 1
    await world.desk.act(world.cause(), early(world), unlinking.confirm, said.buttons[0][0].target)

    assert (await world.request(number)).status is not Status.CLOSED


async def test_a_parent_reads_that_their_yes_goes_and_the_child_waits_again(families: Families) -> None:
    world = families.world
    await families.link(MOTHER)
    await families.link(CHILD)
    await families.say(MOTHER, yes=True)
    assert not (await world.person(CHILD)).waits

    assert (await world.act(MOTHER, unlinking.asked)).facts["agrees"]
    await world.act(MOTHER, unlinking.unlink_own)

    assert (await world.person(CHILD)).waits


async def test_whoever_waits_for_the_phone_that_unlinks_reads_that_the_link_is_void(world: World) -> None:
    mark = await presented(world, OTHER, await forgotten_sheet(world, "parent"))
    await linking.accept(world.desk, world.cause(), OTHER, mark)
    world.telegram["other"] = OTHER.telegram_id
    since = await world.mark()

    await world.act("parent", unlinking.unlink_own)

    assert (await letter(world, "other", since))["kind"] == "claim_void"
    with pytest.raises(Refusal, match="old-token"):
        await linking.accept(world.desk, world.cause(), OTHER, mark)
    assert (await linked(world, "parent", NEWCOMER)).kind == "linked"


async def test_a_link_that_was_used_before_the_account_was_unlinked_is_known_to_be_used(world: World) -> None:
    _, token = await issuing.issue_token(world.desk, "inconnu")
    await linking.accept(world.desk, world.cause(), NEWCOMER, await presented(world, NEWCOMER, token))
    await unlinking.unlink(world.desk, "inconnu")

    for phone in (NEWCOMER, OTHER):
        with pytest.raises(Refusal, match="old-token") as met:
            await linking.present(world.desk, world.cause(), phone, token)
        assert met.value.facts["used"]


async def test_an_erasure_leaves_no_link_of_the_account(world: World) -> None:
    await linked(world, "inconnu", NEWCOMER)
    world.telegram["inconnu"] = NEWCOMER.telegram_id

    await world.act("inconnu", own_data.erase)

    assert await world.rows("tokens", account="inconnu") == []


async def test_a_sheet_that_the_linked_phone_declined_is_not_counted_as_used(world: World) -> None:
    given = (Way.SHEET, "jean-moulin", {"account": "parent"}, None)
    number, made = await world.desk.put(issuing.hand_out, world.desk.policy, ["parent"], *given)
    mark = await presented(world, OTHER, made["parent"])
    await linking.accept(world.desk, world.cause(), OTHER, mark)

    await linking.consent(world.desk, world.cause(), world.caller("parent"), mark, agrees=False)

    handout = await world.desk.look(handouts.by_id, number)
    assert handout is not None
    assert handout.used == 0
    with pytest.raises(Refusal, match="old-token"):
        await linking.accept(world.desk, world.cause(), OTHER, mark)


async def test_how_an_account_is_linked_again_is_said_as_it_is_for_its_person(world: World) -> None:
    for key, signs, words in (
        ("parent", False, "il faudra demander un nouveau lien à l’école"),
        ("parent", True, "il faudra se connecter avec l’ENT, ou demander un nouveau lien à l’école"),
        ("directeur", False, "il faudra demander un lien à la personne qui a installé Palier"),
    ):
        world.desk.sign_in = Ent(key) if signs else None
        said = signing_in.saying_so(world.desk, await world.act(key, unlinking.asked))
        assert words in texts.word(said, "fr").text.replace("\u00a0", " ")
