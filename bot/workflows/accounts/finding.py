"""Finds the accounts that somebody names: by a login, by the beginning of a name, by a button."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import takewhile

from bot.cutting import initial
from bot.ent.directory import Reason
from bot.folding import fold
from bot.storage import pointers
from bot.terms import Account, Button, Declined, Notice, Person, Refusal, Structure
from bot.workflows import looks, search
from bot.workflows.conversations import keeping
from bot.workflows.desk import Caller, Desk, Turn, not_confirmed, unconfirmed
from bot.workflows.people import rights
from bot.workflows.rules import naming, spelling
from bot.workflows.rules.accounts import administration

WAITING = "whom:"  #: prefix of the names of the conversations that ask for an account
MOST = 8  #: accounts offered to choose from
_MOST_WORDS = 4  #: of what was typed, the most words that are tried as a name
_BY_ME: Mapping[str, Person] = {}
_CANCEL = (Button("cancel"),)


async def administrator(desk: Desk, caller: Caller) -> Person:
    """As `up_to_date`; refused where the person administers nothing."""
    me = await up_to_date(desk, caller)
    try:
        administration.scopes(me)
    except Refusal as refusal:
        refusal.language = me.tongue
        if await desk.look(unconfirmed, desk.policy, caller):
            raise not_confirmed(me) from refusal
        raise
    return me


async def up_to_date(desk: Desk, caller: Caller) -> Person:
    """The person who speaks, whose rights the ENT said lately, as `rights.renew` has it.

    Ends a conversation that was waiting for the name of an account.
    """
    await rights.renew(desk, caller)
    me, waiting = await desk.see(caller, lambda turn: (turn.me, _waits(turn)))
    if waiting:
        await desk.put(keeping.leave, caller)
    return me


async def named(desk: Desk, me: Person, typed: str) -> list[Account]:
    """The accounts that the person administers and that fit the typed words: the one with that login, else by name.

    By name, at most `MOST` + 1 of them; empty where there is none. « moi » is the person's own account.
    """
    if pointers.is_one(typed):
        aimed_at = await desk.look(pointers.aim, me.id, typed)
        return await _seen(desk, me, aimed_at) if aimed_at is not None else []
    exact = await desk.directory.by_login(typed)
    if exact is not None and administration.sees(me, exact):
        return [await one(desk, me, exact.id)]
    if spelling.oneself(typed) and (own := await _seen(desk, me, me.account)):
        return own
    within = administration.scopes(me)
    found = await search.called(desk.directory, typed, within, MOST + 1)
    if len(found) == 1:  # the ENT's list may say less of an account than the ENT does when asked for one
        return [await one(desk, me, found[0].id)]
    if found:
        await desk.look(looks.at_accounts, desk.policy, me, ["named", fold(typed)], found[:MOST], within[0])
    return found


def readings(typed: str) -> list[str]:
    """The names that the first of these words may be, the longest first; what stands behind the name is left out."""
    parts = typed.split()
    return [" ".join(parts[:taken]) for taken in range(min(len(parts), _MOST_WORDS), 0, -1)]


async def first_named(desk: Desk, me: Person, typed: str) -> tuple[list[Account], str, str]:
    """The accounts that as many of the first words as possible fit, these words, and the words behind them.

    Without any account where no reading of the first words fits one; then the name ends before a word with a figure,
    as of a class.
    """
    for name in readings(typed):
        if found := await named(desk, me, name):
            return found, name, " ".join(typed.split()[len(name.split()) :])
    return [], before_figures(typed), ""


def before_figures(typed: str) -> str:
    """The first word, and those behind it up to one with a figure in it."""
    first, *others = typed.split() or [""]
    return " ".join([first, *takewhile(lambda word: not any(map(str.isdigit, word)), others)])


async def _seen(desk: Desk, me: Person, account_id: str) -> list[Account]:
    try:
        return [await one(desk, me, account_id)]
    except Refusal:
        return []


async def one(desk: Desk, me: Person, account_id: str) -> Account:
    """The account with that identifier, or to which that pointer of the person's leads.

    Refused, with the same words, if it is gone or the person may not see it; and for a pointer that is not theirs.
    """
    if pointers.is_one(account_id):
        aimed_at = await desk.look(pointers.aim, me.id, account_id)
        if aimed_at is None:  # not for this person, or of long ago
            raise Refusal("old-button")
        account_id = aimed_at
    account = await whoever(desk, account_id)
    if not administration.sees(me, account):
        raise Refusal("no-account", name="")
    await desk.look(looks.at_account, desk.policy, me, account)  # whatever is asked next names it
    return account


async def whoever(desk: Desk, account_id: str) -> Account:
    """The account as the ENT tells it now, whether or not somebody may see it: whoever calls this decides that.

    Refused where it is gone, or out of the bot's sight, so that nobody here administers it.
    """
    try:
        account = await desk.directory.account(account_id)
    except Declined as no:
        if no.reason != Reason.FORBIDDEN:
            raise
        account = None
    if account is None:
        raise Refusal("no-account", name="")
    return account


async def own_schools(desk: Desk, me: Person) -> list[Structure]:
    """The schools that the person administers themselves; a `Refusal` where there is none."""
    known = {place.id: place for place in me.places}
    found = []
    for school in administration.own_schools(me):
        place = known.get(school) or await desk.directory.structure(school)
        if place is not None:
            found.append(place)
    if not found:
        raise Refusal("school-administrators-only")
    return found


async def near_schools(desk: Desk, me: Person) -> list[Structure]:
    """The schools that the person administers, themselves or right above them, by name; refused without any."""
    found = await desk.directory.schools(administration.near(me))
    if not found:
        raise Refusal("school-administrators-only")
    return found


def choose(
    me: Person,
    action: str,
    typed: str,
    found: Sequence[Account],
    request: int | None = None,
    seen_by: Mapping[str, Person] = _BY_ME,
) -> Notice:
    """Offers these accounts, each as a button with that action; where there is none, says so.

    `seen_by` has, by the identifier of an account, who acts on it in place of `me`: another account of their owner's.
    """
    if not found:
        return Notice("nobody_found", {"words": typed}, (_CANCEL,), me.tongue)
    lines = []
    across = naming.across(me) or bool(seen_by)
    named = [naming.ours(seen_by.get(one.id, me), [one])[0] for one in found]
    for account, words in zip(found[:MOST], naming.labels(named, across), strict=False):
        whose = seen_by.get(account.id, me)
        lines.append(Button(action, target(account.id, request), whose.id, words=words, once=action != "account"))
    facts = {"words": typed, "more": len(found) > MOST}
    return Notice("choose_account", facts, (*((button,) for button in lines), _CANCEL), me.tongue)


def target(account_id: str, request: int | None = None) -> str:
    """The target of a button about an account: the number of the request it helps with, if any, and the account."""
    return f"{request or ''}:{account_id}"


def aimed(typed: str) -> tuple[int | None, str]:
    """The request (or None) and the account of a button's target; refused for what `target` did not write."""
    number, colon, account = typed.partition(":")
    if not colon or not account or (number and not (number.isascii() and number.isdecimal() and len(number) < 10)):
        raise Refusal("old-button")
    return int(number) if number else None, account


def shy(account: Account) -> str:
    """An account's first name and initial: no message shows a code beside a full name."""
    return f"{account.first_name} {initial(account.last_name)}." if account.last_name else account.first_name


def _waits(turn: Turn) -> bool:
    under_way = keeping.pile(turn.work, turn.caller)
    return bool(under_way) and under_way[0]["step"].startswith(WAITING)
