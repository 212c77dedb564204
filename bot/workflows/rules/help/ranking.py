"""Ranks texts by how much they have to do with words as people type them: inflected, mistyped, run together. Pure."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log

import snowballstemmer
from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.folding import fold, words

_TITLE, _WORDS, _BODY = 3.0, 3.0, 1.0  #: how much a word counts by where it stands
_HEARD, _BEGUN, _NEAR = 0.9, 0.8, 0.7  #: how much a word counts that sounds like another, begins it, or is near it
_SURE = _WORDS * _BEGUN  #: how much a word counts at least that surely stands where it was found
_SHORTEST = 2  #: letters of a word that is looked for
_MISTYPED = 4  #: letters at least of a word that may be mistyped
_LONG = 8  #: letters of a word in which two slips are likely
_LIKE = 3  #: known words at most that a mistyped one may be
_WORD = re.compile(r"[^\W_]+")
#: words that say nothing of what somebody asks
_FILLERS = """
    a ai ais ait alors apres arrive arriv as au aussi autre aux avec avoir avait avant bien bonjour bonsoir c ca
    ce cela ces cet cette ceux chez ci coment comme comment d dans de des deja depuis dire dois doit donc du elle
    elles en encore ensuite est et etais etait etes etre eu eux faire fais fait faut fois g il ils j je juste l la
    le les leur leurs lui m ma madame mais marche marchent me meme merci fonctionne mes moi mon monsieur n ne ni
    non nos notre nous on ont or ou oui par parce pas peu peut peuvent peux plait plus pour pourquoi pouvez
    pouvoir puis qu quand que quel quelle quels quelles quest qui quoi s sa sais sait sans savoir se ses si sil
    sinon soit son sont suis sur svp t ta te tes toi ton toujours tous tout toute toutes tres trop tu un une va
    vais vers veut veux voila voi voient voir vois voit voudrais vos votre vous vraiment y about am an and any are
    at be been but can cannot cant do does dont for from get has have hello help her him his how i if im in into
    is it its just like me my no not of on or our please she so than thanks that the their them then there they
    this to too up was we what when where which who why will with would you your jai ent lent
"""
_EMPTY = frozenset(_FILLERS.split())
_WHOLE = frozenset({"fils", "directeur", "directrice"})  #: whose stems are those of other words: « fil », « direct »
#: how French is written by ear: what sounds alike is made alike, in this order
_BY_EAR = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        *(("ph", "f"), ("qu|ck|k|c(?![eiyh])", "k"), ("c(?=[eiy])|z", "s"), ("eau|au", "o"), ("[ae]i|er$|ez$", "e")),
        *(("y", "i"), ("em|en|am", "an"), ("im|in|ain|ein", "in"), ("h", ""), (r"(.)\1+", r"\1")),
    )
)


@dataclass(frozen=True, slots=True)
class Found:
    """A text that has to do with the words."""

    place: int  #: its place among the texts of the index
    score: float  #: the higher, the nearer
    share: float  #: how much of what the words say is found in it: 0 to 1
    sure: bool  #: whether a word stands in its title or among the words it is found by, and not in its body alone


class Index:
    """Some texts, by the words in them."""

    def __init__(self, texts: Sequence[tuple[str, str, str]]) -> None:
        """Indexes texts, each with its title, further words it is found by, and its body."""
        self._weights: dict[str, dict[int, float]] = defaultdict(dict)
        for place, (title, further, body) in enumerate(texts):
            for part, weight in ((body, _BODY), (further, _WORDS), (title, _TITLE)):
                stems = {stem for said in _said(part) for stem in said}
                for stem in stems if weight == _BODY else stems.union(_run_together(part)):
                    held = self._weights[stem]
                    held[place] = max(held.get(place, 0.0), weight)
        self._many = len(texts)
        self._known = sorted(self._weights)
        self._heard: dict[str, list[str]] = defaultdict(list)
        for stem in self._known:
            self._heard[_sound(stem)].append(stem)

    def find(self, typed: str) -> list[Found]:
        """The texts that have to do with the typed words, the nearest first; empty where none has."""
        scores, shares, all_of_it = defaultdict[int, float](float), defaultdict[int, float](float), 0.0
        sure = set[int]()
        for stems in dict.fromkeys(_said(typed)):
            matches = self._matches(stems)
            rare = max((self._rarity(known) for known, _ in matches), default=log(1 + self._many))
            all_of_it += rare
            best: dict[int, tuple[float, float]] = {}
            for known, likeness in matches:
                for place, weight in self._weights[known].items():
                    best[place] = max(best.get(place, (0.0, 0.0)), (likeness * weight, likeness))
            for place, (worth, likeness) in best.items():
                scores[place] += rare * worth
                shares[place] += rare * likeness
                if worth >= _SURE:
                    sure.add(place)
        found = [
            Found(place, score * shares[place], shares[place] / all_of_it, place in sure)
            for place, score in scores.items()
        ]
        return sorted(found, key=lambda one: (-one.score, one.place))

    def _rarity(self, stem: str) -> float:
        return log(1 + self._many / len(self._weights[stem]))

    def _matches(self, stems: frozenset[str]) -> list[tuple[str, float]]:
        """The known stems that a word with these stems may have, each with how alike they are: 1 at most."""
        if exact := [(stem, 1.0) for stem in sorted(stems) if stem in self._weights]:
            return exact
        long = [stem for stem in sorted(stems) if len(stem) >= _MISTYPED]
        if heard := [(known, _HEARD) for stem in sorted(stems) for known in self._heard.get(_sound(stem), ())]:
            return heard
        if begun := [(known, _BEGUN) for known in self._known if any(_begin(known, stem) for stem in long)]:
            return begun
        return list({known: _NEAR for stem in long for known in self._near(stem)}.items())

    def _near(self, stem: str) -> list[str]:
        """The known stems that differ the least from this one: by one slip, by two at most where it is long."""
        slips = 2 if len(stem) >= _LONG else 1
        near = process.extract(stem, self._known, scorer=OSA.distance, score_cutoff=slips, limit=_LIKE)
        closest = min((slip for _, slip, _ in near), default=0)
        return [known for known, slip, _ in near if slip == closest and len(known) >= _MISTYPED - 1]


def _begin(one: str, other: str) -> bool:
    """Whether one of the two stems begins the other."""
    return one.startswith(other) or (len(one) >= _MISTYPED and other.startswith(one))


def _said(text: str) -> Iterator[frozenset[str]]:
    """The stems of each word that says something: as it is written, and without its accents, which many leave out."""
    for word in _WORD.findall(text.lower()):
        plain = fold(word)
        if len(plain) >= _SHORTEST and plain not in _EMPTY:
            yield frozenset((_stem(plain), fold(_stem(word))))


def _run_together(text: str) -> Iterator[str]:
    """Neighbouring words as one, which is how children write « motdepasse »."""
    said = words(text)
    for many in (2, 3):
        yield from (_stem("".join(said[at : at + many])) for at in range(len(said) - many + 1))


def _sound(stem: str) -> str:
    """How the stem sounds, roughly: the same for « bloké » and « bloqué »."""
    for pattern, sound in _BY_EAR:
        stem = pattern.sub(sound, stem)
    return stem


@lru_cache(maxsize=8192)
def _stem(word: str) -> str:
    return word if word in _WHOLE else str(snowballstemmer.stemmer("french").stemWord(word))
