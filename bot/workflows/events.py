"""The events of requests: each says who is told what. Whoever acts is not told of their own act."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Whom(Enum):
    """The groups of people around a request who may be told of an event."""

    REQUESTER = "requester"  #: who asked, and who filed it for them
    ANSWERING = "answering"  #: its holder, or every agent of the desk while nobody holds it
    DESK = "desk"  #: every agent of the desk
    HOLDER = "holder"
    SCHOOL = "school"  #: the school's local administrators
    SENDERS = "senders"  #: those who escalated it or sent it back
    FOLLOWERS = "followers"  #: those whose own request was merged into it; its number is the fact `follows`


@dataclass(frozen=True, slots=True)
class Tell:
    """One line of an event: these people get a notice, or the card of the request under a headline."""

    whom: Whom
    kind: str  #: kind of the notice, or headline of the card
    keys: tuple[str, ...] = ()  #: actions of the buttons under the notice; a card has buttons of its own
    card: bool = False  #: True for the card, False for a notice
    quotes: bool = False  #: whether text and files are sent too, to followers only a text that names nobody


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happens to a request. Each person is told once, as the first line that concerns them says.

    Followers are told apart from that, once for each request of theirs.
    """

    name: str
    tells: tuple[Tell, ...] = ()
    receipt: bool = False  #: whether whoever caused it reads a receipt, the notice `done_NAME`


def told(kind: str, *circles: Whom, keys: tuple[str, ...] = (), quotes: bool = False) -> tuple[Tell, ...]:
    """Lines that send the same notice to each of these groups."""
    return tuple(Tell(whom, kind, keys, quotes=quotes) for whom in circles)


def shown(headline: str, *circles: Whom) -> tuple[Tell, ...]:
    """Lines that send the card, under that headline, to each of these groups."""
    return tuple(Tell(whom, headline, card=True, quotes=True) for whom in circles)
