"""Files a request to attach or detach somebody: what both kinds share."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.storage import particulars
from bot.terms import Act, Structure
from bot.workflows.desk import Turn
from bot.workflows.requests import scenes
from bot.workflows.requests.filed import Filed, file
from bot.workflows.rules.accounts import administration
from bot.workflows.rules.requests.access import check

CATEGORY = "rattachement"
ASK, ATTACH, DETACH = "ask", "attach", "detach"  #: the fact that says what is asked for, and its two values


def file_for(turn: Turn, place: Structure, facts: Mapping[str, Any]) -> int:
    """Files the request about a school of the director's, at the desk of its ERUN; returns its number."""
    administration.check_school(turn.me, place.id)
    return file(turn, Filed(CATEGORY, (), (), place, particulars=facts), turn.me)


def asked(turn: Turn, number: int) -> tuple[Structure, dict[str, Any]]:
    """The school of a request that the person treats, and what it asks for; refused where they do not treat it."""
    it = scenes.scene(turn, number, to_change=False)
    if not it.mine.agent:
        check(Act.ANSWER, it.mine, it.request)
    return it.request.place, particulars.of(turn.work, number)
