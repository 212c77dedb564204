"""Inline mode: the results for what a person types after a bot's name, and the result they choose."""

from __future__ import annotations

import secrets

from .acts import Scene, place, post
from .errors import Impossible
from .records import Json
from .words import text_content
from .world import CALLBACK_LIFE, Question

QUERY_MAX = 256


async def ask(at: Scene, query: str, offset: str = "", patience: float = 10.0) -> Json:
    """Types an inline query and waits for its results; `results` is null when none came."""
    update_id, question = await _asked(at, query, offset, patience)
    return {"update_id": update_id, **(question.answer or {"results": None})}


async def _asked(at: Scene, query: str, offset: str, patience: float = 10.0) -> tuple[int | None, Question]:
    if len(query) > QUERY_MAX:
        raise Impossible("La recherche est trop longue.")
    if not at.bot.abilities["supports_inline_queries"]:
        raise Impossible("Ce bot ne répond pas en ligne : BotFather ne l’a pas mis en mode « inline ».")
    query_id = at.world.ask(at.bot, at.person, query)
    where = at.chat.kind if at.chat.is_group else "sender"
    body = {"id": query_id, "from": at.person.user, "query": query, "offset": offset, "chat_type": where}
    update_id = at.world.push(at.bot, "inline_query", body, f"inline:{at.person.id}", CALLBACK_LIFE)
    question = at.world.questions[query_id]
    if update_id is not None and question.answer is None:
        await question.answered.wait(patience)
    return update_id, question


async def choose(at: Scene, query: str, result_id: str, given: Json) -> Json:
    """Sends one result of a query as the person's own message. Returns update and message ids.

    Types the query first if the bot has not answered it lately. Raises Impossible if the result is not among them.
    """
    result = _found(at, query, result_id)
    if result is None:
        await _asked(at, query, "")
        result = _found(at, query, result_id)
    if result is None:
        raise Impossible(f"Aucun résultat « {result_id} » pour cette recherche.")
    content = result.get("input_message_content", {})
    if "message_text" not in content:
        raise Impossible("The emulator sends only results whose content is a text.")
    body = {**place(at, given), "via_bot": at.bot.user, **text_content({**content, "text": content["message_text"]})}
    body |= {name: content[name] for name in ("link_preview_options",) if name in content}
    rows = result.get("reply_markup", {}).get("inline_keyboard")
    sent = post(at, [{**body, "reply_markup": {"inline_keyboard": rows}} if rows else body])
    name = {"inline_message_id": _named(at, sent["message_id"])} if rows else {}
    told = {"result_id": result_id, "from": at.person.user, "query": query, **name}
    at.world.push(at.bot, "chosen_inline_result", told, f"inline:{at.person.id}")
    return {**sent, **name}


def _found(at: Scene, query: str, result_id: str) -> Json | None:
    """Returns this result of the bot's last answer to this person's query; None if there is none."""
    for question in reversed(at.world.questions.values()):
        if (question.bot_id, question.user_id, question.query) == (at.bot.id, at.person.id, query):
            results = (question.answer or {}).get("results", [])
            if found := next((result for result in results if result["id"] == result_id), None):
                return dict(found)
    return None


def _named(at: Scene, message_id: int) -> str:
    """Gives the message an `inline_message_id`, by which the bot can edit it, and returns that id."""
    posted = at.chat.messages[message_id]
    posted.inline_id = secrets.token_urlsafe(18)
    at.world.inline[posted.inline_id] = at.chat, posted
    at.world.mark("message", *at.chat.key, posted.id)
    return posted.inline_id
