"""A request that closed too long ago is not opened again: a new one is offered, and no word is lost."""

from __future__ import annotations

import pytest

from bot import texts
from bot.terms import Notice, Saying, Status
from bot.workflows.requests import filing, prompts, verbs
from tests.workflows.steps import actions
from tests.world import PHOTO, World

BACK = "Cela recommence depuis ce matin"


async def ended(world: World, key: str = "eleve", days: int = 31) -> int:
    """A request of that person's, closed so many days ago."""
    number = await world.file(key, "connexion", "Mon code ne marche pas")
    await world.act("directeur", verbs.resolve, number)
    await world.act(key, verbs.confirm, number)
    world.wait(days=days)
    return number


def asks_anew(said: Notice | None, number: int) -> Notice:
    """Checks that a new request is offered in place of that one."""
    assert said is not None
    assert (said.kind, said.facts["number"], actions(said)) == ("ask_renew", number, ["renew", "cancel"])
    assert said.facts["words"] == "Mon code ne marche pas"
    return said


#: the last line of the new request, which names and quotes the one that closed
QUOTED = "↩️ n°1 : « Mon code ne marche pas »"


async def newest(world: World) -> tuple[int, str, list[str]]:
    """The number, the category and the words of the newest request."""
    row = (await world.rows("requests"))[-1]
    return row["number"], row["category"], [one.text for one in await world.exchange(row["number"])]


async def test_rouvrir_with_words_makes_a_new_request_of_them_in_two_taps(world: World) -> None:
    number = await ended(world)

    said = asks_anew(await world.act("eleve", verbs.reopen, number, world.saying("eleve", BACK)), number)
    assert said.facts["text"] == BACK
    summary = await world.press("eleve", "renew")
    assert summary is not None
    assert (summary.kind, summary.facts["category"]) == ("summary", "connexion")
    await world.press("eleve", "send")

    assert await newest(world) == (number + 1, "connexion", [BACK, QUOTED])
    assert (await world.request(number)).status is Status.CLOSED
    assert not await world.rows("drafts")


async def test_the_button_of_an_old_message_leads_to_a_new_request_that_asks_for_words(world: World) -> None:
    number = await ended(world)

    asks_anew(await world.act("eleve", verbs.reopen, number), number)
    asked = await world.press("eleve", "renew")
    assert asked is not None
    assert asked.kind == "ask_words"
    await world.say("eleve", BACK)
    await world.press("eleve", "send")

    assert await newest(world) == (number + 1, "connexion", [BACK, QUOTED])


async def test_a_reply_to_an_old_message_is_a_new_request_with_its_picture(world: World) -> None:
    number = await ended(world)
    letter = await world.at("eleve", "resolved")
    told = await world.say("eleve", BACK, PHOTO, reply_to=letter)

    said = asks_anew(told, number)
    assert said.facts["files"] == 1
    await world.press("eleve", "renew")
    await world.press("eleve", "send")

    assert (await newest(world))[2] == [BACK, QUOTED]
    message, _ = await world.exchange(number + 1)
    assert len(message.files) == 1


async def test_repondre_leads_there_with_words_and_without(world: World) -> None:
    number = await ended(world)

    asks_anew(await world.asked("eleve", prompts.prompt, "answer", number), number)
    asks_anew(await world.asked("eleve", prompts.say, "answer", number, Saying(BACK)), number)


async def test_a_merged_request_is_made_anew_once_the_other_closed_long_ago(world: World) -> None:
    mine = await world.file("eleve", "connexion", "Mon code ne marche pas")
    other = await world.file("parent")
    await world.act("directeur", verbs.merge, mine, other)
    await world.act("directeur", verbs.resolve, other)
    await world.act("parent", verbs.confirm, other)
    world.wait(days=31)

    for verb in (verbs.reopen, verbs.speak):
        asks_anew(await world.act("eleve", verb, mine, world.saying("eleve", BACK)), mine)
    asks_anew(await world.asked("eleve", prompts.say, "answer", mine, Saying(BACK)), mine)


async def test_words_on_a_merged_request_that_was_settled_lately_open_it_again(world: World) -> None:
    mine = await world.file("eleve", "connexion", "Mon code ne marche pas")
    other = await world.file("parent")
    await world.act("directeur", verbs.merge, mine, other)
    await world.act("directeur", verbs.resolve, other)
    await world.act("eleve", verbs.confirm, mine)

    asked = await world.asked("eleve", prompts.say, "answer", mine, Saying(BACK))
    assert (asked.kind, actions(asked)) == ("ask_towards", ["towards", "cancel"])
    await world.press("eleve", "towards", "again")

    assert [one.text for one in await world.exchange(mine)] == ["Mon code ne marche pas", BACK]
    assert (await world.request(mine)).status is not Status.CLOSED


async def test_within_thirty_days_it_is_opened_again(world: World) -> None:
    number = await ended(world, days=30)

    said = await world.act("eleve", verbs.reopen, number, world.saying("eleve", BACK))

    assert said.kind == "done_reopened"


async def test_the_words_wait_for_days_and_more_may_be_added(world: World) -> None:
    number = await ended(world)
    await world.act("eleve", verbs.reopen, number, world.saying("eleve", BACK))
    added = await world.say("eleve", "Et sur la tablette aussi")
    assert added is not None
    assert added.facts["text"] == f"{BACK}\nEt sur la tablette aussi"

    world.wait(days=3)
    await world.press("eleve", "renew")
    await world.press("eleve", "send")

    assert (await newest(world))[2] == [BACK, "Et sur la tablette aussi", QUOTED]


async def test_words_about_the_same_request_join_and_about_another_say_that_the_first_go_nowhere(
    world: World,
) -> None:
    number = await ended(world)
    other = await ended(world)
    await world.said("eleve", await world.act("eleve", verbs.reopen, number, world.saying("eleve", BACK)))
    again = await world.act("eleve", verbs.reopen, number, world.saying("eleve", "Toujours rien"))
    assert again.facts["text"] == f"{BACK}\nToujours rien"
    await world.said("eleve", again)
    mark = await world.mark()

    asks_anew(await world.act("eleve", verbs.reopen, other, world.saying("eleve", "Et celle-ci aussi")), other)

    about = [row["payload"].get("about") for row in await world.letters("eleve", mark)]
    assert about == ["closed_offer:0"]


async def test_words_that_wait_for_a_choice_outlive_a_request_made_in_one_line(world: World) -> None:
    asked = await world.say("eleve", BACK)
    assert asked is not None

    await world.file("eleve", "classe", "Je ne vois plus ma classe")
    (row,) = await world.rows("drafts")

    assert (row["step"], row["data"]["draft"]["said"][0][1]) == ("offer", BACK)


async def test_a_request_that_is_being_prepared_is_not_dropped_for_it(world: World) -> None:
    number = await ended(world)
    await world.asked("eleve", filing.start, "", world.saying("eleve", "Je ne vois plus ma classe"))

    await world.act("eleve", verbs.reopen, number, world.saying("eleve", BACK))
    asked = await world.press("eleve", "renew")

    assert asked is not None
    assert asked.kind == "ask_again"


@pytest.mark.parametrize(("stays", "asks"), [(True, "summary"), (False, "ask_place")])
async def test_the_school_is_the_old_one_where_it_is_still_the_person_s(world: World, stays: bool, asks: str) -> None:
    await world.hats()
    await world.asked("trs", filing.start, "connexion", world.saying("trs", "Mon code ne marche pas"))
    await world.press("trs", "place", "jaures-senlis")
    await world.press("trs", "send")
    number = (await world.rows("requests"))[-1]["number"]
    await world.act("trs", verbs.withdraw, number)
    world.wait(days=40)
    if not stays:
        places = [place.id for place in (await world.person("trs")).places]
        await world.move("trs", *(place for place in places if place != "jaures-senlis"))

    await world.act("trs", verbs.reopen, number, world.saying("trs", BACK))
    asked = await world.press("trs", "renew")

    assert asked is not None
    assert asked.kind == asks
    if stays:
        await world.press("trs", "send")
        assert (await world.request(number + 1)).place.id == "jaures-senlis"


async def test_what_was_filed_for_a_pupil_is_filed_for_them_again(world: World) -> None:
    pupil = await world.person("eleve")
    await filing.for_account(world.desk, world.cause(), world.caller("directeur"), "eleve")
    await world.say("directeur", "Son code ne marche pas")
    await world.press("directeur", "send")
    number = (await world.rows("requests"))[-1]["number"]
    await world.act("directeur", verbs.withdraw, number)
    world.wait(days=31)

    await world.act("directeur", verbs.reopen, number, world.saying("directeur", BACK))
    summary = await world.press("directeur", "renew")
    assert summary is not None
    assert summary.facts["whom"] == pupil.name
    await world.press("directeur", "send")

    made = await world.request(number + 1)
    assert (made.requester, made.filer) == (pupil.id, (await world.person("directeur")).id)


@pytest.mark.parametrize("verb", [verbs.reopen, verbs.take, verbs.escalate])
async def test_an_agent_of_a_closed_request_reads_what_they_may_do(world: World, verb: object) -> None:
    number = await ended(world)
    words = (world.saying("directeur", BACK),) if verb is verbs.escalate else ()

    refusal = await world.refused("directeur", verb, number, *words)  # type: ignore[arg-type]

    said = texts.refuse(refusal, "fr").text
    assert f"/note {number}" in said
    assert "/rouvrir" not in said
    assert (await world.act("directeur", verbs.note, number, world.saying("directeur", BACK))).kind == "done_noted"


async def test_words_that_wait_are_said_to_go_nowhere_where_a_second_reply_takes_their_place(world: World) -> None:
    number = await world.file("eleve", "connexion", "Mon code ne marche pas")
    await world.act("directeur", verbs.escalate, number, world.saying("directeur", "Essayé ici"))
    for text in ("Premier mot", "Second mot"):
        mark = await world.mark()
        asked = await world.asked("directeur", prompts.say, "answer", number, Saying(text))
        assert asked.kind == "ask_towards"
        await world.said("directeur", asked)

    about = [row["payload"].get("about") for row in await world.letters("directeur", mark)]
    assert about == [f"closed_answer:{number}"]
