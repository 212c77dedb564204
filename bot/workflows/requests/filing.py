"""Filing a request: at once where nothing is missing, else by a conversation that asks for the rest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace

from bot.ent.directory import Query
from bot.folding import words
from bot.storage import people
from bot.storage.work import Work
from bot.terms import Attachment, Button, Notice, Person, Refusal, Saying
from bot.workflows.conversations import course, keeping
from bot.workflows.conversations.keeping import UnderWay
from bot.workflows.conversations.shape import Conversation, Question, Waits
from bot.workflows.desk import Caller, Desk, Turn
from bot.workflows.policy import Policy
from bot.workflows.requests import alarm
from bot.workflows.requests.draft import Filing as Filing
from bot.workflows.requests.draft import facts_of, join, keep, requester, school, whose
from bot.workflows.requests.draft import gather as gather
from bot.workflows.requests.filed import Filed, file
from bot.workflows.rules import naming
from bot.workflows.rules.accounts import administration
from bot.workflows.rules.screens import grid

_MOST = 8  #: accounts offered to choose from
Said = Notice | course.Pending | None


def start(turn: Turn, category: str, saying: Saying) -> Said:
    """Files a complete request at once and returns None; else begins a conversation and returns its question.

    A request that is being prepared with words or files is not dropped: a complete one leaves it as it is; for any
    other, it is asked which of the two goes on. An edit of a command that it was begun with changes it. A frightened
    child is led to people who help instead.
    """
    if (led := alarm.lead(turn, saying)) is not None:
        return led
    prepared = _prepared(turn)
    draft = Filing(category if category in turn.policy.categories else "")
    gather(turn, draft, saying)
    if prepared is not None and _knows(prepared.draft, saying):
        return _edited(turn, prepared, draft, saying)
    if draft.category and saying.text and len(turn.me.places) == 1:
        if prepared is None:
            course.leave(turn)
        _file(turn, draft)
        return None
    return _begin(turn, prepared, draft)


def accept(turn: Turn, draft: Filing) -> Said:
    """`Nouvelle demande`: begins to file, with the words that the draft has if any; returns the question.

    Where a request is being prepared with words or files, asks which of the two goes on.
    """
    return _begin(turn, _prepared(turn), draft)


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
    prepared = await desk.see(caller, _prepared)
    if prepared is not None:
        if (other := prepared.draft.again) is not None:
            draft.said, draft.files = other.said, other.files
        prepared.draft.again = draft
        return await course.carry_on(desk, cause, caller, course.Pending(prepared))
    return await course.open_with(desk, cause, caller, FILING, draft)


def closed(_work: Work, _policy: Policy, person: Person, _number: int) -> Notice:
    """What takes the place of the question of a request that was given up before anything was said."""
    return Notice("closed_filing", {}, ((Button("new", "", person.id),),))


def _prepared(turn: Turn) -> UnderWay[Filing] | None:
    """The request that this account is preparing with words or files; None where there is none."""
    it = keeping.resumed(turn, FILING)
    mine = it is not None and it.person == turn.me.id
    return it if it is not None and mine and (it.draft.said or it.draft.files) else None


def _begin(turn: Turn, prepared: UnderWay[Filing] | None, draft: Filing) -> Said:
    """Begins to file the draft; beside one that is prepared already, asks which goes on."""
    if prepared is None:
        return course.begin(turn, FILING, draft, {str(mark): "words" for mark, _ in draft.said if mark})
    if prepared.draft.again is not None:
        join(turn, draft, prepared.draft.again, draft)
    prepared.draft.again = draft
    return course.resume(turn, prepared)


def _knows(draft: Filing | None, saying: Saying) -> bool:
    """Whether the draft, or the other one beside it, has the words of that message already."""
    mark = saying.origin.message_id if saying.origin else 0
    return draft is not None and (any(mark == one for one, _ in draft.said if one) or _knows(draft.again, saying))


def _edited(turn: Turn, prepared: UnderWay[Filing], draft: Filing, saying: Saying) -> Said:
    """Takes the new text of a command whose words the prepared request has already; returns its question."""
    other = prepared.draft.again
    changed = other if other is not None and _knows(other, saying) else prepared.draft
    gather(turn, changed, Saying(saying.text, (), saying.origin))
    changed.category = draft.category or changed.category
    return course.resume(turn, prepared)


def _file(turn: Turn, draft: Filing) -> None:
    who = requester(turn, draft)
    file(turn, Filed(draft.category, draft.said, draft.files, school(who, draft.place), draft.above), who)


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
    if place not in {one.id for one in requester(turn, draft).places}:
        raise Refusal("old-button")
    draft.place = place


def _choose_category(turn: Turn, draft: Filing, category: str) -> None:
    if category not in turn.policy.categories:
        raise Refusal("old-button")
    draft.category = category


def _change_category(_turn: Turn, draft: Filing, _value: str) -> None:
    draft.category = ""


def _change_place(turn: Turn, draft: Filing, _value: str) -> None:
    draft.place = ""


def _hear_more(turn: Turn, draft: Filing, saying: Saying) -> bool:
    return gather(turn, draft.again or draft, saying)


def _continue(turn: Turn, draft: Filing, _value: str) -> None:
    """Goes on with the first request; the words of the other join it."""
    if draft.again is None:
        raise Refusal("old-button")
    other, draft.again = draft.again, None
    join(turn, draft, draft, other)
    draft.category = draft.category or other.category


def _another(_turn: Turn, draft: Filing, _value: str) -> None:
    """Goes on with the other request, in place of the first: only `Retour` brings that back."""
    if draft.again is None:
        raise Refusal("old-button")
    other = draft.again
    for field_ in fields(Filing):
        setattr(draft, field_.name, getattr(other, field_.name))


def _for_someone(turn: Turn, draft: Filing, _value: str) -> None:
    if not turn.me.is_agent:
        raise Refusal("old-button")
    draft.someone, draft.name, draft.found = True, "", None


def _send(_turn: Turn, draft: Filing, _value: str) -> None:
    draft.sent = draft.again is None and bool(draft.category) and bool(draft.text or draft.files)


async def _learn(desk: Desk, caller: Caller, draft: Filing) -> None:
    """Asks the ENT for the chosen account, or else for the accounts that match the typed name, if one is wanted.

    Refused where the chosen account does not exist, or the person does not administer it.
    """
    if not _learns(draft):
        return
    me = await desk.see(caller, lambda turn: turn.me)
    if draft.account:
        account = await desk.directory.account(draft.account)
        if account is None or not administration.sees(me, account):
            raise Refusal("no-account", name="")
        draft.whom = (await desk.put(people.know, account)).id
        draft.someone, draft.account, draft.place = False, "", ""  # the school chosen before was another person's
        return
    found = await desk.directory.search(Query(words=draft.name), administration.scopes(me), _MOST)
    labels = naming.labels(found.accounts)
    draft.found = [(one.id, label) for one, label in zip(found.accounts, labels, strict=True)]


def _learns(draft: Filing) -> bool:
    if draft.again is not None:
        return False
    return bool(draft.account) or (draft.someone and bool(draft.name) and draft.found is None)


def _ask_whom(turn: Turn, draft: Filing) -> Notice:
    if not draft.name:
        return Notice("ask_whom")
    if not draft.found:
        return Notice("nobody_found", {"words": draft.name})
    rows = tuple((Button("whom", key, turn.me.id, words=label),) for key, label in draft.found)
    return Notice("choose_whom", {"words": draft.name}, rows)


def _ask_place(turn: Turn, draft: Filing) -> Notice:
    rows = tuple(
        (Button("place", place.id, turn.me.id, words=place.name),) for place in requester(turn, draft).places
    )
    return Notice("ask_place", whose(turn, draft), rows)


def _ask_category(turn: Turn, draft: Filing) -> Notice:
    made = [Button("category", key, turn.me.id) for key in turn.policy.categories]
    rows = [*grid(made)]
    if turn.me.is_agent and not draft.whom:
        rows.append((Button("someone", "", turn.me.id),))
    return Notice("ask_category", whose(turn, draft), tuple(rows))


def _ask_words(turn: Turn, draft: Filing) -> Notice:
    return Notice("ask_words", facts_of(turn, draft))


def _sum_up(turn: Turn, draft: Filing) -> Notice:
    row = (Button("send", "", turn.me.id, style="success", once=True),)
    changes = [Button("change_category", "", turn.me.id)]
    if len(requester(turn, draft).places) > 1:
        changes.append(Button("change_place", "", turn.me.id))
    return Notice("summary", facts_of(turn, draft), (row, tuple(changes)))


def _ask_again(turn: Turn, draft: Filing) -> Notice:
    made = (Button("continue", "", turn.me.id, style="primary"), Button("another", "", turn.me.id))
    return Notice("ask_again", facts_of(turn, draft), (made,))


def _hear_category(turn: Turn, draft: Filing, saying: Saying) -> bool:
    """Takes the name of a category as the choice, anything else as a part of the description."""
    named = " ".join(words(saying.text))
    if saying.files or named not in turn.policy.categories:
        return gather(turn, draft, saying)
    draft.category = named
    return True


def _must_choose_place(turn: Turn, draft: Filing) -> bool:
    return not draft.place and len(requester(turn, draft).places) > 1


_SUMMARY = {"send": _send, "change_category": _change_category, "change_place": _change_place}
_PICKS = {"category": _choose_category, "someone": _for_someone}

FILING = Conversation(
    "filing",
    Filing,
    (
        Question(
            *("again", lambda _, draft: draft.again is not None, _ask_again, _hear_more),
            {"continue": _continue, "another": _another},
            files=True,
        ),
        Question(
            "whom", lambda _, draft: draft.someone, _ask_whom, _hear_name, {"whom": _choose_account}, files=True
        ),
        Question("place", _must_choose_place, _ask_place, gather, {"place": _choose_place}, files=True),
        Question("category", lambda _, draft: not draft.category, _ask_category, _hear_category, _PICKS, files=True),
        Question("words", lambda _, draft: not (draft.said or draft.files), _ask_words, gather, files=True),
        Question("summary", lambda _, draft: not draft.sent, _sum_up, gather, _SUMMARY, files=True),
    ),
    waits=Waits.FILINGS,
    finish=_file,
    learn=_learn,
    learns=_learns,
    keep=keep,
    carries=True,
    lasting=lambda draft: bool(draft.category or draft.said or draft.files),
    closed="closed_filing",
)
