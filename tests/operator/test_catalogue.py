"""Whatever the bot can send, `palier doctor --live` sends: nothing is missing from its catalogue."""

from __future__ import annotations

import ast
import inspect
import json
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import tdjson

import bot
from bot import texts
from bot.doctor import live
from bot.doctor.live import catalogue
from bot.doctor.live.meant import differences
from bot.handlers import sending
from bot.handlers.buttons import keyboard
from bot.handlers.sending import TelegramSender
from bot.terms import Notice, Refusal
from bot.texts.languages import LANGUAGES
from bot.texts.speech import Speech
from tests.texts import facts, spoken

_KINDS = {
    "textEntityTypeBold": "bold",
    "textEntityTypeItalic": "italic",
    "textEntityTypeCode": "code",
    "textEntityTypeSpoiler": "spoiler",
    "textEntityTypeBlockQuote": "blockquote",
    "textEntityTypeExpandableBlockQuote": "expandable_blockquote",
}
_ELSEWHERE = {
    "toast": "answers a press, which somebody would have to do",
    "leave": "leaves groups, and the examination is held in private",
}


class _Chains(HTMLParser):
    """Collects the chains of tags that stand in each other."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.found: set[tuple[str, ...]] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(" ".join([tag, *(name for name, _ in attrs)]))
        self.found.add(tuple(self.open))

    def handle_endtag(self, tag: str) -> None:
        self.open.pop()


def chains(speeches: Iterator[Speech]) -> set[tuple[str, ...]]:
    """The chains of tags in these messages."""
    reader = _Chains()
    for speech in speeches:
        reader.feed(speech.text)
    return reader.found


def sayable() -> Iterator[Speech]:
    """Each message that the bot can say, in each language, with ordinary facts."""
    given = facts.plain()
    fit = {name: value for name, value in given.items() if name not in {"reason", "buttons"}}
    for language in LANGUAGES:
        yield from (texts.word(Notice(kind, given), language) for kind in spoken.kinds())
        yield from (texts.word_card(Notice("card", given), name, given, language) for name in spoken.headlines())
        yield from (texts.refuse(Refusal(reason, **fit), language) for reason in spoken.reasons())


def sent() -> list[Speech]:
    """Each message of words that the examination sends."""
    return [*(sample.speech for sample in catalogue.samples()), *catalogue.whispers(), catalogue.page(1)]


def test_each_chain_of_tags_that_the_bot_can_say_is_tried() -> None:
    possible = chains(sayable())

    assert ("tg-spoiler",) in possible
    assert possible - chains(iter(sent())) == set()


def test_each_feature_of_a_button_is_tried() -> None:
    calls = [
        node
        for path in Path(bot.__path__[0]).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Button"
    ]
    styles = {
        given.value.value
        for call in calls
        for given in call.keywords
        if given.arg == "style" and isinstance(given.value, ast.Constant)
    }
    shown: list[Any] = [
        button
        for speech in sent()
        for row in (keyboard(speech.rows) or {}).get("inline_keyboard", [])
        for button in row
    ]

    assert set().union(*shown) == {"text", "callback_data", "copy_text", "url", "style"}
    assert {"primary", "success", "danger"} == {button["style"] for button in shown if "style" in button}
    assert {"primary", "success", "danger"} >= styles
    assert len(styles) > 1


def test_protected_and_silent_messages_are_tried() -> None:
    assert {speech.protect for speech in sent()} == {True, False}
    assert {speech.silent for speech in sent()} == {True, False}


def test_each_kind_of_file_is_tried() -> None:
    assert set(catalogue.KINDS) == set(sending._METHODS)
    for kind in catalogue.KINDS:
        name, body = catalogue.file(kind)
        assert name
        assert body


def test_each_method_of_the_sender_is_tried_or_named_here_with_a_reason() -> None:
    methods = {name for name, _ in inspect.getmembers(TelegramSender, inspect.iscoroutinefunction) if name[0] != "_"}
    source = [ast.parse(path.read_text("utf-8")) for path in Path(live.__path__[0]).glob("*.py")]
    used = {
        node.attr
        for tree in source
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and ast.unparse(node.value).endswith("sender")
    }

    assert methods - used == _ELSEWHERE.keys()


@pytest.mark.parametrize("speech", sent(), ids=lambda speech: speech.text[:20])
def test_telegrams_own_parser_makes_of_each_message_what_is_meant(speech: Speech) -> None:
    asked = {"@type": "parseTextEntities", "parse_mode": {"@type": "textParseModeHTML"}, "text": speech.text}
    made = json.loads(tdjson.td_execute(json.dumps(asked).encode()) or b"")
    entities = [one | {"type": _KINDS[one["type"]["@type"]]} for one in made["entities"]]
    message = {"text": made["text"], "entities": entities, "has_protected_content": speech.protect}

    assert list(differences(speech, message | {"reply_markup": keyboard(speech.rows) or {}})) == []
