"""The card of a request: where it stands, and the newest messages of its exchange that fit."""

from __future__ import annotations

import re

from bot import texts
from bot.terms import Notice
from tests.texts import facts, telegram_html
from tests.texts.facts import message


def shown(**values: object) -> str:
    return telegram_html.read(texts.word(Notice("card", facts.plain(**values)), "fr").text)


def test_the_card_says_number_status_level_holder_and_requester() -> None:
    card = shown(
        number=12, status="waiting", level=1, desk="Circonscription", holder="Léa Vidal", requester="Ana Ito"
    )
    for words in ("n°12", "En attente utilisateur", "Circonscription (niveau 1)", "Léa Vidal s’en occupe", "Ana Ito"):
        assert words in card


def test_the_first_message_and_the_newest_are_kept_where_not_all_fit() -> None:
    exchange = [message(text=f"message {n} " + "mot " * 400) for n in range(12)]
    card = shown(exchange=exchange, left_out=5)
    assert "message 11" in card
    assert "message 0 " in card
    assert "message 1 " not in card
    kept = len(re.findall(r"message \d+ mot", card))
    assert f"… et {5 + 12 - kept} messages plus anciens" in card


def test_a_single_long_message_is_shortened_and_not_dropped() -> None:
    card = shown(exchange=[message(text="long " * 2000)])
    assert "long long" in card
    assert card.rstrip().endswith("…")


def test_notes_questions_edits_and_files_are_marked() -> None:
    card = shown(
        exchange=[
            message("Ana Ito", voice="note"),
            message("Léa Vidal", voice="question", edited=True),
            message("Zoé Roux", own=True, files=2),
        ]
    )
    note, question, own = re.findall(r"^.*12 janv\..*$", card, re.MULTILINE)
    assert "note interne" in note
    assert "❓" in question
    assert question.endswith("(modifié)")
    assert own.startswith("Vous ")
    assert "📎 2 fichiers" in card


def test_the_time_is_that_of_the_school_in_winter_and_in_summer() -> None:
    now = "2026-07-02T13:05:00+00:00"
    winter = message(at="2026-01-12T13:05:00+00:00", now=now)
    summer = message(at="2026-07-01T13:05:00+00:00", now=now)
    card = shown(exchange=[winter, summer])
    assert "12 janv. à 14:05" in card
    assert "1er juil. à 15:05" in card


def test_families_are_not_sent_to_the_phone_of_a_higher_level() -> None:
    assert "03 44 06 45 36" not in shown(level=2, profile="relative", contact="03 44 06 45 36")
    assert "03 44 06 45 36" in shown(level=2, profile="teacher", contact="03 44 06 45 36")


def test_a_follower_sees_neither_who_asked_nor_what_was_said() -> None:
    values = facts.plain(requester="Ana Ito", text="secret")
    followed = texts.word(Notice("card_followed", values), "fr").text
    assert "Ana Ito" not in followed
    assert "secret" not in followed


def test_the_reason_for_sending_a_request_on_is_not_told_to_its_requester() -> None:
    for kind in ("escalated", "sent_back"):
        assert "interne" not in texts.word(Notice(kind, facts.plain(text="mot interne")), "fr").text


def test_the_words_of_a_solution_are_not_told_to_those_who_only_follow() -> None:
    assert "secret" not in texts.word(Notice("resolved_elsewhere", facts.plain(text="secret")), "fr").text
