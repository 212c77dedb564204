"""TEXTS: every sentence said to a person, worded from notices and refusals. Pure.

The sentences are in the Fluent files of `fr/` and `en/`, one file a noun. A noun that needs more than plain sentences
also has a module here, with two tables: `NOTICES` words notices made of several sentences, `LABELS` words buttons
whose label depends on more than their action.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot.terms import Button, Notice, Refusal
from bot.terms.charts import Picture
from bot.terms.tables import Table
from bot.texts import (
    accounts,
    administrators,
    adoption,
    announcements,
    attachments,
    audit,
    blocks,
    classes,
    communication,
    creation,
    duplicates,
    groups,
    hats,
    help,
    linking,
    lists,
    markup,
    people,
    reports,
    requests,
    services,
    sheets,
    statistics,
    towns,
    wording,
    year,
)
from bot.texts.declaring import Draw, Label, Make, joined
from bot.texts.labels import default
from bot.texts.languages import LANGUAGES, Language
from bot.texts.languages import language as _language
from bot.texts.markup import covered, plain
from bot.texts.menus import commands, stranger_commands
from bot.texts.speech import Key, Speech

__all__ = [
    "LANGUAGES",
    "Key",
    "Speech",
    "charts",
    "commands",
    "covered",
    "plain",
    "refuse",
    "stranger_commands",
    "suggestion",
    "table",
    "word",
    "word_card",
]

_SILENT = ("edited", "withdrawn", "confirmed")  #: kinds sent without sound, since nobody waits for them
_NOUNS = (
    *(accounts, administrators, adoption, announcements, attachments, audit, blocks, classes, communication),
    *(creation, duplicates, groups, help, linking, lists, people, reports, requests, services, sheets, statistics),
    *(towns, year),
)
_NOTICES: dict[str, Make] = joined(noun.NOTICES for noun in _NOUNS)
_CHARTS: dict[str, Draw] = joined(noun.CHARTS for noun in (adoption, announcements, communication, statistics))
_LABELS: dict[str, Label] = joined(noun.LABELS for noun in _NOUNS)


def word(notice: Notice, language: str) -> Speech:
    """The notice as one message in that language, below its hat if it has one; `KeyError` for an unknown kind.

    Above a question that is asked anew stands why.
    """
    spoken = _language(language)
    make = _NOTICES.get(notice.kind)
    hat = hats.line(spoken, notice.hat, short=notice.kind.startswith("done_"))
    hat += spoken.say("asked-anew") + "\n" if notice.facts.get("anew") else ""
    with markup.below(hat):
        text = make(spoken, notice.facts) if make else wording.sentence(spoken, f"notice-{notice.kind}", notice.facts)
    keys = _keys(spoken, notice.buttons)
    return Speech(hat + text, keys, protect=notice.secret, silent=notice.kind in _SILENT)


def word_card(card: Notice, headline: str, facts: Mapping[str, Any], language: str) -> Speech:
    """The card as one message, under the sentence `headline-HEADLINE` worded with the facts.

    The headline says why the card is shown now. There is none if `headline` is empty, nor above the card of a request
    that the reader only follows. The card of a request is cut to the room that the headline leaves; other cards are
    not.
    """
    spoken = _language(language)
    if not headline or card.kind in ("card_followed", "card_ended"):
        return word(card, language)
    hat = hats.line(spoken, card.hat)
    if card.kind == "card":
        with markup.below(hat):
            text = requests.card(spoken, card.facts, headline, facts)
        return Speech(hat + text, _keys(spoken, card.buttons))
    speech = word(replace(card, hat=None), language)
    return replace(speech, text=f"{hat}{wording.sentence(spoken, f'headline-{headline}', facts)}\n\n{speech.text}")


def charts(notice: Notice, language: str) -> tuple[Picture, ...]:
    """The pictures that go with the notice, worded in that language, in the order in which they are sent."""
    make = _CHARTS.get(notice.kind)
    return make(_language(language), notice.facts) if make else ()


def table(made: Table, language: str) -> Table:
    """The table with the names of its columns, and its codes, in the words of that language."""
    return statistics.table(_language(language), made)


def suggestion(facts: Mapping[str, Any], language: str) -> tuple[str, str]:
    """Title and description, without markup, of an account offered under an inline query."""
    return accounts.suggestion(_language(language), facts)


def refuse(refusal: Refusal, language: str) -> Speech:
    """The refusal in one sentence, with its buttons if it has any; `KeyError` for a reason that has no sentence."""
    spoken = _language(language)
    text = wording.sentence(spoken, f"refusal-{refusal.reason}", refusal.facts)
    return Speech(text, _keys(spoken, refusal.buttons))


def _keys(language: Language, rows: Sequence[Sequence[Button]]) -> tuple[tuple[Key, ...], ...]:
    return tuple(tuple(Key(_LABELS.get(b.action, default)(language, b), b) for b in row) for row in rows)
