"""Adults: the same person only by names and something else that strangers do not share; tied to the children named.

Joins are never chained. Three rows of one name, of which the second shares a mail with the first and an address with
the third, stay three accounts: the first and the third may be strangers.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from bot.ent.embedded.feeding.chaining import is_chained, part
from bot.ent.embedded.feeding.children import Children, Named
from bot.ent.embedded.feeding.doubles import note_adults
from bot.ent.embedded.feeding.identity import Adult, identify, is_near
from bot.ent.embedded.feeding.known import Known, of_adult
from bot.ent.embedded.feeding.renaming import Renaming
from bot.ent.embedded.feeding.work import Work, about
from bot.terms import Profile
from bot.terms.feed import AdultRecord, Verdict


def feed_adults(work: Work) -> None:
    """Finds or makes the account of each adult of the files, and ties it to its children; says what is not sure."""
    children = Children(work)
    _tie_arrived(work, children)
    renaming = Renaming(work, [of_adult(row, work.now) for row in work.feed.adults], Profile.RELATIVE)
    by_name: dict[str, list[Known]] = defaultdict(list)
    for known in work.place.of(Profile.RELATIVE):
        for key in known.keys:
            by_name[key].append(known)
    for adults in _adults(work, children):
        accounts = by_name[adults[0].brought.key]
        for known in [one for one in accounts if one.fresh]:
            chained = [adult for adult in adults if is_chained(work, known, adult.brought)]
            for adult in chained:
                adult.alike = True
            accounts += part(work, known) if chained else ()
        identify(work, adults, accounts)
        _rename(work, renaming, adults, accounts)
        _take_all(work, adults, accounts)
        note_adults(work, [*accounts, *(adult.known for adult in adults if adult.known is not None)])
        for adult in adults:
            if adult.namesake and not (adult.known is not None and work.is_doubled(adult.known)):
                work.say(adult.row.spot, Verdict.NOTED, "adult-namesake", about(adult.row))
    renaming.note()


def _rename(work: Work, renaming: Renaming, adults: list[Adult], accounts: list[Known]) -> None:
    """Gives each adult to whom no account of their names is near the one that had another part of a double name."""
    for adult in adults:
        near = any(is_near(work, adult, one) for one in accounts)
        if adult.known is not None or adult.alike or near or not adult.named:
            continue
        adult.known = renaming.known(adult.brought, Profile.RELATIVE, adult.named.sure.keys())
        if adult.known is not None:
            adult.namesake = False
            reason = renaming.reason(adult.known, adult.brought)
            work.say(adult.row.spot, Verdict.NOTED, reason, about(adult.row), before=adult.known.name)


def _adults(work: Work, children: Children) -> Iterator[list[Adult]]:
    """The adults of the files, those of one name together, in an order that does not depend on that of the rows."""
    by_name: dict[str, list[Adult]] = defaultdict(list)
    for row in sorted(work.feed.adults, key=_order):
        adult = Adult([row], of_adult(row, work.now), children.meant(row))
        by_name[adult.brought.key].append(adult)
    for key in sorted(by_name):
        yield list(_joined(work, by_name[key]))


def _order(row: AdultRecord) -> tuple[object, ...]:
    home = row.address
    where = (home.street, home.postcode, home.town, row.email, row.mobile, row.home_phone, row.work_phone)
    return row.last_name, row.first_name, row.external_id, where, repr(row.children), row.spot


def _joined(work: Work, adults: list[Adult]) -> Iterator[Adult]:
    """The adults with the rows joined that share something all with each other."""
    for one in adults:
        if any(other is not one and one.stands_beside(other) and not one.shares(other) for other in adults):
            work.say(one.row.spot, Verdict.NOTED, "adult-same-child", about(one.row))
    left = list(adults)
    while left:
        group, grown = [left.pop(0)], True
        while grown:
            near = [one for one in left if any(one.shares(other) for other in group)]
            group += near
            left = [one for one in left if one not in near]
            grown = bool(near)
        if all(one.shares(other) for one, other in combinations(group, 2)):
            yield _merged(group)
        else:
            for one in group:
                one.alike = True
                work.say(one.row.spot, Verdict.NOTED, "adult-alike", about(one.row))
                yield one


def _merged(group: list[Adult]) -> Adult:
    """One adult of several rows: what the first leaves empty, the others fill in."""
    first = group[0]
    for other in group[1:]:
        first.rows += other.rows
        first.named.keys |= other.named.keys
        first.named.sure |= other.named.sure
        first.named.maybe |= other.named.maybe
        first.named.awaited += other.named.awaited
        first.named.refused |= other.named.refused
        first.brought = first.brought.filled(other.brought)
    return first


def _take_all(work: Work, adults: list[Adult], accounts: list[Known]) -> None:
    """Takes what the rows of one name say; once more where an account that might be several rows' is now one's."""
    for adult in adults:
        _take(work, adult)
    if accounts and any(adult.known is None for adult in adults):
        identify(work, adults, accounts)
        for adult in adults:
            _take(work, adult)


def _take(work: Work, adult: Adult) -> None:
    """Writes what the rows say into the account, making it if the adult has a child that is known or held.

    An account that other schools' files brought becomes this one's in the same way: in whatever order they come.
    """
    if not adult.named and (adult.known is None or work.place.id not in adult.known.brought):
        if not adult.named.refused:
            work.say(adult.row.spot, Verdict.NOTED, "no-child", about(adult.row))
        return
    if adult.known is None and adult.twins:  # one of them is theirs: another account would be one too many
        for twin in adult.twins:
            work.see(twin, adult.row.spot)
        return
    known = adult.known = adult.known or work.make(adult.row.first_name, adult.row.last_name, Profile.RELATIVE)
    if known.leaving:  # complete files of wherever else the feed had attached them said that they are there no more
        known.part(one for one in list(known.attached) if one != work.place.id)
        for other in known.brought.keys() - {work.place.id}:
            del known.brought[other]
    work.bring(known, adult.brought)
    _tie(work, known, adult.named)
    work.awaited[known.id] = sorted({one.key: one for one in adult.named.awaited}.values(), key=lambda one: one.key)
    work.see(known, adult.row.spot)


def _tie(work: Work, known: Known, named: Named) -> None:
    """Ties the account to the children of its rows; complete files end what earlier ones tied here, and they do not.

    Other files may be of one class, and leave out brothers and sisters.
    """
    if work.options.complete:
        work.untie(known, named.sure.keys() | named.maybe.keys())
    for child in named.sure:
        known.children.setdefault(child, True)
    known.stay()


def _tie_arrived(work: Work, children: Children) -> None:
    """Ties relatives to the children they awaited, and that have an account now."""
    for relative, awaited in work.awaited.items():
        known = work.place.people.get(relative)
        for one in list(awaited):
            child = children.arrived(one)
            if known is not None and child is not None and not known.by_hand:
                awaited.remove(one)
                known.children.setdefault(child.id, True)
                known.stay()
