"""Presses on a real wire: leafing under Telegram's limits, the second try of a toast, an export that comes once."""

from __future__ import annotations

from typing import Any

import pytest

from tests.journeys.phone import Phone, Shown, labels, text_of
from tests.journeys.town import Town


async def calls(town: Town, method: str) -> list[dict[str, Any]]:
    """The calls of that method that the bot made."""
    made: list[dict[str, Any]] = await town.control("GET", f"calls?method={method}")
    return made


async def leafed(phone: Phone, listed: Shown, words: str, without: str = "") -> None:
    """Presses that button of the message as soon as it shows it, and no button with the words `without`."""
    shows = await phone.see(
        lambda shown: (
            shown["message_id"] == listed["message_id"] and words in labels(shown) and without not in labels(shown)
        )
    )
    await phone.press(words, shows)


async def test_a_list_leafed_through_faster_than_telegram_lets_ends_on_the_page_asked_for(strict_town: Town) -> None:
    director = strict_town["directeur"]
    await director.write("/comptes")
    listed = await director.see(lambda shown: "Suite" in labels(shown))
    first = text_of(listed)
    for _ in range(4):  # each page has buttons of its own: a press never meets the page before
        await leafed(director, listed, "Suite", "Précédent")
        await leafed(director, listed, "Précédent")

    last = await director.see(lambda shown: shown["message_id"] == listed["message_id"] and text_of(shown) == first)

    assert "Suite" in labels(last)
    assert sum("Suite" in labels(shown) or "Précédent" in labels(shown) for shown in await director.chat()) == 1


async def test_filters_touched_while_telegram_asks_to_wait_are_all_applied(strict_town: Town) -> None:
    director = strict_town["directeur"]
    await director.write("/comptes")
    listed = await director.see(lambda shown: "Filtres" in labels(shown))
    await strict_town.control(
        "POST", "rates", {"hold_s": 2, "chat_id": director.user_id, "method": "editMessageText"}
    )
    await director.press("Filtres", listed)
    await leafed(director, listed, "État")
    await leafed(director, listed, "Bloqués")
    await leafed(director, listed, "Voir la liste")

    shown = await director.see(lambda one: "1 compte" in text_of(one) and "Bloqués" in text_of(one))

    assert shown["message_id"] == listed["message_id"]
    assert text_of(shown).count("Mathys Leroy") == 1


async def test_an_export_asked_for_while_telegram_asks_to_wait_comes_once(strict_town: Town) -> None:
    pupil = strict_town["eleve"]
    await pupil.write("/mesdonnees")
    await pupil.see(lambda shown: "Exporter" in labels(shown))
    await strict_town.control("POST", "rates", {"hold_s": 2, "chat_id": pupil.user_id, "method": "sendDocument"})
    await pupil.press("Exporter")

    await pupil.see(lambda shown: "document" in shown)

    assert sum("document" in shown for shown in await pupil.chat()) == 1
    assert [call["ok"] for call in await calls(strict_town, "sendDocument")].count(True) == 1


@pytest.mark.parametrize(
    "fault",
    [
        {"error": 500, "description": "Internal Server Error: restart"},
        {"error": 502, "body": "<html>Bad Gateway</html>", "content_type": "text/html"},
        {"error": "drop"},
        {"error": "drop", "after_effect": True},
        {"error": 429, "retry_after": 1},
    ],
    ids=["closing", "proxy", "broken", "broken after it arrived", "busy"],
)
async def test_a_toast_that_fails_is_shown_by_its_second_try_and_nothing_is_said_twice(
    small_town: Town, fault: dict[str, Any]
) -> None:
    await small_town["eleve"].write("/assistance connexion Bonjour")
    card = await small_town["directeur"].see(lambda shown: "Prendre" in labels(shown))
    await small_town.control("POST", "faults", {"method": "answerCallbackQuery", "times": 1, **fault})

    pressed = await small_town["directeur"].press("Prendre", card)

    assert pressed["answer"]["text"]
    await small_town["eleve"].see("s’occupe de ta demande")
    asked = await small_town["directeur"].write("/aide")  # its answer comes once the press is treated
    await small_town["directeur"].see(lambda shown: shown["from"]["is_bot"], after=asked)
    assert pressed["answer"]["text"] not in [text_of(shown) for shown in await small_town["directeur"].chat()]
    assert sum("s’occupe de ta demande" in text_of(shown) for shown in await small_town["eleve"].chat()) == 1
