"""Where words without a command go: a reply to a card, a conversation under way, or an offer to file them."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping

from bot.ent.directory import Query
from bot.storage import deliveries, drafts, outbox
from bot.storage.drafts import Draft
from bot.storage.work import Work
from bot.terms import Button, Notice, Origin
from bot.workflows import accounts
from bot.workflows.blocks import single, whole
from bot.workflows.desk import Caller, Desk, Turn, speaking_as
from bot.workflows.passwords import codes
from bot.workflows.requests import amending, filing, telling, verbs
from bot.workflows.requests.filing import CANCEL
from bot.workflows.requests.verbs import Saying
from bot.workflows.rules.accounts import administration
from bot.workflows.rules.requests.thanks import is_thanks

#: conversations that wait for one message about a request, and the verb that takes it
VERBS: Mapping[str, Callable[[Turn, int, Saying], Notice]] = {
    "answer": verbs.speak,
    "ask": verbs.ask,
    "note": verbs.note,
    "escalate": verbs.escalate,
    "send_back": verbs.send_back,
}


#: commands that wait for an account, and what each does once it is named
WHOM: Mapping[str, Callable[[Desk, str, Caller, str], Awaitable[Notice | None]]] = {
    "account": lambda desk, _cause, caller, typed: accounts.look_up(desk, caller, typed),
    "code": codes.ask,
    "block": lambda desk, cause, caller, typed: single.ask(desk, cause, caller, typed, True),
    "unblock": lambda desk, cause, caller, typed: single.ask(desk, cause, caller, typed, False),
}
_AGAIN = ("nobody_found", "choose_account")  #: what leaves it open: a name may be typed anew


_MOMENT, _MOMENTS = 0.05, 40  # seconds, and how many of them a notice may take to be noted


class _Search(Exception):
    """The conversation waits for a name: the ENT must be asked outside of the turn."""

    def __init__(self, command: str = "") -> None:
        super().__init__(command)
        self.command = command  #: that waits for an account; nothing while a request is filed for somebody


class _Campaign(Exception):
    """The conversation is about a whole profile: the ENT must be asked outside of the turn."""


async def say(desk: Desk, cause: str, caller: Caller, saying: Saying, reply_to: int | None) -> Notice | None:
    """What becomes of words or files written without a command; None where nothing needs saying."""
    if reply_to:
        await _noted(desk, caller.chat_id, reply_to)
    try:
        return await desk.act(cause, caller, _say, saying, reply_to)
    except _Search as search:
        if search.command:
            return await whom(desk, cause, caller, search.command, saying.text)
    except _Campaign:
        return await whole.heard(desk, cause, caller, saying)
    me = await desk.see(caller, lambda turn: turn.me)
    found = await desk.directory.search(Query(words=saying.text), administration.scopes(me), accounts.MOST)
    return await desk.act(cause, caller, filing.found, saying.text, found.accounts)


async def _noted(desk: Desk, chat_id: int, message_id: int) -> None:
    """Returns once it is known what a message speaks of: who is quick replies before the courier has noted it."""

    def known(work: Work) -> bool:
        return outbox.card_at(work, chat_id, message_id) is not None or not deliveries.under_way(work, chat_id)

    for _ in range(_MOMENTS):
        if await desk.look(known):
            return
        await asyncio.sleep(_MOMENT)


async def whom(desk: Desk, cause: str, caller: Caller, command: str, typed: str) -> Notice | None:
    """What a command about an account leads to; typed bare, it asks for whom."""
    if not typed:
        return await desk.act(cause, caller, _ask_whom, command)
    said = await WHOM[command](desk, cause, caller, typed)
    if said is not None and said.kind in _AGAIN:
        await desk.put(_listen, caller, command)
    return said


def prompt(turn: Turn, action: str, number: int) -> Notice:
    """Opens a conversation that waits for one message about the request: refused at once where it would be later."""
    it = verbs.scene(turn, number)
    verbs.would(it, action)
    filing.keep(turn, Draft(f"say:{action}", {"number": number, "person": turn.me.id}))
    return Notice(f"ask_{action}", telling.facts_of(it.request), ((CANCEL,),))


def _ask_whom(turn: Turn, command: str) -> Notice:
    administration.scopes(turn.me)
    filing.keep(turn, Draft(f"{accounts.WAITING}{command}"))
    return Notice(f"whom_{command}", {}, ((CANCEL,),))


def _listen(work: Work, caller: Caller, command: str) -> None:
    """Waits for the name to be typed anew, unless another conversation is under way."""
    if drafts.load(work, caller.chat_id, caller.telegram_id) is None:
        drafts.save(work, caller.chat_id, caller.telegram_id, Draft(f"{accounts.WAITING}{command}"))


def cancel(turn: Turn) -> Notice:
    """Leaves the conversation under way; nothing was filed."""
    left = drafts.drop(turn.work, turn.caller.chat_id, turn.caller.telegram_id)
    return Notice("cancelled" if left else "nothing_to_cancel")


def edit(turn: Turn, origin: Origin, text: str) -> None:
    """Carries an edit over: in the draft while it is one, in the exchange afterwards."""
    draft = drafts.load(turn.work, turn.caller.chat_id, turn.caller.telegram_id)
    spoken = draft.data.get("said", []) if draft else []
    if draft and any(line[0] == origin.message_id for line in spoken):
        draft.data["said"] = [[m, text if m == origin.message_id else words] for m, words in spoken]
        draft.data["text"] = filing.joined(draft)
        filing.keep(turn, draft)
    else:
        amending.edit(turn, origin, text)


def _say(turn: Turn, saying: Saying, reply_to: int | None) -> Notice | None:
    if amending.join_album(turn, saying):
        return None
    card = outbox.card_at(turn.work, turn.caller.chat_id, reply_to) if reply_to else None
    if card is not None:
        return verbs.speak(speaking_as(turn, card.person), card.request, saying)
    draft = drafts.load(turn.work, turn.caller.chat_id, turn.caller.telegram_id)
    if draft is None:
        return _offer(turn, saying)
    if draft.step.startswith("say:"):
        drafts.drop(turn.work, turn.caller.chat_id, turn.caller.telegram_id)
        return VERBS[draft.step[4:]](speaking_as(turn, draft.data["person"]), draft.data["number"], saying)
    if draft.step.startswith(accounts.WAITING):
        raise _Search(draft.step.removeprefix(accounts.WAITING))
    if draft.step == single.STEP:
        return single.reason(turn, draft, saying)
    if draft.step == whole.STEP:
        raise _Campaign
    if draft.data.get("asks_whom"):
        raise _Search
    if draft.step not in ("filing", "offer"):
        return _offer(turn, saying)
    return _gather(turn, draft, saying)


def _offer(turn: Turn, saying: Saying) -> Notice:
    if not saying.files and is_thanks(saying.text):
        return Notice("hello", {"name": turn.me.name}, ((Button("new", "", turn.me.id),),))
    draft = Draft("offer", filing.blank())
    filing.add(turn, draft, saying)
    return _offered(turn, draft)


def _offered(turn: Turn, draft: Draft) -> Notice:
    filing.keep(turn, draft)
    row = (Button("new", "", turn.me.id, style="primary", once=True), CANCEL)
    return Notice("offer", {"text": draft.data["text"], "files": len(draft.data["files"])}, (row,))


def _gather(turn: Turn, draft: Draft, saying: Saying) -> Notice | None:
    """Adds words and files to what is being filed; an album's later members are added without a word."""
    album = next((file.album for file in saying.files), "")
    again = bool(album) and any(file["album"] == album for file in draft.data["files"])
    filing.add(turn, draft, saying)
    if again:
        filing.keep(turn, draft)
        return None
    return _offered(turn, draft) if draft.step == "offer" else filing.proceed(turn, draft)
