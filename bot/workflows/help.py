"""Help: the articles chosen for a person, the search in them, and one article; the menu also lists the commands."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from bot.folding import fold, words
from bot.terms import Button, Notice, Refusal
from bot.workflows import hats
from bot.workflows.declaring import Command, Noun
from bot.workflows.desk import Turn
from bot.workflows.policy import Article
from bot.workflows.refusing import whom
from bot.workflows.rules.naming import begins
from bot.workflows.rules.requests.distress import frightened
from bot.workflows.rules.screens import Row

MOST = 3  #: articles offered for the words that were typed
_TITLES = 40  #: articles in the menu: Telegram shows some hundred buttons at most; the others are found by words


def menu(turn: Turn, commands: Collection[str]) -> Notice:
    """The titles of the articles chosen for the person, each as a button, and their commands.

    A pupil who waits for a yes reads whom to ask for it, and is offered nothing that is refused until then.
    """
    rows = [*_titles(turn, _chosen(turn)[:_TITLES]), *_new(turn)]
    if turn.me.waits:
        facts = {"commands": list(commands), "from_whom": whom(turn.work, turn.me)}
        return Notice("help_early", facts, tuple(rows))
    return Notice("help", {"commands": list(commands)}, tuple(rows))


def search(turn: Turn, typed: str) -> Notice:
    """The articles that match the typed words best, each as a button; one that matches alone is shown at once.

    Where none matches, says so. An agent is shown every article, since they also help others.
    """
    asked = set(words(typed))
    ranked = [(_score(asked, article), article) for article in _readable(turn)]
    best = max((score for score, _ in ranked), default=0)
    found = [pair for pair in ranked if pair[0] and 2 * pair[0] >= best]
    articles = [article for _, article in sorted(found, key=lambda pair: -pair[0])][:MOST]
    if len(articles) == 1:
        return _shown(turn, articles[0])
    if not articles:
        facts = {"words": typed, "waits": turn.me.waits}
        return Notice("help_nothing", facts, (*_new(turn), (Button("help", "", turn.me.id),)))
    rows = [*_titles(turn, articles), *_new(turn), (_back(turn),)]
    return Notice("help_found", {"words": typed, "waits": turn.me.waits}, tuple(rows))


def read(turn: Turn, key: str) -> Notice:
    """The article with that key; refused where there is none, as after a change of the operator's tables."""
    return _shown(turn, _article(turn, key))


def thank(turn: Turn, key: str) -> Notice:
    """The article with that key again, with thanks and without buttons; refused as `read` refuses."""
    return Notice("help_thanks", _facts(_article(turn, key)))


def _shown(turn: Turn, article: Article) -> Notice:
    helped = Button("help_thanks", article.key, turn.me.id, style="success")
    early = {
        "waits": turn.me.waits,
        "afraid": frightened(article.title),
        "from_whom": whom(turn.work, turn.me) if turn.me.waits else "",
    }
    return Notice("help_article", _facts(article) | early, ((helped,), *_new(turn), (_back(turn),)))


def _facts(article: Article) -> dict[str, Any]:
    return {"title": article.title, "body": article.body}


def _titles(turn: Turn, articles: Sequence[Article]) -> list[Row]:
    return [(Button("article", article.key, turn.me.id, words=article.title),) for article in articles]


def _new(turn: Turn) -> list[Row]:
    """The row of the button that begins a request; none for a pupil who waits for a yes."""
    return [] if turn.me.waits else [(Button("new", "", turn.me.id, style="primary"),)]


def _back(turn: Turn) -> Button:
    return Button("help_back", "", turn.me.id)


def _article(turn: Turn, key: str) -> Article:
    for article in _written(turn):
        if article.key == key:
            return article
    raise Refusal("old-button")


def _written(turn: Turn) -> Sequence[Article]:
    """Every article in the person's language; in French where none is written in theirs."""
    return turn.policy.help.get(turn.me.language) or turn.policy.help.get("fr", ())


def _chosen(turn: Turn) -> list[Article]:
    profiles = hats.profiles(turn)
    return [one for one in _written(turn) if not one.readers or profiles & one.readers]


def _readable(turn: Turn) -> Sequence[Article]:
    return _written(turn) if turn.me.is_agent else _chosen(turn)


def _score(asked: set[str], article: Article) -> int:
    strong, weak = f"{article.title} {article.words}", fold(article.body)
    long_words = [word for word in asked if len(word) > 2]
    return sum(3 * begins(word, strong) + (len(word) > 3 and word in weak) for word in long_words)


NOUN = Noun("help", commands=(Command("aide", 8, early=True),))
