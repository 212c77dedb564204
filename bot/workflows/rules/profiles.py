"""Profiles of the ENT as people type them, and who is left out when a whole profile is blocked. Pure."""

from __future__ import annotations

from bot.folding import words
from bot.terms import Account, Profile, Refusal

_WORDS = {
    Profile.STUDENT: ("eleve", "etudiant", "student", "pupil"),
    Profile.RELATIVE: ("parent", "famille", "responsable", "relative", "family", "familie"),
    Profile.TEACHER: ("enseignant", "enseignante", "professeur", "prof", "teacher"),
    Profile.PERSONNEL: ("personnel", "staff"),
    Profile.GUEST: ("invite", "invitee", "guest"),
}
_NAMED = {word: profile for profile, several in _WORDS.items() for word in several}
_LITTLE = {"les", "des", "tous", "toutes", "du", "au", "le", "la", "l", "et", "jusqu", "s", "e", "es"}
_LITTLE |= {"the", "all", "from", "to", "until", "and"}


def named(typed: str) -> Profile | None:
    """The profile that was typed, in the singular or the plural; None where nothing was; refused for other words."""
    said = [word for word in words(typed) if word not in _LITTLE]
    found = {_NAMED.get(word.removesuffix("s")) for word in said}
    if not found:
        return None
    profile = found.pop()
    if profile is None or found:
        raise Refusal("unknown-profile", name=typed.strip())
    return profile


def spared(account: Account, author: str) -> bool:
    """Whether nobody blocks that account with its profile: an administrator's, or that of whoever asked for it."""
    return bool(account.roles) or account.id == author
