"""Whom an adult's row means by a child: by identifier, else by names; the class only decides between namesakes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from bot.ent.embedded.feeding.keys import label_key, plain
from bot.ent.embedded.feeding.known import Known
from bot.ent.embedded.feeding.waiting import AMBIGUOUS, Waiting
from bot.ent.embedded.feeding.work import Work, about
from bot.terms import Profile
from bot.terms.feed import AdultRecord, NamedChild, Verdict

OTHER = "child-other"
"""Why a row is not tied to the only pupil of the name that it gives: it seems to mean another one."""


@dataclass(frozen=True, slots=True)
class _Child:
    """Somebody whom a row may mean: a pupil, or one who is held and has no account yet."""

    identity: str  #: the account, or the key of the one who is held
    classes: frozenset[str]
    known: Known | None = None


@dataclass(slots=True)
class Named:
    """The children of a row: those that are sure, those that may be meant, and those that are awaited."""

    keys: set[str] = field(default_factory=set)  #: the names of all of them, as they are compared
    sure: dict[str, Known] = field(default_factory=dict)
    maybe: dict[str, Known] = field(default_factory=dict)
    refused: bool = False  #: whether the line of one of them is refused
    doubted: set[str] = field(default_factory=set)  #: accounts of those of `maybe` who alone have the name
    awaited: list[Waiting] = field(default_factory=list)  #: those who are held, and those who are not sure

    def __bool__(self) -> bool:
        return bool(self.sure or self.awaited)

    def meets(self, other: Named) -> bool:
        """Whether both surely name the same child, present or held."""
        held = [{child.key for child in named.awaited if child.reason != AMBIGUOUS} for named in (self, other)]
        return not (self.sure.keys().isdisjoint(other.sure) and held[0].isdisjoint(held[1]))

    def overlaps(self, children: Collection[str], awaited: Collection[Waiting]) -> bool:
        """Whether one of these children, or of those awaited, is named."""
        tied = any(child in self.sure or child in self.doubted for child in children)
        return tied or any(one.key in self.keys for one in awaited)


class Children:
    """The pupils of a place, present and held, by every name they go by."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._by_name: dict[str, dict[str, _Child]] = defaultdict(dict)
        self._by_number: dict[str, list[_Child]] = defaultdict(list)
        self._labels = {label_key(one.name) for one in work.place.classes.values()}
        said = (*work.feed.findings, *work.findings)
        self._refused = {plain(one.about) for one in said if one.verdict is Verdict.REFUSED}
        self._listed = {one.id for one in work.listed}
        present = {one.id: one for one in work.listed}
        present |= {one.id: one for one in work.place.of(Profile.STUDENT) if work.place.is_here(one)}
        for one in present.values():
            if not one.departs and not work.goes(one):
                self._add(one)
        for held in work.held.values():
            child = _Child(held.key, frozenset({label_key(held.class_name)}))
            self._call(child, held.first_name, (held.last_name, held.used_name))

    def _add(self, known: Known) -> None:
        classes = self._work.place.classes
        labels = frozenset(label_key(classes[one].name) for one in known.attached if one in classes)
        child, brought = _Child(known.id, labels, known), known.brought.get(self._work.place.id)
        used = brought.used_name if brought is not None else ""
        self._call(child, known.first_name, (known.last_name, used))
        if brought is not None and brought.external_id:
            self._by_number[brought.external_id].append(child)

    def _call(self, child: _Child, first_name: str, last_names: Iterable[str]) -> None:
        for name in last_names:
            if name:
                self._by_name[f"{plain(name)}|{plain(first_name)}"][child.identity] = child

    def meant(self, row: AdultRecord) -> Named:
        """The children that a row names; says which of them are not sure."""
        named = Named()
        for child in row.children:
            hits = self.hits(child)
            reason = _doubt(hits) or self._other(child, hits[0])
            if not reason or reason in ("child-held", AMBIGUOUS):
                named.keys.add(_key(child))
            if not reason and hits[0].known is not None:
                named.sure[hits[0].known.id] = hits[0].known
            elif reason in ("child-held", AMBIGUOUS):
                named.awaited.append(_awaited(child, reason))
                named.maybe |= {one.known.id: one.known for one in hits if one.known is not None}
            elif reason == OTHER and hits[0].known is not None:
                named.maybe[hits[0].known.id] = hits[0].known
                named.doubted.add(hits[0].known.id)
            if reason == "child-unknown" and self._is_refused(child):
                reason, named.refused = "child-refused", True
            if reason:
                self._work.say(row.spot, Verdict.NOTED, reason, about(row), child=about(child))
        return named

    def _other(self, child: NamedChild | Waiting, hit: _Child) -> str:
        """Why the only pupil of that name may be another one: the row names a class of the school that is not theirs.

        Or a row of the files of pupils was refused that has this name.
        """
        label, number = label_key(child.class_name), _number(child)
        if number and number in self._by_number:
            return ""
        elsewhere = label in self._labels and label not in hit.classes
        return OTHER if elsewhere or self._is_refused(child) else ""

    def _is_refused(self, child: NamedChild | Waiting) -> bool:
        """Whether a row of the files of pupils was refused that has this name."""
        names = {plain(f"{child.first_name} {name}") for name in (child.last_name, child.used_name) if name}
        return not names.isdisjoint(self._refused)

    def hits(self, child: NamedChild | Waiting) -> list[_Child]:
        """The pupils, present or held, whom these names may mean."""
        number = _number(child)
        if number and (numbered := self._by_number.get(number)):
            return numbered
        found: dict[str, _Child] = {}
        for name in (child.last_name, child.used_name):
            if name:
                found |= self._by_name.get(f"{plain(name)}|{plain(child.first_name)}", {})
        hits = [found[key] for key in sorted(found)]
        label = label_key(child.class_name)
        same_class = [one for one in hits if label and label in one.classes]
        if len(hits) < 2 or len(same_class) != 1:
            return hits
        outdated = self._is_unlisted(same_class[0]) and any(not self._is_unlisted(one) for one in hits)
        return hits if outdated else same_class

    def _is_unlisted(self, child: _Child) -> bool:
        """Whether a pupil's class is what earlier files said: those of this run do not name them."""
        return child.known is not None and child.known.id not in self._listed

    def arrived(self, waiting: Waiting) -> Known | None:
        """The pupil whom a relative awaited; None as long as they are held, or where it is not sure who it is."""
        hits = self.hits(waiting)
        unsure = waiting.reason == AMBIGUOUS or _doubt(hits) or self._other(waiting, hits[0])
        return None if unsure else hits[0].known


def _number(child: NamedChild | Waiting) -> str:
    """The identifier by which a row names the child; empty where it gives names alone."""
    return child.external_id if isinstance(child, NamedChild) else ""


def _doubt(hits: Sequence[_Child]) -> str:
    """Why nobody is tied to the child of a row; empty if it is sure who that is."""
    if len(hits) > 1:
        return AMBIGUOUS
    if not hits:
        return "child-unknown"
    known = hits[0].known
    return "child-held" if known is None else "child-by-hand" if known.by_hand else ""


def _awaited(child: NamedChild, reason: str) -> Waiting:
    return Waiting(_key(child), child.last_name, child.first_name, child.used_name, child.class_name, reason)


def _key(child: NamedChild) -> str:
    """The names of a child, as they are compared; the identifier where a row gives no name."""
    return f"{plain(child.last_name or child.used_name)}|{plain(child.first_name) or child.external_id}"
