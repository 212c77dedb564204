"""Answers to inline queries, checked as Telegram checks them."""

from __future__ import annotations

import re

from ..errors import bad_request
from ..keyboards import read_markup
from ..records import Json
from ..words import text_content
from .registry import Call, method

RESULTS_MAX, BYTES_MAX = 50, 64
KINDS = frozenset({
    "article", "audio", "contact", "document", "game", "gif", "location", "mpeg4_gif", "photo", "sticker", "venue",
    "video", "voice",
})  # fmt: skip


@method("answerInlineQuery")
def answer_inline_query(call: Call) -> bool:
    """Answers an inline query with its results; they are never cached."""
    question = call.world.question(call.bot, call.get("inline_query_id"))
    if question.query is None:
        raise bad_request("QUERY_ID_INVALID")
    results, offset, button = call.get("results"), call.get("next_offset", ""), call.get("button")
    if len(results) > RESULTS_MAX:
        raise bad_request("RESULTS_TOO_MUCH")
    if len({result["id"] for result in results}) < len(results):
        raise bad_request("RESULT_ID_DUPLICATE")
    for result in results:
        _check_result(result)
    if len(offset.encode()) > BYTES_MAX:
        raise bad_request("NEXT_OFFSET_INVALID")
    if button:
        _check_button(button)
    question.answer = {"results": results, "next_offset": offset, **({"button": button} if button else {})}
    question.answered.fire()
    return True


def _check_result(result: Json) -> None:
    if result["type"] not in KINDS:
        raise bad_request("RESULT_TYPE_INVALID")
    if not 1 <= len(result["id"].encode()) <= BYTES_MAX:
        raise bad_request("RESULT_ID_INVALID" if result["id"] else "RESULT_ID_EMPTY")
    if result["type"] == "article" and not result["title"].strip():
        raise bad_request("ARTICLE_TITLE_EMPTY")
    content = result.get("input_message_content", {})
    if "message_text" in content:
        text_content({**content, "text": content["message_text"]})
    read_markup(result.get("reply_markup"))


def _check_button(button: Json) -> None:
    """Raises 400 for a button above the results that has no text or no target."""
    if not button["text"].strip():
        raise bad_request("SWITCH_PM_TEXT_EMPTY")
    start = button.get("start_parameter")
    if start is None and "web_app" not in button:
        raise bad_request("START_PARAM_EMPTY")
    if start is not None and not re.fullmatch(r"[A-Za-z0-9_-]{1,64}", start):
        raise bad_request("START_PARAM_INVALID" if start else "START_PARAM_EMPTY")
