"""The conversation of `/creer`: the profile first, then only what this profile needs, then the confirmation."""

from __future__ import annotations

from bot.terms import Button, Notice, Person, Profile, Refusal, Saying, Structure
from bot.workflows.accounts import finding
from bot.workflows.conversations import course, steps
from bot.workflows.conversations.shape import Conversation, Question, Waits
from bot.workflows.creation import children, describing, doubles, making
from bot.workflows.creation.entry import CASES, Entry
from bot.workflows.desk import Caller, Desk, Turn
from bot.workflows.rules import naming
from bot.workflows.rules.accounts import administration
from bot.workflows.rules.calendar import today
from bot.workflows.rules.creation import typed
from bot.workflows.rules.screens import Row, grid

_NATIONAL = "national"  #: the choice of those who have an account already
_TASK = 200  #: characters of what somebody does


async def ask(desk: Desk, cause: str, caller: Caller, said: str) -> Notice | None:
    """`/creer [profile] [Prénom Nom] [birth date] [class]`: asks for what is missing, then for the confirmation.

    Refused for members of the national education, whose accounts exist already, and to whoever administers no school.
    """
    administration.own_schools(await finding.administrator(desk, caller))
    entry = Entry()
    _begin(entry, said)
    return await course.open_with(desk, cause, caller, CREATION, entry)


def _begin(entry: Entry, said: str) -> None:
    entry.doubt, entry.meant = typed.meant(said)
    if entry.doubt:
        entry.rest = said.strip().removeprefix(entry.doubt).strip()
        return
    profile, task, rest = typed.profile(said) if said else (None, "", "")
    if profile in (None, Profile.TEACHER):
        entry.rest = rest
        return
    assert profile is not None
    entry.profile, entry.task, entry.rest, entry.line = profile.value, task or None, rest, bool(rest)


def _ask_meant(turn: Turn, entry: Entry) -> Notice:
    """Whether the first word is a profile that was mistyped, or belongs to the name."""
    row = (Button("create_meant", _key(entry.meant), turn.me.id), Button("create_word", "", turn.me.id))
    return Notice("create_meant", {"words": entry.doubt}, (row,))


def _key(word: str) -> str:
    """The choice of a profile that a word for one names."""
    named = None if typed.national(word) else typed.profile(word)[0]
    return _NATIONAL if named in (None, Profile.TEACHER) else named.value


def _hear_meant(turn: Turn, entry: Entry, saying: Saying) -> bool:
    if steps.agrees(saying):
        _mean(turn, entry, "")
        return True
    return _hear_profile(turn, entry, saying)


def _mean(_turn: Turn, entry: Entry, _value: str) -> None:
    said = f"{entry.meant} {entry.rest}".strip()
    typed.profile(said)  # refused for members of the national education
    _begin(entry, said)


def _belongs(_turn: Turn, entry: Entry, _value: str) -> None:
    entry.rest, entry.doubt = f"{entry.doubt} {entry.rest}".strip(), ""


async def _learn(desk: Desk, caller: Caller, entry: Entry) -> None:
    """Asks the ENT for the schools of whoever asks, then for what the next question needs."""
    me = await finding.administrator(desk, caller)
    if not entry.schools:
        entry.schools = {one.id: one.name for one in await finding.own_schools(desk, me)}
    if len(entry.schools) == 1:
        (entry.school,) = entry.schools
    if not (entry.profile and entry.school):
        return
    administration.check_school(me, entry.school)
    classes: list[Structure] = []
    if entry.pupil and (entry.rest or not entry.class_id):
        classes = await desk.directory.classes(entry.school)
        entry.classes = {one.id: one.name for one in classes}
    if entry.rest:
        entry.read_rest(today(desk.clock()), classes)
    if entry.sought:
        await children.seek(desk, entry)
    if entry.complete:
        await _compare(desk, me, entry)


async def _compare(desk: Desk, me: Person, entry: Entry) -> None:
    """Looks for accounts that may be theirs; asks anew where one was found that was not shown yet."""
    shown = {one["id"] for one in entry.alike or ()}
    entry.alike = await doubles.find(desk, me, entry)
    fresh = {one["id"] for one in entry.alike} - shown
    entry.anew = entry.sure and bool(fresh)
    entry.sure = entry.sure and not fresh


def _ask_profile(turn: Turn, entry: Entry) -> Notice:
    keys = [Button("create_as", one.value, turn.me.id) for one in typed.MADE]
    return Notice(
        "create_profile", {"words": entry.rest}, (*grid(keys), (Button("create_as", _NATIONAL, turn.me.id),))
    )


def _hear_profile(turn: Turn, entry: Entry, saying: Saying) -> bool:
    """Takes a profile, and whatever is typed after it."""
    profile, task, rest = typed.profile(saying.typed)
    if profile is None:
        raise Refusal("unknown-profile", name=saying.typed.strip())
    entry.task, entry.rest = task or None, rest or entry.rest
    _choose_profile(turn, entry, profile.value)
    return True


def _choose_profile(_turn: Turn, entry: Entry, profile: str) -> None:
    if profile in (_NATIONAL, Profile.TEACHER.value):
        raise Refusal("creation-national")
    if profile not in {one.value for one in typed.MADE}:
        raise Refusal("old-button")
    entry.profile, entry.doubt, entry.line = profile, "", bool(entry.rest)


def _ask_school(turn: Turn, entry: Entry) -> Notice:
    rows = ((Button("create_at", key, turn.me.id, words=f"🏫 {name}"),) for key, name in entry.schools.items())
    return Notice("create_school", entry.facts, tuple(rows))


def _hear_school(_turn: Turn, entry: Entry, saying: Saying) -> bool:
    found = [key for key, name in entry.schools.items() if naming.begins(saying.typed, name)]
    if len(found) != 1:
        raise Refusal("not-your-school")
    entry.school = found[0]
    return True


def _choose_school(turn: Turn, entry: Entry, school: str) -> None:
    administration.check_school(turn.me, school)
    entry.school = school


def _ask_case(turn: Turn, entry: Entry) -> Notice:
    rows = ((Button("create_case", one, turn.me.id),) for one in CASES[entry.profile])
    return Notice("create_case", entry.facts, tuple(rows))


def _hear_case(_turn: Turn, entry: Entry, saying: Saying) -> bool:
    entry.case = typed.case(saying.typed, CASES[entry.profile])
    return True


def _choose_case(_turn: Turn, entry: Entry, case: str) -> None:
    if case not in CASES.get(entry.profile, ()):
        raise Refusal("old-button")
    entry.case = case


def _ask_task(_turn: Turn, entry: Entry) -> Notice:
    return Notice("create_task", entry.facts)


def _hear_task(_turn: Turn, entry: Entry, saying: Saying) -> bool:
    """Takes what a member of staff does; refused for members of the national education."""
    said = saying.typed.strip()
    if not said:
        raise Refusal("text-needed")
    if typed.national(said):
        raise Refusal("creation-national")
    if len(said) > _TASK:
        raise Refusal("task-long", limit=_TASK)
    entry.task = said
    return True


def _skip_task(entry: Entry) -> None:
    entry.task = ""


def _ask_sure(turn: Turn, entry: Entry) -> Notice:
    """Sums up, below the accounts that may be theirs already; refused where the school is not theirs any more."""
    administration.check_school(turn.me, entry.school)
    alike = entry.alike or []
    rows: list[Row] = [
        (Button("account", finding.target(one["id"]), turn.me.id, words=f"👤 {one['label']}"),) for one in alike
    ]
    rows.append((Button("create_now", "", turn.me.id, style="primary"),))
    return Notice("create_sure", entry.facts | {"case": entry.case, "alike": alike, "anew": entry.anew}, tuple(rows))


def _hear_sure(_turn: Turn, entry: Entry, saying: Saying) -> bool:
    if not steps.agrees(saying):
        raise Refusal("create-confirm")
    entry.sure = True
    return True


def _confirm(_turn: Turn, entry: Entry, _value: str) -> None:
    entry.sure = True


def _may(turn: Turn, _entry: Entry) -> None:
    """Refused where this person administers no school any more."""
    administration.own_schools(turn.me)


CREATION = Conversation(
    "create",
    Entry,
    (
        Question(
            "meant",
            lambda _, entry: bool(entry.doubt),
            _ask_meant,
            _hear_meant,
            {"create_meant": _mean, "create_word": _belongs},
        ),
        Question(
            "profile", lambda _, entry: not entry.profile, _ask_profile, _hear_profile, {"create_as": _choose_profile}
        ),
        Question(
            "school", lambda _, entry: not entry.school, _ask_school, _hear_school, {"create_at": _choose_school}
        ),
        Question(
            "case",
            lambda _, entry: entry.profile in CASES and not entry.settled,
            _ask_case,
            _hear_case,
            {"create_case": _choose_case},
        ),
        *describing.NAMES,
        describing.BORN,
        describing.CLASS,
        children.QUESTION,
        Question("task", lambda _, entry: not entry.settled, _ask_task, _hear_task, skip=_skip_task),
        Question(
            "sure", lambda _, entry: not entry.sure, _ask_sure, _hear_sure, {"create_now": _confirm}, amendable=False
        ),
    ),
    Waits.DETAILS,
    act=making.make,
    learn=_learn,
    may=_may,
    lasting=lambda entry: bool(entry.first_name),
)
