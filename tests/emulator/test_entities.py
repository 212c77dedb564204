"""Formatted text: entities count UTF-16 units, and parse errors have Telegram's messages."""

from __future__ import annotations

import contextlib
from html import escape
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.emulator.entities import formatted
from bot.emulator.errors import BotApiError
from bot.emulator.html import parse_html
from bot.emulator.words import read_words

TAGS = {"b": "bold", "i": "italic", "u": "underline", "s": "strikethrough", "tg-spoiler": "spoiler"}
WORDS = st.text(alphabet="aé 👋👩‍🎓שלוםمرحبا&<>\"'", min_size=1, max_size=12)


def _cut(text: str, entity: dict[str, Any]) -> str:
    """Returns the part of the text an entity covers, as a Telegram client reads it."""
    units = text.encode("utf-16-le")
    start = entity["offset"] * 2
    return units[start : start + entity["length"] * 2].decode("utf-16-le")


@given(st.lists(st.tuples(WORDS, st.sampled_from(sorted(TAGS)), WORDS), min_size=1, max_size=5))
def test_each_entity_covers_exactly_what_its_tag_enclosed(parts: list[tuple[str, str, str]]) -> None:
    source = "".join(f"¶{escape(before)}¶<{tag}>{escape(words)}</{tag}>¶" for before, tag, words in parts)
    text, entities = formatted(*parse_html(source))
    assert text == "".join(f"¶{before}¶{words}¶" for before, _, words in parts)
    kept = [entity for entity in entities if entity["type"] in TAGS.values()]
    assert [(e["type"], _cut(text, e)) for e in kept] == [(TAGS[tag], words) for _, tag, words in parts]


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("<b>a<i>b</i></b>", "ab", [("bold", 0, 1), ("bold", 1, 1), ("italic", 1, 1)]),
        ("  <b> a </b> ", " a", [("bold", 0, 2)]),
        ("<tg-spoiler><code>x</code></tg-spoiler>", "x", [("code", 0, 1)]),
        ("<tg-spoiler>a <code>x</code></tg-spoiler>", "a x", [("spoiler", 0, 2), ("code", 2, 1)]),
        ("<code>a<b>x</b></code>", "ax", [("code", 0, 2)]),
        ("<blockquote>a <code>x</code></blockquote>", "a x", [("blockquote", 0, 3), ("code", 2, 1)]),
        ("<b>a</b><b>b</b>", "ab", [("bold", 0, 2)]),
        ("&lt;b&gt; &amp; &#233; &copy;", "<b> & é &copy;", []),
        ('<span class="tg-spoiler">x</span>', "x", [("spoiler", 0, 1)]),
        ("<blockquote expandable>x</blockquote>", "x", [("expandable_blockquote", 0, 1)]),
        ("<b></b>x", "x", []),
    ],
)
def test_html_becomes_text_and_entities(source: str, text: str, entities: list[tuple[str, int, int]]) -> None:
    parsed, found = formatted(*parse_html(source))
    assert parsed == text
    assert [(e["type"], e["offset"], e["length"]) for e in found] == entities


def test_a_link_carries_its_address_and_a_code_block_its_language() -> None:
    _, found = formatted(
        *parse_html('<a href="https://a.fr/?x=1&amp;y">ici</a> <pre><code class="language-py">1</code></pre>')
    )
    assert found[0] == {"type": "text_link", "offset": 0, "length": 3, "url": "https://a.fr/?x=1&y"}
    assert found[1] == {"type": "pre", "offset": 4, "length": 1, "language": "py"}


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("é<x>", 'Unsupported start tag "x" at byte offset 2'),
        ("1 < 2", 'Unsupported start tag "" at byte offset 2'),
        ("<b>a", 'Can\'t find end tag corresponding to start tag "b"'),
        ("a</b>", "Unexpected end tag at byte offset 1"),
        ("<b>a</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("<b", "Unclosed start tag at byte offset 0"),
        ("<span>a</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ],
)
def test_html_that_cannot_be_read_is_refused(source: str, reason: str) -> None:
    with pytest.raises(BotApiError) as refusal:
        parse_html(source)
    assert refusal.value.description == f"Bad Request: can't parse entities: {reason}"


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused_and_escaped_text_is_itself(text: str) -> None:
    with contextlib.suppress(BotApiError):
        parse_html(text)
    assert parse_html(escape(text))[0] == text


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("/aide moi", [("bot_command", "/aide")]),
        ("👋 /demande@mon_bot 12", [("bot_command", "/demande@mon_bot")]),
        ("voir https://ent.example.fr/aide?x=1, merci", [("url", "https://ent.example.fr/aide?x=1")]),
        ("écrire à aide@ecole.fr", [("email", "aide@ecole.fr")]),
        ("@directrice bonjour #urgent", [("mention", "@directrice"), ("hashtag", "#urgent")]),
        ("et/ou 1/2 n°12", []),
    ],
)
def test_commands_links_and_mentions_are_found_in_plain_text(text: str, found: list[tuple[str, str]]) -> None:
    parsed, entities = formatted(text, [])
    assert [(e["type"], _cut(parsed, e)) for e in entities] == found


@pytest.mark.parametrize(
    ("source", "text", "kinds"),
    [
        ("*gras* _it_ __sou__ ~bar~ ||caché||", "gras it sou bar caché",
         ["bold", "italic", "underline", "strikethrough", "spoiler"]),
        (r"1\.5 `x_y` [ici](https://a.fr)", "1.5 x_y ici", ["code", "text_link"]),
    ],
)  # fmt: skip
def test_markdown_becomes_text_and_entities(source: str, text: str, kinds: list[str]) -> None:
    parsed, entities = read_words(source, "MarkdownV2", None)
    assert (parsed, [e["type"] for e in entities]) == (text, kinds)


def test_markdown_with_a_bare_reserved_character_is_refused() -> None:
    with pytest.raises(BotApiError, match=r"Character '\.' is reserved and must be escaped"):
        read_words("1.5", "MarkdownV2", None)
