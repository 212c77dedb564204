"""Each way in which Telegram may show something else than what was meant is found by `palier doctor --live`."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest

from tests.operator.chats import Chat
from tests.operator.chats import chat as chat
from tests.operator.meddling import Meddle


def everywhere(change: Any) -> Meddle:
    """Has `change` change each message that the bot is answered."""

    def meddle(_method: str, result: Any) -> Any:
        made = deepcopy(result)
        for one in made if isinstance(made, list) else [made]:
            if isinstance(one, dict) and "message_id" in one:
                change(one)
        return made

    return meddle


def without(kind: str) -> Meddle:
    """Loses the entities of that kind."""
    return everywhere(
        lambda one: one.update(entities=[entity for entity in one.get("entities", []) if entity["type"] != kind])
    )


def _split(one: dict[str, Any]) -> None:
    parts = []
    for entity in one.get("entities", []):
        first = entity["length"] // 2
        parts += [entity | {"length": first}] if first else []
        parts += [entity | {"offset": entity["offset"] + first, "length": entity["length"] - first}]
    one["entities"] = parts


def _moved(one: dict[str, Any]) -> None:
    one["entities"] = [entity | {"offset": entity["offset"] + 1} for entity in one.get("entities", [])]


def _no_last_button(one: dict[str, Any]) -> None:
    if rows := one.get("reply_markup", {}).get("inline_keyboard"):
        rows.pop()


def _plain_buttons(one: dict[str, Any]) -> None:
    for row in one.get("reply_markup", {}).get("inline_keyboard", []):
        for button in row:
            button.pop("style", None)


def _as_document(one: dict[str, Any]) -> None:
    if "animation" in one:
        one["document"] = one.pop("animation")


@pytest.mark.parametrize(
    ("meddle", "subject", "words"),
    [
        (without("spoiler"), "a code put into its message", "'Ab3-9xK' is not hidden"),
        (without("code"), "words to copy", "is not fixed width"),
        (without("bold"), "the card of a request", "is not bold"),
        (without("expandable_blockquote"), "the commands", "is not a folded quotation"),
        (everywhere(_split), "a code put into its message", "what is hidden is in 2 pieces, not 1"),
        (everywhere(_moved), "a charter", "is not italic"),
        (everywhere(lambda one: "text" in one and one.update(text=one["text"] + "!")), "a refusal", "its text is"),
        (everywhere(_no_last_button), "a long menu", "its buttons are"),
        (everywhere(_plain_buttons), "the card of a request", "do not all do or look as meant"),
        (everywhere(lambda one: one.pop("has_protected_content", 0)), "a code put into its message", "forwarded and"),
        (everywhere(lambda one: one.pop("caption", 0)), "album", "captions [None, None]"),
        (everywhere(lambda one: one.pop("media_group_id", 0)), "album", "in one piece"),
        (everywhere(_as_document), "animation", "made a document of it"),
    ],
)
async def test_each_difference_is_found(chat: Chat, meddle: Meddle, subject: str, words: str) -> None:
    found = dict(await chat.finds_when(meddle))

    assert words in found.get(subject, ""), found
    assert "clean-up" not in found
    assert await chat.left() == []


async def test_entities_that_telegram_finds_by_itself_are_no_difference(chat: Chat) -> None:
    link = {"type": "url", "offset": 0, "length": 2}
    meddle = everywhere(lambda one: "text" in one and one.update(entities=[*one.get("entities", []), link]))

    assert await chat.finds_when(meddle) == []
