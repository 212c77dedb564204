"""Linking an ENT account to a Telegram account: a one-time token, the charter, then the link.

Who is linked keeps the account until they agree to give it up, or an agent issues a token to replace them.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from bot.ent.directory import Reason
from bot.storage import handouts, outbox, people, requests, tokens
from bot.storage.tokens import Token
from bot.storage.work import Work
from bot.terms import Account, Button, Declined, Notice, Person, Profile, Refusal, Way, tongue
from bot.workflows import refusing
from bot.workflows.conversations import keeping
from bot.workflows.desk import Caller, Desk, person_of
from bot.workflows.people import consents, givers, losing, opened, rights, spent, takingback, voiding
from bot.workflows.people.charters import accept_newer, changed, charter, understood
from bot.workflows.people.issuing import digest_of
from bot.workflows.people.speaking import LANGUAGES, facts_of, hand_over, others
from bot.workflows.policy import Policy
from bot.workflows.requests import returning

_MARK = 24  # digits of a token's hash
OVER = frozenset(
    {"old-token", "old-button", "sign-in-over", "link-not-open"}
)  #: refusals after which a charter's button leads nowhere


async def present(desk: Desk, cause: str, caller: Caller, token: str) -> Notice:
    """The charter of the token's account, to be accepted; the token is used up only then.

    Whose account it linked already reads which accounts speak here. Refused where the token is unknown, used, void or
    expired, the ENT no longer has its account, or does not show it.
    """
    return await present_kept(desk, cause, caller, digest_of(token))


async def present_kept(desk: Desk, cause: str, caller: Caller, digest: str) -> Notice:
    """As `present`, for the token with that hash."""
    found = await desk.look(tokens.of_digest, digest)
    if found is None:
        return await spent.present(desk, caller, digest)
    try:
        account = await desk.directory.account(found.account, await desk.look(_places, found), briefly=True)
    except Declined as no:
        raise _unanswered(no) from no
    if account is None:
        raise Refusal("account-gone")
    rights.refuse_link(account, caller.language)
    _refuse_agent(account, found)

    def write(work: Work) -> Notice:
        person = people.know(work, account)
        if (token := tokens.of_digest(work, digest)) is not None:
            tokens.show(work, token, caller.telegram_id)
        return _charter(desk, work, caller, person, found)

    return await desk.do(cause, write)


def _charter(desk: Desk, work: Work, caller: Caller, person: Person, token: Token) -> Notice:
    mark, here = mark_of(token.hash), people.speaking(work, caller.telegram_id)
    shown = charter(desk, person, caller.language, accept=True, token=mark, here=here)
    return replace(shown, buttons=(*shown.buttons, (Button("not_me", mark),)))


async def accept(desk: Desk, cause: str, caller: Caller, target: str) -> Notice:
    """Accepts a charter: links the account of the token whose mark the button has as its `target`.

    An account that is linked to another Telegram account may only be taken over where the token was issued to
    replace that one, or its owner agrees: they are asked, and the answer says so. Where there is no mark, a newer
    charter of an account that is linked already is accepted. A charter of which a newer version came into force since
    it was shown is shown anew. Refused where the token was used, is void or expired,
    or its charter was not shown to this Telegram account; and where the ENT, which is asked now, does not answer, has
    no such account, or says that it can no longer log in.
    """

    mark, read = understood(target)

    def write(work: Work) -> Notice:
        if not mark:
            return accept_newer(desk, work, caller, read)
        person, token = _opened(work, caller, mark)
        if read < desk.policy.charters[person.profile].version:
            return changed(_charter(desk, work, caller, person, token))
        if person.telegram_id not in (None, caller.telegram_id, token.replaces):
            return _ask_consent(work, person, token, caller)
        if not tokens.use(work, token.hash):
            raise spent.refusal(work, caller, mark)
        return link(desk.policy, work, person, caller, account, token.way is Way.SIGN_IN)

    account = await _asked(desk, await desk.look(_shown, caller, mark))
    said = await desk.do(cause, write)
    desk.stir()  # what was stranded at their desk is theirs now
    return said


async def consent(desk: Desk, cause: str, caller: Caller, mark: str, agrees: bool) -> Notice:
    """The answer of whoever is linked to the question whether another Telegram account may take the account over.

    That other one is linked, or told that it is not. Refused where the question is no longer open, and told why; with
    a yes, also as `accept` where the ENT says that the account can no longer log in.
    """

    def write(work: Work) -> Notice:
        person, token = person_of(work, caller), tokens.marked(work, mark)
        claimed = token is not None and token.account == person.account and token.claimed_by is not None
        if token is None or not claimed or not tokens.use(work, token.hash, links=agrees):
            raise spent.overtaken(work, person, mark)
        assert token.claimed_by is not None
        other = Caller(token.claimed_by, token.claimed_by, language=token.language)
        name, language = person.name, person.tongue
        said = Notice("consent_refused", {"name": name})
        if not agrees:
            givers.tell(work, token, person, "kept", caller.telegram_id)
        else:
            rights.refuse_link(person, caller.language)
            said = link(desk.policy, work, person, other, account, token.way is Way.SIGN_IN)
        outbox.say_later(work, other.chat_id, said, said.language or other.language)
        requests.write_event(work, None, person.id, "consent", {"agrees": agrees})
        return Notice("done_yielded" if agrees else "done_not_yielded", {"name": name}, language=language)

    account = await _asked(desk, await desk.look(_claimed, caller, mark)) if agrees else None
    said = await desk.do(cause, write)
    desk.stir()
    return said


def _opened(work: Work, caller: Caller, mark: str) -> tuple[Person, Token]:
    """The link with that mark, which is shown to the caller, and whose account it links; refused as `accept`."""
    token = tokens.marked(work, mark)
    person = people.by_account(work, token.account) if token is not None else None
    if token is None or person is None:
        raise spent.refusal(work, caller, mark)
    if not tokens.was_shown(token, caller.telegram_id):
        raise Refusal("link-not-open")
    _refuse_agent(person, token)
    rights.refuse_link(person, caller.language)
    return person, token


def _ask_consent(work: Work, person: Person, token: Token, caller: Caller) -> Notice:
    """Asks the Telegram account that is linked whether this one may take the account over; says so to this one."""
    if not tokens.claim(work, token, caller.telegram_id, caller.language):
        raise Refusal("old-token", expired=False, used=False)
    mark = mark_of(token.hash)
    row = (
        Button("yield_account", mark, person.id, once=True),
        Button("keep_account", mark, person.id, style="primary", once=True),
    )
    outbox.tell(work, person, Notice("consent_asked", {"name": person.name}, (row,)))
    requests.write_event(work, None, person.id, "claim")
    return Notice("consent_waited", {"name": person.name}, language=tongue(caller.language, person.profile))


def _refuse_agent(account: Account | Person, token: Token) -> None:
    """Refuses to link an account that administers something by a link that may have been made before it did.

    Whoever made a sheet, or was given a link for somebody else, must not come in with powers that came later.
    """
    if account.roles and token.way in (Way.SHEET, Way.GIVEN):
        raise Refusal("link-of-agent")


def _places(work: Work, token: Token) -> list[str]:
    """Where the account of the token was last known to be; the school of its handout too."""
    person = people.by_account(work, token.account)
    known = [place.id for place in person.places] if person is not None else []
    handed_out = handouts.by_id(work, token.handout) if token.handout is not None else None
    return known if handed_out is None else [*known, handed_out.school]


def _shown(work: Work, caller: Caller, mark: str) -> Person | None:
    """The person of the token with that mark whose charter was shown to the caller; None where it was not."""
    token = tokens.marked(work, mark)
    return people.by_account(work, token.account) if token and tokens.was_shown(token, caller.telegram_id) else None


def _claimed(work: Work, caller: Caller, mark: str) -> Person | None:
    """The caller's account that another Telegram account waits for with that token; None where none does."""
    token = tokens.marked(work, mark)
    person = people.by_account(work, token.account) if token and token.claimed_by is not None else None
    return person if person is not None and person.telegram_id == caller.telegram_id else None


async def _asked(desk: Desk, person: Person | None) -> Account | None:
    """What the ENT says now of the account that is about to be linked, however lately it was asked; None for nobody.

    None too for an account that is no pupil's nor a relative's. Refused where the ENT does not answer, or has it no
    more.
    """
    if person is None:
        return None
    try:
        account = await rights.ask_again(desk, person)
    except Declined as no:
        raise _unanswered(no) from no
    if account is None:
        raise Refusal("account-gone")
    return account if account.profile in (Profile.STUDENT, Profile.RELATIVE) else None


def _unanswered(no: Declined) -> Refusal:
    """What whoever holds a link reads where the ENT says nothing of its account."""
    return Refusal("account-unseen" if no.reason == Reason.FORBIDDEN else "link-later")


def link(
    policy: Policy, work: Work, person: Person, caller: Caller, account: Account | None, signed_in: bool = False
) -> Notice:
    """Links the person to the caller's Telegram account, where this person speaks from now on.

    What the ENT says of the `account` decides whether a pupil must wait for a yes; None where it says nothing.
    `signed_in` says whether its owner signed in to the ENT for it: the audit tells.
    """
    left, spoke = person.telegram_id, person.speaking
    version = policy.charters[person.profile].version
    language = caller.language if caller.language in LANGUAGES else "fr"
    values: dict[str, Any] = {"reachable": True, "charter": version, "language": language}
    values |= {"bot": work.bot, "heard_at": work.now}
    missed, waited = person.missed_since, person.waits
    voiding.void(work, person.account, but=caller.telegram_id)
    people.speak(work, person, telegram_id=caller.telegram_id, missed_since=missed if waited else None, **values)
    if left is not None and left != caller.telegram_id:
        _leave(work, left, person, spoke)
    people.join_desks(work, person)
    outbox.menu(work, person, told=True)
    opened.follow(work, policy, person, account, moved=left not in (None, caller.telegram_id))
    requests.write_event(work, None, person.id, "sign_in" if signed_in else "link", {"charter": version})
    rows = others(work, person)
    facts = facts_of(person) | {"others": len(rows)}
    if person.barred:
        return Notice("linked_barred", facts | {"waits": person.waits}, rows, person.tongue)
    if person.waits:
        return Notice("linked_waits", facts | {"from_whom": refusing.whom(work, person)}, rows, person.tongue)
    returning.arrive(work, person, person.roles, None if waited else missed, linked=True)
    return Notice("linked", facts, ((Button("new", "", person.id, style="primary"),), *rows), person.tongue)


def _leave(work: Work, chat: int, person: Person, spoke: bool) -> None:
    """Tells the chat where the account was linked before that it no longer is; what was queued there follows it.

    What the account was shown there is taken back.
    """
    takingback.take_back(work, person, chat, moved=True)
    losing.void_shown(work, person, chat)
    moved = Notice("unlinked_elsewhere", {"name": person.name, "agent": person.is_agent})
    outbox.say_later(work, chat, moved, person.tongue)  # to that chat, where they speak no more
    outbox.follow(work, person, chat)
    keeping.drop_of(work, Caller(chat, chat), person.id)
    hand_over(work, chat, person, spoke)


def enrol(work: Work, account: Account, caller: Caller, policy: Policy) -> None:
    """Links an account without a token: for the demo and for tests, which make their own people.

    Where a pupil needs a yes, it is that of an adult who was enrolled before them.
    """
    person = people.know(work, account)
    consents.enrolled(work, policy, person, account)
    link(policy, work, person, caller, account)


def mark_of(digest: str) -> str:
    """What the button of a charter carries of the hash of its token: nobody guesses it."""
    return digest[:_MARK]
