"""Feeds every parser of foreign text with hostile text; the kernel ends this process where one takes too long.

Run with the name of a group: `python -m tests.hostile.parsers rules`. Each parser is named on a line of its own
before it is fed, so that the last line names the one that did not end.
"""

from __future__ import annotations

import json
import resource
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from itertools import chain, product

from bot.cutting import beginning, initial, pieces, shorten
from bot.emulator.entities import formatted
from bot.emulator.errors import BotApiError
from bot.emulator.html import parse_html
from bot.emulator.markdown import parse_markdown
from bot.emulator.parameters import misfit
from bot.emulator.pictures import read_picture
from bot.emulator.words import read_words
from bot.ent.embedded.entering import code_key
from bot.ent.entcore.answers import Answer, refusal, said, session_ended
from bot.ent.entcore.cards import read_card
from bot.ent.entcore.reading import moment, named, rows
from bot.ent.entcore.reports import read_reports
from bot.ent.entcore.tree import read_tree
from bot.ent.entcore.wire import segment
from bot.feed import Source
from bot.feed import read as read_feed
from bot.folding import fold, login_key, tokens, words
from bot.handlers.buttons import decode
from bot.handlers.reading import Event, read
from bot.handlers.update import Update
from bot.logs import printable
from bot.terms import Refusal
from bot.texts import markup
from bot.workflows.desk import Caller
from bot.workflows.rules import naming, written
from bot.workflows.rules.lists import filters
from bot.workflows.rules.reports.publication import cleaned
from bot.workflows.rules.requests.distress import frightened
from bot.workflows.rules.requests.thanks import is_greeting, is_thanks
from tests.hostile.updates import decoded

SIZE = 40_000  #: characters; a parser in quadratic time needs tens of seconds for them, one in linear time a moment
TYPED = 4096  #: characters of what somebody types: `reading` cuts the rest
SECONDS = 3  #: of the processor, for one parser and one text; the process is sent SIGXCPU after that
TODAY = date(2026, 11, 26)
ATOMS = (
    *("<a ", "<p>", "<div>", "<b><i>", "<font color=1>", "</", "<", "<!--", "<![CDATA[", "&", "&amp;", "&#x", "&lt;"),
    *(
        "<svg><text>",
        "<table><td>",
        "data:;base64,",
        "data:",
        "a=b ",
        '"',
        "'",
        "«",
        "“",
        "`",
        "\\a",
        "[",
        "](",
        "](\\",
    ),
    *(
        "*",
        "_",
        "~",
        "||",
        "> ",
        "#",
        "# ",
        "° ",
        "n ",
        "n°",
        "no ",
        "et ",
        ":",
        " : ",
        " ",
        "\t",
        "\n",
        "\r\n",
        "\0",
    ),
    *("1", "1 ", "10/", "lundi ", "3 mai ", "le ", "me ", "peur de ", "il me a ", "non ", "merci ", "marche plus "),
    *("@a", "/a", "https://a", "www.a.", "a.", "-", "a-", "é", "\u0301\u0316", "🇫", "👨\u200d", "\u202e", "\ud800"),
    *("{", "[1,", '{"a":', "9", "%", "%2e", "a:b@", "://a:b", "123456:", "aaaa ", "ﷺ"),
)


def texts(size: int) -> Iterator[str]:
    """Each atom repeated up to that size, alone and between words that make a parser begin and fail."""
    for atom, (before, after) in product(ATOMS, (("", ""), ("/a 1", "x"))):
        yield before + atom * (size // len(atom)) + after


def numbers(text: str) -> None:
    """Reads the number of a request in what was typed after a command."""
    Event("tg:1:1", Caller(1, 1), "prendre", text).number()


def written_message(text: str) -> None:
    """Reads an update with that text, and its number."""
    update = decoded(text)
    event = read(update, 1) if isinstance(update, Update) else None
    assert event is None or len(event.saying.text) <= TYPED


def answered(text: str) -> None:
    """Reads an answer of the ENT with that body."""
    answer = Answer(200, text, text, "application/json", text.encode("utf-8", "replace"), (text,))
    session_ended(answer), refusal(answer), said(answer)
    for body in (text, {"id": text, "message": text, "date": text, "name": text, "code": text}):
        with suppress(ValueError):
            answer.json()
        moment(body), named([body]), rows([body]), read_reports([body])
        if isinstance(body, dict):
            tree = read_tree([body])
            read_card(body, tree)


def emulated(text: str) -> None:
    """Reads a message of a bot in each way, at most as long as the emulator reads it."""
    for mode in ("html", "markdown", "markdownv2", ""):
        with suppress(BotApiError):
            read_words(text, mode, None)
    part = text[: 3 * TYPED]
    for parse in (parse_html, lambda whole: parse_markdown(whole, legacy=False)):
        with suppress(BotApiError):
            formatted(*parse(part))
    misfit({"text": text}, "ReplyKeyboardMarkup")
    read_picture(text.encode("utf-8", "replace"))


def fed(text: str) -> None:
    """Reads a file of the feed with that text in its header, and in rows below each header."""
    heads = (
        "",
        "Nom;Prenom;INE;Date naissance\n",
        "Nom;Prenom;Fonction;Classe\n",
        "Nom;Prenom;Nom enfant;Prenom enfant\n",
    )
    for head, encoding in product(heads, ("utf-8", "cp1252")):
        raw = (head + text).encode(encoding, "replace")
        list(read_feed([Source("a", "0801234A", lambda raw=raw: raw)], TODAY))  # type: ignore[misc]


GROUPS: dict[str, tuple[int, tuple[Callable[[str], object], ...]]] = {
    "rules": (
        SIZE,
        (cleaned, is_thanks, is_greeting, written.at_once, lambda text: naming.begins(text[:TYPED], text[:TYPED])),
    ),
    "typed": (
        TYPED,
        (
            *(numbers, frightened, written.profile, lambda text: written.days_in(text, TODAY)),
            *(lambda text: written.day_before(text, TODAY), lambda text: filters.read(text, TODAY)),
        ),
    ),
    "texts": (
        SIZE,
        (
            *(
                fold,
                words,
                tokens,
                login_key,
                code_key,
                initial,
                printable,
                markup.clean,
                markup.plain,
                markup.length,
            ),
            *(
                lambda text: beginning(text, SIZE // 2),
                lambda text: shorten(text, 4096),
                lambda t: list(pieces(t, 100)),
            ),
            *(lambda text: markup.article(text, 4096), lambda text: markup.quote(text, 4096), markup.name),
        ),
    ),
    "feed": (SIZE, (fed,)),
    "outside": (SIZE, (written_message, decode, answered, segment, emulated)),
}


def main(group: str) -> None:
    """Feeds each parser of the group with every text."""
    size, parsers = GROUPS[group]
    for number, parser in enumerate(parsers):
        for text in chain(texts(size), ("", json.dumps({"a": "9" * 5000}))):
            spent = sum(resource.getrusage(resource.RUSAGE_SELF)[:2])
            resource.setrlimit(resource.RLIMIT_CPU, (int(spent) + 1 + SECONDS, resource.RLIM_INFINITY))
            sys.stdout.write(f"{group} {number} {parser.__name__} {text[:20]!a}\n")
            sys.stdout.flush()
            with suppress(Refusal):
                parser(text)


if __name__ == "__main__":
    main(sys.argv[1])
