"""A line of the audit, and its two hashes: the digest of what concerns an account, and the chain to the line before.

The digest is salted: once account, facts and salt are blanked, nobody can find out what they were, and the chain,
which is made of the digest, still verifies.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any, NamedTuple

from bot.terms import Person

START = ""  #: what the first line of all has in place of the chain of the line before
CUT = "cut"  #: act of the line that the retention period writes for the lines that it deletes
BLANK = "blank"  #: act of the line that an erasure writes for the lines that it blanks
UNREADABLE = datetime.min.replace(tzinfo=UTC)  #: the moment of a line of which a column cannot be read
_CODES = frozenset(
    {
        "category",
        "state",
        "reason",
        "deed",
        "profile",
        "verdict",
        "card",
        "format",
        "chain",
        "says",
        "part",
        "function",
    }
)
_CODE = re.compile(r"[A-Za-z0-9_.:-]{1,64}")


@dataclass(frozen=True, slots=True)
class Line:
    """What is to be written of one act or look. It never has words that people wrote, a code, or a name."""

    act: str  #: in one word, such as `take`
    person: int | None = None  #: number of who acted; None where time or an operator did
    level: int | None = None  #: the highest level at which they answer; None where they answer at none
    request: int | None = None
    account: str = ""  #: identifier in the ENT of the account that it concerns
    school: str = ""  #: identifier of the structure that it concerns
    facts: Mapping[str, Any] = field(default_factory=dict)


class Written(NamedTuple):
    """A line as it is kept."""

    position: int
    at: datetime
    person: int | None
    level: int | None
    act: str
    request: int | None
    account: str
    school: str
    facts: Mapping[str, Any]
    salt: str
    digest: str
    chain: str

    @property
    def unreadable(self) -> bool:
        """Whether a column of it could not be read, since somebody changed it by hand."""
        return self.at == UNREADABLE


def level_of(person: Person | None) -> int | None:
    """The highest level at which that person answers; None where they answer at none, or nobody is given."""
    return max((int(role.level) for role in person.roles), default=None) if person is not None else None


def plain(facts: Mapping[str, Any]) -> dict[str, Any]:
    """The facts that a line may have: numbers, yes or no, and the codes of the house; no words of people."""
    return {name: fact for name, fact in facts.items() if _is_plain(name, fact)}


def _is_plain(name: str, fact: Any) -> bool:
    return isinstance(fact, bool | int) or (name in _CODES and isinstance(fact, str) and bool(_CODE.fullmatch(fact)))


def digest_of(salt: str, account: str, facts: Mapping[str, Any]) -> str:
    """The digest of what a line says of an account; in hexadecimal."""
    return _hash([salt, account, facts])


def chain_of(line: Written, previous: str, position: int | None = None) -> str:
    """The chain of a line that follows one with the chain `previous`, at its own position or the given one."""
    at = line.at.astimezone(UTC).isoformat(timespec="microseconds")
    where = line.position if position is None else position
    return _hash([where, at, line.person, line.level, line.act, line.request, line.school, line.digest, previous])


def is_blank(line: Written) -> bool:
    """Whether the account and the facts of the line were blanked."""
    return not line.salt and not line.account and not line.facts


def is_sound(line: Written) -> bool:
    """Whether the account and the facts of the line are those that its digest was made of, or blanked."""
    return is_blank(line) or digest_of(line.salt, line.account, line.facts) == line.digest


def _hash(values: list[Any]) -> str:
    kept = json.dumps(values, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(kept.encode("utf-8", "surrogatepass")).hexdigest()  # facts changed by hand may hold half a sign
