"""TEXTS: every sentence said to a person, from notices and refusals. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from bot.terms import Notice, Refusal
from bot.texts import cards, lists, markup, wording
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
    "word",
    "word_card",
]

_SILENT = ("edited", "withdrawn", "confirmed")  # nobody waits for these: no sound


def word(notice: Notice, language: str) -> Speech:
    """The notice in that language, as one message; `KeyError` for a kind that has no sentence."""
    spoken = _language(language)
    make = _OWN_WAY.get(notice.kind)
    text = make(spoken, notice.facts) if make else wording.sentence(spoken, f"notice-{notice.kind}", notice.facts)
    return Speech(text, wording.keys(spoken, notice.buttons), silent=notice.kind in _SILENT)


def word_card(card: Notice, headline: str, facts: Mapping[str, Any], language: str) -> Speech:
    """The card of a request under a headline that says what happened; under none where it is empty."""
    if card.kind != "card" or not headline:
        return word(card, language)
    spoken = _language(language)
    return Speech(cards.card(spoken, card.facts, headline, facts), wording.keys(spoken, card.buttons))


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
    "help": lists.help_menu,
    "help_found": lists.help_found,
    "charter": lambda language, facts: _charter(language, "charter", facts),
    "charter_to_accept": lambda language, facts: _charter(language, "charter_to_accept", facts),
}
