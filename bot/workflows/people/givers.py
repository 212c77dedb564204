"""Givers: whoever gave a link is told what became of it where it did not reach its person, and may give another."""

from __future__ import annotations

from bot.storage import handouts, interventions, outbox, people
from bot.storage.tokens import Token
from bot.storage.work import Work
from bot.terms import Account, Button, Kind, Level, Notice, Person, Role, Way
from bot.workflows.rules.accounts.administration import GIVE_LINKS, administers

GIVE = "give_link"  #: the name of the act in the audit
_TOLD = frozenset({Way.GIVEN, Way.SHEET, Way.MESSAGE})  #: the ways of links that an agent gave


def tell(work: Work, token: Token, account: Account | Person | None, why: str, but: int | None = None) -> bool:
    """Tells whoever gave that link why it does not serve its person, with a button for another; whether it told any.

    The reasons: `written` in words, or where `others` read; on a lost `phone`; `not_me`, said by whoever opened it;
    `kept`, since who is linked keeps the account. Where the giver reads nothing here any more, or nothing of that
    account, the desk of its school is told. The `account` is None where nobody knows whose it is now; the Telegram
    account `but` is not told.
    """
    readers = [one for one in _readers(work, token, account) if one.telegram_id != but]
    for reader in readers:
        known = account is not None
        facts = {"name": account.name if account is not None else "", "known": known, "why": why}
        facts["way"] = token.way.value
        row = (Button("link", f":{token.account}", reader.id, style="primary"),)
        outbox.tell(work, reader, Notice("link_missed", facts, (row,)))
    return bool(readers)


def _readers(work: Work, token: Token, account: Account | Person | None) -> list[Person]:
    if token.way not in _TOLD:
        return []
    handout = handouts.by_id(work, token.handout) if token.handout is not None else None
    act = interventions.newest(work, GIVE, token.account) if token.way is Way.GIVEN else None
    by = handout.person if handout is not None else act.person if act is not None else None
    giver = people.by_id(work, by) if by is not None else None
    if giver is not None and giver.telegram_id is not None and not giver.barred and _gives(giver, account):
        return [giver]
    schools = [place.id for place in account.places if place.kind is Kind.SCHOOL] if account is not None else []
    schools = schools or [handout.school if handout is not None else act.school if act is not None else ""]
    found = [one for school in schools for one in people.at_desk(work, Role(Level.SCHOOL, school))]
    return list({one.id: one for one in found if not one.barred and one.account != token.account}.values())


def _gives(giver: Person, account: Account | Person | None) -> bool:
    """Whether they may give that account a link; of one that nobody knows, whether they may give any."""
    near = any(role.level in GIVE_LINKS for role in giver.roles)
    return near and (account is None or any(administers(giver, place) for place in account.places))
