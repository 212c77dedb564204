"""Who leaves: with complete files, the feed's own accounts that these do not name; and what stops a feed instead."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from bot.ent.embedded.feeding.keys import plain
from bot.ent.embedded.feeding.known import Known
from bot.ent.embedded.feeding.work import Work
from bot.terms import Kind, Profile
from bot.terms.feed import FeedKind, Finding, SchoolFeed, Verdict


def stop_before(work: Work) -> tuple[str, dict[str, str]]:
    """Why nothing of these files is taken, and what the sentence names; an empty reason where they are taken."""
    rows = {FeedKind.PUPILS: work.feed.pupils, FeedKind.ADULTS: work.feed.adults, FeedKind.STAFF: work.feed.staff}
    for kind in FeedKind:
        if kind in work.feed.kinds and not rows[kind]:
            refused = work.feed.refused.get(kind, 0)
            return "all-refused" if refused else "empty", {"kind": kind.value, "refused": str(refused)}
    cut = next((one.spot for one in work.feed.findings if one.reason == "cut-off"), None)
    if cut is not None and work.options.complete:
        return "cut", {"file": cut.file, "line": str(cut.line)}
    if work.place.kind is not Kind.SCHOOL and (work.feed.pupils or work.feed.adults):
        return "not-a-school", {"name": work.place.name}
    return "", {}


def stop_emptying(work: Work) -> tuple[str, dict[str, str]]:
    """Why pupils must not move here: they are most of a school whose files these may be.

    Where its own files are of this run, they say who stays there: each year, whole classes go on to the next school.
    """
    place, moved = work.place, Counter[str]()
    for one in place.of(Profile.STUDENT):
        if one.was is not None and not one.was.leaving and place.home(one) == place.id:
            moved[place.home(one.was)] += 1
    for school, number in sorted(moved.items()):
        if school in ("", place.id) or {school, place.codes.get(school, "")} & work.claims.fed:
            continue
        known = place.crowds.get(school, 0)
        few, most = work.options.moving.few, max(work.options.moving.most, work.options.most_leaving)
        if number > max(few, most * known):
            return "too-many-move", {"moved": str(number), "known": str(known), "school": place.schools[school]}
    return "", {}


def sparing(school: SchoolFeed) -> SchoolFeed:
    """The same; where something refused may name anybody, so that nobody is thought to be missing from it."""
    nameless = [one for one in school.findings if one.verdict is Verdict.REFUSED and not one.about]
    if not nameless:
        return school
    said = Finding(nameless[0].spot, Verdict.NOTED, "nobody-leaves")
    return replace(school, kinds=frozenset(), findings=(*school.findings, said))


def leave(work: Work, kind: FeedKind) -> tuple[str, dict[str, str]]:
    """Has those leave whom a complete file of that kind does not name; why they must not, if they are too many."""
    if not work.options.complete or kind not in work.feed.kinds:
        return "", {}
    here = [one for one in work.place.of(*_PROFILES[kind]) if _is_fed_here(work, one)]
    refused = [one for one in (*work.feed.findings, *work.findings) if one.verdict is Verdict.REFUSED]
    spared = {plain(one.about) for one in refused if one.about}
    missing = [one for one in here if one.id not in work.seen and one.id not in work.spared]
    gone = [one for one in missing if plain(one.name) not in spared]
    leaving = [one for one in gone if _LEFT[kind](work, one)]
    most = work.options.most_leaving * len(here)
    if len(leaving) > (most if kind is not FeedKind.STAFF else max(most, 1)):  # of a team of three, one may leave
        return "too-many-leave", {"kind": kind.value, "leaving": str(len(leaving)), "known": str(len(here))}
    for one in leaving:
        one.missing_since = work.now
    return "", {}


def _is_fed_here(work: Work, known: Known) -> bool:
    """Whether the feed's, present before these files, and of this school: by an attachment, or what its files said.

    Relatives also by a child who is here, or was.
    """
    before, place = known.was, work.place.id
    if before is None or known.by_hand or before.leaving:
        return False
    if known.profile is Profile.STUDENT:
        return work.place.home(before) == place
    if known.profile is not Profile.RELATIVE:
        return any(before.attached.get(one) for one in (place, *work.place.classes))
    named = place in before.attached or place in before.brought
    return named or any(_was_here(work, child) for child in (*before.children, *known.children))


def _was_here(work: Work, child: str) -> bool:
    """Whether a child is here, or was before these files."""
    one = work.place.people.get(child)
    return one is not None and any(work.place.is_here(at) for at in (one, one.was) if at is not None)


def _is_gone(work: Work, known: Known) -> bool:
    """Whether a pupil leaves for good: not where the files of another place of this run take them in."""
    known.awaited = work.goes(known)
    return not known.awaited


def _is_unemployed(work: Work, known: Known) -> bool:
    """Ends what the feed attached a member of staff to here, where another place has them; whether none has.

    Whoever holds a function stays as they are, until an operator withdraws it, and is told.
    """
    place = work.place
    if known.id in place.functions:
        spot = replace(min(one.spot for one in work.feed.staff), line=0)
        work.say(spot, Verdict.NOTED, "staff-function", known.name, function=place.functions[known.id])
        return False
    here = {place.id, *place.classes}
    others = (known.brought.keys() - {place.id}) | (known.attached.keys() - here)
    if not others and not any(work.claims.elsewhere(one, work.feed.place) for one in known.mailed):
        return True
    known.part(here)
    known.brought.pop(place.id, None)
    return False


def _is_left(work: Work, known: Known) -> bool:
    """Ends what the feed tied an unnamed adult to here; whether they have no child left, and no other school.

    A child may be left who is not leaving; another school's files may name them, with a child who is held there.
    """
    work.awaited[known.id] = []
    work.untie(known)
    others = known.brought.keys() - {work.place.id} - work.claims.unnaming(known.id)
    if not others:
        work.claims.unnamed(known.id, work.place.id)
        return not any(_remaining(work, known))
    known.part([work.place.id])
    known.brought.pop(work.place.id, None)
    known.stay()
    return False


def _remaining(work: Work, known: Known) -> Iterator[bool]:
    for child in known.children:
        one = work.place.people.get(child)
        yield one is None or not one.leaving


_PROFILES = {
    FeedKind.PUPILS: (Profile.STUDENT,),
    FeedKind.ADULTS: (Profile.RELATIVE,),
    FeedKind.STAFF: (Profile.TEACHER, Profile.PERSONNEL),
}
_LEFT = {FeedKind.PUPILS: _is_gone, FeedKind.ADULTS: _is_left, FeedKind.STAFF: _is_unemployed}
