"""Exporting: all that is kept about a person, and nothing of others, ready to be written as JSON.

Other people are not named: who answered is told by their level; of what an agent did, the act, not on whose account.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from bot.storage import (
    announcements,
    consents,
    exchange,
    interventions,
    journal,
    outbox,
    particulars,
    people,
    pointers,
    requests,
)
from bot.storage.announcements import Spread
from bot.storage.audit.lines import Line, Written, level_of
from bot.storage.exchange import Message
from bot.storage.interventions import Intervention
from bot.storage.work import Work
from bot.terms import ERASED, FORWARDED, Answer, Attachment, Declined, Level, Person, Request, Structure, Voice
from bot.workflows.desk import Caller, Desk, Turn, person_of
from bot.workflows.policy import Policy
from bot.workflows.requests import telling
from bot.workflows.rules.filenames import plain
from bot.workflows.rules.redacting import Traces

NAME = "mes-donnees.json"  #: of the document
_MOST = 10_000
_FILES = 50  #: files sent along with the export at most


async def export_all(desk: Desk, cause: str, caller: Caller) -> dict[str, Any]:
    """As `export`, with the acts on the accounts of the person's children, where the ENT says who they are.

    The files of the person that are still kept are queued for them.
    """
    me = await desk.look(person_of, caller)
    return await desk.act(cause, caller, _export_all, await _children(desk, me))


async def document(desk: Desk, person: Person) -> bytes:
    """The export of a person as of now, as the document that is sent; raises `Unavailable` where the ENT is away."""
    caller = Caller(person.telegram_id or 0, person.telegram_id or 0, person.id, person.tongue)
    return as_document(await desk.see(caller, export, await _children(desk, person)))


def as_document(kept: Mapping[str, Any]) -> bytes:
    """An export as the document that is sent."""
    return json.dumps(kept, ensure_ascii=False, indent=2).encode()


async def later(desk: Desk, cause: str, caller: Caller) -> None:
    """Has the courier send the document, which is made anew when it goes."""
    me = await desk.look(person_of, caller)

    def queue(work: Work) -> None:
        outbox.export(work, me)
        work.trace(exported(me))

    await desk.once(f"export:{cause}", queue)


def exported(person: Person) -> Line:
    """The line of the audit that the person was given all that is kept about them."""
    school = person.places[0].id if person.places else ""
    return Line("export", person.id, level_of(person), account=person.account, school=school)


async def _children(desk: Desk, me: Person) -> Sequence[str]:
    try:
        account = await desk.directory.account(me.account)
    except Declined:  # the export is complete but for these acts
        account = None
    return account.children if account else ()


def _export_all(turn: Turn, children: Sequence[str]) -> dict[str, Any]:
    kept = export(turn, children)
    turn.work.trace(exported(turn.me))
    left = _FILES
    for message in exchange.by_author(turn.work, turn.me.id):
        telling.enclose(turn.work, turn.me, message.request, message.files[: max(left, 0)], "answered")
        left -= len(message.files)
    return kept


def export(turn: Turn, children: Sequence[str] = ()) -> dict[str, Any]:
    """All that is kept about the person: who they are here, their requests with answers, words, files and acts.

    `children` are the accounts of their children, of which only the acts are told.
    """
    work, me = turn.work, turn.me
    found = requests.of_person(work, me, None, _MOST)
    asked = [one for one in found if me.id in (one.requester, one.filer)]
    mine = exchange.by_author(work, me.id)
    own = {one.number for one in asked}
    on_me = [_act(one, account="child" if one.account in children else "mine") for one in _on(work, me, children)]
    return {
        **_identity(work, turn.policy, me),
        "requests": [_request(work, turn.policy, me, one) for one in asked],
        "follows": [{"number": one.number, "status": one.status.value} for one in found if one not in asked],
        "messages": [_message(one, _unnamed(work, one, own)) for one in mine],
        "files": [_file(file) | {"request": message.request} for message in mine for file in message.files],
        "acts_on_accounts": on_me,
        "interventions": [_act(one) for one in interventions.of_person(work, me.id)],
        "announcements": [_announcement(one) for one in announcements.by_author(work, me.id)],
        "consents": [_consent(one, me) for one in (*consents.of(work, me.id), *consents.by(work, me.id))],
        "events": [
            {"act": row.act, "request": row.request, "at": _moment(row.at)} for row in requests.done_by(work, me.id)
        ],
        "inline_results": [
            {"shown_to": "me" if mine else "an agent", "last_shown": _moment(at)}
            for mine, at in pointers.shown(work, me.id, me.account)
        ],
        "journal": [_traced(turn.policy, me, own, line) for line in _journal(work, me, own)],
    }


def _identity(work: Work, policy: Policy, me: Person) -> dict[str, Any]:
    names = {one.id: one.name for place in me.places for one in (*place.above, place)}
    rights = [(policy.levels[role.level].name, role.structure) for role in me.roles]
    return {
        "exported": _moment(work.now),
        "name": me.name,
        "login": me.login,
        "account": me.account,
        "profile": me.profile.value,
        "function": me.function,
        "telegram": me.telegram_id,
        "language": me.language,
        "charter": me.charter,
        "waits_for_a_yes": me.waits,
        "seen_in_ent": _moment(me.seen_at),
        "places": [_place(place) for place in me.places],
        "rights": [{"level": level, "id": at, "name": names.get(at, "")} for level, at in rights],
    }


def _announcement(spread: Spread) -> dict[str, Any]:
    when = {"starts": _moment(spread.starts_at), "ends": _moment(spread.ends_at)}
    return {"title": spread.title, "texts": dict(spread.texts), "school": spread.school_name, **when}


def _request(work: Work, policy: Policy, me: Person, request: Request) -> dict[str, Any]:
    """One request that the person asked for, with what was answered to them."""
    said = exchange.newest(work, request.number, _MOST, Voice.NOTE)
    heard = [one for one in said if one.author != me.id and one.voice in (Voice.ANSWER, Voice.QUESTION)]
    return {
        "number": request.number,
        "for_somebody_else": request.requester != me.id,
        "category": request.category,
        "status": request.status.value,
        "place": _place(request.place),
        "created": _moment(request.created_at),
        "updated": _moment(request.updated_at),
        "resolved": _moment(request.resolved_at),
        "closed": _moment(request.closed_at),
        "asked_for": {name: fact for name, fact in particulars.of(work, request.number).items() if name != "account"},
        "answers": [_answer(work, policy, me, request, one) for one in heard],
    }


def _answer(work: Work, policy: Policy, me: Person, request: Request, message: Message) -> dict[str, Any]:
    author = people.by_id(work, message.author)
    level = max((role.level for role in author.roles), default=Level.SCHOOL) if author else Level.SCHOOL
    signed = policy.levels[level].name
    family = message.author in (request.requester, request.filer)
    said = _message(message, _without(message.text, [author] if author else [], me).replace(ERASED, signed))
    return said | {"from": "family" if family else signed, "kind": message.voice.value}


def _unnamed(work: Work, message: Message, own: Iterable[int]) -> str:
    """What the person wrote: in a request of theirs as it is; in another, without the name of whom it is about."""
    if message.request in own:
        return message.text
    if message.voice is Voice.ACT:
        return message.text.partition(" ")[0]
    request = requests.load(work, message.request)
    ids = {one for one in (request.requester, request.filer) if one} if request else set()
    return _without(message.text, list(people.named(work, ids).values()), None)


def _without(text: str, persons: Iterable[Person], but: Person | None) -> str:
    """The text without the names of these people."""
    for one in persons:
        if not one.erased:
            others = (but.name,) if but else ()
            text = Traces(one.name, one.login, one.account, "", others, ERASED, ERASED).text(text, near=False)
    return text


def _on(work: Work, me: Person, children: Sequence[str]) -> list[Intervention]:
    return interventions.on_accounts(work, [me.account, *children])


def _act(act: Intervention, **more: Any) -> dict[str, Any]:
    said = {"act": act.act, "state": act.state.value, "request": act.request}
    return {**said, "at": _moment(act.at), "ended": _moment(act.ended_at), **more}


def _consent(answer: Answer, me: Person) -> dict[str, Any]:
    """What was answered about the person, or by them about a pupil; the other one is not named."""
    part = "school" if answer.school else "parent"
    said = {"about": "me" if answer.child == me.id else "a pupil", "by": part, "says": answer.says.value}
    return said | {
        "on_the_phone_of_the_pupil": answer.shared,
        "charter": answer.charter,
        "at": _moment(answer.at),
        "asked_again": _moment(answer.again_at),
    }


def _journal(work: Work, me: Person, own: Collection[int]) -> list[Written]:
    """The lines of the audit that can be read: of what the person did, and of who did or saw what is theirs."""
    return [line for line in journal.concerning(work, me.id, me.account, own, _MOST) if not line.unreadable]


def _traced(policy: Policy, me: Person, own: Collection[int], line: Written) -> dict[str, Any]:
    """A line of the audit: what the person did, what was done about their account, or who saw what is theirs.

    Whoever else did it is told by the level at which they answer, never by name.
    """
    mine = line.person == me.id
    said = {"act": line.act, "request": line.request, "at": _moment(line.at), "by_me": mine}
    if mine:
        return said | {"about_me": line.account == me.account}
    return said | {"about_me": line.account == me.account or line.request in own, "by": _level(policy, line.level)}


def _level(policy: Policy, level: int | None) -> str:
    """The name of a level; empty for none."""
    return next((tier.name for tier in policy.levels.values() if int(tier.level) == level), "")


def _message(message: Message, text: str) -> dict[str, Any]:
    files = [plain(file.name) or file.kind for file in message.files]
    said = {
        "request": message.request,
        "at": _moment(message.at),
        "text": text.replace(FORWARDED, ""),
        "files": files,
    }
    said |= {"forwarded": True} if FORWARDED in text else {}
    return said | ({"edited": _moment(message.edited_at)} if message.edited_at else {})


def _file(file: Attachment) -> dict[str, Any]:
    return {"name": plain(file.name), "kind": file.kind, "type": file.mime, "size": file.size}


def _place(place: Structure) -> dict[str, str]:
    return {"id": place.id, "name": place.name, "kind": place.kind.value}


def _moment(moment: datetime | None) -> str:
    return moment.isoformat() if moment else ""
