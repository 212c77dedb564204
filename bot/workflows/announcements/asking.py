"""The guided creation of an announcement, and its changes: one question after the other, then the preview."""

from __future__ import annotations

from bot.folding import words
from bot.terms import Button, Notice, Profile, Refusal, Saying
from bot.terms.announcements import COLORS
from bot.workflows.accounts import finding
from bot.workflows.announcements import dates, online
from bot.workflows.announcements.plan import LANGUAGES, MAIN, Plan
from bot.workflows.conversations import course, steps
from bot.workflows.conversations.shape import Conversation, Question, Waits
from bot.workflows.desk import Caller, Desk, Turn
from bot.workflows.rules import announcements as rules
from bot.workflows.rules import naming
from bot.workflows.rules.accounts import administration
from bot.workflows.rules.calendar import today
from bot.workflows.rules.screens import Row, grid

_WAYS = {"mail": {"mail", "courriel", "email"}, "mobile": {"mobile", "telephone", "phone"}}
_NO = {"non", "aucune", "aucun", "rien", "no", "none"}
_PARTS = ("title", "starts", "profiles", "text", "color")  #: what the summary lets one change
_SAID_COLORS = {
    **dict(zip(("rouge", "orange", "vert", "bleu", "gris"), COLORS, strict=True)),
    **dict(zip(("red", "orange", "green", "blue", "grey"), COLORS, strict=True)),
}


async def start(desk: Desk, cause: str, caller: Caller) -> Notice | None:
    """`Nouveau message`: the first question; refused to whoever administers no school."""
    administration.own_schools(await finding.administrator(desk, caller))
    return await course.open_with(desk, cause, caller, ANNOUNCING, Plan())


async def change(desk: Desk, cause: str, caller: Caller, plan: Plan) -> Notice | None:
    """Goes on with a plan that was made of an announcement."""
    return await course.open_with(desk, cause, caller, ANNOUNCING, plan)


async def _learn(desk: Desk, caller: Caller, plan: Plan) -> None:
    """Asks the ENT for the schools of whoever asks; once all is said, counts whom it reaches and what runs beside."""
    me = await finding.administrator(desk, caller)
    if not plan.schools:
        plan.schools = {one.id: one.name for one in await finding.own_schools(desk, me)}
    if len(plan.schools) == 1:
        (plan.school,) = plan.schools
    if plan.complete and plan.mark != plan.counted:
        administration.check_school(me, plan.school)
        await online.survey(desk, plan)


def _ask_school(turn: Turn, plan: Plan) -> Notice:
    rows = ((Button("flash_at", key, turn.me.id, words=f"🏫 {name}"),) for key, name in plan.schools.items())
    return Notice("flash_school", {}, tuple(rows))


def _hear_school(_turn: Turn, plan: Plan, saying: Saying) -> bool:
    found = [key for key, name in plan.schools.items() if naming.begins(saying.typed, name)]
    if len(found) != 1:
        raise Refusal("not-your-school")
    plan.school = found[0]
    return True


def _choose_school(turn: Turn, plan: Plan, school: str) -> None:
    administration.check_school(turn.me, school)
    plan.school = school


def _ask_title(_turn: Turn, plan: Plan) -> Notice:
    return Notice("flash_title", plan.facts)


def _hear_title(_turn: Turn, plan: Plan, saying: Saying) -> bool:
    plan.title = rules.title(saying.typed)
    return True


def _ask_profiles(turn: Turn, plan: Plan) -> Notice:
    keys = [
        Button("flash_for", one.value, turn.me.id, style="success" if one.value in plan.profiles else "")
        for one in Profile
    ]
    done: tuple[Row, ...] = ((Button("flash_chosen", "", turn.me.id, style="primary"),),) if plan.profiles else ()
    return Notice("flash_profiles", plan.facts, (*grid(keys), *done))


def _hear_profiles(_turn: Turn, plan: Plan, saying: Saying) -> bool:
    plan.profiles = [one.value for one in rules.profiles(saying.typed)]
    plan.chosen = True
    return True


def _toggle(_turn: Turn, plan: Plan, value: str) -> None:
    if value not in {one.value for one in Profile}:
        raise Refusal("old-button")
    now = {*plan.profiles} ^ {value}
    plan.profiles = [one.value for one in Profile if one.value in now]


def _chosen(_turn: Turn, plan: Plan, _value: str) -> None:
    if not plan.profiles:
        raise Refusal("flash-profiles")
    plan.chosen = True


def _ask_text(turn: Turn, plan: Plan) -> Notice:
    return Notice("flash_text", {**plan.facts, "limit": turn.policy.announcing.text_limit})


def _hear_text(turn: Turn, plan: Plan, saying: Saying) -> bool:
    plan.texts[plan.language] = rules.text(saying.typed, turn.policy.announcing.text_limit)
    return True


def _ask_color(turn: Turn, plan: Plan) -> Notice:
    return Notice("flash_color", plan.facts, grid([Button("flash_in", one, turn.me.id) for one in COLORS]))


def _hear_color(_turn: Turn, plan: Plan, saying: Saying) -> bool:
    found = next((_SAID_COLORS[word] for word in words(saying.typed) if word in _SAID_COLORS), None)
    if found is None:
        raise Refusal("flash-color")
    plan.color = found
    return True


def _choose_color(_turn: Turn, plan: Plan, value: str) -> None:
    if value not in COLORS:
        raise Refusal("old-button")
    plan.color = value


def _ask_alerts(turn: Turn, plan: Plan) -> Notice:
    keys = [Button("flash_alert", one, turn.me.id) for one in (*_WAYS, "mail,mobile", "none")]
    return Notice("flash_alerts", plan.facts, grid(keys))


def _hear_alerts(turn: Turn, plan: Plan, saying: Saying) -> bool:
    said = {*words(saying.typed)}
    ways = [way for way, known in _WAYS.items() if said & known]
    if not ways and not said & _NO:
        raise Refusal("flash-alerts")
    _choose_alerts(turn, plan, ",".join(ways) or "none")
    return True


def _choose_alerts(turn: Turn, plan: Plan, value: str) -> None:
    if value not in (*_WAYS, "mail,mobile", "none") or plan.starts != today(turn.work.now):
        raise Refusal("old-button")
    plan.alerts = [way for way in _WAYS if way in value.split(",")]


def _ask_sure(turn: Turn, plan: Plan) -> Notice:
    """The summary, below a picture of the banner; refused where the school is not theirs any more."""
    administration.check_school(turn.me, plan.school)
    parts = [Button("flash_part", one, turn.me.id) for one in _PARTS]
    rows: list[Row] = [*grid(parts)]
    if len(plan.texts) < turn.policy.announcing.languages:
        free = [Button("flash_also", one, turn.me.id) for one in LANGUAGES if one not in plan.texts]
        rows += grid(free, 3)
    rows.append((Button("flash_now", "", turn.me.id, style="primary"),))
    return Notice("flash_sure", plan.facts, tuple(rows))


def _hear_sure(turn: Turn, plan: Plan, saying: Saying) -> bool:
    if not steps.agrees(saying):
        raise Refusal("flash-confirm")
    _confirm(turn, plan, "")
    return True


def _confirm(turn: Turn, plan: Plan, _value: str) -> None:
    """Takes the confirmation; refused where the days have passed since they were said."""
    if not plan.complete:
        raise Refusal("old-button")
    assert plan.starts is not None
    if plan.starts != plan.began:
        rules.check_days(plan.starts, plan.ends, today(turn.work.now))
    plan.sure = True


def _again(_turn: Turn, plan: Plan, part: str) -> None:
    """Has a part be asked for again."""
    if part not in _PARTS:
        raise Refusal("old-button")
    if part == "title":
        plan.title = ""
    elif part == "starts":
        plan.starts = plan.ends = None
        plan.alerts = None if not plan.entry else []
    elif part == "profiles":
        plan.chosen = False
    elif part == "text":
        plan.language = MAIN
        plan.texts.pop(MAIN, None)
    else:
        plan.color = ""


def _also(turn: Turn, plan: Plan, language: str) -> None:
    """Has the text be asked for in a further language."""
    if language not in LANGUAGES or len(plan.texts) >= turn.policy.announcing.languages:
        raise Refusal("old-button")
    plan.language = language


def _skip_text(plan: Plan) -> None:
    """Goes back to the languages that there are."""
    plan.language = next(iter(plan.texts))


def _may(turn: Turn, _plan: Plan) -> None:
    """Refused where this person administers no school any more."""
    administration.own_schools(turn.me)


def _alerts_open(turn: Turn, plan: Plan) -> bool:
    return plan.alerts is None and plan.starts == today(turn.work.now)


ANNOUNCING = Conversation(
    "announcing",
    Plan,
    (
        Question("school", lambda _, plan: not plan.school, _ask_school, _hear_school, {"flash_at": _choose_school}),
        Question("title", lambda _, plan: not plan.title, _ask_title, _hear_title),
        dates.STARTS,
        dates.ENDS,
        Question(
            "profiles",
            lambda _, plan: not plan.chosen,
            _ask_profiles,
            _hear_profiles,
            {"flash_for": _toggle, "flash_chosen": _chosen},
        ),
        Question("text", lambda _, plan: plan.language == MAIN and MAIN not in plan.texts, _ask_text, _hear_text),
        Question("further", lambda _, plan: plan.language not in plan.texts, _ask_text, _hear_text, skip=_skip_text),
        Question("color", lambda _, plan: not plan.color, _ask_color, _hear_color, {"flash_in": _choose_color}),
        Question("alerts", _alerts_open, _ask_alerts, _hear_alerts, {"flash_alert": _choose_alerts}),
        Question(
            "sure",
            lambda _, plan: not plan.sure,
            _ask_sure,
            _hear_sure,
            {"flash_now": _confirm, "flash_part": _again, "flash_also": _also},
            amendable=False,
        ),
    ),
    Waits.DETAILS,
    act=online.put,
    learn=_learn,
    learns=lambda plan: not plan.schools or (plan.complete and plan.mark != plan.counted),
    may=_may,
    lasting=lambda plan: bool(plan.title),
)
