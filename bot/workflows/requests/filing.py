"""Filing a request: at once where nothing is missing, else by a conversation that asks for the rest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta

from bot.ent.directory import Query
from bot.folding import words
from bot.storage import people
from bot.storage.work import Work
from bot.terms import Attachment, Button, Notice, Person, Refusal, Saying, Structure
from bot.workflows.conversations import course, keeping
from bot.workflows.conversations.shape import Conversation, Question
from bot.workflows.desk import Caller, Desk, Turn
from bot.workflows.policy import Policy
from bot.workflows.requests import scenes
from bot.workflows.requests.filed import Filed, file, refuse_description
from bot.workflows.rules import albums, naming
from bot.workflows.rules.accounts import administration
from bot.workflows.rules.screens import grid

_MOST = 8  #: accounts offered to choose from
Said = Notice | course.Pending | None


@dataclass(slots=True)
class Filing:
    """The draft of a request, as far as somebody has described it."""

    category: str = ""
    said: list[tuple[int, str]] = field(default_factory=list)  #: Telegram's number and the text of each message
    files: list[Attachment] = field(default_factory=list)
    place: str = ""  #: identifier of the school it is about
    whom: int = 0  #: `id` of the person it is filed for; 0 where they file for themselves
    above: bool = False  #: True to file at the level above that of whoever files
    someone: bool = False  #: True while it is to be asked for whom it is filed
    name: str = ""  #: the name typed to find that person
    found: list[tuple[str, str]] | None = (
        None  #: accounts of that name: identifier and label; None before the ENT is asked
    )
    account: str = ""  #: identifier of the account chosen among them
    sent: bool = False  #: True once the summary is confirmed

    @property
    def text(self) -> str:
        """All messages so far as one text."""
        return "\n".join(words for _, words in self.said)


def start(turn: Turn, category: str, saying: Saying) -> Said:
    """Files a complete request at once and returns None; else begins a conversation and returns its question."""
    draft = Filing(category if category in turn.policy.categories else "")
    gather(turn, draft, saying)
    if draft.category and saying.text and len(turn.me.places) == 1:
        course.leave(turn)
        _file(turn, draft)
        return None
    return course.begin(turn, FILING, draft)


def accept(turn: Turn, draft: Filing) -> Said:
    """`Nouvelle demande`: begins to file, with the words that the draft has if any; returns the question."""
    return course.begin(turn, FILING, draft)


def add(turn: Turn, said: Sequence[tuple[int, str]], files: Sequence[Attachment]) -> Said:
    """Adds words and files to the request that is being prepared, and returns its question.

    Begins to file them where none is.
    """
    it = keeping.resumed(turn, FILING)
    if it is None:
        return accept(turn, Filing(said=[*said], files=[*files]))
    it.draft.said, it.draft.files = [*it.draft.said, *said], [*it.draft.files, *files]
    return course.resume(turn, it)


async def for_account(desk: Desk, cause: str, caller: Caller, account_id: str) -> Notice | None:
    """Begins to file for the account of an administrator, at the level above that of whoever files."""
    draft = Filing("connexion", above=True, someone=True, account=account_id)
    return await course.open_with(desk, cause, caller, FILING, draft)


def closed(_work: Work, _policy: Policy, person: Person, _number: int) -> Notice:
    """What takes the place of the question of a request that was given up before anything was said."""
    return Notice("closed_filing", {}, ((Button("new", "", person.id),),))


def _file(turn: Turn, draft: Filing) -> None:
    requester = _requester(turn, draft)
    file(turn, Filed(draft.category, draft.said, draft.files, _place(requester, draft.place), draft.above), requester)


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


def _hear_name(turn: Turn, draft: Filing, saying: Saying) -> bool:
    """Takes the words as a name; files that come with them belong to the description."""
    if not saying.text:
        raise Refusal("text-needed")
    gather(turn, draft, replace(saying, text=""))
    draft.name, draft.found = saying.text, None
    return True


def _choose_account(_turn: Turn, draft: Filing, account_id: str) -> None:
    draft.account = account_id  # `_learn` asks the ENT whether this person may see that account


def _choose_place(turn: Turn, draft: Filing, place: str) -> None:
    if place not in {one.id for one in _requester(turn, draft).places}:
        raise Refusal("old-button")
    draft.place = place


def _choose_category(turn: Turn, draft: Filing, category: str) -> None:
    if category not in turn.policy.categories:
        raise Refusal("old-button")
    draft.category = category


def _for_someone(turn: Turn, draft: Filing, _value: str) -> None:
    if not turn.me.is_agent:
        raise Refusal("old-button")
    draft.someone, draft.name, draft.found = True, "", None


def _send(_turn: Turn, draft: Filing, _value: str) -> None:
    draft.sent = bool(draft.category) and bool(draft.text or draft.files)


async def _learn(desk: Desk, caller: Caller, draft: Filing) -> None:
    """Asks the ENT for the chosen account, or else for the accounts that match the typed name.

    Refused where the chosen account does not exist, or the person does not administer it.
    """
    me = await desk.see(caller, lambda turn: turn.me)
    if draft.account:
        account = await desk.directory.account(draft.account)
        if account is None or not administration.sees(me, account):
            raise Refusal("no-account", name="")
        draft.whom = (await desk.put(people.know, account)).id
        draft.someone, draft.account = False, ""
        return
    found = await desk.directory.search(Query(words=draft.name), administration.scopes(me), _MOST)
    labels = naming.labels(found.accounts)
    draft.found = [(one.id, label) for one, label in zip(found.accounts, labels, strict=True)]


def _learns(draft: Filing) -> bool:
    return bool(draft.account) or (draft.someone and bool(draft.name) and draft.found is None)


def _ask_whom(turn: Turn, draft: Filing) -> Notice:
    if not draft.name:
        return Notice("ask_whom")
    if not draft.found:
        return Notice("nobody_found", {"words": draft.name})
    rows = tuple((Button("whom", key, turn.me.id, words=label),) for key, label in draft.found)
    return Notice("choose_whom", {"words": draft.name}, rows)


def _ask_place(turn: Turn, draft: Filing) -> Notice:
    requester = _requester(turn, draft)
    rows = tuple((Button("place", place.id, turn.me.id, words=place.name),) for place in requester.places)
    return Notice("ask_place", _whose(turn, draft), rows)


def _ask_category(turn: Turn, draft: Filing) -> Notice:
    made = [Button("category", key, turn.me.id) for key in turn.policy.categories]
    rows = [*grid(made)]
    if turn.me.is_agent and not draft.whom:
        rows.append((Button("someone", "", turn.me.id),))
    return Notice("ask_category", _whose(turn, draft), tuple(rows))


def _ask_words(turn: Turn, draft: Filing) -> Notice:
    return Notice("ask_words", _facts(turn, draft))


def _sum_up(turn: Turn, draft: Filing) -> Notice:
    row = (Button("send", "", turn.me.id, style="success", once=True),)
    return Notice("summary", _facts(turn, draft), (row,))


def _facts(turn: Turn, draft: Filing) -> dict[str, object]:
    return _whose(turn, draft) | {"category": draft.category, "text": draft.text, "files": len(draft.files)}


def _whose(turn: Turn, draft: Filing) -> dict[str, object]:
    requester = _requester(turn, draft)
    return {"whom": requester.name if requester.id != turn.me.id else ""}


def _requester(turn: Turn, draft: Filing) -> Person:
    return (people.by_id(turn.work, draft.whom) if draft.whom else None) or turn.me


def _place(requester: Person, chosen: str) -> Structure:
    if not requester.places:
        raise Refusal("no-place", name=requester.name)
    return next((place for place in requester.places if place.id == chosen), requester.places[0])


def _keep(earlier: Filing, later: Filing) -> None:
    """What was written stays: going back changes a choice, not the description."""
    earlier.said, earlier.files = later.said, later.files


def _hear_category(turn: Turn, draft: Filing, saying: Saying) -> bool:
    """Takes the name of a category as the choice, anything else as a part of the description."""
    named = " ".join(words(saying.text))
    if saying.files or named not in turn.policy.categories:
        return gather(turn, draft, saying)
    draft.category = named
    return True


def _must_choose_place(turn: Turn, draft: Filing) -> bool:
    return not draft.place and len(_requester(turn, draft).places) > 1


_PICKS = {"category": _choose_category, "someone": _for_someone}

FILING = Conversation(
    "filing",
    Filing,
    (
        Question("whom", lambda _, draft: draft.someone, _ask_whom, _hear_name, {"whom": _choose_account}),
        Question("place", _must_choose_place, _ask_place, gather, {"place": _choose_place}),
        Question("category", lambda _, draft: not draft.category, _ask_category, _hear_category, _PICKS),
        Question("words", lambda _, draft: not (draft.said or draft.files), _ask_words, gather),
        Question("summary", lambda _, draft: not draft.sent, _sum_up, gather, {"send": _send}),
    ),
    life=timedelta(days=7),
    finish=_file,
    learn=_learn,
    learns=_learns,
    keep=_keep,
    carries=True,
    lasting=lambda draft: bool(draft.category or draft.said or draft.files),
    closed="closed_filing",
)
