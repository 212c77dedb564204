"""Gathers from the ENT those whom sheets are for, and makes their sheets of it, without asking for each account."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from bot.ent.directory import Query, Reason
from bot.storage import people, tokens
from bot.storage.handouts import Handout
from bot.storage.work import Work
from bot.terms import Account, Declined, Kind, Person, Profile, Sheet, Structure, Unavailable, Way
from bot.workflows.desk import Desk
from bot.workflows.rules import consent
from bot.workflows.rules.consent import Consent
from bot.workflows.rules.meaning import each
from bot.workflows.rules.sheets import choosing
from bot.workflows.rules.sheets.choosing import Chosen

_PAGE = 500  #: accounts asked for in one go
CLASS, PROFILE, ACCOUNT, SCHOOL = "class", "profile", "account", "school"  #: what sheets may be asked for


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody asks for: whose sheets, and in which form."""

    kind: str  #: `CLASS`, `PROFILE`, `ACCOUNT` or `SCHOOL`
    key: str = ""  #: of the classes, as `meaning.together` has them; identifier of the account, value of the profile
    name: str = ""  #: of the classes; empty otherwise: nothing of a person's is kept
    everybody: bool = False  #: also those who are linked already
    form: str = "pdf"
    profile: str = ""  #: of classes, only those of that profile; empty for all

    @property
    def scope(self) -> dict[str, str]:
        """As `handouts.Handout` has it."""
        narrowed = {PROFILE: self.profile} if self.profile else {}
        return {} if self.kind == SCHOOL else {self.kind: self.key} | narrowed

    @property
    def told(self) -> dict[str, str]:
        """The facts by which sentences say whose sheets they are."""
        return told(self.scope, self.name)

    def packed(self) -> dict[str, Any]:
        """As plain values, for the records: `Wanted(**packed)` reads them back."""
        return asdict(self)


def told(scope: Mapping[str, str], name: str) -> dict[str, str]:
    """The facts of a scope, with the name of its classes or person: `both` where it is a profile within classes."""
    kinds = [kind for kind in (ACCOUNT, CLASS, PROFILE) if kind in scope]
    return {
        "scope": "both" if len(kinds) > 1 else (kinds or [SCHOOL])[0],
        "name": name,
        "profile": scope.get(PROFILE, ""),
    }


@dataclass(frozen=True, slots=True)
class Gathered:
    """Those who get a sheet, and what is known of all who were found."""

    chosen: Chosen
    languages: Mapping[str, str]  #: of sheets, by account
    names: Mapping[str, str]  #: of all accounts found, by identifier
    waiting: int  #: how many of them have an unused sheet already, which becomes void
    young: frozenset[str]  #: those for whom somebody must say yes before they may write here
    bounds: Consent  #: who says it, and until which age


async def gather(desk: Desk, me: Person | None, school: str, wanted: Wanted) -> Gathered:
    """Those of the school whose sheets are wanted, now; `me` is who asks, None for an operator.

    Raises what the ENT declines.
    """
    found = await _found(desk, school, wanted)
    ids = [account.id for account in found]

    def write(work: Work) -> Gathered:
        known = [one for one in people.of_accounts(work, ids) if one.telegram_id is not None]
        spoken = {one.account: one.language for one in known}
        chosen = choosing.choose(me, found, spoken, wanted.everybody)
        waiting = tokens.waiting(work, [one.id for one in chosen.accounts], Way.SHEET)
        names = {account.id: account.name for account in found}
        bounds = desk.policy.consent
        young = frozenset(one.id for one in chosen.accounts if consent.below(one, work.now, bounds))
        return Gathered(chosen, choosing.languages(found, spoken), names, waiting, young, bounds)

    return await desk.look(write)


async def codes(desk: Desk, school: str, accounts: Sequence[Account]) -> Mapping[str, str]:
    """By identifier, the activation codes of those of the accounts never activated; the ENT is asked once."""
    never = [one.id for one in accounts if not one.activated and not one.federated]
    if len(never) != 1:
        return await desk.directory.activation_codes(school, never) if never else {}
    try:
        return {never[0]: await desk.directory.activation_code(never[0])}
    except Declined as no:
        if no.reason not in (Reason.ACTIVE, Reason.FEDERATED, Reason.GONE, Reason.DELETED, Reason.FORBIDDEN):
            raise
        return {}


async def open_codes(desk: Desk, handout: Handout) -> int | None:
    """How many sheets of that handout bear an activation code that is still good: of accounts never activated.

    None where nobody can tell: the ENT does not, or whom the sheets were for is not kept any more.
    """
    if handout.way is not Way.SHEET:
        return 0
    known = await desk.look(tokens.of_handout, handout.id)
    if len(known) + handout.used < handout.accounts:
        return None
    try:
        return len(await desk.directory.activation_codes(handout.school, known))
    except (Declined, Unavailable):
        return None


async def children(desk: Desk, gathered: Gathered) -> Mapping[str, str]:
    """The names of the children of those who get a sheet, by identifier, as far as the ENT's lists tell them."""
    wanted = {child for one in gathered.chosen.accounts for child in one.children} - gathered.names.keys()
    others = await desk.directory.accounts(sorted(wanted)) if wanted else []
    return {**gathered.names, **{one.id: one.name for one in others}}


def sheets(
    gathered: Gathered,
    wanted: Wanted,
    place: Structure,
    links: Mapping[str, str],
    codes_: Mapping[str, str],
    names: Mapping[str, str],
    days: tuple[date, date],
) -> list[Sheet]:
    """A sheet for each account that has a link; `days` are the day of the making, and the links' last one."""
    made, until = days
    return [
        Sheet(
            first_name=one.first_name,
            last_name=one.last_name,
            login=one.login,
            profile=one.profile,
            school=place.name,
            made=made,
            link=links[one.id],
            code=codes_.get(one.id, ""),
            classes=_classes(one, place, wanted),
            children=tuple(names[child] for child in one.children if child in names),
            language=gathered.languages.get(one.id, "fr"),
            until=until,
            consent=consent.says_yes(gathered.bounds) if one.id in gathered.young else "",
            age=gathered.bounds.age,
        )
        for one in gathered.chosen.accounts
        if one.id in links
    ]


def _classes(account: Account, place: Structure, wanted: Wanted) -> tuple[str, ...]:
    """The names of the account's classes in that school; first one whose sheets are wanted."""
    ours = [at for at in account.classes if at.ancestor(Kind.SCHOOL) in (place, None)]
    return tuple(at.name for at in sorted(ours, key=lambda at: at.id not in each(wanted.key)))


async def _found(desk: Desk, school: str, wanted: Wanted) -> list[Account]:
    """The accounts of the school that are wanted, each once."""
    if wanted.kind == ACCOUNT:
        account = await desk.directory.account(wanted.key)
        return [account] if account is not None and school in {place.id for place in account.places} else []
    scope = wanted.scope
    query = Query(
        classes=frozenset(each(scope.get(CLASS, ""))),
        profiles=frozenset({Profile(scope[PROFILE])} if PROFILE in scope else ()),
    )
    found, after = dict[str, Account](), ""
    while True:
        page = await desk.directory.search(query, [school], _PAGE, after)
        found |= {account.id: account for account in page.accounts}
        if not (after := page.after):
            return list(found.values())
