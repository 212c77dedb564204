"""Answers to button presses."""

from __future__ import annotations

from ..errors import bad_request
from .registry import Call, method

ANSWER_MAX = 200


@method("answerCallbackQuery")
def answer_callback_query(call: Call) -> bool:
    """Answers the person who pressed a button, with or without a text."""
    question = call.world.question(call.bot, call.get("callback_query_id"))
    text = call.get("text") or None
    if text and len(text) > ANSWER_MAX:
        raise bad_request("MESSAGE_TOO_LONG")
    if question.answer is None:
        question.answer = {"text": text, "show_alert": bool(call.get("show_alert"))}
        if call.get("url"):
            question.answer["url"] = call.get("url")
        question.answered.fire()
        call.world.events.add("answer", user_id=question.user_id, bot_id=call.bot.id, **question.answer)
    return True
