"""What an event of a request is made of: who is told what. The one who acts is never told of their own act."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Whom(Enum):
    """Circles of people around a request."""

    REQUESTER = "requester"  #: who asked, and who filed it for them
    ANSWERING = "answering"  #: its holder, or every agent of the desk while nobody holds it
    DESK = "desk"  #: every agent of the desk
    HOLDER = "holder"
    SCHOOL = "school"  #: the school's local administrators
    SENDERS = "senders"  #: who sent it on
    FOLLOWERS = "followers"  #: whose own request was merged into it


@dataclass(frozen=True, slots=True)
class Tell:
    """One line of an event: that circle hears this notice, or is shown the card under that headline."""

    whom: Whom
    kind: str  #: of the notice, or the headline of the card
    keys: tuple[str, ...] = ()  #: the buttons under the notice; a card brings its own
    card: bool = False
    quotes: bool = False  #: whether words and files go along; a reason is an internal note, and never does


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happens to a request; each person is told once, by the first line that names them."""

    name: str
    tells: tuple[Tell, ...] = ()


def told(kind: str, *circles: Whom, keys: tuple[str, ...] = (), quotes: bool = False) -> tuple[Tell, ...]:
    """The same notice for each of those circles."""
    return tuple(Tell(whom, kind, keys, quotes=quotes) for whom in circles)


def shown(headline: str, *circles: Whom) -> tuple[Tell, ...]:
    """The card under that headline for each of those circles."""
    return tuple(Tell(whom, headline, card=True, quotes=True) for whom in circles)
