"""The help finds the right article for questions as people write them: misspelt, run together, inflected."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from bot.terms import Profile
from bot.workflows.rules.help.articles import found, read_articles
from config.settings import Settings

#: those that the articles were written for, and those that somebody asked who had not written them
_LISTS = ("questions.toml", "questions_heard.toml")
_MOST = 3  #: articles that are offered
_WANTED = 0.9  #: the part of the questions whose article must be among these
ARTICLES = read_articles(Settings(_env_file=None).tables()["help"])


def offered(question: str, profile: str) -> list[str]:
    """The keys of the articles that are offered to somebody of that profile."""
    mine = [one for one in ARTICLES["fr"] if not one.readers or Profile(profile) in one.readers]
    return [article.key for article, _ in found(mine, question)[:_MOST]]


@pytest.mark.parametrize("listed", _LISTS)
def test_nine_questions_of_ten_find_their_article_among_the_first_three(listed: str) -> None:
    questions = tomllib.loads(Path(__file__).with_name(listed).read_text("utf-8"))
    asked = [(question, profile) for profile, some in questions.items() for question in some]
    missed = [pair for pair in asked if not set(offered(*pair)) & set(questions[pair[1]][pair[0]])]

    assert len(asked) >= 100
    assert len(missed) <= (1 - _WANTED) * len(asked), missed
