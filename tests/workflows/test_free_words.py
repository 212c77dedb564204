"""Words outside of any conversation, and after something came between a question and its answer."""

from __future__ import annotations

from bot.terms import Notice, Saying
from bot.workflows import intake
from bot.workflows.nouns import CONVERSATIONS
from bot.workflows.requests import filing, prompts, verbs
from tests.workflows.steps import actions, filed, pressed, resolved
from tests.world import PHOTO, World


def offered(notice: Notice | None) -> list[str]:
    """The ways that an offer has, in order: commands, requests, a new one."""
    assert notice is not None
    assert notice.kind == "offer"
    keys = [key for row in notice.buttons for key in row]
    ways = [key.words or key.target.partition(":")[2] or key.action for key in keys]
    return [way for way in ways if way != "cancel" and not way.startswith("💡")]


async def texts(world: World, number: int) -> list[str]:
    """The words of the exchange after the first message."""
    return [message.text for message in (await world.exchange(number))[1:]]


async def test_words_right_after_a_question_answer_it(world: World) -> None:
    number, _ = await filed(world)
    await world.said("directeur", await world.asked("directeur", prompts.prompt, "answer", number))

    await world.say("directeur", "Votre code est prêt")

    assert await texts(world, number) == ["Votre code est prêt"]


async def test_a_card_of_another_request_after_a_question_makes_the_words_ask_whom_they_are_for(world: World) -> None:
    first, _ = await filed(world)
    await world.carry()
    await world.said("directeur", await world.asked("directeur", prompts.prompt, "note", first))
    second = await world.file("parent")
    await world.carry()

    said = await world.say("directeur", "Je m'en occupe demain")

    assert offered(said) == [f"note:{first}", f"answer:{second}", "new"]
    assert await texts(world, first) == await texts(world, second) == []
    await world.press("directeur", "reply_to", f"note:{first}")
    assert await texts(world, first) == ["Je m'en occupe demain"]
    assert "answered" not in await world.told("eleve")


async def test_news_of_the_same_request_come_between_without_doubt(world: World) -> None:
    number, _ = await filed(world)
    await world.carry()
    await world.said("directeur", await world.asked("directeur", prompts.prompt, "answer", number))
    await world.act("eleve", verbs.speak, number, world.saying("eleve", "Toujours rien"))
    await world.carry()

    await world.say("directeur", "Votre code est prêt")

    assert (await texts(world, number))[-1] == "Votre code est prêt"


async def test_something_else_done_closes_a_question_and_shows_it(world: World) -> None:
    number, _ = await filed(world)
    asked = await world.said("directeur", await world.asked("directeur", prompts.prompt, "answer", number))
    mark = await world.mark()

    await intake.interrupt(world.desk, world.caller("directeur"))
    said = await world.say("directeur", "Votre code est prêt")

    assert await texts(world, number) == []
    assert offered(said)[-1] == "new"
    (edit,) = await world.letters("directeur", mark)
    assert (edit["kind"], edit["message_id"]) == ("refresh", asked)
    assert edit["payload"]["about"] == f"closed_answer:{number}"


async def test_a_request_under_preparation_comes_back_after_something_else(world: World) -> None:
    await filed(world)
    summary = await world.asked("eleve", filing.start, "application", Saying())
    await world.say("eleve", "Le blog est vide")
    await intake.interrupt(world.desk, world.caller("eleve"))

    said = await world.say("eleve", "Et les photos aussi")
    assert offered(said)[:2] == ["add", "answer:1"]
    again = await world.press("eleve", "reply_to", "add")

    assert again is not None
    assert (again.kind, again.facts["text"]) == ("summary", "Le blog est vide\nEt les photos aussi")
    assert summary.kind == "ask_words"


async def test_an_answer_elsewhere_leaves_the_request_under_preparation_as_it_was(world: World) -> None:
    number, _ = await filed(world)
    await world.asked("directeur", filing.start, "application", Saying())
    summary = await world.say("directeur", "Le blog est vide")
    assert summary is not None
    await world.said("directeur", await world.asked("directeur", prompts.prompt, "answer", number))
    await world.say("directeur", "Votre code est prêt")

    assert await texts(world, number) == ["Votre code est prêt"]
    await world.press("directeur", "send", serial=pressed(summary, "send").partition(":")[0])
    assert [row["category"] for row in await world.rows("requests")] == ["connexion", "application"]


async def test_what_was_offered_a_quarter_of_an_hour_before_is_offered_apart(world: World) -> None:
    await world.say("enseignant", "Le blog est vide")
    world.wait(minutes=16)

    said = await world.say("enseignant", "La classe a changé")

    assert said is not None
    assert said.facts["text"] == "La classe a changé"


async def test_lines_written_one_after_the_other_are_offered_together(world: World) -> None:
    await world.say("enseignant", "Le blog est vide")
    world.wait(minutes=1)

    said = await world.say("enseignant", "depuis hier")

    assert said is not None
    assert said.facts["text"] == "Le blog est vide\ndepuis hier"


async def test_the_request_that_waits_for_the_person_is_offered_first(world: World) -> None:
    one = await world.file("eleve")
    two = await world.file("eleve", "application", "Le blog")
    three = await world.file("eleve", "autre", "Une question")
    await world.act("directeur", verbs.ask, two, world.saying("directeur", "Lequel ?"))
    await world.act("directeur", verbs.resolve, one)

    said = await world.say("eleve", "Celui de la classe")

    assert offered(said) == [f"answer:{two}", f"answer:{one}", f"answer:{three}", "new"]
    await world.press("eleve", "reply_to", f"answer:{two}")
    assert await texts(world, two) == ["Lequel ?", "Celui de la classe"]


async def test_a_picture_offered_goes_with_its_words(world: World) -> None:
    number = await world.file("eleve")
    await world.say("eleve", "Voilà", PHOTO)

    await world.press("eleve", "reply_to", f"answer:{number}")

    assert [len(message.files) for message in await world.exchange(number)] == [0, 1]


async def test_a_way_that_was_not_offered_is_refused(world: World) -> None:
    await world.file("eleve")
    other = await world.file("parent")
    offer = await world.say("eleve", "Le code")
    assert offer is not None

    refusal = await world.refused("eleve", CONVERSATIONS.press, "reply_to", f"{_serial(offer)}:answer:{other}")

    assert refusal.reason == "old-button"


async def test_thanks_for_a_resolved_request_ask_whether_it_is_solved(world: World) -> None:
    number, _ = await resolved(world)

    said = await world.say("eleve", "Merci beaucoup")

    assert said is not None
    assert (said.kind, actions(said)) == ("thanks", ["confirm", "reopen"])
    assert (await world.request(number)).status.value == "resolved"


async def test_an_agents_words_that_begin_like_a_command_offer_it(world: World) -> None:
    offers = {
        text: offered(await world.say("directeur", text))[0] for text in ("code inès", "file", "Bloquer Léa Martin")
    }

    assert offers == {"code inès": "/code inès", "file": "/file", "Bloquer Léa Martin": "/bloquer Léa Martin"}


async def test_a_parents_words_are_no_command(world: World) -> None:
    assert offered(await world.say("parent", "code perdu")) == ["new"]


async def test_an_offer_may_be_cancelled_by_its_word(world: World) -> None:
    await world.say("eleve", "Le code")

    said = await world.say("eleve", "annuler")

    assert said is not None
    assert said.kind == "cancelled"
    assert await world.rows("drafts") == []


def _serial(notice: Notice) -> str:
    return next(key.target for row in notice.buttons for key in row).partition(":")[0]


async def test_a_frightened_child_is_led_to_people_who_help_wherever_they_write(world: World) -> None:
    words = await world.say("eleve", "il me frappe tous les jours")
    await world.cancel("eleve")
    command = await world.act("eleve", filing.start, "", world.saying("eleve", "j'ai peur de lui"))

    assert words is not None
    assert isinstance(command, Notice)
    assert (words.kind, command.kind) == ("afraid", "afraid")
    assert await world.rows("requests") == []


async def test_thanks_while_a_request_is_open_are_offered_to_it(world: World) -> None:
    number, _ = await filed(world)

    assert offered(await world.say("eleve", "Merci beaucoup")) == [f"answer:{number}", "new"]


async def test_what_was_offered_can_still_be_sent_later_by_its_button(world: World) -> None:
    offer = await world.say("enseignant", "Le blog est vide")
    assert offer is not None
    world.wait(minutes=30)

    asked = await world.new("enseignant", f"{_serial(offer)}:")

    assert asked is not None
    await world.press("enseignant", "category", "application")
    summary = await world.press("enseignant", "send")
    assert summary is None
    assert [message.text for message in await world.exchange(1)] == ["Le blog est vide"]


async def test_a_new_request_out_of_an_offer_leaves_the_one_under_preparation(world: World) -> None:
    await world.asked("directeur", filing.start, "application", Saying())
    await world.say("directeur", "Premier souci")
    await intake.interrupt(world.desk, world.caller("directeur"))
    offer = await world.say("directeur", "Second souci")
    assert offer is not None

    asked = await world.new("directeur", f"{_serial(offer)}:")

    assert asked is not None
    assert (asked.kind, asked.facts["text"]) == ("ask_again", "Premier souci")


async def test_a_greeting_is_greeted_and_cancelling_nothing_says_so(world: World) -> None:
    await filed(world)

    hello, nothing = await world.say("eleve", "Bonjour"), await world.say("eleve", "annuler")

    assert hello is not None
    assert nothing is not None
    assert (hello.kind, nothing.kind) == ("hello", "nothing_to_cancel")


async def test_every_button_works_whatever_was_asked_after_it(world: World) -> None:
    number = await world.file("eleve")
    await world.asked("eleve", filing.start, "application", Saying())
    summary = await world.say("eleve", "Le blog est vide")
    await intake.interrupt(world.desk, world.caller("eleve"))
    offer = await world.say("eleve", "Et mon code")
    assert summary is not None
    assert offer is not None

    await world.press("eleve", "send", serial=pressed(summary, "send").partition(":")[0])
    await world.press("eleve", "reply_to", f"answer:{number}", serial=_serial(offer))

    assert [row["category"] for row in await world.rows("requests")] == ["connexion", "application"]
    assert await texts(world, number) == ["Et mon code"]
    assert await world.rows("drafts") == []


async def test_the_words_of_an_offer_are_kept_while_another_request_is_prepared(world: World) -> None:
    await world.asked("eleve", filing.start, "application", Saying())
    summary = await world.say("eleve", "Le blog est vide")
    await intake.interrupt(world.desk, world.caller("eleve"))
    offer = await world.say("eleve", "Et mon code")
    assert summary is not None
    assert offer is not None
    await world.press("eleve", "change_category", serial=pressed(summary, "send").partition(":")[0])

    asked = await world.new("eleve", f"{_serial(offer)}:")

    assert asked is not None
    assert asked.kind == "ask_again"
    (draft,) = await world.rows("drafts")
    assert [text for _, text in draft["data"]["draft"]["again"]["said"]] == ["Et mon code"]
