"""Whose account the rows of an adult are: what they share with each other, and with the accounts of one name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.ent.embedded.feeding.children import Named
from bot.ent.embedded.feeding.known import Brought, Known
from bot.ent.embedded.feeding.waiting import AMBIGUOUS
from bot.ent.embedded.feeding.work import Work, about
from bot.terms.feed import AdultRecord, Verdict


@dataclass(slots=True, eq=False)
class Adult:
    """One adult of the files: the rows that surely are theirs, what they say, and the children they name."""

    rows: list[AdultRecord]
    brought: Brought
    named: Named
    alike: bool = False  #: another row of these names shares something, but not with everyone who does
    twins: list[Known] = field(default_factory=list)  #: accounts of which the files said the same before
    known: Known | None = None
    namesake: bool = False  #: somebody else has these names, and has nothing in common that would join them

    @property
    def row(self) -> AdultRecord:
        return self.rows[0]

    def shares(self, other: Adult) -> bool:
        """Whether two rows of one name are surely one person's."""
        one, two = self.brought.external_id, other.brought.external_id
        if one and two:
            return one == two
        if self.brought == other.brought and self.row.children == other.row.children:
            return True  # the same row twice
        if self.stands_beside(other):
            return False
        held = [one for one in other.named.awaited if one.reason != AMBIGUOUS]
        return self.brought.shares(other.brought) or self.named.overlaps(other.named.sure, held)

    def stands_beside(self, other: Adult) -> bool:
        """Whether one file tells two of one name apart who have a child in common: a father and a grandfather."""
        one_file = self.row.spot.file == other.row.spot.file
        return one_file and self.named.meets(other.named) and self.brought.contradicts(other.brought)


def identify(work: Work, adults: list[Adult], accounts: list[Known]) -> None:
    """Finds the account of each adult of one name: the one whose data they are word for word, else the only one near.

    An account that is near to several adults, or an adult near to several accounts, is not joined.
    """
    place, fed = work.place.id, [one for one in accounts if not one.by_hand]
    near = {id(adult): [one for one in fed if is_near(work, adult, one)] for adult in adults}
    for adult in adults:
        adult.twins = [one for one in near[id(adult)] if one.brought.get(place) == adult.brought]
    for fits in (_has_just, _has_all, _has_said):
        _match(work, adults, fits)
    taken = {adult.known.id for adult in adults if adult.known is not None}
    open_ = [adult for adult in adults if adult.known is None]
    hits = {
        id(adult): _closest(work, adult, [one for one in near[id(adult)] if one.id not in taken]) for adult in open_
    }
    times = Counter(one.id for several in hits.values() for one in several)
    for adult in open_:
        match hits[id(adult)]:
            case [only] if times[only.id] == 1 or _alone_fits(work, adult, only, open_):
                adult.known = only
    taken = {adult.known.id for adult in adults if adult.known is not None}
    for adult in adults:
        adult.twins = [one for one in adult.twins if one.id not in taken]
        _tell_apart(work, adult, near[id(adult)], accounts)


def _match(work: Work, adults: list[Adult], fits: Callable[[Work, Adult, Known], bool]) -> None:
    """Gives each row the only twin that fits it and is not taken, where that one fits no other row."""
    taken = {adult.known.id for adult in adults if adult.known is not None}
    open_ = [adult for adult in adults if adult.known is None]
    fitting = [[one for one in adult.twins if one.id not in taken and fits(work, adult, one)] for adult in open_]
    times = Counter(one.id for several in fitting for one in several)
    for adult, several in zip(open_, fitting, strict=True):
        if len(several) == 1 and times[several[0].id] == 1:
            adult.known = several[0]


def _has_just(work: Work, adult: Adult, known: Known) -> bool:
    """Whether an account has the children that a row names, tied or awaited, and no others."""
    return _has_all(work, adult, known) and adult.named.sure.keys() == known.children.keys()


def _has_all(work: Work, adult: Adult, known: Known) -> bool:
    """Whether an account has all children that a row names, and awaits no others."""
    awaited = {one.key for one in work.awaited.get(known.id, ())}
    return awaited == {one.key for one in adult.named.awaited} and adult.named.sure.keys() <= known.children.keys()


def _has_said(_work: Work, adult: Adult, known: Known) -> bool:
    """Whether the files said the same of an account before, whatever children it has."""
    return known in adult.twins


def _alone_fits(work: Work, adult: Adult, known: Known, rivals: list[Adult]) -> bool:
    """Whether of several rows to which one account is near, only this one shares more with it than a child."""
    own = known.brought.get(work.place.id)
    return own is not None and [one for one in rivals if one.brought.shares(own)] == [adult]


def _closest(work: Work, adult: Adult, near: list[Known]) -> list[Known]:
    """The one account near to an adult that has a child of theirs; else all that are near, or none if alike."""
    parents = [one for one in near if adult.named.overlaps(one.children, work.awaited.get(one.id, ()))]
    return parents if len(parents) == 1 else [] if adult.alike else near


def is_near(work: Work, adult: Adult, known: Known) -> bool:
    """Whether an account of the same names is the adult's: by a child, or by what this place's files said before.

    Where only other places' files named it, the adult must share something with what each of them says.
    """
    own = known.brought.get(work.place.id)
    if own is not None and own.external_id and adult.brought.external_id:
        return own.external_id == adult.brought.external_id
    if adult.named.overlaps(known.children, work.awaited.get(known.id, ())):
        return True
    if own is not None:
        return adult.brought.shares(own)
    said = list(known.brought.values()) or [Brought(known.last_name, known.first_name, email=known.email)]
    return all(adult.brought.shares(one) for one in said)


def _tell_apart(work: Work, adult: Adult, near: list[Known], accounts: list[Known]) -> None:
    """Says, or notes, where somebody else has these names, and may be the same person."""
    if any(one.by_hand and (is_near(work, adult, one) or _lives_here(work, one)) for one in accounts):
        work.say(adult.row.spot, Verdict.NOTED, "adult-by-hand", about(adult.row))
    if adult.known is None and near:
        work.say(adult.row.spot, Verdict.NOTED, "adult-several", about(adult.row))
    elif adult.known is None and any(_lives_here(work, one) and not one.by_hand for one in accounts):
        adult.namesake = True


def _lives_here(work: Work, known: Known) -> bool:
    people, place = work.place.people, work.place
    return place.is_here(known) or any(child in people and place.is_here(people[child]) for child in known.children)
