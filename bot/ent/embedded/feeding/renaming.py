"""Adults and staff who may come with another family name: taken for the same person, or noted as a likely double.

A mail or a mobile tells who somebody is only if it is nobody else's: parents share both.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

from bot.ent.embedded.feeding import keys
from bot.ent.embedded.feeding.doubles import have_a_child, said_of
from bot.ent.embedded.feeding.known import Brought, Known
from bot.ent.embedded.feeding.work import Work
from bot.folding import words
from bot.terms import Profile
from bot.terms.feed import Verdict

RENAMED, NUMBERED = "renamed", "renamed-number"
"""Why a row is taken for somebody of another family name: by a mail and a part of the name, or by an identifier."""


class Renaming:
    """The accounts of some profiles, by first name, and whose each mail and mobile is."""

    def __init__(self, work: Work, rows: Iterable[Brought], *profiles: Profile) -> None:
        self._work, self._profiles = work, profiles
        self._owners: dict[str, set[str]] = defaultdict(set)
        self._listed = {row.key for row in rows}
        self._taken: set[str] = set()
        for row in rows:
            for _, reach in _reached(row):
                self._owners[reach].add(row.key)
        for known in work.place.of(*profiles):
            for said in said_of(known):
                for _, reach in _reached(said):
                    self._owners[reach] |= known.keys
        refused = [one for one in (*work.feed.findings, *work.findings) if one.verdict is Verdict.REFUSED]
        self._refused = {keys.plain(one.about) for one in refused}

    def known(self, row: Brought, profile: Profile, children: Collection[str] = ()) -> Known | None:
        """The one account that the row of another family name is about; `reason` says why.

        This place's files named it before, and name nobody of that name now; the first name is the same. Either the
        double name has become, or was made of, that of the row, by a mail that is nobody else's, and neither
        identifier, title nor mobile contradicts. Or the identifier that these files give is the same, and the title
        is no other one; of a relative, a child that the row names is theirs, too: exports may be numbered anew.
        """
        found = [one for one in self._work.place.of(profile) if self._is_renamed(one, row, children)]
        if len(found) != 1 or found[0].id in self._taken:
            return None
        self._taken.add(found[0].id)
        return found[0]

    def reason(self, known: Known, row: Brought) -> str:
        """Why that account was found for the row."""
        own = known.brought.get(self._work.place.id)
        return NUMBERED if own is not None and _are_numbered(own, row) else RENAMED

    def _is_renamed(self, known: Known, row: Brought, children: Collection[str]) -> bool:
        own = known.brought.get(self._work.place.id)
        if own is None or known.was is None or known.by_hand or known.keys & self._listed:
            return False
        if "" in self._refused or keys.plain(known.name) in self._refused:
            return False
        if _are_numbered(own, row):
            return known.profile is not Profile.RELATIVE or not known.children.keys().isdisjoint(children)
        return _are_parts(own, row) and "mail" in self._common(known, row) and not own.is_another(row)

    def _common(self, known: Known, row: Brought) -> list[str]:
        """By what an account and a row of another family name, but one first name, are reached alike, they alone."""
        theirs = {reach for said in said_of(known) for _, reach in _reached(said)}
        both = known.keys | {row.key}
        return [what for what, reach in _reached(row) if reach in theirs and self._owners[reach] <= both]

    def note(self) -> None:
        """Notes each account that the files name with one that they do not, and that may be the same person's."""
        by_first: dict[str, list[Known]] = defaultdict(list)
        people = list(self._work.place.of(*self._profiles))
        for known in people:
            if known.id not in self._work.seen:
                for first in _firsts(known):
                    by_first[first].append(known)
        for known in people:
            row = known.brought.get(self._work.place.id)
            if row is None or known.id not in self._work.seen:
                continue
            for other in by_first[keys.plain(row.first_name)]:
                how = self._alike(known, row, other)
                if how:
                    pair = min(known.id, other.id), max(known.id, other.id)
                    self._work.doubles[pair] = how

    def _alike(self, known: Known, row: Brought, other: Known) -> str:
        """By what an account and one that no file names may be one person's; empty for nothing."""
        if row.key in other.keys:
            return ""  # namesakes are compared by themselves
        homes = {said.address for said in said_of(other)} - {""}
        own = other.brought.get(self._work.place.id)
        if own is not None and _are_numbered(own, row):
            return "identifier"
        if row.address in homes and have_a_child(self._work, known, other):
            return "child and address"
        return next(iter(self._common(other, row)), "")


def _firsts(known: Known) -> set[str]:
    return {key.partition("|")[2] for key in known.keys}


def _reached(said: Brought) -> Iterator[tuple[str, str]]:
    """What a mail and a mobile are, as they are compared."""
    if mail := keys.mail_key(said.email):
        yield "mail", mail
    if mobile := keys.phone_key(said.mobile):
        yield "mobile", mobile


def _are_numbered(one: Brought, other: Brought) -> bool:
    """Whether the files of one place give two rows of one first name the same identifier, and no other title."""
    titles = {one.title, other.title} - {""}
    same = keys.plain(one.first_name) == keys.plain(other.first_name) and len(titles) < 2
    return same and bool(one.external_id) and one.external_id == other.external_id


def _are_parts(one: Brought, other: Brought) -> bool:
    """Whether of two different family names of one first name, one begins or ends with the whole other one."""
    short, long = sorted((words(one.last_name), words(other.last_name)), key=len)
    same = keys.plain(one.first_name) == keys.plain(other.first_name)
    return same and 0 < len(short) < len(long) and short in (long[: len(short)], long[-len(short) :])
