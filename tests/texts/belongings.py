"""Facts of sentences about what a school has: its groups, its rules of communication and its services."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

MOMENT = "2026-01-12T13:05:00+00:00"


def of_a_school(words: Mapping[str, str], before: Mapping[str, Any]) -> dict[str, Any]:
    """These facts, in which what people wrote is in `words`; a service has all those from before, too."""
    facts: dict[str, Any] = {
        "manual": 2,
        "automatic": 40,
        "kind": "manual",
        "together": True,
        "fixed": True,
        "maker": words["name"],
    }
    facts |= {"made": MOMENT, "members_by": [["student", 12]], "last_change": {"name": words["name"], "at": MOMENT}}
    facts["members"] = [{"name": words["name"], "profile": "student", "where": words["place"]}] * 20
    facts |= {
        "by_platform": True,
        "putting": True,
        "ticked": 3,
        "set": True,
        "inside": 4,
        "new": True,
        "hitch": "gone",
        "progress": "declined",
        "most": 60,
    }
    group = {"name": words["name"], "profile": "", "room": words["place"], "size": 12}
    pair = {"writers": group, "written": group | {"profile": "student"}}
    cell = {"profile": "student", "reach": "some", "usual": "no"}
    facts |= pair | {"reach": "some", "usual": "no", "rules": [pair, pair | {"within": True}] * 9, "unnamed": 2}
    facts |= {"table": [{"profile": "teacher", "cells": [cell] * 5}] * 5, "differs": 5, "by_hand": [pair] * 20}
    facts |= {"until_now": "no", "from_now": "all", "allowed": True, "example": "crowd", "reserved": False}
    facts |= {"widened": [group] * 2, "still_together": [group] * 2}
    facts |= {
        "lock": "open",
        "given": ["student", "guest"],
        "withdrawn": ["teacher"],
        "completed": True,
        "plain": True,
    }
    facts |= {
        "service_kind": "link",
        "keyed": True,
        "profiles": ["relative"],
        "address": words["place"],
    }
    return facts | {"services": [facts | dict(before)] * 8}
