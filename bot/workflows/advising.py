"""Advice: the help articles that are written for a person, those that their words ask for, and one as it is shown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.storage import advice
from bot.terms import Refusal
from bot.workflows import hats
from bot.workflows.desk import Turn
from bot.workflows.rules.help.articles import Article, found
from bot.workflows.rules.help.ranking import Found

MOST = 3  #: articles offered for the words that were typed
_NEARLY = 0.4  #: an article is offered beside the best one where its score is at least this part of it
_SURE = 0.34  #: the part of what a request says that an article must speak of to be proposed for it


def written(turn: Turn) -> Sequence[Article]:
    """Every article in the person's language; in French where none is written in theirs."""
    return turn.policy.help.get(turn.me.language) or turn.policy.help.get("fr", ())


def chosen(turn: Turn) -> list[Article]:
    """The articles for the profiles of the person's accounts."""
    profiles = hats.profiles(turn)
    return [one for one in written(turn) if not one.readers or profiles & one.readers]


def asked(turn: Turn, typed: str) -> list[Article]:
    """The articles that the typed words ask for, the nearest first, `MOST` at most.

    An agent is shown every article, since they also help others.
    """
    return [one for one, _ in _best(written(turn) if turn.me.is_agent else chosen(turn), typed)][:MOST]


def proposed(turn: Turn, text: str) -> list[Article]:
    """The articles that may solve what is written in a request, the nearest first; empty where none surely does."""
    near = _best(chosen(turn), text) if text else []
    return [one for one, how in near if how.sure and how.share >= _SURE][:MOST]


def article(turn: Turn, key: str) -> Article:
    """The article with that key; refused where there is none, as after a change of the operator's tables."""
    for one in written(turn):
        if one.key == key:
            return one
    raise Refusal("old-button")


def opened(turn: Turn, one: Article) -> dict[str, Any]:
    """Counts that the article was read, and returns the facts that its sentence uses."""
    advice.count(turn.work, one.key, read=1)
    return facts(one)


def helped(turn: Turn, one: Article) -> dict[str, Any]:
    """Counts that the article helped, and returns the facts that its sentence uses."""
    advice.count(turn.work, one.key, helped=1)
    return facts(one)


def facts(one: Article) -> dict[str, Any]:
    """The facts that the sentence about an article uses."""
    return {"title": one.title, "body": one.body}


def _best(articles: Sequence[Article], typed: str) -> list[tuple[Article, Found]]:
    ranked = found(articles, typed)
    best = max((how.score for _, how in ranked), default=0.0)
    return [(one, how) for one, how in ranked if how.score >= _NEARLY * best]
