"""Reads the name of a link, and finds the service and the profiles that somebody names. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from bot.folding import fold, visible, words
from bot.terms import Profile, Refusal
from bot.workflows.rules import naming, written

MOST = 60  #: characters of a name
_FORBIDDEN = frozenset('<>"')
_AROUND = frozenset({"pour", "les", "aux", "et", "a", "l", "d", "de", "des", "for", "the", "and", "to"})


def read(typed: str) -> str:
    """The name with single spaces; refused where it is too long, or people could not read it."""
    said = visible(typed)
    if not said:
        raise Refusal("text-needed")
    if len(said) > MOST:
        raise Refusal("service-name-long", limit=MOST)
    if _FORBIDDEN & {*said} or not any(map(str.isalnum, said)):
        raise Refusal("service-name-signs")
    return said


def profiles(typed: str) -> list[Profile]:
    """The profiles that the words name, and nothing else; empty where they say something else, too."""
    named, left = written.apart(words(typed))
    return [] if {*left} - _AROUND else [*named]


def found(typed: str, names: Mapping[str, str]) -> str:
    """The identifier of the service of that name, else of the one that the words begin.

    Refused where there is none, or several.
    """
    same = [key for key, name in names.items() if fold(visible(name)) == fold(visible(typed))]
    alike = same or [key for key, name in names.items() if naming.begins(typed, name)]
    if len(alike) == 1:
        return alike[0]
    if alike:
        raise Refusal("service-several", words=typed, names=", ".join(names[key] for key in alike))
    raise Refusal("service-unknown", words=typed)
