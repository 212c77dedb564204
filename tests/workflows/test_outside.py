"""A call for help told outside the school is read by nobody of the school, however they look for it."""

from __future__ import annotations

import pytest

from bot import texts
from bot.storage import people
from bot.storage.work import Work
from bot.terms import Level, Notice, Refusal, Saying
from bot.workflows.audit import pages
from bot.workflows.requests import (
    alarm,
    cards,
    colleagues,
    correction,
    filing,
    merging,
    queues,
    scenes,
    serving,
    verbs,
)
from tests.workflows.steps import actions
from tests.world import World

ABOUT_THE_HEAD = "Le directeur me tape"
AT_PLAY = "On me frappe à la récré"
OF_THE_SCHOOL = ("directeur", "adjoint", "enseignant")


async def told_outside(world: World, text: str = ABOUT_THE_HEAD, key: str = "eleve") -> int:
    """The number of a call for help that was told outside the school."""
    await world.say(key, text)
    await world.press(key, "tell_outside")
    return int((await world.rows("requests"))[-1]["number"])


def words(notice: Notice | None, language: str = "fr-tu") -> str:
    """What somebody reads."""
    assert notice is not None
    return texts.word(notice, language).text


async def test_a_child_chooses_whom_to_tell_and_reads_where_each_button_leads(sqlite_world: World) -> None:
    said = await sqlite_world.say("eleve", AT_PLAY)

    assert said is not None
    assert actions(said) == ["tell_school", "tell_outside", "new", "cancel"]
    read = words(said)
    assert "Personne de ton école ne le verra." in read
    assert read.index("119") < read.index("Le dire à l’école")


@pytest.mark.parametrize(
    "text", [ABOUT_THE_HEAD, "la MAITRESSE me crie dessus", "les animateurs m’insultent", "l’AVS me pince"]
)
async def test_words_that_name_an_adult_of_the_school_put_the_way_out_of_it_first(
    sqlite_world: World, text: str
) -> None:
    said = await sqlite_world.say("eleve", text)

    assert said is not None
    assert actions(said)[:2] == ["tell_outside", "tell_school"]


async def test_oui_to_words_about_the_head_tells_nobody_of_the_school(sqlite_world: World) -> None:
    world = sqlite_world
    mark = await world.mark()
    await world.say("eleve", ABOUT_THE_HEAD)
    await world.say("eleve", "oui")

    [row] = await world.rows("requests")
    assert row["level"] == Level.CIRCONSCRIPTION
    assert not await world.told("directeur", mark)


async def test_nobody_of_the_school_is_told_and_the_erun_is_at_once(world: World) -> None:
    mark = await world.mark()
    number = await told_outside(world)

    told = await world.everybody_told(mark)
    assert told["erun"] == ["card:filed"]
    assert told["eleve"] == ["filed_outside"]
    assert not set(told) & set(OF_THE_SCHOOL)
    world.wait(seconds=2)
    request = await world.request(number)
    assert (request.category, request.due_at) == ("danger", request.created_at)
    card = texts.word(await world.card("erun", number), "fr").text
    assert "⏰ à traiter tout de suite" in card
    assert "🔒 Dite hors de l’école" in card
    assert "Jean-Moulin" in card


@pytest.mark.parametrize("key", OF_THE_SCHOOL)
async def test_to_the_people_of_the_school_it_does_not_exist_by_number(world: World, key: str) -> None:
    number = await told_outside(world)
    tries = (
        lambda turn: cards.send(turn, number),
        lambda turn: cards.send_files(turn, number),
        lambda turn: scenes.account_of(turn, number),
        lambda turn: verbs.take(turn, number),
        lambda turn: verbs.note(turn, number, Saying("?")),
        lambda turn: verbs.speak(turn, number, Saying("?")),
        lambda turn: verbs.resolve(turn, number, Saying("?")),
        lambda turn: colleagues.choose(turn, number),
        lambda turn: correction.start(turn, number, correction.SCHOOL, ""),
    )
    for verb in tries:
        with pytest.raises(Refusal) as met:
            await world.act(key, verb)
        with pytest.raises(Refusal) as unknown:
            await world.act(key, lambda turn: cards.send(turn, number + 1000))
        assert met.value.reason == unknown.value.reason == "unknown-request"


@pytest.mark.parametrize("key", ["directeur", "adjoint"])
async def test_no_list_and_no_journal_of_the_school_has_it(world: World, key: str) -> None:
    number = await told_outside(world)
    await world.act("erun", verbs.take, number)
    for wanted in queues.FILTERS:
        assert (await world.desk.see(world.caller(key), queues.queue, wanted, "")).facts["lines"] == []
    for about in ("", "Léa Martin"):
        page = await pages.start(world.desk, world.caller(key), about)
        assert str(number) not in [str(line.get("number", "")) for line in page.facts.get("traced", ())]
    with pytest.raises(Refusal, match="unknown-request"):
        await pages.start(world.desk, world.caller(key), f"n°{number}")


async def test_what_follows_stays_outside_too(sqlite_world: World) -> None:
    world = sqlite_world
    number = await told_outside(world)
    mark = await world.mark()
    await world.act("erun", verbs.speak, number, world.saying("erun", "J’arrive"))
    await world.act("eleve", verbs.speak, number, world.saying("eleve", "Merci"))
    await world.act("erun", verbs.resolve, number, world.saying("erun", "C’est fait"))
    await world.act("eleve", verbs.reopen, number)

    assert not set(await world.everybody_told(mark)) & set(OF_THE_SCHOOL)


@pytest.mark.parametrize("verb", ["send_back", "school", "category", "merge"])
async def test_it_is_never_brought_to_the_school_and_one_sentence_says_why(sqlite_world: World, verb: str) -> None:
    world = sqlite_world
    number = await told_outside(world)
    other = await world.file("enseignant")
    said = world.saying("erun", "À voir avec l’école")
    tries = {
        "send_back": lambda turn: verbs.send_back(turn, number, said),
        "school": lambda turn: correction.start(turn, number, correction.SCHOOL, "jean"),
        "category": lambda turn: correction.start(turn, number, correction.CATEGORY, "connexion"),
        "merge": lambda turn: merging.ask(turn, number, other),
    }
    with pytest.raises(Refusal, match="outside-school"):
        await world.act("erun", tries[verb])
    if verb == "merge":
        with pytest.raises(Refusal, match="outside-school"):
            await world.act("erun", lambda turn: merging.ask(turn, other, number))
    assert "send_back" not in actions(await world.card("erun", number))


async def test_the_danei_reads_it_where_no_erun_does_and_gives_it_back_only_to_the_circonscription(
    sqlite_world: World,
) -> None:
    world = sqlite_world
    await lose(world, Level.CIRCONSCRIPTION)
    mark = await world.mark()
    number = await told_outside(world)

    assert (await world.request(number)).level is Level.DSDEN
    assert "card:filed_above" in await world.told("danei", mark)
    with pytest.raises(Refusal):
        await world.act("danei", verbs.send_back, number, world.saying("danei", "Non"))


async def lose(world: World, *levels: Level) -> None:
    """Has nobody at these levels read here any more."""
    agents = [row["telegram_id"] for row in await world.rows("people") if row["telegram_id"]]

    def go(work: Work) -> None:
        for telegram_id in agents:
            for person in people.of_telegram(work, telegram_id):
                if any(role.level in levels for role in person.roles):
                    people.lose(work, person)

    await world.desk.put(go)


async def test_where_nobody_reads_outside_the_child_is_told_so_and_the_school_still_reads_nothing(
    sqlite_world: World,
) -> None:
    world = sqlite_world
    await lose(world, Level.CIRCONSCRIPTION, Level.DSDEN)
    said = await world.say("eleve", ABOUT_THE_HEAD)
    assert "personne n’y lit encore" in words(said)
    again = await world.say("eleve", "oui")  # to tell nobody is no answer to "oui"
    assert again is not None
    assert again.kind == "afraid"
    mark = await world.mark()
    await world.press("eleve", "tell_outside")
    await serving.settle(world.desk)

    [row] = await world.rows("requests")
    request = await world.request(row["number"])
    assert (request.level, request.stranded_at is None) == (Level.CIRCONSCRIPTION, False)
    assert await world.told("eleve", mark) == ["filed_outside_unread"]
    assert not await world.told("directeur", mark)


async def test_the_first_person_who_comes_outside_reads_what_waited(sqlite_world: World) -> None:
    world = sqlite_world
    await lose(world, Level.CIRCONSCRIPTION, Level.DSDEN)
    number = await told_outside(world)
    mark = await world.mark()

    def come(work: Work) -> None:
        people.change(work, (people.of_telegram(work, world.telegram["danei"]))[0], reachable=True)

    await world.desk.put(come)
    await serving.settle(world.desk)

    assert (await world.request(number)).level is Level.DSDEN
    assert "card:moved_up" in await world.told("danei", mark)


async def also_of_the_school(world: World, key: str) -> None:
    """Has that agent also work in the child's school."""
    school = (await world.person("eleve")).places

    def move(work: Work) -> None:
        [person] = people.of_telegram(work, world.telegram[key])
        people.change(work, person, places=(*person.places, *school))

    await world.desk.put(move)


async def test_an_erun_who_also_works_in_the_school_reads_nothing(sqlite_world: World) -> None:
    world = sqlite_world
    await also_of_the_school(world, "erun")
    mark = await world.mark()
    number = await told_outside(world)

    assert (await world.request(number)).level is Level.DSDEN
    assert not await world.told("erun", mark)
    with pytest.raises(Refusal, match="unknown-request"):
        await world.card("erun", number)


async def test_an_erun_who_comes_to_the_school_later_reads_it_no_more_and_somebody_else_does(
    sqlite_world: World,
) -> None:
    world = sqlite_world
    number = await told_outside(world)
    await also_of_the_school(world, "erun")
    await serving.settle(world.desk)

    assert (await world.request(number)).level is Level.DSDEN
    with pytest.raises(Refusal):
        await world.card("erun", number)
    assert (await world.desk.see(world.caller("erun"), queues.queue, "", "")).facts["lines"] == []


async def test_an_account_of_the_school_on_the_same_phone_hides_it(sqlite_world: World) -> None:
    world = sqlite_world
    await world.enrol("adjoint", world.telegram["erun"])

    number = await told_outside(world)

    assert (await world.request(number)).level is Level.DSDEN
    for key in ("erun", "adjoint"):
        with pytest.raises(Refusal, match="unknown-request"):
            await world.card(key, number)


async def test_a_second_cry_joins_the_first_with_the_same_addressee_only(sqlite_world: World) -> None:
    world = sqlite_world
    first = await told_outside(world)
    again = await told_outside(world, "Il me menace aussi, le directeur")
    await world.say("eleve", AT_PLAY)
    await world.press("eleve", "tell_school")
    await world.say("eleve", "On me frappe encore")
    await world.press("eleve", "tell_school")

    assert first == again
    rows = await world.rows("requests")
    assert [row["level"] for row in rows] == [Level.CIRCONSCRIPTION, Level.SCHOOL]
    assert len(await world.exchange(first)) == 2
    assert len(await world.exchange(rows[1]["number"])) == 2


async def test_the_message_says_what_was_done_and_keeps_the_numbers(sqlite_world: World) -> None:
    world = sqlite_world
    for action in ("tell_school", "tell_outside"):
        message = await world.said("eleve", await world.say("eleve", AT_PLAY))
        await world.press("eleve", action)
        [edit] = await world.rows("outbox", kind="refresh", message_id=message)
        number = (await world.rows("requests"))[-1]["number"]
        assert edit["payload"]["about"] == f"told_afraid:{number}"
        person = await world.person("eleve")
        now = words(await world.desk.look(alarm.told, world.desk.policy, person, number))
        assert now.startswith("✅ C’est dit")
        assert "touche" not in now
        assert "119" in now


async def test_words_about_an_old_call_outside_are_not_filed_with_the_school(sqlite_world: World) -> None:
    world = sqlite_world
    number = await told_outside(world)
    await world.act("erun", verbs.resolve, number, world.saying("erun", "J’ai parlé à ta mère"))
    await world.act("eleve", verbs.confirm, number)
    world.wait(days=40)
    await world.act("eleve", verbs.reopen, number, world.saying("eleve", "Il recommence"))
    said = await world.press("eleve", "renew")

    assert said is not None
    assert said.kind.startswith("afraid")
    assert actions(said)[0] == "tell_outside"


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("parent", AT_PLAY),
        ("parent", "La maîtresse frappe mon fils"),
        ("parent", "Mon fils a peur d’aller à l’école"),
        ("enseignant", "Un collègue tape les élèves"),
        ("enseignant", "Un élève veut mourir"),
    ],
)
async def test_an_adult_who_fears_for_a_child_has_the_same_choice(sqlite_world: World, key: str, text: str) -> None:
    world = sqlite_world
    said = await world.asked(key, filing.start, "autre", world.saying(key, text))
    assert said.kind == "afraid"
    assert {"tell_school", "tell_outside"} <= set(actions(said))
    assert "Tu " not in words(said, "fr")
    mark = await world.mark()
    await world.press(key, "tell_outside")

    told = await world.everybody_told(mark)
    assert told["erun"] == ["card:filed"]
    assert not set(told) & {"directeur", "adjoint"}


@pytest.mark.parametrize(
    "text",
    [
        "Mon fils a perdu son mot de passe",
        "Le suivi de mon fils ne s’affiche pas",
        "Ma fille tape le code des élèves",
    ],
)
async def test_an_adult_with_an_ordinary_trouble_is_not_alarmed(sqlite_world: World, text: str) -> None:
    assert await sqlite_world.act("parent", alarm.lead, sqlite_world.saying("parent", text)) is None
