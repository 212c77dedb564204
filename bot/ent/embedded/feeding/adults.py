"""Adults: the same person only by names and something else that strangers do not share; tied to the children named.

Joins are never chained. Three rows of one name, of which the second shares a mail with the first and an address with
the third, stay three accounts: the first and the third may be strangers.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations

from bot.ent.embedded.feeding.chaining import is_chained, part
from bot.ent.embedded.feeding.children import Children, Named
from bot.ent.embedded.feeding.doubles import note_adults
from bot.ent.embedded.feeding.known import Brought, Known, of_adult
from bot.ent.embedded.feeding.waiting import AMBIGUOUS
from bot.ent.embedded.feeding.work import Work, about
from bot.terms import Profile
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
        same_child = not self.named.keys.isdisjoint(other.named.keys)
        return same_child and self.row.spot.file == other.row.spot.file and self.brought.contradicts(other.brought)


def feed_adults(work: Work) -> None:
    """Finds or makes the account of each adult of the files, and ties it to its children; says what is not sure."""
    children = Children(work)
    _tie_arrived(work, children)
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
        _identify(work, adults, accounts)
        for adult in adults:
            _take(work, adult)
        note_adults(work, [*accounts, *(adult.known for adult in adults if adult.known is not None)])


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


def _identify(work: Work, adults: list[Adult], accounts: list[Known]) -> None:
    """Finds the account of each adult of one name: the one whose data they are word for word, else the only one near.

    An account that is near to several adults, or an adult near to several accounts, is not joined.
    """
    place, fed = work.place.id, [one for one in accounts if not one.by_hand]
    near = {id(adult): [one for one in fed if is_near(work, adult, one)] for adult in adults}
    for adult in adults:
        adult.twins = [one for one in near[id(adult)] if one.brought.get(place) == adult.brought]
        same = [one for one in adult.twins if len(adult.twins) == 1 or _has_the_same(work, adult, one)]
        if len(same) == 1 and not any(other.known is same[0] for other in adults):
            adult.known = same[0]
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
    for adult in adults:
        _tell_apart(work, adult, near[id(adult)], accounts)


def _has_the_same(work: Work, adult: Adult, known: Known) -> bool:
    """Whether an account has just the children that a row names, tied or awaited."""
    awaited = {one.key for one in work.awaited.get(known.id, ())}
    return awaited == {one.key for one in adult.named.awaited} and adult.named.sure.keys() <= known.children.keys()


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
    """Says where somebody else has these names, and may be the same person."""
    if any(one.by_hand and (is_near(work, adult, one) or _lives_here(work, one)) for one in accounts):
        work.say(adult.row.spot, Verdict.NOTED, "adult-by-hand", about(adult.row))
    if adult.known is None and near:
        work.say(adult.row.spot, Verdict.NOTED, "adult-several", about(adult.row))
    elif adult.known is None and any(_lives_here(work, one) and not one.by_hand for one in accounts):
        work.say(adult.row.spot, Verdict.NOTED, "adult-namesake", about(adult.row))


def _lives_here(work: Work, known: Known) -> bool:
    people, place = work.place.people, work.place
    return place.is_here(known) or any(child in people and place.is_here(people[child]) for child in known.children)


def _take(work: Work, adult: Adult) -> None:
    """Writes what the rows say into the account, making it if the adult has a child that is known or held."""
    if adult.known is None and not adult.named:
        if not adult.named.refused:
            work.say(adult.row.spot, Verdict.NOTED, "no-child", about(adult.row))
        return
    if adult.known is None and adult.twins:  # one of them is theirs: another account would be one too many
        for twin in adult.twins:
            work.see(twin)
        return
    known = adult.known = adult.known or work.make(adult.row.first_name, adult.row.last_name, Profile.RELATIVE)
    work.bring(known, adult.brought)
    _tie(work, known, adult.named)
    work.awaited[known.id] = sorted({one.key: one for one in adult.named.awaited}.values(), key=lambda one: one.key)
    work.see(known)


def _tie(work: Work, known: Known, named: Named) -> None:
    """Ties the account to the children of its rows; complete files end what earlier ones tied here, and they do not.

    Other files may be of one class, and leave out brothers and sisters.
    """
    people, place = work.place.people, work.place
    for child, fed in list(known.children.items()):
        here = child in people and place.home(people[child]) == place.id and not people[child].departs
        if work.options.complete and fed and here and child not in named.sure and child not in named.maybe:
            del known.children[child]
    for child in named.sure:
        known.children.setdefault(child, True)
    stay(work, known)


def stay(work: Work, known: Known) -> None:
    """Attaches an adult without any child yet to the school itself, so that its administrators can see them."""
    if known.children:
        known.part([work.place.id])
    else:
        known.attached.setdefault(work.place.id, True)


def _tie_arrived(work: Work, children: Children) -> None:
    """Ties relatives to the children they awaited, and that have an account now."""
    for relative, awaited in work.awaited.items():
        known = work.place.people.get(relative)
        for one in list(awaited):
            child = children.arrived(one)
            if known is not None and child is not None and not known.by_hand:
                awaited.remove(one)
                known.children.setdefault(child.id, True)
                stay(work, known)
