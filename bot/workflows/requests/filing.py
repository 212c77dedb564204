"""Filing a request: at once where all is said, else a conversation that asks for what is missing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from bot.storage import drafts, exchange, outbox, people, requests
from bot.storage.drafts import Draft
from bot.terms import (
    Account,
    Attachment,
    Button,
    Level,
    Notice,
    Origin,
    Part,
    Person,
    Refusal,
    Request,
    Status,
    Structure,
    Voice,
)
from bot.workflows.desk import Caller, Desk, Turn
from bot.workflows.requests import telling, verbs
from bot.workflows.requests.verbs import Saying
from bot.workflows.rules.accounts import administration
from bot.workflows.rules.calendar import due
from bot.workflows.rules.requests import routing

CANCEL = Button("cancel")


def blank(category: str = "") -> dict[str, Any]:
    """What a filing conversation knows when it begins."""
    return {"category": category, "text": "", "files": [], "place": "", "whom": 0}


def start(turn: Turn, category: str, saying: Saying) -> Notice | None:
    """Files at once what is complete, else asks for what is missing."""
    draft = Draft("filing", blank(category if category in turn.policy.categories else ""))
    add(turn, draft, saying)
    one_line = bool(draft.data["category"]) and bool(saying.text) and len(turn.me.places) == 1
    if one_line:
        file(turn, draft)
        return None
    return proceed(turn, draft)


def begin(turn: Turn) -> Notice | None:
    """Turns what was offered to be filed, or nothing yet, into the filing conversation."""
    draft = drafts.load(turn.work, turn.caller.chat_id, turn.caller.telegram_id)
    if draft is None or draft.step != "offer":
        return start(turn, "", Saying())
    draft.step = "filing"
    return proceed(turn, draft)


def choose(turn: Turn, what: str, value: str) -> Notice:
    """Takes a choice made with a button of the filing conversation."""
    draft = _filing(turn)
    if what == "category" and value in turn.policy.categories:
        draft.data["category"] = value
    elif what == "place" and value in {place.id for place in _requester(turn, draft).places}:
        draft.data["place"] = value
    elif what == "someone" and turn.me.is_agent:
        draft.data["asks_whom"] = True
        keep(turn, draft)
        return Notice("ask_whom", {}, ((CANCEL,),))
    else:
        raise Refusal("old-button")
    return proceed(turn, draft)


def send(turn: Turn) -> Notice | None:
    """Files what the conversation gathered, and leaves the telling to the receipt."""
    draft = _filing(turn)
    if not _complete(draft):
        return proceed(turn, draft)
    file(turn, draft)
    return None


async def for_someone(desk: Desk, cause: str, caller: Caller, account_id: str, afresh: bool = False) -> Notice:
    """Goes on filing for that account, or begins to, `afresh`; it must be in the agent's structures."""
    account = await desk.directory.account(account_id)
    return await desk.act(cause, caller, _chosen, account, afresh)


def file(turn: Turn, draft: Draft) -> None:
    """Writes the request down at the level that serves its requester, and tells the desk and the school."""
    requester, work, data = _requester(turn, draft), turn.work, draft.data
    verbs.refuse_long(turn, data["text"])
    place = _place(requester, data["place"])
    floor = routing.over(turn.me) if data.get("above") else Level.SCHOOL
    level = max(floor, routing.entry(turn.policy.levels, requester, data["category"]))
    at = routing.desk(turn.policy.levels, place, level)
    request = Request(
        number=0,
        version=1,
        category=data["category"],
        status=Status.NEW,
        level=level,
        desk=at.structure,
        place=place,
        entry=level,
        visited=(at,),
        requester=requester.id,
        created_at=work.now,
        updated_at=work.now,
        due_at=due(work.now, turn.policy.levels[level].days),
        filer=None if requester.id == turn.me.id else turn.me.id,
    )
    number = requests.insert(work, request)
    requests.add_party(work, number, requester.id, Part.REQUESTER)
    if request.filer is not None:
        requests.add_party(work, number, request.filer, Part.FILER)
    files = _write_down(turn, number, data)
    requests.write_event(work, number, turn.me.id, "file", {"level": int(level), "category": data["category"]})
    drafts.drop(work, turn.caller.chat_id, turn.caller.telegram_id)
    facts = {"text": data["text"], "requester": requester.name, "desk": turn.policy.levels[level].who}
    telling.spread(work, "filed", request, turn.me, facts, files)
    _receipt(turn, request, requester, facts)


def _write_down(turn: Turn, number: int, data: Mapping[str, Any]) -> list[Attachment]:
    """Each message as it was written, so that its edits find it; the files with the first."""
    files = [Attachment(**file) for file in data["files"]]
    for index, (mark, text) in enumerate(data.get("said") or [(0, "")]):
        origin = Origin(turn.caller.chat_id, mark) if mark or files else None
        exchange.add(turn.work, number, turn.me.id, Voice.ANSWER, text, origin, () if index else files)
    return files


def _receipt(turn: Turn, request: Request, requester: Person, facts: Mapping[str, Any]) -> None:
    """The receipt goes out with the request's own commit: whoever files must learn the number."""
    on_behalf = requester.id != turn.me.id
    buttons = telling.keys(("show",) if on_behalf else ("show", "withdraw"), request.number, turn.me)
    notice = Notice("filed_for" if on_behalf else "filed", telling.facts_of(request) | dict(facts), buttons)
    outbox.tell(turn.work, turn.me, notice, request.number)


def proceed(turn: Turn, draft: Draft) -> Notice:
    """The question that is still open, or the summary to send."""
    keep(turn, draft)
    data, requester = draft.data, _requester(turn, draft)
    whom = {"whom": requester.name if requester.id != turn.me.id else ""}
    if len(requester.places) > 1 and not data["place"]:
        rows = [(Button("place", place.id, turn.me.id, words=place.name),) for place in requester.places]
        return Notice("ask_place", whom, (*rows, (CANCEL,)))
    if not data["category"]:
        return Notice("ask_category", whom, _categories(turn, draft))
    facts = whom | {"category": data["category"], "text": data["text"], "files": len(data["files"])}
    if not _complete(draft):
        return Notice("ask_words", facts, ((CANCEL,),))
    return Notice("summary", facts, ((Button("send", "", turn.me.id, style="success", once=True), CANCEL),))


def _categories(turn: Turn, draft: Draft) -> tuple[tuple[Button, ...], ...]:
    made = [Button("category", key, turn.me.id) for key in turn.policy.categories]
    rows = [tuple(made[i : i + 2]) for i in range(0, len(made), 2)]
    if turn.me.is_agent and not draft.data["whom"]:
        rows.append((Button("someone", "", turn.me.id),))
    return (*rows, (CANCEL,))


def found(turn: Turn, words: str, found: Sequence[Account]) -> Notice:
    """Offers the accounts that the ENT found, to choose for whom the request is."""
    draft = _filing(turn)
    if not found:
        return Notice("nobody_found", {"words": words}, ((CANCEL,),))
    keep(turn, draft)
    rows = [(Button("whom", a.id, turn.me.id, words=f"{a.name} ({_where(a.places)})"),) for a in found]
    return Notice("choose_whom", {"words": words}, (*rows, (CANCEL,)))


def _chosen(turn: Turn, account: Account | None, afresh: bool) -> Notice:
    draft = Draft("filing", blank("connexion") | {"above": True}) if afresh else _filing(turn)
    if account is None or not administration.sees(turn.me, account):
        raise Refusal("no-account", name="")
    draft.data["whom"] = people.know(turn.work, account).id
    draft.data["asks_whom"] = False
    return proceed(turn, draft)


def _where(places: Sequence[Structure]) -> str:
    return ", ".join(place.name for place in places[:2])


def add(turn: Turn, draft: Draft, saying: Saying) -> None:
    """Adds words and files to what is being filed; refused beyond what one request may hold."""
    data = draft.data
    if len(data["files"]) + len(saying.files) > turn.policy.files_limit:
        raise Refusal("too-many-files", limit=turn.policy.files_limit)
    data["files"] = [*data["files"], *(asdict(file) for file in saying.files)]
    if saying.text:
        mark = saying.origin.message_id if saying.origin else 0
        data["said"] = [*data.get("said", []), [mark, saying.text]]
        data["text"] = joined(draft)
        verbs.refuse_long(turn, data["text"])


def joined(draft: Draft) -> str:
    """All that was written so far, as one text."""
    return "\n".join(text for _, text in draft.data["said"])


def _complete(draft: Draft) -> bool:
    return bool(draft.data["category"]) and bool(draft.data["text"] or draft.data["files"])


def _requester(turn: Turn, draft: Draft) -> Person:
    whom = draft.data["whom"]
    return (people.by_id(turn.work, whom) if whom else None) or turn.me


def _place(requester: Person, chosen: str) -> Structure:
    if not requester.places:
        raise Refusal("no-place", name=requester.name)
    return next((place for place in requester.places if place.id == chosen), requester.places[0])


def _filing(turn: Turn) -> Draft:
    draft = drafts.load(turn.work, turn.caller.chat_id, turn.caller.telegram_id)
    if draft is None or draft.step != "filing":
        raise Refusal("old-button")
    return draft


def keep(turn: Turn, draft: Draft) -> None:
    """Keeps the conversation where it stands."""
    drafts.save(turn.work, turn.caller.chat_id, turn.caller.telegram_id, draft)
