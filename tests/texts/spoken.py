"""What `bot/` can say, read from its source: kinds of notices, headlines, reasons of refusals, actions of buttons."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from bot.ent.directory import Reason
from bot.handlers import PRESSES
from bot.handlers.update import REFUSED
from bot.terms import Act
from bot.workflows.accounts.finding import WAITING
from bot.workflows.conversations.steps import BACK, CANCEL, SKIP
from bot.workflows.duplicates import settling
from bot.workflows.groups import changing
from bot.workflows.nouns import NOUNS
from bot.workflows.requests.prompts import PROMPTS
from bot.workflows.rules.requests.lifecycle import TABLE as LIFECYCLE
from bot.workflows.services.draft import Task
from bot.workflows.sheets.making import SHEETS
from bot.workflows.statistics.making import EXPORTS

_SOURCES = Path(__file__).parents[2] / "bot"

#: acts whose guard is never told to anybody: time expires a request, and to the others a request is just closed
_UNHEARD = {Act.EXPIRE, Act.ANSWER, Act.REPLY, Act.CONFIRM, Act.ERASE}

_EVENTS = tuple(event for noun in NOUNS for event in noun.events)
_TELLS = tuple(tell for event in _EVENTS for tell in event.tells)
_NAMING = {talk.name.removeprefix(WAITING) for noun in NOUNS for talk in noun.conversations if WAITING in talk.name}

#: the values of expressions that are not plain strings, by their source
_KINDS: Mapping[str, set[str]] = {
    "line.kind": {tell.kind for tell in _TELLS if not tell.card},
    "f'ask_{action}'": {f"ask_{verb}" for verb in PROMPTS},
    "f'whom_{command}'": {f"whom_{command}" for command in _NAMING},
    "f'closed_{action}'": set(),
    "kind": {"sent_by", "merged_by", "went_along", "regrafted_away", "you_attached", "you_detached"}
    | {"attach_who", "attach_origin", "attach_town", "attach_last_year", "attach_where", "detach_where"}
    | {"rule_sender", "rule_receiver", "town_first", "town_last", "town_email"}
    | {"group_delete_asked", "group_writing_asked", "flash_starts", "flash_ends"},
    "deed": {"attached", "detached"},
    "f'done_{event}'": {f"done_{event.name}" for event in _EVENTS if event.receipt}
    | {"done_already_yours"}
    | {
        "done_escalated_past",
        "done_kept",
        "done_kept_erased",
        "done_kept_waiting",
        "done_resent",
        "done_unheard",
        "done_released_alone",
        "done_also_alone",
        "done_also_among",
    },
    "f'filed{whom}{_where(request)}'": {
        f"filed{whom}{end}" for whom in ("", "_for") for end in ("", "_above", "_unread")
    }
    | {"filed_outside", "filed_outside_unread"},
    "data['kind']": set(),
    "said.kind": set(),
    "self.failed": {maker.failed for maker in (EXPORTS, SHEETS)},
}
_REASONS: Mapping[str, set[str]] = {
    "f'usage-{self.command}'": {f"usage-{one.name}" for noun in NOUNS for one in noun.commands if one.numbered},
    "f'guard-{act.value}'": {f"guard-{act.value}" for act, _, _, guard in LIFECYCLE if guard and act not in _UNHEARD},
    "f'ent-{no.reason}'": {f"ent-{reason.value}" for reason in Reason},
    "f'ent-{error.reason}'": set(),
    "f'ent-{reason}'": set(),
    "f'nobody-{act.value}'": {f"nobody-{act.value}" for act in (Act.ESCALATE, Act.SEND_BACK)},
    "_OF_SERVICES[refusal.reason]": {"service-gone", "service-forbidden"},
    "event.fault": {"unsupported"} | {f"unsupported-{name}" for name in REFUSED},
    "data['reason']": set(),
    "reason": {
        *("which-colleague", "no-such-colleague", "no-colleague", "text-needed", "reason-needed"),
        *("no-such-class", "no-such-group", "no-such-school"),
    },
}
#: actions of buttons that are made only once the house can treat them
TREATED_BY_NOBODY_YET = frozenset({"classes"})
_ACTIONS: Mapping[str, set[str]] = {
    "action": set(),
    "name": set(),
    "pick": {"flash_from", "flash_until"},
    "leaf": {"flash_month"},
    "SKIP": {SKIP},
    "BACK": {BACK},
    "CANCEL": {CANCEL},
}


#: what the exchange of a request says was done on the ENT, by the source of an expression that is no plain string
_DEEDS: Mapping[str, set[str]] = {
    "act": {"blocked", "unblocked"},
    "ACT": {"classes"},
    "deed": {"attached", "detached", "merged", "parted"},
    "f'report_{reported.verdict.value}'": {"report_kept", "report_deleted"},
}
#: what was meant to be done on the ENT, as a message says whose end nobody knows
_ACTS: Mapping[str, set[str]] = {
    "RENEWAL if account.activated else ACTIVATION": {"renew_code", "activation_code"},
    "MAIL": {"mail_reset"},
    "ACT": {"classes", "attach"},
    "GIVE": {"give_link"},
    "CREATE": {"create_account"},
    "MODIFY": {"modify_account"},
    "ANNOUNCE": {"announce"},
    "AMEND": {"amend_announcement"},
    "act": {"attach_keep", "detach", "delete_account", "restore_account"},
    "_action(draft.blocked)": {"block", "unblock"},
    "draft.act": {settling.MERGE, settling.PART, changing.DELETE, changing.LET, changing.KEEP},
    "FILL if order.putting else EMPTY": {changing.FILL, changing.EMPTY},
    "MAKE": {changing.MAKE},
    "RENAME": {changing.RENAME},
    **{f"Task.{task.name}": {task.value} for task in Task},
}


def kinds() -> set[str]:
    """Every kind of notice made in `bot/`."""
    return _named("Notice", _KINDS)


def headlines() -> set[str]:
    """Every headline that a card can have."""
    return {tell.kind for tell in _TELLS if tell.card} | _headlines_of_screens()


def reasons() -> set[str]:
    """Every reason of a refusal raised in `bot/`, and "later", which is sent when the records are out of reach."""
    return _named("Refusal", _REASONS) | {"later"}


def actions() -> set[str]:
    """Every action of a button made in `bot/`, and every action that a handler treats."""
    return (_named("Button", _ACTIONS) - TREATED_BY_NOBODY_YET) | set(PRESSES)


def deeds() -> set[str]:
    """What `verbs.acted` writes into the exchange of a request: each needs a sentence `deed-NAME`."""
    calls = (node for tree in _trees() for node in ast.walk(tree) if isinstance(node, ast.Call))
    given = [call.args[2] for call in calls if ast.unparse(call.func) == "verbs.acted"]
    return set().union(*(_strings(one) or _DEEDS[ast.unparse(one)] for one in given))


def acts() -> set[str]:
    """What an account's administrator may mean to do on the ENT: each needs a sentence `act-NAME`."""
    given = [*_first_arguments("Meant"), *_first_arguments("Intended")]
    return set().union(*(_strings(one) or _ACTS[ast.unparse(one)] for one in given))


def _named(made: str, expressions: Mapping[str, set[str]]) -> set[str]:
    found: set[str] = set()
    for expression in _first_arguments(made):
        values = _strings(expression)
        if values is None:
            values = expressions[ast.unparse(expression)]  # KeyError: add the expression to the table above
        found |= values
    return found - {""}


def _strings(expression: ast.expr) -> set[str] | None:
    if isinstance(expression, ast.Constant) and isinstance(expression.value, str):
        return {expression.value}
    if isinstance(expression, ast.IfExp):
        body, otherwise = _strings(expression.body), _strings(expression.orelse)
        return None if body is None or otherwise is None else body | otherwise
    return None


def _first_arguments(made: str) -> Iterator[ast.expr]:
    for tree in _trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == made and node.args:
                yield node.args[0]


_SHOWING = ("outbox.screen", "outbox.show")


def _headlines_of_screens() -> set[str]:
    calls = (node for tree in _trees() for node in ast.walk(tree) if isinstance(node, ast.Call))
    screens = [call for call in calls if ast.unparse(call.func) in _SHOWING and len(call.args) > 3]
    return {value for call in screens for value in _strings(call.args[3]) or set()}


@cache
def _trees() -> list[ast.Module]:
    return [ast.parse(path.read_text("utf-8")) for path in sorted(_SOURCES.rglob("*.py"))]
