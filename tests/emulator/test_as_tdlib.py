"""The emulator parses markup, and finds links, as TDLib does; it refuses in the same words."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.emulator.entities import in_utf16
from bot.emulator.errors import BotApiError
from bot.emulator.finding import found
from bot.emulator.html import parse_html
from bot.emulator.markdown import parse_markdown
from bot.emulator.nesting import Span, order
from bot.emulator.words import read_words, text_content
from tests import tdlib

Made = tuple[str, list[tuple[str, int, int]]]
STYLES = {"bold": "Bold", "italic": "Italic", "spoiler": "Spoiler", "code": "Code", "blockquote": "BlockQuote"}
LETTERS = ("a", "é", "👋", " ", "\n", "\r", "\x07", "x")
PAIRS = (
    *(("<b>", "</b>"), ("<i>", "</i>"), ("<u>", "</u>"), ("<s>", "</s>"), ("<code>", "</code>"), ("<pre>", "</pre>")),
    *(("<tg-spoiler>", "</tg-spoiler>"), ("<blockquote>", "</blockquote>"), ('<a href="a.fr">', "</a>")),
    *(("<blockquote expandable>", "</>"), ('<pre><code class="language-py">', "</code></pre>")),
    *(("<tg-time unix='12' format=wDt>", "</tg-time>"), ("<tg-emoji emoji-id='5'>", "</tg-emoji>")),
)
PIECES = (
    *(
        "<b>",
        "</b>",
        "</i>",
        "</>",
        "<",
        "</",
        "<B >",
        "<b a=1>",
        "<b a=é>",
        "<b a",
        "<b a='",
        "<x>",
        "<span class='x'>",
    ),
    *(
        "&",
        "&lt;",
        "&amp",
        "&#65;",
        "&#x1F600;",
        "&#xd83d;",
        "&nbsp;",
        "&#0;",
        "<a href=x.fr>",
        "<a>",
        "</a>",
        "é",
        "👋",
    ),
    *(
        "\0",
        "<tg-emoji emoji-id=0>",
        "</tg-emoji>",
        "<tg-time unix=5 format=q>",
        "</tg-time>",
        "<code class='language-x'>",
    ),
)
MARKS = (
    *(
        "*",
        "_",
        "__",
        "||",
        "~",
        "`",
        "```",
        "[",
        "](a.fr)",
        "]",
        ")",
        "(",
        ">",
        "\n>",
        "\n",
        "**>",
        "\\*",
        "\\",
        "a",
    ),
    *(
        "b",
        "👋",
        " ",
        "\r",
        "![",
        "](tg://emoji?id=5)",
        "](tg://time?unix=12&format=d)",
        "py\n",
        ".",
        "!",
        "](a.fr?\\))",
    ),
)
ADDRESSES = (
    *(
        "@",
        "abc",
        "a",
        "é",
        "/",
        "cmd",
        "#",
        "$",
        "USD",
        "1INCH",
        "4111111111111111",
        "4111 1111 1111 1111",
        "12",
        " ",
    ),
    *(
        "\n",
        ".",
        "fr",
        "com",
        "http://",
        "https://",
        "ftp://",
        "shttp://",
        "tg://",
        "ton://",
        "tonsite://",
        ":",
        "80",
    ),
    *(
        "?",
        "=",
        "(",
        ")",
        "[",
        "]",
        "-",
        "_",
        "a.fr",
        "x@y.fr",
        "mailto:",
        "gif",
        "·",
        "»",
        "<",
        ">",
        "~",
        "xn--p1ai",
    ),
    *("192.168.1.1", "FR", "Fr", "рф", "’", "\u2013", "\u200b", "\u200c", "+", "😀", "٣", "½"),
)


@st.composite
def nested_html(draw: st.DrawFn, depth: int = 3) -> str:
    """Well nested tags around a few letters, at most fourteen of them."""
    parts = []
    for _ in range(draw(st.integers(1, 2))):
        if depth and draw(st.booleans()):
            opening, closing = draw(st.sampled_from(PAIRS))
            parts.append(opening + draw(nested_html(depth - 1)) + closing)
        else:
            parts.append(draw(st.sampled_from(LETTERS)))
    return "".join(parts)


def sources(pieces: tuple[str, ...]) -> st.SearchStrategy[str]:
    """A few pieces of markup in any order."""
    return st.lists(st.sampled_from(pieces), min_size=1, max_size=9).map("".join)


def shown(text: str, spans: list[Span]) -> Made:
    return text, [(one["type"], one["offset"], one["length"]) for one in in_utf16(text, sorted(spans, key=order))]


def ours(source: str, mode: str) -> Made | str:
    """What the emulator's parser reads, or why it refuses."""
    try:
        if mode == "HTML":
            return shown(*parse_html(source))
        return shown(*parse_markdown(source, legacy=mode == "Markdown"))
    except BotApiError as refusal:
        return refusal.description.removeprefix("Bad Request: ").capitalize()[:1] + refusal.description[14:]


def theirs(source: str, mode: str) -> Made | str:
    """What TDLib's parser reads, or why it refuses."""
    try:
        text, entities = tdlib.parsed(source, mode)
    except tdlib.Refused as refusal:
        return str(refusal)
    return text, tdlib.simple(entities)


@given(nested_html() | sources(PIECES))
def test_html_is_read_as_tdlib_reads_it(source: str) -> None:
    assert ours(source, "HTML") == theirs(source, "HTML")


@pytest.mark.parametrize("mode", ["Markdown", "MarkdownV2"])
@given(source=sources(MARKS))
def test_markdown_is_read_as_tdlib_reads_it(mode: str, source: str) -> None:
    if mode == "MarkdownV2" or source.isascii():  # TDLib may halve a sign in an address of the older Markdown
        assert ours(source, mode) == theirs(source, mode)


@given(nested_html())
def test_what_overlaps_is_cut_and_dropped_as_tdlib_does(source: str) -> None:
    whole = f"x{source}x"  # so that nothing is trimmed
    text, entities = read_words(whole, "HTML", None)
    assert (text, [(one["type"], one["offset"], one["length"]) for one in entities]) == tdlib.kept(whole)


@given(st.lists(st.tuples(st.sampled_from(sorted(STYLES)), st.integers(0, 12), st.integers(0, 8)), max_size=6))
def test_entities_given_are_kept_as_tdlib_keeps_them(given_ones: list[tdlib.Entity]) -> None:
    text = ".aé 👍\n bc\rde fg."
    as_td = [
        {"offset": offset, "length": length, "type": {"@type": f"textEntityType{STYLES[kind]}"}}
        for kind, offset, length in given_ones
    ]
    entities = [{"type": kind, "offset": offset, "length": length} for kind, offset, length in given_ones]
    try:
        body, kept = tdlib.fixed(text, as_td)
    except tdlib.Refused:  # which of several is wrong, and where, TDLib says in its own order
        with pytest.raises(BotApiError, match="entity"):
            read_words(text, None, entities)
        return
    made, ours_kept = read_words(text, None, entities)
    assert (made, [(one["type"], one["offset"], one["length"]) for one in ours_kept]) == (body, tdlib.simple(kept))


@given(sources(ADDRESSES))
def test_links_commands_and_tags_are_found_as_tdlib_finds_them(text: str) -> None:
    if not re.search("[0-9]:[0-9]", text):  # a moment of a film is found for players, never for bots
        spans = [span for span in found(text) if span.kind != "bank_card_number"]
        assert shown(text, spans)[1] == tdlib.found(text)


@pytest.mark.parametrize(
    ("given_ones", "reason"),
    [
        ([{"type": "bolder"}], "can't parse MessageEntity: Unsupported type specified"),
        ([{"type": "text_link", "url": "x"}], "entity URL 'x' is invalid: Wrong HTTP URL"),
        ([{"type": "bold", "offset": 9}], "entity begins after the end of the text at UTF-16 offset 9"),
        ([{"type": "bold", "offset": 2}], "entity begins in a middle of a UTF-16 symbol at byte offset 5"),
        ([{"type": "mention", "offset": 9}], None),
    ],
)
def test_entities_that_telegram_refuses_are_refused_in_its_words(given_ones: list[Any], reason: str | None) -> None:
    entities = [{"offset": 0, "length": 1, **one} for one in given_ones]
    if reason is None:
        assert read_words("a👋b", None, entities) == ("a👋b", [])
        return
    with pytest.raises(BotApiError) as refusal:
        read_words("a👋b", None, entities)
    assert refusal.value.description == f"Bad Request: {reason}"


@pytest.mark.parametrize("text", [" \n", "\u200b", "<b></b> "])
def test_a_text_of_which_nothing_can_be_seen_is_refused(text: str) -> None:
    with pytest.raises(BotApiError, match="text must be non-empty"):
        text_content({"text": text, "parse_mode": "HTML"})


@given(st.text(alphabet="ab👍 \n", min_size=1, max_size=8).filter(lambda words: words.strip(" \n")))
def test_white_space_at_the_ends_is_cut_but_where_an_entity_begins(words: str) -> None:
    assert read_words(words, None, None)[0] == words.strip(" \n")
    assert read_words(f" <b>{words}</b> ", "HTML", None)[0] == words.rstrip(" \n")
