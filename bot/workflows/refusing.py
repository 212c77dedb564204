"""Refuses whoever may do nothing here for now: an account that cannot log in, a pupil for whom nobody said yes."""

from __future__ import annotations

from bot.storage import consents
from bot.storage.work import Work
from bot.terms import Person, Profile, Refusal
from bot.workflows.rules import consent, rights


def refuse_barred(person: Person, asks: bool, withdraws: bool = False, own: bool = False) -> None:
    """Refuses somebody whose account cannot log in to the ENT, and says why and whom to ask.

    With `asks`, not a pupil or a relative whose account is blocked: they may ask why it is. With `withdraws`, no
    relative: they may say no for their child at any time. With `own`, nobody: they may have and erase their own data.
    """
    if not person.barred or own or (asks and rights.may_ask(person)):
        return
    if withdraws and person.profile is Profile.RELATIVE:
        return
    refusal = Refusal("barred-deleted") if person.barred == "deleted" else Refusal("barred-blocked")
    refusal = Refusal("barred-asks") if rights.may_ask(person) else refusal
    refusal.language = person.tongue
    raise refusal


def refuse_waiting(work: Work, person: Person, early: bool = False) -> None:
    """Refuses a pupil who waits for a yes, and says whom to ask for it; nobody where what they do is open `early`."""
    if person.waits and not early:
        refusal = Refusal("consent-first", from_whom=whom(work, person))
        refusal.language = person.tongue
        raise refusal


def whom(work: Work, person: Person) -> str:
    """Whom somebody who waits can ask for a yes, as `rules.consent.whom` says."""
    return consent.whom(consents.of(work, person.id))
