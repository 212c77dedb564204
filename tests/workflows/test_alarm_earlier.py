"""What somebody wrote before they call for help: they see all that would be sent, and can leave the rest out."""

from __future__ import annotations

import pytest

from bot import texts
from bot.terms import Attachment, Notice
from bot.workflows.requests import filing
from tests.workflows.steps import actions
from tests.workflows.test_alarm import FEAR, led
from tests.world import PHOTO, World

EARLIER = "Mon cahier multimédia ne s’ouvre pas"


async def begun(world: World, *files: Attachment) -> None:
    """A pupil writes a request, and does not send it: its category is not known yet."""
    await world.say("eleve", EARLIER, *files)


def shown(said: Notice | None) -> str:
    """What a child reads, as plain words."""
    assert said is not None
    return texts.plain(texts.word(said, "fr-tu").text)


@pytest.mark.parametrize("files", [(), (PHOTO,)])
async def test_who_calls_for_help_sees_the_words_written_before_and_may_leave_them_out(
    world: World, files: tuple[Attachment, ...]
) -> None:
    await begun(world, *files)
    said = await led(world)

    assert EARLIER in shown(said)
    assert FEAR in shown(said)
    assert ("avec 1 fichier" in shown(said)) == bool(files)
    assert "leave_earlier" in actions(said)

    left = await world.press("eleve", "leave_earlier")
    assert EARLIER not in shown(left)
    assert left is not None
    assert "leave_earlier" not in actions(left)
    await world.press("eleve", "tell_school")
    [row] = await world.rows("requests")
    [message] = await world.exchange(row["number"])
    assert (message.text, message.files) == (FEAR, [])


async def test_what_follows_the_fear_stays_where_the_earlier_words_are_left_out(sqlite_world: World) -> None:
    world = sqlite_world
    await begun(world)
    await led(world)
    more = await world.say("eleve", "C’est tous les jours")
    assert EARLIER in shown(more)
    await world.press("eleve", "leave_earlier")
    await world.press("eleve", "tell_school")

    [row] = await world.rows("requests")
    assert [one.text for one in await world.exchange(row["number"])] == [FEAR, "C’est tous les jours"]


async def test_one_message_is_not_repeated_to_who_wrote_it(sqlite_world: World) -> None:
    said = await led(sqlite_world)
    assert FEAR not in shown(said)
    assert "leave_earlier" not in actions(said)


async def test_all_words_are_shown_however_many_in_one_message(sqlite_world: World) -> None:
    world = sqlite_world
    await begun(world)
    said = await led(world, f"{FEAR} {'encore ' * 450}fin.")
    assert len(shown(said)) <= 4096
    assert "Retirer" in str(texts.word(said, "fr-tu").rows)


async def test_a_photo_of_a_request_is_counted(sqlite_world: World) -> None:
    world = sqlite_world
    await world.asked("eleve", filing.start, "contenu", world.saying("eleve", "", PHOTO))
    said = await led(world)
    assert "avec 1 fichier" in shown(said)
    assert "leave_earlier" in actions(said)
