"""People: linking an ENT account to Telegram, the charter, which account speaks, language, one's own data."""

from __future__ import annotations

import hashlib
import logging
import secrets
from datetime import timedelta
from typing import Any

from bot.ent.directory import Reason
from bot.storage import drafts, exchange, interventions, outbox, people, requests, searches
from bot.storage.drafts import Draft
from bot.storage.work import Work
from bot.terms import Account, Act, Button, Declined, Notice, Person, Refusal, Status
from bot.workflows.declaring import Chore, Command, Lane, Noun
from bot.workflows.desk import Caller, Desk, Turn, person_of
from bot.workflows.policy import Policy
from bot.workflows.requests import telling
from bot.workflows.requests.events import RELEASED, WITHDRAWN
from bot.workflows.rules.pace import Admission
from bot.workflows.rules.requests.lifecycle import Case, fire

log = logging.getLogger(__name__)

LANGUAGES = ("fr", "en")
ERASED = "[effacé]"


def admit(desk: Desk, telegram_id: int, album: str = "") -> Admission:
    """Whether that Telegram account may say one more thing just now."""
    if not desk.policy.limits:
        return Admission.ADMIT
    return desk.pace.admit(telegram_id, desk.clock().timestamp(), album)


async def issue_token(desk: Desk, login: str) -> tuple[Account, str]:
    """The account of that login, and a one-time token that links it; refused where the ENT has no such account."""
    account = await desk.directory.by_login(login)
    if account is None:
        raise Refusal("no-account", name=login)
    token = secrets.token_urlsafe(24)

    def write(work: Work) -> None:
        people.add_token(work, _digest(token), account.id, work.now + desk.policy.token_life)
        requests.write_event(work, None, None, "token", {"account": account.id})

    await desk.do(f"token:{_digest(token)}", write)
    return account, token


async def present(desk: Desk, cause: str, caller: Caller, token: str) -> Notice:
    """Shows the charter of the account that the token opens; the token is used up only when it is accepted."""
    digest = _digest(token)
    account_id = await desk.look(people.token_account, digest)
    if account_id is None:
        raise Refusal("bad-token")
    account = await desk.directory.account(account_id)
    if account is None:
        raise Refusal("account-gone")

    def write(work: Work) -> Notice:
        person = people.know(work, account)
        drafts.save(work, caller.chat_id, caller.telegram_id, Draft("charter", {"token": digest}))
        return charter(desk, person, caller.language, accept=True)

    return await desk.do(cause, write)


async def accept(desk: Desk, cause: str, caller: Caller) -> Notice:
    """Accepts the charter shown last: links the account of the token, or goes on with a newer charter."""

    def write(work: Work) -> Notice:
        draft = drafts.load(work, caller.chat_id, caller.telegram_id)
        if draft is None or draft.step != "charter":
            return _accept_again(desk, work, caller)
        drafts.drop(work, caller.chat_id, caller.telegram_id)
        account_id = people.token_account(work, draft.data["token"])
        person = people.by_account(work, account_id) if account_id else None
        if person is None or not people.use_token(work, draft.data["token"]):
            raise Refusal("bad-token")
        return link(desk.policy, work, person, caller)

    return await desk.do(cause, write)


def link(policy: Policy, work: Work, person: Person, caller: Caller) -> Notice:
    """Links the person to the caller's Telegram account, where it speaks from now on."""
    if person.telegram_id not in (None, caller.telegram_id):
        outbox.tell(work, person, Notice("unlinked_elsewhere", {"name": person.name}))
    for other in people.of_telegram(work, caller.telegram_id):
        people.change(work, other, speaking=False)
    version = policy.charters[person.profile].version
    language = caller.language if caller.language in LANGUAGES else "fr"
    values: dict[str, Any] = {"speaking": True, "reachable": True, "charter": version, "language": language}
    people.change(work, person, telegram_id=caller.telegram_id, **values)
    people.join_desks(work, person)
    outbox.menu(work, person)
    requests.write_event(work, None, person.id, "link", {"charter": version})
    return Notice("linked", _identity(person), ((Button("new", "", person.id, style="primary"),),))


def enrol(work: Work, account: Account, caller: Caller, policy: Policy) -> None:
    """Links an account without a token, as an operator may for a world they make themselves."""
    link(policy, work, people.know(work, account), caller)


def accounts(turn: Turn) -> Notice:
    """Which accounts this Telegram account has, and which one speaks."""
    mine = people.of_telegram(turn.work, turn.caller.telegram_id)
    others = tuple((Button("speak_as", "", p.id, words=p.name),) for p in mine if p.id != turn.me.id)
    return Notice("accounts", _identity(turn.me) | {"others": len(others)}, others)


async def speak_as(desk: Desk, cause: str, caller: Caller) -> Notice:
    """Lets the account speak that the pressed button was made for."""

    def write(work: Work) -> Notice:
        chosen = person_of(work, caller)
        for person in people.of_telegram(work, caller.telegram_id):
            people.change(work, person, speaking=person.id == chosen.id)
        drafts.drop(work, caller.chat_id, caller.telegram_id)
        outbox.menu(work, chosen)
        return Notice("speaking", _identity(chosen))

    return await desk.do(cause, write)


def charter(desk: Desk, person: Person, language: str, accept: bool) -> Notice:
    """The charter of the person's profile."""
    terms = desk.policy.charters[person.profile]
    text = terms.text.get(language) or terms.text["fr"]
    facts = {"name": person.name, "profile": person.profile.value, "text": text, "version": terms.version}
    buttons = ((Button("accept", style="success"),),) if accept else ()
    return Notice("charter_to_accept" if accept else "charter", facts, buttons)


async def read_charter(desk: Desk, caller: Caller) -> Notice:
    """The charter that the person accepted, or the newer one to accept."""
    person = await desk.look(person_of, caller)
    newer = person.charter < desk.policy.charters[person.profile].version
    return charter(desk, person, person.language, accept=newer)


def speak_language(turn: Turn, code: str) -> Notice:
    """The language the bot speaks to this person; without a known code, the choice."""
    if code not in LANGUAGES:
        row = tuple(Button("language", known, turn.me.id) for known in LANGUAGES)
        return Notice("languages" if not code else "unknown_language", {"code": code}, (row,))
    people.change(turn.work, turn.me, language=code)
    outbox.menu(turn.work, turn.me)
    return Notice("language", {"code": code})


def my_data(turn: Turn) -> Notice:
    """What is kept about the person, with export and erasure."""
    said = exchange.by_author(turn.work, turn.me.id)
    filed = requests.of_person(turn.work, turn.me, None, 1000)
    facts = _identity(turn.me) | {"requests": len(filed), "messages": len(said)}
    row = (Button("export", "", turn.me.id), Button("erase", "", turn.me.id, style="danger"))
    return Notice("my_data", facts, (row,))


def export(turn: Turn) -> dict[str, Any]:
    """All that is kept about the person, as a document they can carry away (GDPR, article 20)."""
    filed = requests.of_person(turn.work, turn.me, None, 10_000)
    words = [
        {"request": m.request, "at": m.at.isoformat(), "text": m.text, "files": [f.name or f.kind for f in m.files]}
        for m in exchange.by_author(turn.work, turn.me.id)
    ]
    mine = [
        {"number": r.number, "category": r.category, "status": r.status.value, "created": r.created_at.isoformat()}
        for r in filed
    ]
    done = [
        {"act": act.act, "whom": act.whom, "why": act.why, "at": act.at.isoformat() if act.at else ""}
        for act in interventions.of_person(turn.work, turn.me.id)
    ]
    return (
        _identity(turn.me)
        | {"login": turn.me.login, "telegram": turn.me.telegram_id}
        | {
            "charter": turn.me.charter,
            "requests": mine,
            "messages": words,
            "interventions": done,
        }
    )


def erase_asked(turn: Turn) -> Notice:
    """Asks before erasing: it cannot be undone."""
    row = (Button("erase_now", "", turn.me.id, style="danger"), Button("cancel", "", turn.me.id))
    return Notice("erase_asked", _identity(turn.me), (row,))


def erase(turn: Turn) -> Notice:
    """Closes the person's requests, blanks their words, drops their files, and unlinks the account."""
    me, work = turn.me, turn.work
    for request in requests.of_person(work, me, None, 10_000):
        if request.requester == me.id and request.closed_at is None:
            locked = requests.load(work, request.number, to_change=True)
            assert locked is not None
            locked.status = Status.CLOSED
            locked.closed_at = locked.updated_at = work.now
            requests.save(work, locked)
            requests.write_event(work, locked.number, me.id, Act.WITHDRAW, {"erased": True})
            telling.spread(work, WITHDRAWN, locked, me, {})
    spoken = {message.request for message in exchange.by_author(work, me.id)}
    exchange.erase(work, me.id, ERASED)
    requests.forget_words(work, me.id)
    interventions.forget_words(work, me.id)
    outbox.forget_words(work, spoken, me.name, ERASED)
    drafts.drop_all(work, turn.caller.telegram_id)
    searches.drop(work, me.id)
    outbox.forget_chat(work, turn.caller.telegram_id, me.id)
    people.forget(work, me)
    _leave_desks(work, me)
    requests.write_event(work, None, me.id, "erase")
    return Notice("erased")


async def refresh(desk: Desk, limit: int = 50, older: timedelta = timedelta(hours=6)) -> int:
    """How many linked people were looked up in the ENT again, longest ago first: rights follow it within hours."""
    old = await desk.look(people.stale, desk.clock() - older, limit)
    for asked, person in enumerate(old):
        try:
            await ask_again(desk, person)
        except Declined as no:  # an ENT that does not answer says nothing about anybody's rights
            log.warning("The ENT does not say who has which rights: %s", no.reason)
            if no.reason != Reason.FORBIDDEN:  # which is about this one account: the others are asked about
                return asked
    return len(old)


async def ask_again(desk: Desk, person: Person) -> None:
    """Brings a person up to date with what the ENT says of them now; raises its `Declined`."""
    account = await desk.directory.account(person.account)
    await desk.once(f"refresh:{person.id}:{person.seen_at.isoformat()}", _refreshed, person, account)


def _refreshed(work: Work, person: Person, account: Account | None) -> None:
    if account is not None:
        person = people.know(work, account)
    else:
        people.forget(work, person)
    _leave_desks(work, person)


def _leave_desks(work: Work, person: Person) -> None:
    """Gives back to their desks the requests that the person may no longer treat: none stays with nobody."""
    for request in requests.held(work, person.id):
        if request.at not in person.roles:
            request.status = fire(Act.RELEASE, Case(request.status.value, work.now), request.number)
            request.holder, request.updated_at = None, work.now
            requests.save(work, request)
            requests.write_event(work, request.number, person.id, Act.RELEASE, {"left": True})
            telling.spread(work, RELEASED, request, person, {})


def _accept_again(desk: Desk, work: Work, caller: Caller) -> Notice:
    person = person_of(work, caller)
    version = desk.policy.charters[person.profile].version
    if person.charter >= version:
        raise Refusal("old-button")
    people.change(work, person, charter=version)
    requests.write_event(work, None, person.id, "link", {"charter": version})
    return Notice("charter_accepted", _identity(person))


def _identity(person: Person) -> dict[str, Any]:
    place = person.places[0].name if person.places else ""
    role = person.function or person.profile.value
    return {"name": person.name, "profile": person.profile.value, "function": role, "place": place}


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


NOUN = Noun(
    "people",
    commands=(Command("start", 1), Command("charte", 9), Command("langue", 10), Command("mesdonnees", 11)),
    chores=(Chore(Lane.ENT, refresh),),
)
