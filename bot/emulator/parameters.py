"""Strict reading of a call's parameters: names and types as the Bot API lists them, in `methods.json`."""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from .errors import bad_request

_TABLE = json.loads(files(__package__).joinpath("methods.json").read_text(encoding="utf-8"))
METHODS: dict[str, dict[str, str]] = _TABLE["methods"]
UNIONS: dict[str, list[str]] = _TABLE["unions"]
OBJECTS: dict[str, dict[str, str]] = _TABLE["objects"]
SPELLINGS = {name.lower(): name for name in METHODS}
"""Maps a method's name in lower case to its spelling, because method names are case-insensitive."""

EMPTY = {"chat_id": "chat_id is empty", "text": "message text is empty", "user_id": "invalid user_id specified"}
BEYOND = frozenset({
    "business_connection_id", "direct_messages_topic_id", "receiver_user_id", "suggested_post_parameters",
    "rich_message",
})  # fmt: skip
"""Parameters about what the emulator does not have: it refuses them, so that nobody takes them for carried out."""
TRUE, FALSE = frozenset({"true", "yes", "1"}), frozenset({"false", "no", "0", ""})


@dataclass(frozen=True)
class Upload:
    """A file sent along with a call."""

    name: str
    content_type: str
    content: bytes


def read_parameters(method: str, given: dict[str, Any]) -> dict[str, Any]:
    """Returns the parameters converted to their types. Raises 400 for an unknown, missing or badly typed one."""
    listed = METHODS[method]
    values: dict[str, Any] = {}
    attached = {name for name, value in given.items() if isinstance(value, Upload)}
    for name, value in given.items():
        if value is None:
            continue
        if name in BEYOND and name in listed:
            raise bad_request(f'parameter "{name}" is not supported by this emulator')
        if name in listed:
            values[name] = _read(value, listed[name].rstrip("!"), name)
        elif name not in attached:
            raise bad_request(f'unknown parameter "{name}" specified')
    for name, kind in listed.items():
        absent = values.get(name) is None or (name in EMPTY and values[name] == "")
        if kind.endswith("!") and absent:
            raise bad_request(EMPTY.get(name, f'parameter "{name}" is required'))
    return values


def _read(value: Any, kind: str, name: str) -> Any:
    if isinstance(value, Upload):
        if "InputFile" in kind:
            return value
        raise bad_request(f'parameter "{name}" must not be a file')
    if kind in ("Integer", "Boolean", "Float", "String", "Integer|String", "InputFile|String"):
        return _scalar(value, kind, name)
    if kind == "InputFile":
        raise bad_request(f'parameter "{name}" must be a file')
    if isinstance(value, str):
        try:
            value = json.loads(value)
        except (ValueError, RecursionError):
            raise bad_request(f"can't parse {name} JSON object") from None
    if (fault := misfit(value, kind)) is not None:
        raise bad_request(f"can't parse {name}: {fault}")
    return value


def _scalar(value: Any, kind: str, name: str) -> Any:
    if kind in ("Integer", "Float"):
        try:
            return (int if kind == "Integer" else float)(_plain(value))
        except ValueError:
            raise bad_request(f"invalid {name} specified") from None
    if kind == "Boolean":
        text = str(value).lower()
        if text not in TRUE | FALSE:
            raise bad_request(f"invalid {name} specified")
        return text in TRUE
    if isinstance(value, (dict, list)):
        raise bad_request(f'parameter "{name}" must be a string')
    return str(value)


def _plain(value: Any) -> str:
    """Returns a value as text; empty for a boolean, an object or an array."""
    return "" if isinstance(value, (bool, dict, list)) else str(value)


def misfit(value: Any, kind: str) -> str | None:
    """Returns what is wrong with a JSON value that should be of this Bot API type; None if it is valid."""
    if kind.endswith("[]"):
        if not isinstance(value, list):
            return "an array expected"
        return next((fault for item in value if (fault := misfit(item, kind[:-2]))), None)
    choices = [member for name in kind.split("|") for member in UNIONS.get(name, [name])]
    if not choices:
        return None
    faults = [_misfit_one(value, choice) for choice in choices]
    return None if None in faults else _closest(value, choices, faults)


def _closest(value: Any, choices: list[str], faults: list[str | None]) -> str | None:
    """Returns the error for the type that the value was most likely meant to be, among several allowed types."""
    if not isinstance(value, dict):
        return faults[0]
    shared = [len(value.keys() & OBJECTS.get(choice, {}).keys()) for choice in choices]
    return faults[shared.index(max(shared))]


def _misfit_one(value: Any, kind: str) -> str | None:
    if kind in ("KeyboardButton", "InputPollOption") and isinstance(value, str):
        return None
    if kind in OBJECTS:
        return _misfit_object(value, OBJECTS[kind])
    fits = {
        "String": isinstance(value, str),
        "Integer": isinstance(value, int) and not isinstance(value, bool),
        "Float": isinstance(value, (int, float)) and not isinstance(value, bool),
        "Boolean": isinstance(value, bool),
        "True": value is True,
        "InputFile": isinstance(value, str),
    }
    return None if fits.get(kind, True) else f"a value of type {kind} expected"


def _misfit_object(value: Any, listed: dict[str, str]) -> str | None:
    if not isinstance(value, dict):
        return "an object expected"
    for name, item in value.items():
        if name not in listed:
            return f'unknown field "{name}"'
        if fault := misfit(item, listed[name].rstrip("!")):
            return f'field "{name}": {fault}'
    missing = next((name for name, kind in listed.items() if kind.endswith("!") and name not in value), None)
    return f'field "{missing}" is missing' if missing else None
