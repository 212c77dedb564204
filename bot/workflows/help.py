"""Help: searches the articles, and lists the person's commands."""

from __future__ import annotations

from collections.abc import Collection

from bot.folding import fold, words
from bot.terms import Button, Notice
from bot.workflows.declaring import Command, Noun
from bot.workflows.desk import Turn
from bot.workflows.rules.naming import begins


def search(turn: Turn, typed: str, commands: Collection[str]) -> Notice:
    """The articles that match the typed words best, two at most; with nothing typed, the commands and all titles."""
    button = ((Button("new", "", turn.me.id, style="primary"),),)
    articles = turn.policy.help.get(turn.me.language) or turn.policy.help.get("fr", ())
    if not typed:
        titles = [article.title for article in articles]
        return Notice("help", {"commands": list(commands), "titles": titles}, button)
    asked = set(words(typed))
    ranked = [(_score(asked, article.title, article.words, article.body), article) for article in articles]
    best = [article for score, article in sorted(ranked, key=lambda pair: -pair[0]) if score][:2]
    found = [{"title": article.title, "body": article.body} for article in best]
    return Notice("help_found" if found else "help_nothing", {"articles": found, "words": typed}, button)


def _score(asked: set[str], title: str, keywords: str, body: str) -> int:
    strong, weak = f"{title} {keywords}", fold(body)
    long_words = [word for word in asked if len(word) > 2]
    return sum(3 * begins(word, strong) + (len(word) > 3 and word in weak) for word in long_words)


NOUN = Noun("help", commands=(Command("aide", 8),))
