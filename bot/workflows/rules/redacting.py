"""Redacting: finds in words and facts what tells who somebody was, and replaces it. Reads and writes nothing."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain, islice, pairwise
from typing import Any

from bot.folding import fold, words
from bot.terms import ERASED, LINK_TAKEN_OUT

_LEAST = 3  #: letters of a name that is looked for alone
_COMMANDED = re.compile(r"/\w{1,32}|start", re.IGNORECASE)
_QUOTED = 12  #: letters of words that are found again in a quotation: fewer may be anybody's
_TOKEN = 32  #: signs of a token
_RUN = re.compile(rf"[A-Za-z0-9_-]{{{_TOKEN},}}", re.ASCII)  # signs of which one or more tokens may be
_PIECES = 512  #: looked up at most of one text
#: what a line end, a narrow column or a keyboard leaves between the signs of a token that was copied
_CUT = r"[\s\u00ad\u200b-\u200f\u2060\ufeff]"
_CUTS = re.compile(f"{_CUT}+")
_FEW = 3  #: capitals, small letters, and other signs that a token has at least: words that run together lack some
_ADDRESS = re.compile(r"""[^\s<>()\[\]«»"']{0,200}[?&]start=\Z""")  # what stands before a token in a link
_BETWEEN = r"[\W_]*"  # what may stand between two words of a name
#: words of names that stand in sentences, too
_PARTICLES = frozenset(["les", "des", "del", "della", "von", "van", "der", "den", "ben", "bin", "dos", "das", "san"])
#: facts that are codes, or names of places: no name of a person is looked for in them
_CODES = frozenset(
    {
        *(
            "kind",
            "function",
            "profile",
            "step",
            "action",
            "style",
            "reason",
            "act",
            "headline",
            "category",
            "status",
        ),
        *(
            "level",
            "voice",
            "language",
            "state",
            "stage",
            "about",
            "file_id",
            "unique_id",
            "mime",
            "filter",
            "serial",
        ),
        *(
            "at",
            "until",
            "now",
            "when",
            "goes",
            "of",
            "url",
            "place",
            "school",
            "desk",
            "contact",
            "share",
            "why_not",
        ),
    }
)
_ACCOUNTS = frozenset({"account", "login", "creator"})  #: facts that are identifiers of accounts
_DOERS = ("actor", "name", "who")  #: facts that say who acted
_SAID = ("text", "before", "words", "quote")  #: facts that are what somebody wrote


@dataclass(frozen=True)
class Traces:
    """What tells who a person was."""

    name: str
    login: str
    account: str
    chat: str  #: the number of their Telegram account; empty where another account of theirs stays linked to it
    others: tuple[str, ...]  #: names of other people that share a word with theirs: these stay
    signature: str  #: what an act of theirs is signed with from now on
    mark: str  #: what stands in place of their account
    said: tuple[str, ...] = ()  #: their words, which are replaced in what concerns them

    @cached_property
    def _codes(self) -> re.Pattern[str]:
        """Identifiers that are unlike any word, as they are written."""
        found = [one for one in (self.account, self.login) if one and re.search(r"[\W\d_]", one)]
        found = [rf"(?<![\w-]){re.escape(one)}(?![\w-])" for one in found]
        found += [rf"(?<!\d){self.chat}(?!\d)"] * bool(self.chat)
        return re.compile("|".join(found) or r"(?!)", re.IGNORECASE)

    @cached_property
    def _plain_codes(self) -> re.Pattern[str]:
        """All identifiers: those of letters alone may be ordinary words, too."""
        found = [rf"(?<![\w-]){re.escape(one)}(?![\w-])" for one in (self.account, self.login) if one]
        return re.compile("|".join(found) or r"(?!)", re.IGNORECASE)

    @cached_property
    def _near(self) -> re.Pattern[str]:
        return _pattern(self.name, [one for one in self.others if fold(one) != fold(self.name)], _singles(self.name))

    @cached_property
    def _far(self) -> re.Pattern[str]:
        shared = {word for other in self.others for word in words(other)}
        alone = [one for one in _singles(self.name) if shared.isdisjoint(words(one))]
        return _pattern(self.name, self.others, alone)

    @cached_property
    def _hint(self) -> re.Pattern[str]:
        return re.compile("|".join(sorted(set(words(self.name)), key=len, reverse=True)) or r"(?!)")

    def text(self, text: str, near: bool) -> str:
        """The text without the person's name, login, account and number.

        `near` says that it stands in what concerns them: there each of their names is replaced alone too, in any
        case. Elsewhere a single name only where it begins with a capital and nobody else has it.
        """
        text = self._unsaid(text) if near else text
        text = (self._plain_codes if near else self._codes).sub(ERASED, self._codes.sub(ERASED, text))
        if not self._hint.search(fold(text)):
            return text
        folded, places = _letters(text)
        made, end = "", 0
        for match in (self._near if near else self._far).finditer(folded):
            start, last = places[match.start()], places[match.end() - 1] + 1
            if match.lastgroup == "other" or (match.lastgroup == "one" and not near and not text[start].isupper()):
                continue
            while last < len(text) and unicodedata.combining(text[last]):
                last += 1
            made, end = made + text[end:start] + ERASED, last
        return made + text[end:]

    def _unsaid(self, text: str) -> str:
        for quoted in self.said:
            if len(quoted) >= _QUOTED and quoted in text:
                text = text.replace(quoted, ERASED)
            elif len(text) >= _QUOTED and text in quoted:  # a piece of a long one
                return ERASED
        return text

    def facts(self, value: Any, near: bool, keep: bool, key: str = "") -> Any:
        """Facts, however deep, as `text`. What the person wrote is replaced too, unless `keep`."""
        if isinstance(value, Mapping):
            theirs = not keep and self._said(value, near)
            return {
                name: ERASED if theirs and one and name in _SAID else self.facts(one, near, keep, name)
                for name, one in value.items()
            }
        if isinstance(value, list | tuple):
            return [self.facts(one, near, keep, key) for one in value]
        if isinstance(value, str):
            return self._fact(value, near, key)
        return 0 if self.chat and value == int(self.chat) and not isinstance(value, bool) else value

    def _said(self, facts: Mapping[str, Any], near: bool) -> bool:
        mine = near or self.name not in self.others
        return mine and any(facts.get(name) == self.name for name in _DOERS)

    def _fact(self, value: str, near: bool, key: str) -> str:
        if key in _CODES:
            return value
        if key in _ACCOUNTS and value in (self.account, self.login):
            return self.mark
        if key in _DOERS and value == self.name and (near or self.name not in self.others):
            return self.signature
        return self.text(value, near)


def marks(text: str) -> set[str]:
    """A mark for each two words that follow each other in a text and begin with capitals, as names do.

    No name can be read from a mark.
    """
    said = re.findall(r"[^\W\d_][\w’'-]*", text)
    return {_mark(one, other) for one, other in pairwise(said) if one[0].isupper() and other[0].isupper()}


def marks_of(name: str) -> set[str]:
    """The marks by which `marks` tells that a text has that name, in either order; empty for a name of one word."""
    parts = name.split()
    return {_mark(*parts[:2]), _mark(parts[-1], parts[0])} if len(parts) > 1 else set()


def tokens_in(text: str) -> list[str]:
    """Each piece of the text that has the form of a token, those that stand alone first; few texts have any.

    A token may be cut by spaces and line ends, as a sheet prints its link over several lines. Only its hash tells
    whether a piece is a token: a long identifier of another site has pieces of that form, too.
    """
    whole = islice(_pieces(text), _PIECES)
    joined = islice(filter(is_mixed, _pieces(_CUTS.sub("", text))), _PIECES)
    return list(dict.fromkeys(chain(whole, joined)))


def without(text: str, tokens: Iterable[str]) -> str:
    """The text with a mark in place of each of these tokens, and of the link that it ends."""
    for token in tokens:
        *before, last = re.split(f"{_CUT}*".join(map(re.escape, token)), text)
        text = "".join(f"{_ADDRESS.sub('', part)}{LINK_TAKEN_OUT}" for part in before) + last
    return text


def are_all(text: str, tokens: Collection[str]) -> bool:
    """Whether the text is nothing but these tokens or their links, each with a command's word before it or none."""
    left = text.split()
    for token in tokens:
        whole = [word for word in left if word == token or _is_link(word, token)]
        if not whole:
            return False
        left.remove(whole[0])
    return bool(tokens) and len(left) <= len(tokens) and all(_COMMANDED.fullmatch(word) is not None for word in left)


def _is_link(word: str, token: str) -> bool:
    return word.endswith(token) and _ADDRESS.fullmatch(word.removesuffix(token)) is not None


def is_mixed(piece: str) -> bool:
    """Whether a piece has signs of each sort: each token that is given out has, prose without its spaces has not."""
    capitals, small = sum(map(str.isupper, piece)), sum(map(str.islower, piece))
    return min(capitals, small) >= _FEW and capitals + small < len(piece)


def _pieces(text: str) -> Iterator[str]:
    """The pieces of a text that have the form of a token; those of short runs of its signs first."""
    for run in sorted(_RUN.findall(text), key=len):
        yield from (run[at : at + _TOKEN] for at in range(len(run) - _TOKEN + 1))


def _mark(*pair: str) -> str:
    return hashlib.sha256(" ".join(sorted(fold(word) for word in pair)).encode()).hexdigest()[:12]


def _singles(name: str) -> list[str]:
    """The names of somebody that are looked for alone: each, and each part of a double one."""
    found = [one for whole in name.split() for one in (whole, *re.split(r"[-’']", whole))]
    return [one for one in dict.fromkeys(found) if len(fold(one)) >= _LEAST and fold(one) not in _PARTICLES]


def _pattern(name: str, others: Iterable[str], alone: Iterable[str]) -> re.Pattern[str]:
    """Matches folded text: `other` is somebody else's name, `all` the whole name, `one` a single name."""
    parts = words(name)
    short = [rf"{_BETWEEN.join(parts[:at])}[\W_]+{parts[at][0]}\." for at in range(1, len(parts))]
    whole = [f"{turned}(?!\\w)" for turned in _turns(parts)] + short
    groups = {"other": [f"{turned}(?!\\w)" for one in others for turned in _turns(words(one))], "all": whole}
    groups["one"] = [f"{_BETWEEN.join(words(one))}(?!\\w)" for one in sorted(alone, key=len, reverse=True)]
    made = [f"(?P<{group}>{'|'.join(found)})" for group, found in groups.items() if found and parts]
    return re.compile(rf"(?<!\w)(?:{'|'.join(made)})" if made else r"(?!)")


def _turns(parts: list[str]) -> list[str]:
    """The words of a name in their order, and with the last ones first."""
    return [_BETWEEN.join(parts[at:] + parts[:at]) for at in range(len(parts))]


def _letters(text: str) -> tuple[str, list[int]]:
    """The folded text, and for each of its letters the place of the character that it comes from."""
    made, places = list[str](), list[int]()
    for at, character in enumerate(text):
        for letter in _folded(character):
            made.append(letter)
            places.append(at)
    return "".join(made), places


@lru_cache(4096)
def _folded(character: str) -> str:
    return fold(character)
