"""Help: the articles chosen for a person, by topic, the search in them, and one article; also which tool to use."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from bot.terms import Button, Notice, Refusal
from bot.workflows import advising
from bot.workflows.declaring import Command, Noun
from bot.workflows.desk import Turn
from bot.workflows.refusing import whom
from bot.workflows.rules.help.articles import Article, Topic, found
from bot.workflows.rules.requests.distress import frightened
from bot.workflows.rules.screens import Row

TOOLS = "tools"  #: the topic of the articles that say which tool of the ENT serves which message
_FEW = 12  #: articles that a menu shows by their titles
_TITLES = 40  #: articles under one topic: Telegram shows some hundred buttons at most; the others are found by words


def menu(turn: Turn, commands: Collection[str]) -> Notice:
    """The topics of the articles chosen for the person, each as a button, and their commands.

    The titles themselves where they are few. A pupil who waits for a yes reads whom to ask for it, and is offered
    nothing that is refused until then.
    """
    mine = advising.chosen(turn)
    rows = [*(_titles(turn, mine) if len(mine) <= _FEW else _topics(turn, mine)), *_new(turn)]
    if turn.me.waits:
        facts = {"commands": list(commands), "from_whom": whom(turn.work, turn.me)}
        return Notice("help_early", facts, tuple(rows))
    return Notice("help", {"commands": list(commands)}, tuple(rows))


def topic(turn: Turn, key: str) -> Notice:
    """The titles of a topic's articles, each as a button; refused where none of them is for the person."""
    mine = [one for one in advising.chosen(turn) if one.topic.key == key]
    if not mine:
        raise Refusal("old-button")
    rows = [*_titles(turn, mine[:_TITLES]), *_new(turn), (_back(turn),)]
    return Notice("help_topic", {"topic": mine[0].topic.name, "tools": key == TOOLS}, tuple(rows))


def tools(turn: Turn, typed: str) -> Notice:
    """Which tool of the ENT serves which message: what the words ask for among its articles, or all their titles."""
    mine = [one for one in advising.chosen(turn) if one.topic.key == TOOLS]
    near = [one for one, _ in found(mine, typed)][: advising.MOST] if typed else []
    if len(near) == 1:
        return _shown(turn, near[0])
    if not near:
        return topic(turn, TOOLS)
    rows = [*_titles(turn, near), (Button("topic", TOOLS, turn.me.id),)]
    return Notice("help_found", {"words": typed, "waits": turn.me.waits}, tuple(rows))


def search(turn: Turn, typed: str) -> Notice:
    """The articles that match the typed words best, each as a button; one that matches alone is shown at once.

    Where none matches, says so.
    """
    articles = advising.asked(turn, typed)
    if len(articles) == 1:
        return _shown(turn, articles[0])
    if not articles:
        facts = {"words": typed, "waits": turn.me.waits}
        return Notice("help_nothing", facts, (*_new(turn), (Button("help", "", turn.me.id),)))
    rows = [*_titles(turn, articles), *_new(turn), (_back(turn),)]
    return Notice("help_found", {"words": typed, "waits": turn.me.waits}, tuple(rows))


def read(turn: Turn, key: str) -> Notice:
    """The article with that key; refused where there is none, as after a change of the operator's tables."""
    return _shown(turn, advising.article(turn, key))


def thank(turn: Turn, key: str) -> Notice:
    """The article with that key again, with thanks and without buttons; refused as `read` refuses."""
    return Notice("help_thanks", advising.helped(turn, advising.article(turn, key)))


def _shown(turn: Turn, article: Article) -> Notice:
    helped = Button("help_thanks", article.key, turn.me.id, style="success")
    early = {
        "waits": turn.me.waits,
        "afraid": frightened(article.title),
        "from_whom": whom(turn.work, turn.me) if turn.me.waits else "",
    }
    return Notice("help_article", advising.opened(turn, article) | early, ((helped,), *_new(turn), (_back(turn),)))


def _titles(turn: Turn, articles: Sequence[Article]) -> list[Row]:
    return [(Button("article", article.key, turn.me.id, words=article.title),) for article in articles]


def _topics(turn: Turn, articles: Sequence[Article]) -> list[Row]:
    """A row for each topic; the only article of one in its place, such as a pupil's on fear."""
    of = dict[Topic, list[Article]]()
    for article in articles:
        of.setdefault(article.topic, []).append(article)
    rows = list[Row]()
    for topic, some in of.items():
        alone = _titles(turn, some)
        rows += alone if len(some) == 1 else [(Button("topic", topic.key, turn.me.id, words=topic.name),)]
    return rows


def _new(turn: Turn) -> list[Row]:
    """The row of the button that begins a request; none for a pupil who waits for a yes."""
    return [] if turn.me.waits else [(Button("new", "", turn.me.id, style="primary"),)]


def _back(turn: Turn) -> Button:
    return Button("help_back", "", turn.me.id)


NOUN = Noun("help", commands=(Command("aide", 8, early=True), Command("outil", 9, early=True)))
