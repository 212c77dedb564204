"""What an agent was shown of somebody stands in their chat no more once that person has erased their data."""

from __future__ import annotations

import pytest

from bot.storage import rate_windows
from bot.storage.rate_windows import Kept
from bot.storage.work import Work
from bot.workflows.people import own_data
from bot.workflows.rules.redacting import marks, marks_of
from tests.handlers.conftest import Typed
from tests.handlers.phone import Phone
from tests.world import TELEGRAM, World


async def shown(world: World) -> list[int]:
    """The numbers of the director's messages that are edited to say that somebody erased their data."""
    rows = await world.rows("outbox", chat_id=TELEGRAM["directeur"], kind="refresh")
    return sorted(row["message_id"] for row in rows if row["payload"].get("about") == "page_over:0")


@pytest.mark.parametrize("typed_words", ["/file", "/journal", "/comptes Caron", "/compte Inès Caron", "/comptes"])
async def test_every_page_that_names_her_is_edited(typed: Typed, sqlite_world: World, typed_words: str) -> None:
    world = sqlite_world
    await world.file("eleve")
    await world.act("eleve", own_data.my_data)
    director = Phone(typed, "directeur")
    await director.write(typed_words)
    pages = [row["message_id"] for row in await world.rows("screens") if row["about"].startswith("page:")]
    names = any("Inès" in str(one) for one in typed.api.asked("sendMessage"))

    await world.act("eleve", own_data.erase)

    assert await shown(world) == (pages if names else [])
    assert names or typed_words == "/journal"
    assert "Inès" not in str(await world.rows("screens"))


async def test_pages_about_others_stay_as_they_are(typed: Typed, sqlite_world: World) -> None:
    await Phone(typed, "directeur").write("/comptes Martin")

    await sqlite_world.act("eleve", own_data.erase)

    assert await shown(sqlite_world) == []
    assert await sqlite_world.rows("screens")


@pytest.mark.parametrize("text", ["Inès Caron (CM2)", "CARON Inès", "1. INES CARON", "Léa Martin, Inès  Caron"])
def test_a_name_is_found_however_a_page_writes_it(text: str) -> None:
    assert marks_of("Inès Caron") & marks(text)


@pytest.mark.parametrize("text", ["Inès Martin", "Léa Caron", "une caron inès", ""])
def test_other_names_are_not_taken_for_it(text: str) -> None:
    assert not marks_of("Inès Caron") & marks(text)


async def test_the_number_of_her_telegram_account_goes_from_the_rate_windows(sqlite_world: World) -> None:
    world, chat = sqlite_world, TELEGRAM["eleve"]

    def sent(work: Work) -> None:
        moment = work.now.timestamp()
        held = Kept([], work.now, 60)
        rate_windows.write(
            work, {chat: (Kept([moment]), moment + 60), rate_windows.of_edits(chat): (held, moment + 60)}
        )

    await world.desk.put(sent)
    await world.act("eleve", own_data.erase)

    left = [row["chat_id"] for row in await world.rows("rate_windows") if row["chat_id"] != rate_windows.WHOLE_BOT]
    assert left == [rate_windows.of_edits(chat)]  # Telegram's wait is kept to, and its row goes within the hour after
