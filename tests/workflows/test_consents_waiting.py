"""While a pupil waits for a yes: what still works is offered, what does not is not, and no time runs against them."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot import texts
from bot.terms import Notice, Refusal, Status
from bot.workflows import help as help_
from bot.workflows import intake, nouns
from bot.workflows.people import consents, speaking
from bot.workflows.requests import cards, queues, verbs
from bot.workflows.requests.silence import close_silent
from tests.workflows.families import CHILD, MOTHER, Families, early, write

FEAR = "Un grand me frappe à la récré et j’ai peur"


def actions(said: Notice) -> list[str]:
    """The actions of the buttons, without the articles offered."""
    return [key.action for row in said.buttons for key in row if key.action != "article"]


async def call(families: Families) -> int:
    """Léa, who waits, calls for help; returns the number."""
    await write(families.world, FEAR)
    await write(families.world, "oui")
    return int((await families.world.rows("requests"))[-1]["number"])


async def solved(families: Families) -> int:
    """Léa asks for something, which the school solves; then her mother takes her yes back. Returns the number."""
    world = families.world
    for login in (MOTHER, CHILD):
        await families.link(login)
    await families.say(MOTHER, yes=True)
    number = await world.file(CHILD)
    await world.act("directeur", verbs.resolve, number, world.saying("directeur", "C’est fait"))
    return number


async def test_a_solved_request_is_not_closed_while_its_pupil_may_not_answer(families: Families) -> None:
    world = families.world
    number = await solved(families)
    await families.say(MOTHER, yes=False)
    world.wait(days=30)
    await close_silent(world.desk)
    assert (await world.request(number)).status is Status.RESOLVED


async def test_the_seven_days_go_on_where_they_stopped(families: Families) -> None:
    world = families.world
    number = await solved(families)
    world.wait(days=4)
    await families.say(MOTHER, yes=False)
    world.wait(days=30)
    await families.say(MOTHER, yes=True)
    world.wait(days=2)
    await close_silent(world.desk)
    assert (await world.request(number)).status is Status.RESOLVED
    world.wait(days=1, minutes=5)
    await close_silent(world.desk)
    assert (await world.request(number)).status is Status.CLOSED


async def test_what_was_solved_while_they_waited_leaves_them_all_seven_days(families: Families) -> None:
    world = families.world
    for login in (MOTHER, CHILD):
        await families.link(login)
    await families.say(MOTHER, yes=True)
    number = await world.file(CHILD)
    await families.say(MOTHER, yes=False)
    world.wait(days=2)
    await world.act("directeur", verbs.resolve, number, world.saying("directeur", "C’est fait"))
    world.wait(days=20)
    await families.say(MOTHER, yes=True)
    world.wait(days=6, minutes=1390)
    await close_silent(world.desk)
    assert (await world.request(number)).status is Status.RESOLVED
    world.wait(days=1)
    await close_silent(world.desk)
    assert (await world.request(number)).status is Status.CLOSED


async def test_a_solved_call_for_help_which_they_can_answer_is_closed_as_ever(families: Families) -> None:
    world = families.world
    await families.link(CHILD)
    number = await call(families)
    await world.act("directeur", verbs.resolve, number, world.saying("directeur", "J’ai vu les grands"))
    world.wait(days=8)
    await close_silent(world.desk)
    assert (await world.request(number)).status is Status.CLOSED


async def test_help_offers_only_what_works_now(families: Families) -> None:
    world = families.world
    await families.link(CHILD)
    menu = await world.desk.act(world.cause(), early(world), nouns.help_on, "")
    assert (menu.kind, set(actions(menu))) == ("help_early", {"topic"})
    assert "On m’embête, ou j’ai peur" in [key.words for row in menu.buttons for key in row]
    assert menu.facts["commands"] == ["start", "aide", "outil", "charte", "langue", "mesdonnees", "annuler"]
    assert "peur" in texts.word(menu, "fr-tu").text
    read = await world.desk.act(world.cause(), early(world), help_.read, "pupil-password")
    assert "new" not in actions(read)
    assert texts.word(read, "fr-tu").text.splitlines()[-1].startswith("Pour écrire ici, demande à ta directrice")
    nothing = await world.desk.act(world.cause(), early(world), nouns.help_on, "xylophone")
    assert "new" not in actions(nothing)
    assert "Nouvelle demande" not in texts.word(nothing, "fr-tu").text

    await call(families)
    menu = await world.desk.see(early(world), nouns.help_on, "")
    assert {"mesdemandes", "demande", "repondre"} < set(menu.facts["commands"])
    assert "assistance" not in menu.facts["commands"]


@pytest.mark.parametrize("language", ["fr", "en"])
async def test_the_article_on_fear_says_that_fear_may_be_written_and_sends_the_pupil_to_nobody(
    families: Families, language: str
) -> None:
    world = families.world
    await families.link(CHILD)
    await world.desk.act(world.cause(), early(world), speaking.speak_language, language)
    read = await world.desk.act(world.cause(), early(world), help_.read, "pupil-report")
    last = texts.word(read, "fr-tu" if language == "fr" else "en").text.splitlines()[-1]
    assert last.startswith({"fr": "Quelque chose te fait peur", "en": "Does something frighten you"}[language])


async def test_help_is_as_ever_once_somebody_said_yes(families: Families) -> None:
    world = families.world
    await families.link(CHILD)
    await families.say("directeur", yes=True, paper=True)
    menu = await world.act(CHILD, nouns.help_on, "")
    assert (menu.kind, actions(menu)[-1]) == ("help", "new")


async def test_words_of_fear_are_answered_without_a_button_that_would_be_refused(families: Families) -> None:
    await families.link(CHILD)
    said = await write(families.world, FEAR)
    assert said is not None
    assert actions(said) == ["tell_school", "tell_outside", "cancel"]


@pytest.mark.parametrize("from_whom", ["parent", "no", "school"])
async def test_each_refusal_says_that_fear_may_be_written(families: Families, from_whom: str) -> None:
    said = texts.refuse(Refusal("consent-first", from_whom=from_whom), "fr-tu").text
    assert "si quelque chose te fait peur, écris-le ici" in said


async def test_ordinary_words_join_an_open_call_for_help_and_their_author_reads_so(families: Families) -> None:
    world = families.world
    await families.link(CHILD)
    number = await call(families)
    said = await write(world, "Je n’arrive pas à lire la messagerie")
    assert said is not None
    assert (said.kind, said.request) == ("done_called", number)
    assert "appel à l’aide" in texts.word(said, "fr-tu").text
    assert (await world.exchange(number))[-1].text == "Je n’arrive pas à lire la messagerie"


async def test_they_list_and_read_their_calls_for_help_and_nothing_else(families: Families) -> None:
    world = families.world
    ordinary = await solved(families)
    await families.say(MOTHER, yes=False)
    with pytest.raises(Refusal, match="consent-first"):
        await world.desk.see(early(world), queues.mine)
    number = await call(families)

    listed = await world.desk.see(early(world), queues.mine)
    assert [line["number"] for line in listed.facts["lines"]] == [number]
    assert actions(listed) == ["open"]
    await world.desk.act(world.cause(), early(world), cards.send, number)
    with pytest.raises(Refusal, match="consent-first"):
        await world.desk.act(world.cause(), early(world), cards.send, ordinary)


async def test_what_was_begun_is_over_once_they_wait(families: Families) -> None:
    world = families.world
    for login in (MOTHER, CHILD):
        await families.link(login)
    await families.say(MOTHER, yes=True)
    asked = await world.new(CHILD)
    assert asked is not None
    await world.carry()
    await families.say(MOTHER, yes=False)
    await nouns.CONVERSATIONS.end_old(world.desk)

    assert await world.rows("drafts", chat_id=world.telegram[CHILD]) == []
    with pytest.raises(Refusal):
        await intake.press(world.desk, world.cause(), early(world), "category", "x:connexion")


async def test_a_call_for_help_under_way_goes_on_when_a_yes_is_taken_back(families: Families) -> None:
    world = families.world
    for login in (MOTHER, CHILD):
        await families.link(login)
    await families.say(MOTHER, yes=True)
    await write(world, FEAR)
    await families.say(MOTHER, yes=False)
    await write(world, "oui")
    assert [row["category"] for row in await world.rows("requests")] == ["danger"]


async def test_pupils_of_the_demo_are_not_asked_for_their_own_yes(families: Families) -> None:
    world = families.world
    for row in await world.rows("consents", says="yes"):
        assert row["giver"] != row["child"]
    mark = await world.mark()
    world.wait(days=340)
    await consents.renew(world.desk)
    told = await world.everybody_told(mark)
    assert "family_asked" in told["directeur"]
    assert "eleve" not in told
    assert world.desk.policy.consent.yes - world.desk.policy.consent.again < timedelta(days=340)
