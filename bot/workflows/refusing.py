"""Refuses whoever may do nothing here for now: an account that cannot log in, a pupil for whom nobody said yes."""

from __future__ import annotations

from bot.storage import consents, requests
from bot.storage.work import Work
from bot.terms import Person, Profile, Refusal, Request
from bot.workflows.rules import consent, rights
from bot.workflows.rules.requests.routing import DANGER


def refuse_barred(work: Work, person: Person, asks: bool, withdraws: bool = False, own: bool = False) -> None:
    """Refuses somebody whose account cannot log in to the ENT, and says why and whom to ask.

    With `asks`, not a pupil or a relative whose account is blocked: they may ask why it is; nor who called for help:
    they may go on with that (see `refuse_waiting`). With `withdraws`, no relative: they may say no for their child at
    any time. With `own`, nobody: they may have and erase their own data.
    """
    if not person.barred or own or (asks and (rights.may_ask(person) or calls_of(work, person))):
        return
    if withdraws and person.profile is Profile.RELATIVE:
        return
    raise _barred(person)


def only_calls(person: Person) -> bool:
    """Whether somebody may at most go on with their calls for help: a pupil who waits, an account that is barred.

    Not one that is blocked and may ask why.
    """
    return person.waits or (bool(person.barred) and not rights.may_ask(person))


def calls_of(work: Work, person: Person) -> list[Request]:
    """The calls for help that the person made, the newest first, a hundred at most."""
    found = requests.of_people(work, [person.id], None, 100, [person.id], DANGER)
    return [one for one in found if one.requester == person.id]


def _barred(person: Person) -> Refusal:
    refusal = Refusal("barred-deleted") if person.barred == "deleted" else Refusal("barred-blocked")
    refusal = Refusal("barred-asks") if rights.may_ask(person) else refusal
    refusal.language = person.tongue
    return refusal


def refuse_waiting(work: Work, person: Person, early: bool = False) -> None:
    """Refuses a pupil who waits for a yes, and says whom to ask for it; nobody where what they do is open `early`.

    Whoever told a call outside the school is not sent to its head. Refused, too, is an account that cannot log in and
    that is let in for its calls for help alone.
    """
    if early:
        return
    if not person.waits and only_calls(person):
        raise _barred(person)
    if person.waits:
        kept = any(one.outside for one in calls_of(work, person))
        refusal = Refusal("consent-first", from_whom="outside" if kept else whom(work, person))
        refusal.language = person.tongue
        raise refusal


def whom(work: Work, person: Person) -> str:
    """Whom somebody who waits can ask for a yes, as `rules.consent.whom` says."""
    return consent.whom(consents.of(work, person.id))
