"""The help articles that an operator writes: read from the tables, and found by words. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from bot.terms import Profile
from bot.workflows.rules.help.ranking import Found, Index

_LONGEST_KEY = 24  #: bytes: with the person's number it still fits into a button
_KEY = re.compile(rf"[a-z0-9-]{{1,{_LONGEST_KEY}}}")


@dataclass(frozen=True, slots=True)
class Topic:
    """What several help articles are about."""

    key: str  #: names it in a button, the same in every language
    name: str


@dataclass(frozen=True, slots=True)
class Article:
    """A help article."""

    key: str  #: names it in a button, the same in every language
    title: str
    words: str  #: further words that it is found by
    body: str  #: in Markdown
    readers: frozenset[Profile] = frozenset()  #: the profiles it is shown to; empty for everybody
    topic: Topic = Topic("", "")


def read_articles(table: Mapping[str, Any]) -> dict[str, tuple[Article, ...]]:
    """The articles by language, in the order of their topics; raises `ValueError` naming what is wrong."""
    keys = [key for topic in table["topics"] for key in topic["articles"]]
    if twice := sorted({key for key in keys if keys.count(key) > 1}):
        raise ValueError(f"help articles that are listed twice: {twice}")
    for key in [*keys, *(topic["key"] for topic in table["topics"])]:
        if not _KEY.fullmatch(key):
            raise ValueError(
                f"the key of a help article or topic must have 1 to {_LONGEST_KEY} of a-z, 0-9, -: {key!r}"
            )
    return {language: _of(language, made, table["topics"]) for language, made in table["articles"].items()}


def _of(language: str, made: Mapping[str, Any], topics: Sequence[Mapping[str, Any]]) -> tuple[Article, ...]:
    if missing := sorted(key for topic in topics for key in topic["articles"] if key not in made):
        raise ValueError(f"help articles that are not written in {language!r}: {missing}")
    return tuple(
        _article(key, Topic(topic["key"], topic[language]), **made[key])
        for topic in topics
        for key in topic["articles"]
    )


def _article(key: str, topic: Topic, *, title: str, words: str, body: str, **more: Any) -> Article:
    readers = frozenset(Profile(name) for name in more.pop("for", ()))
    if more:
        raise ValueError(f"the help article {key!r} has what no article has: {sorted(more)}")
    return Article(key, title, words, body, readers, topic)


def found(articles: Sequence[Article], typed: str) -> list[tuple[Article, Found]]:
    """Those of the articles that have to do with the words, the nearest first."""
    return [(articles[one.place], one) for one in _indexed(tuple(articles)).find(typed)]


@lru_cache(maxsize=64)
def _indexed(articles: tuple[Article, ...]) -> Index:
    return Index([(one.title, one.words, one.body) for one in articles])
