"""The draft of a request: what somebody said of it so far, and what is known of it from that."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeVar

from bot.storage import people
from bot.terms import Attachment, Person, Refusal, Saying, Structure
from bot.workflows.desk import Turn
from bot.workflows.requests import scenes
from bot.workflows.requests.filed import refuse_description, several
from bot.workflows.rules import albums

T = TypeVar("T")


@dataclass(slots=True)
class Filing:
    """The draft of a request, as far as somebody has described it."""

    category: str = ""
    said: list[tuple[int, str]] = field(default_factory=list)  #: Telegram's number and the text of each message
    files: list[Attachment] = field(default_factory=list)
    place: str = ""  #: identifier of the school it is about
    school: str = ""  #: the name of that school when it was chosen
    offered: list[tuple[str, str]] = field(default_factory=list)  #: the schools to choose from: identifier and name
    whom: int = 0  #: `id` of the person it is filed for; 0 where they file for themselves
    named: str = ""  #: the name of that person when they were chosen
    lost: str = ""  #: the name of the person for whom it cannot be filed any more, while it is asked for whom it is
    above: bool = False  #: True to file at the level above that of whoever files
    someone: bool = False  #: True while it is to be asked for whom it is filed
    name: str = ""  #: the name typed to find that person
    found: list[tuple[str, str]] | None = (
        None  #: accounts of that name: identifier and label; None before the ENT is asked
    )
    account: str = ""  #: identifier of the account chosen among them
    sent: bool = False  #: True once the summary is confirmed
    number: int = 0  #: the number of the request once it is filed; 0 before
    again: Filing | None = None  #: another one begun meanwhile, until it is said which goes on
    advice: str = ""  #: the key of the help article that is being read before it is filed
    solved: bool = False  #: True once that article solved the problem
    quote: str = ""  #: a line that names the request that this one follows, and quotes it

    @property
    def text(self) -> str:
        """All messages so far as one text."""
        return "\n".join(words for _, words in self.whole)

    @property
    def whole(self) -> list[tuple[int, str]]:
        """What describes the request: the messages, as `said` has them, and the quoted line, if there is one."""
        return [*self.said, *([(0, self.quote)] if self.quote else [])]


def gather(turn: Turn, draft: Filing, saying: Saying) -> bool:
    """Adds the words and files of a message to the draft; the words of an edited message replace what it said before.

    Returns False for a further file of an album, which needs no answer. Refused where there are too many files or
    words.
    """
    mark = saying.origin.message_id if saying.origin else 0
    known = {(file.unique_id, file.album) for file in draft.files}
    tied = [albums.tied(file, mark) for file in saying.files]
    added = [file for file in tied if (file.unique_id, file.album) not in known]
    if len(draft.files) + len(added) > turn.policy.files_limit:
        raise Refusal("too-many-files", limit=turn.policy.files_limit)
    album = next((file.album for file in saying.files), "")
    again = bool(album) and any(file.album == album for file in draft.files)
    draft.files = [*draft.files, *added]
    if saying.text:
        scenes.refuse_long(turn, saying.text)
        if mark and any(mark == one for one, _ in draft.said):
            draft.said = [(one, saying.text if one == mark else words) for one, words in draft.said]
        else:
            draft.said = [*draft.said, (mark, saying.text)]
        refuse_description(turn, draft.text)
    return not again


def join(turn: Turn, into: Filing, first: Filing, second: Filing) -> None:
    """Puts the words and files of both drafts into one; refused where they are too many."""
    into.said, into.files = [*first.said, *second.said], [*first.files, *second.files]
    if len(into.files) > turn.policy.files_limit:
        raise Refusal("too-many-files", limit=turn.policy.files_limit)
    refuse_description(turn, into.text)


def keep(earlier: Filing, later: Filing) -> None:
    """What was written stays: going back changes a choice, not the description.

    Back at the question which of two requests goes on, it is the other one that has these words.
    """
    if earlier.again is None or later.again is not None:
        earlier.said, earlier.files, earlier.again = later.said, later.files, later.again
    else:
        earlier.again.said = _after(earlier.said, later.said)
        earlier.again.files = _after(earlier.files, later.files)


def _after(first: list[T], whole: list[T]) -> list[T]:
    """The rest of the list, where it begins with `first`; else all of it."""
    return whole[len(first) :] if whole[: len(first)] == first else whole


def facts_of(turn: Turn, draft: Filing) -> dict[str, object]:
    """The facts that the sentences about a draft use."""
    facts = {"category": draft.category, "text": draft.text, "files": len(draft.files)}
    return whose(turn, draft) | facts | {"place": draft.school, "several": several(turn.me, requester(turn, draft))}


def whose(turn: Turn, draft: Filing) -> dict[str, object]:
    """The name of the person that it is filed for; empty where that is whoever files."""
    who = requester(turn, draft)
    return {"whom": who.name if who.id != turn.me.id else ""}


def settle(who: Person, draft: Filing) -> None:
    """Chooses the school of whoever has only one, for whom the request is filed, and notes which ones are offered."""
    draft.offered = [(place.id, place.name) for place in who.places]
    if not draft.place and len(who.places) == 1:
        draft.place, draft.school = who.places[0].id, who.places[0].name


def requester(turn: Turn, draft: Filing) -> Person:
    """The person that it is filed for."""
    return (people.by_id(turn.work, draft.whom) if draft.whom else None) or turn.me


def school(who: Person, chosen: str) -> Structure:
    """The chosen one of their schools, or the only one; refused where they have none, or none was chosen."""
    if not who.places:
        raise Refusal("no-place", name=who.name)
    known = [place for place in who.places if chosen in (place.id, "")]
    if len(known) != 1:
        raise Refusal("old-button")
    return known[0]
