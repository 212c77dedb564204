"""What is confirmed is what was read: where more has become true since a question was asked, it is asked anew."""

from __future__ import annotations

from bot import texts
from bot.terms import Notice, Way
from bot.workflows.linking import giving, inviting
from bot.workflows.people import issuing, own_data, unlinking
from bot.workflows.requests import verbs
from bot.workflows.sheets import making
from tests.workflows.families import CHILD, MOTHER, Families
from tests.workflows.giving import STRANGER, Given, links, never_activated, printed, typed
from tests.workflows.steps import NEWCOMER, linked
from tests.world import World

_ANEW = "quelque chose a changé"


def aim(question: Notice | None) -> str:
    """The target of the button that confirms the question."""
    assert question is not None
    return question.buttons[0][0].target


def says_anew(question: Notice | None) -> bool:
    """Whether the question says that it is asked again."""
    assert question is not None
    return _ANEW in texts.word(question, "fr").text


async def asked_for_a_link(world: World) -> Notice | None:
    """What the director reads who types `/lien` for Aurélie."""
    return await giving.ask(world.desk, world.cause(), world.caller("directeur"), "aurelie.martin")


async def confirmed(world: World, aimed: str) -> Notice | None:
    """What the director reads who presses *Oui, faire un lien* with that target."""
    return await giving.confirm(world.desk, world.cause(), world.caller("directeur"), aimed)


async def test_a_link_for_somebody_who_was_linked_since_is_asked_about_anew(world: World) -> None:
    await world.desk.put(issuing.issue, world.desk.policy, ["aurelie.martin"], Way.SHEET)
    old = await asked_for_a_link(world)
    assert not says_anew(old)
    await linked(world, "aurelie.martin", NEWCOMER)

    again = await confirmed(world, aim(old))

    assert again is not None
    assert (again.kind, again.facts["linked"]) == ("link_anew", True)
    assert says_anew(again)
    assert not world.whispers
    assert await confirmed(world, aim(again)) is None
    assert len(world.whispers) == 1


async def test_a_link_is_given_where_the_question_told_all_or_less_is_true_now(world: World) -> None:
    await world.desk.put(issuing.issue, world.desk.policy, ["aurelie.martin"], Way.SHEET)
    question = await asked_for_a_link(world)
    world.wait(days=200)  # the sheet cannot be used any more
    await world.ask_again("directeur")

    assert await confirmed(world, aim(question)) is None


async def test_a_button_of_an_earlier_release_tells_nothing_and_is_asked_about(world: World) -> None:
    await linked(world, "aurelie.martin", NEWCOMER)

    assert says_anew(await confirmed(world, ":aurelie.martin"))


async def test_sheets_that_would_make_more_of_the_earlier_ones_void_are_asked_about_anew(
    world: World, given: Given
) -> None:
    said = await typed(world, "directeur", "CM2")
    assert said is not None
    await printed(world, given, "adjoint", "CM2")

    again = await world.press("directeur", "sheets_now", serial=said.question)

    assert again is not None
    assert (again.kind, again.facts["waiting"]) == ("sheets_sure", len(given.sheets))
    assert says_anew(again)
    before = len(given.documents)
    assert await world.press("directeur", "sheets_now", serial=said.question) is None
    await making.go_on(world.desk)
    assert len(given.documents) == before + 1


async def test_the_one_whose_sheet_is_confirmed_was_linked_since_and_it_is_said(world: World, given: Given) -> None:
    first = await printed(world, given, "directeur", "lea.martin")
    said = await typed(world, "directeur", "lea.martin")
    assert said is not None
    assert await links(world, first["lea.martin"].link, STRANGER) == "linked"

    again = await world.press("directeur", "sheets_now", serial=said.question)

    assert again is not None
    assert (again.kind, again.facts["people"], again.facts["linked"]) == ("sheets_sure", 0, 1)


async def test_sheets_of_which_more_bear_a_code_are_asked_about_anew(world: World, given: Given) -> None:
    said = await typed(world, "directeur", "CM2")
    assert said is not None
    await never_activated(world, "lea.martin")

    assert says_anew(await world.press("directeur", "sheets_now", serial=said.question))
    assert given.documents == []


async def test_invitations_that_would_void_more_links_are_asked_about_anew(world: World) -> None:
    said = await inviting.ask(world.desk, world.cause(), world.caller("directeur"), "parents CM2")
    assert said is not None
    assert said.kind == "invite_asked"
    await world.desk.put(issuing.issue, world.desk.policy, ["aurelie.martin"], Way.MESSAGE)

    again = await world.press("directeur", "invite_now", serial=said.question)

    assert again is not None
    assert (again.kind, again.facts["waiting"]) == ("invite_asked", 1)
    assert says_anew(again)
    assert await world.rows("mailings") == []
    assert await world.press("directeur", "invite_now", serial=said.question) is None
    assert len(await world.rows("mailings")) == 1


async def test_who_takes_a_request_after_the_question_reads_where_it_goes_before_they_unlink(world: World) -> None:
    old = await world.act("directeur", unlinking.asked)
    number = await world.file("eleve")
    await world.act("directeur", verbs.take, number)

    again = await world.act("directeur", unlinking.confirm, aim(old))

    assert (again.kind, again.facts["numbers"]) == ("unlink_asked", f"n°{number}")
    assert says_anew(again)
    assert (await world.person("directeur")).telegram_id is not None
    assert (await world.act("directeur", unlinking.confirm, aim(again))).kind == "unlinked"


async def test_a_parent_who_said_yes_after_the_question_reads_that_it_will_not_count(families: Families) -> None:
    world = families.world
    await families.link(MOTHER)
    await families.link(CHILD)
    old = await world.act(MOTHER, unlinking.asked)
    await families.say(MOTHER, yes=True)

    again = await world.act(MOTHER, unlinking.confirm, aim(old))

    assert again.facts["agrees"]
    assert says_anew(again)
    assert not (await world.person(CHILD)).waits


async def test_an_erasure_tells_what_is_left_before_it_is_done(world: World) -> None:
    old = await world.act("directeur", own_data.erase_asked)
    await world.act("directeur", verbs.take, await world.file("eleve"))

    again = await world.act("directeur", own_data.erase_confirmed, aim(old))

    assert again.kind == "erase_asked_agent"
    assert says_anew(again)
    assert (await world.act("directeur", own_data.erase_confirmed, aim(again))).kind == "erased"


async def test_what_has_become_less_is_not_asked_about_again(world: World) -> None:
    number = await world.file("eleve")
    await world.act("directeur", verbs.take, number)
    old = await world.act("directeur", own_data.erase_asked)
    await world.act("directeur", verbs.release, number)

    assert (await world.act("directeur", own_data.erase_confirmed, aim(old))).kind == "erased"
