"""Reads a typed name as people write one: behind a title, in one word or in several. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from bot.folding import words

_TITLES = {"m", "mr", "mme", "mlle", "monsieur", "madame", "mademoiselle", "mrs", "miss", "ms"}
_BETWEEN = {"et", "and"}  #: between two titles
_GLUED = re.compile(r"^(M|Mr|Mme|Mlle)\.(?=\w)")  # only with a capital: « m.martin » is a login
_ONESELF = {("moi",), ("moi", "meme"), ("me",), ("myself",)}
#: what begins a name that some write in one word and others in two: Le Goff, D’Artagnan, Jean-Baptiste, Saint-Denis
_BEFORE = (
    *("sainte", "saint", "marie", "della", "jean", "anne", "ste", "del", "des", "van", "von", "ben", "ait", "abd"),
    *("mac", "st", "de", "du", "da", "do", "di", "la", "le", "el", "al", "mc", "d", "l", "m", "n", "o"),
)
_SHORTEST = 3  #: letters behind these
_MOST_WORDS = 4  #: of a name that is read otherwise
_NEAR = 0.78  #: share of letters that a word has in common with the one that was meant: one mistyped letter of five
_LEAST = 3  #: letters of a word that may be meant
_MOST = 6  #: other readings of a name: each costs a search


@dataclass(frozen=True, slots=True)
class Spelling:
    """A typed name, written otherwise."""

    words: str
    run: tuple[str, ...] = ()  #: those of the words that are one word as typed: they must stand together in the name

    def fits(self, name: str) -> bool:
        """Whether the name, which these words begin, may be what was typed: « larue » is La Rue, not Laure Ruet."""
        have, run = words(name), list(self.run)
        starts = range(len(have) - len(run) + 1)
        return not run or any(
            have[at : at + len(run) - 1] == run[:-1] and have[at + len(run) - 1].startswith(run[-1]) for at in starts
        )


def untitled(typed: str) -> str:
    """The words without the titles in front: « M. et Mme Bœuf » are « Bœuf ». Titles alone stay as they are."""
    parts = _GLUED.sub("", typed.strip()).split()
    at = 0
    while at < len(parts) - 1 and "".join(words(parts[at])) in (_TITLES | _BETWEEN if at else _TITLES):
        at += 1
    return " ".join(parts[at:]) or typed


def oneself(typed: str) -> bool:
    """Whether the words mean whoever types them."""
    return tuple(words(typed)) in _ONESELF


def meant(typed: str, known: Iterable[str]) -> str:
    """Which one of these words, all without case and accents, somebody meant who mistyped a letter or swapped two.

    Empty where it is none of them, or one as it stands.
    """
    word = "".join(words(typed))
    shares = {one: _share(word, one) for one in known if len(one) >= _LEAST}
    best = max(shares, key=lambda one: shares[one], default="")
    return best if best and shares[best] >= _NEAR and best != word else ""


def _share(one: str, other: str) -> float:
    swapped = sorted(one) == sorted(other)
    return 1.0 if swapped else SequenceMatcher(None, one, other).ratio()


def otherwise(typed: str) -> list[Spelling]:
    """The other ways to write that name: « le goff » for « legoff », and the other way round; the likeliest first."""
    said = words(typed)
    if not 0 < len(said) <= _MOST_WORDS:
        return []
    joined = _joined(said)
    found = [Spelling(" ".join(joined))] if joined != said else []
    for at, word in enumerate(said):
        found += [Spelling(" ".join((*said[:at], *run, *said[at + 1 :])), run) for run in _apart(word)]
    return found[:_MOST]


def _joined(said: Sequence[str]) -> list[str]:
    """The words, each with what stands before it in the same name."""
    made, held = [], ""
    for word in said:
        held += word
        if word not in _BEFORE:
            made.append(held)
            held = ""
    return [*made, held] if held else made


def _apart(word: str) -> Iterator[tuple[str, ...]]:
    """The word in two, or in more: « delatour » is « de latour » and « de la tour »."""
    for before in _BEFORE:
        rest = word.removeprefix(before)
        if rest != word and len(rest) >= _SHORTEST:
            yield before, rest
            yield from ((before, *run) for run in _apart(rest))
