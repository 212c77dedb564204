"""Words go out once it is sure who reads them: a colleague who holds the request, other families, agents alone."""

from __future__ import annotations

from bot.terms import Notice, Status, Voice
from bot.workflows import intake
from bot.workflows.requests import cards, prompts, verbs
from tests.workflows.steps import actions, escalated, filed, merged, resolved
from tests.world import PHOTO, World


async def texts(world: World, number: int) -> list[tuple[str, Voice]]:
    """The messages of the exchange after the first."""
    return [(message.text, message.voice) for message in (await world.exchange(number))[1:]]


def choices(notice: Notice | None, action: str) -> list[str]:
    """What the buttons of that action choose."""
    assert notice is not None
    return [key.target.partition(":")[2] for row in notice.buttons for key in row if key.action == action]


async def test_a_reply_to_a_file_of_a_note_that_was_asked_for_again_is_a_note(world: World) -> None:
    number, _ = await filed(world)
    await world.act("adjoint", verbs.note, number, world.saying("adjoint", "Vu", PHOTO))
    await world.carry()
    mark = await world.mark()
    await world.act("directeur", cards.send_files, number)
    await world.carry()
    (sent,) = [row for row in await world.letters("directeur", mark) if row["kind"] == "files"]

    await world.say("directeur", "À ne pas montrer", reply_to=sent["message_id"])

    assert (await texts(world, number))[-1] == ("À ne pas montrer", Voice.NOTE)


async def test_files_and_further_pieces_are_never_edited_like_cards(world: World) -> None:
    number = await world.file("eleve", text="mot " * 900)
    await world.act("eleve", verbs.speak, number, world.saying("eleve", "", PHOTO))
    await world.carry()
    await world.act("directeur", cards.send_files, number)
    await world.carry()
    mark = await world.mark()

    await world.act("directeur", verbs.take, number)

    shown = {row["message_id"] for row in await world.rows("outbox", kind="card")}
    edits = [row["message_id"] for row in await world.letters("directeur", mark) if row["kind"] == "refresh"]
    assert edits
    assert set(edits) <= shown


async def test_who_sends_on_what_a_colleague_holds_reads_so_and_the_colleague_is_told(world: World) -> None:
    number, _ = await filed(world)
    await world.act("directeur", verbs.take, number)
    mark = await world.mark()

    asked = await world.asked("adjoint", prompts.say, "escalate", number, world.saying("adjoint", "Pas pour nous"))
    assert asked.kind == "ask_held"
    await world.press("adjoint", "send_all_the_same")

    assert "sent_by" in await world.told("directeur", mark)


async def test_the_button_that_resolves_asks_where_a_colleague_holds_the_request(world: World) -> None:
    number, _ = await filed(world)
    await world.act("directeur", verbs.take, number)

    asked = await world.asked("adjoint", prompts.say, "conclude", number, world.saying("adjoint"))

    assert (asked.kind, asked.facts["wordless"]) == ("ask_held", True)
    assert (await world.request(number)).status is Status.OPEN


async def test_whoever_merges_away_what_a_colleague_holds_has_them_told(world: World) -> None:
    mine, other = await world.file("eleve"), await world.file("parent")
    await world.act("directeur", verbs.take, mine)
    mark = await world.mark()

    await world.act("adjoint", verbs.merge, mine, other)

    assert "merged_by" in await world.told("directeur", mark)


async def test_a_solution_is_shared_with_followers_only_if_its_author_wants(world: World) -> None:
    _, other = await merged(world)
    mark = await world.mark()

    asked = await world.asked("directeur", prompts.say, "conclude", other, world.saying("directeur", "C'est réparé."))
    assert choices(asked, "share") == ["yes", "no"]
    await world.press("directeur", "share", "no")

    (letter,) = [
        row for row in await world.letters("eleve", mark) if row["payload"].get("kind") == "followed_resolved"
    ]
    assert letter["payload"]["facts"]["text"] == ""


async def test_words_that_come_too_late_may_reopen_or_be_a_note(world: World) -> None:
    number, _ = await resolved(world)
    card = await world.at("directeur", "card")

    asked = await world.say("directeur", "Encore une chose", reply_to=card)
    assert choices(asked, "towards") == ["again", "colleagues"]
    await world.press("directeur", "towards", "again")

    assert (await texts(world, number))[-1] == ("Encore une chose", Voice.ANSWER)
    assert (await world.request(number)).status is Status.OPEN


async def test_the_words_of_who_only_reads_may_be_a_note(world: World) -> None:
    number, _ = await filed(world)
    card = await world.at("adjoint", "card")
    await escalated(world, number, 1)

    asked = await world.say("adjoint", "La maman a appelé", reply_to=card)
    assert choices(asked, "towards") == ["above"]
    await world.press("adjoint", "towards", "above")

    assert (await texts(world, number))[-1] == ("La maman a appelé", Voice.NOTE)
    assert "note" in actions(await world.card("adjoint", number))


async def test_looking_at_something_else_keeps_words_that_wait_to_be_sent(world: World) -> None:
    number, _ = await filed(world)
    await world.act("directeur", verbs.take, number)
    await world.asked("adjoint", prompts.say, "answer", number, world.saying("adjoint", "Bonjour Inès"))

    await intake.interrupt(world.desk, world.caller("adjoint"))
    await world.press("adjoint", "send_all_the_same")

    assert await texts(world, number) == [("Bonjour Inès", Voice.ANSWER)]


async def test_every_question_that_was_closed_says_so(world: World) -> None:
    number, _ = await filed(world)
    for _ in range(2):
        await world.said("directeur", await world.asked("directeur", prompts.prompt, "note", number))
        await intake.interrupt(world.desk, world.caller("directeur"))

    closed = [row for row in await world.letters("directeur") if "closed" in row["payload"].get("about", "")]
    assert len(closed) == 2
