"""What is sent to a real ENT about an announcement, and what its oddities do not spoil."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.ent.entcore.adapter import EntcoreDirectory
from bot.ent.entcore.announcements import markup, plain
from bot.terms import InDoubt
from bot.terms.announcements import Alert
from tests.contracts.test_announcements import FETE, TODAY
from tests.entcore.standin import BOT, PASSWORD, Fault, Standin


@pytest.fixture
async def directory(standin: Standin) -> AsyncIterator[EntcoreDirectory]:
    """The adapter on the stand-in server."""
    made = EntcoreDirectory(standin.url, BOT, PASSWORD)
    yield made
    await made.close()


async def row(standin: Standin) -> dict[str, Any]:
    """The only message that the server has."""
    (found,) = standin.town.flashes
    return found


async def test_the_second_call_of_the_console_is_always_made(standin: Standin, directory: EntcoreDirectory) -> None:
    await directory.announce("jean-moulin", FETE, "Marc Delattre")

    there = await row(standin)
    assert (there["told"], there["below"]) == (True, [])
    assert (there["color"], there["customColor"]) == ("green", None)
    assert there["contents"]["fr"] == "<p>La fête est samedi &lt;à 10 h&gt; &amp; dimanche.</p><p>Venez !</p>"
    assert there["endDate"].endswith(":59:59.999Z")


async def test_it_is_online_though_the_second_call_fails(standin: Standin, directory: EntcoreDirectory) -> None:
    await directory.announcements("jean-moulin")
    standin.fail("/timeline/flashmsg/structure/jean-moulin/", Fault.BROKEN, times=9)

    assert await directory.announce("jean-moulin", FETE, "Marc Delattre")


async def test_a_lost_answer_is_in_doubt_and_never_asked_again(standin: Standin, directory: EntcoreDirectory) -> None:
    await directory.announcements("jean-moulin")
    standin.fail("/timeline/flashmsg/structure/jean-moulin", Fault.CUT_AFTER)

    with pytest.raises(InDoubt):
        await directory.announce("jean-moulin", FETE, "Marc Delattre")

    assert len(standin.town.flashes) == 1


async def test_what_the_console_wrote_stays_where_the_bot_changes_something_else(
    standin: Standin, directory: EntcoreDirectory
) -> None:
    made = await directory.announce("jean-moulin", FETE, "Marc Delattre")
    there = await row(standin)
    html = "<h2>La fête</h2><p>est <b>samedi</b>&nbsp;!</p>"
    there |= {"contents": {"fr": html}, "profiles": ["AdminLocal", "Student"], "userPositions": ["ATSEM"]}
    (found,) = await directory.announcements("jean-moulin")
    assert found.said.texts == {"fr": "La fête\nest samedi !"}
    assert found.further

    await directory.amend("jean-moulin", made, replace(found.said, ends=TODAY + timedelta(days=9)))

    assert there["contents"] == {"fr": html}
    assert set(there["profiles"]) == {"AdminLocal", "Student"}
    assert there["userPositions"] == ["ATSEM"]


async def test_an_ended_one_keeps_all_but_its_end(standin: Standin, directory: EntcoreDirectory) -> None:
    made = await directory.announce("jean-moulin", FETE, "Marc Delattre")
    before = dict(await row(standin))

    await directory.end_announcement("jean-moulin", made)

    after = await row(standin)
    assert {name for name in before if before[name] != after[name]} <= {"endDate", "modified"}
    assert after["endDate"] < before["endDate"]


async def test_the_server_is_not_asked_about_a_school_that_is_not_administered(
    standin: Standin, directory: EntcoreDirectory
) -> None:
    standin.bot.scope = ["louise-michel"]

    assert await directory.announcements("jean-moulin") == []
    assert standin.asked("/timeline/flashmsg") == 0


async def test_an_alert_names_both_ways(standin: Standin, directory: EntcoreDirectory) -> None:
    made = await directory.announce("jean-moulin", FETE, "Marc Delattre")

    await directory.alert("jean-moulin", made, "fr", Alert(mobile=True))

    (told,) = standin.town.alerts
    assert (told["mailNotification"], told["pushNotification"]) == (False, True)
    assert told["content"].startswith("<p>La fête")


@pytest.mark.parametrize("words", ["Une ligne", "Deux\nlignes & <balises>", "«\xa0Guillemets\xa0» 'et' \"autres\""])
def test_words_come_back_as_they_were_sent(words: str) -> None:
    assert plain(markup(words)) == " \n ".join(words.split("\n")).replace(" \n ", "\n").replace("\xa0", " ")
