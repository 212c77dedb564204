"""Who leaves: with complete files, the feed's own accounts that these do not name; and what stops a feed instead."""

from __future__ import annotations

from collections.abc import Iterator

from bot.ent.embedded.feeding.keys import plain
from bot.ent.embedded.feeding.known import Known
from bot.ent.embedded.feeding.work import Work
from bot.terms import Kind, Profile
from bot.terms.feed import FeedKind, Verdict


def stop_before(work: Work) -> tuple[str, dict[str, str]]:
    """Why nothing of these files is taken, and what the sentence names; an empty reason where they are taken."""
    rows = {FeedKind.PUPILS: work.feed.pupils, FeedKind.ADULTS: work.feed.adults, FeedKind.STAFF: work.feed.staff}
    for kind in FeedKind:
        if kind in work.feed.kinds and not rows[kind]:
            return "empty", {"kind": kind.value}
    if work.place.kind is not Kind.SCHOOL and (work.feed.pupils or work.feed.adults):
        return "not-a-school", {"name": work.place.name}
    return "", {}


def leave(work: Work, kind: FeedKind) -> tuple[str, dict[str, str]]:
    """Has those leave whom a complete file of that kind does not name; why they must not, if they are too many."""
    if not work.options.complete or kind not in work.feed.kinds:
        return "", {}
    profile = Profile.STUDENT if kind is FeedKind.PUPILS else Profile.RELATIVE
    refused = [one for one in (*work.feed.findings, *work.findings) if one.verdict is Verdict.REFUSED]
    spared = {plain(one.about) for one in refused if one.about}
    here = [one for one in work.place.of(profile) if one.was is not None and _is_fed_here(work, one.was)]
    gone = [one for one in here if one.id not in work.seen and plain(one.name) not in spared]
    leaving = [one for one in gone if profile is Profile.STUDENT or _is_left(work, one)]
    if len(leaving) > work.options.most_leaving * len(here):
        return "too-many-leave", {"kind": kind.value, "leaving": str(len(leaving)), "known": str(len(here))}
    for one in leaving:
        one.missing_since = work.now
    return "", {}


def _is_fed_here(work: Work, known: Known) -> bool:
    """Whether the feed's, present, and of this school: by an attachment, or by a child."""
    if known.by_hand or known.leaving:
        return False
    if known.profile is Profile.STUDENT:
        return work.place.home(known) == work.place.id
    return work.place.id in known.attached or any(_was_here(work, child) for child in known.children)


def _was_here(work: Work, child: str) -> bool:
    before = work.place.people[child].was if child in work.place.people else None
    return before is not None and work.place.is_here(before)


def _is_left(work: Work, known: Known) -> bool:
    """Ends what the feed tied an unnamed adult to here; whether no child is left to them that is not leaving."""
    for child, fed in list(known.children.items()):
        one = work.place.people.get(child)
        if fed and one is not None and work.place.is_here(one) and not one.leaving:
            del known.children[child]
    return not any(_remaining(work, known))


def _remaining(work: Work, known: Known) -> Iterator[bool]:
    for child in known.children:
        one = work.place.people.get(child)
        yield one is None or not one.leaving
