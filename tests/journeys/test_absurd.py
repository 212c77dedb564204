"""Absurd arguments after a command are answered with one clear sentence, and change nothing."""

from __future__ import annotations

import pytest

from bot.handlers import COMMANDS
from tests.journeys.phone import text_of
from tests.journeys.town import Town

ABSURD = (
    "",
    "0",
    "-1",
    "999999999",
    "99999999999999999999999999",
    "n°",
    "n° 77",
    "#x",
    "douze",
    "1.5",
    "١٢",
    "' OR 1=1 --",
    "<b>1</b>",
    "\u202e21",
    "1\x002",
    "💥" * 50,
    "77 " + "x" * 3900,
)
SPEAKERS = {"eleve": "Inès", "erun": "Claire"}
CONVERSING = {"assistance"}  # takes any text as a question, so no argument is absurd


@pytest.mark.parametrize("key", SPEAKERS)
async def test_absurd_arguments_meet_one_sentence_and_change_nothing(small_town: Town, key: str) -> None:
    await small_town["parent2"].write("/assistance connexion Un secret de famille")
    await small_town["directrice"].see("secret de famille")
    phone = small_town[key]
    for command in sorted(set(COMMANDS) - CONVERSING):
        for words in ABSURD:
            sent = await phone.write(f"/{command} {words}".strip())
            answers = [await phone.see(lambda m: m["from"]["is_bot"], after=sent)]
            since = [m for m in await phone.chat() if m["from"]["is_bot"] and m["message_id"] > sent]
            answers = [m for m in since if "photo" not in m]  # a picture of what the words say comes beside them
            assert len(answers) == 1, (command, words)
            assert "de notre côté" not in text_of(answers[0]), (command, words)
            assert "{" not in text_of(answers[0]), (command, words)
    assert "secret de famille" not in await phone.texts()
    assert "Nouveau" in text_of(await small_town["directrice"].see("secret de famille"))


async def test_what_telegram_may_carry_but_nobody_reads_is_answered_or_left_alone(small_town: Town) -> None:
    phone = small_town["eleve"]
    for words in ("/", "/pas_une_commande", "/résoudre 1", "/PRENDRE", "/demande@autre_bot 1", "//", "/ assistance"):
        sent = await phone.write(words)
        if "@autre" not in words:
            answer = await phone.see(lambda m: m["from"]["is_bot"], after=sent)
            assert "de notre côté" not in text_of(answer)
