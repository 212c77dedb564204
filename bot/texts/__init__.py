"""TEXTS: every sentence said to a person, from notices and refusals. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from bot.terms import Notice, Refusal
from bot.texts import accounts, campaigns, cards, lists, markup, reports, wording
from bot.texts.languages import LANGUAGES, Language
from bot.texts.languages import language as _language
from bot.texts.markup import plain
from bot.texts.menus import commands, stranger_commands
from bot.texts.speech import Key, Speech

__all__ = [
    "LANGUAGES",
    "Key",
    "Speech",
    "commands",
    "plain",
    "refuse",
    "stranger_commands",
    "suggestion",
    "word",
    "word_card",
]

_SILENT = ("edited", "withdrawn", "confirmed")  # nobody waits for these: no sound


def word(notice: Notice, language: str) -> Speech:
    """The notice in that language, as one message; `KeyError` for a kind that has no sentence."""
    spoken = _language(language)
    make = _OWN_WAY.get(notice.kind)
    text = make(spoken, notice.facts) if make else wording.sentence(spoken, f"notice-{notice.kind}", notice.facts)
    rows = wording.keys(spoken, notice.buttons)
    return Speech(text, rows, protect=notice.secret, silent=notice.kind in _SILENT)


def word_card(card: Notice, headline: str, facts: Mapping[str, Any], language: str) -> Speech:
    """What is shown under a headline that says what happened; under none where it is empty."""
    spoken = _language(language)
    if not headline or card.kind == "card_followed":
        return word(card, language)
    if card.kind != "card":
        speech = word(card, language)
        return replace(speech, text=f"{wording.sentence(spoken, f'headline-{headline}', facts)}\n\n{speech.text}")
    return Speech(cards.card(spoken, card.facts, headline, facts), wording.keys(spoken, card.buttons))


def suggestion(facts: Mapping[str, Any], language: str) -> tuple[str, str]:
    """Title and description of an account offered under an inline query: plain text."""
    return accounts.suggestion(_language(language), facts)


def refuse(refusal: Refusal, language: str) -> Speech:
    """The one sentence that says no; `KeyError` for a reason that has none."""
    return Speech(wording.sentence(_language(language), f"refusal-{refusal.reason}", refusal.facts))


def _charter(language: Language, kind: str, facts: Mapping[str, Any]) -> str:
    frame = language.say(f"notice-{kind}", wording.named(language, facts) | {"charter": wording.QUOTE})
    text = markup.article(language.typeset(str(facts["text"])), markup.LIMIT - markup.length(frame))
    return frame.replace(wording.QUOTE, text)


_OWN_WAY: Mapping[str, Callable[[Language, Mapping[str, Any]], str]] = {
    "card": cards.card,
    "queue": lists.queue,
    "mine": lists.mine,
    "account": accounts.card,
    "account_list": accounts.listed,
    "filters": accounts.menu,
    "filter_choice": accounts.choice,
    "campaign": campaigns.shown,
    "campaign_asked": campaigns.asked,
    "history": campaigns.history,
    "report": reports.card,
    "reports": reports.listed,
    "crisis_last": reports.last,
    "help": lists.help_menu,
    "help_found": lists.help_found,
    "charter": lambda language, facts: _charter(language, "charter", facts),
    "charter_to_accept": lambda language, facts: _charter(language, "charter_to_accept", facts),
}
