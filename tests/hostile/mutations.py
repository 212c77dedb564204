"""Makes hostile input of an honest one: JSON with odd values in odd places, headers turned round, bytes changed."""

from __future__ import annotations

import json
from collections.abc import Callable
from random import Random
from typing import Any

END_OF_HEAD = b"\r\n\r\n"
_MOST = 200_000  # bytes of an input that is made

#: values that no honest JSON has at most of its places; those that Python's `json` cannot write stand in `_RAW`
ODD: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 1, 2**31, 2**53, 2**63 - 1, 2**63, -(2**63), 2**64, 10**30, 1.5, 1e308, -0.0),
    *("", " ", "0", "-1", "²", "\x00", "a\x00b", "\ud800", "a\udc00b", "\u202eabc", "\u2028", "é" * 300, "x" * 5000),
    *("'; drop table people; --", "<b>", "</blockquote>", "&lt;", "&#0;", "%00", "{name}", "%s", "n°1", "/demande"),
    *("9" * 19, "9" * 5000, "٣", "1e5", "NaN", "\r\nX: y", "👨\u200d👩\u200d👧" * 50, "https://a.fr", "@everyone"),
    *("0001-01-01T00:00:00+23:59", "9999-12-31T23:59:59-23:59", "2026-02-30", -62135596800000, 253402300799999),
    *([], {}, [[]], [None], [{}], {"id": None}, {"_id": {"$oid": None}}, {"$date": 10**18}, {"$numberLong": "-"}),
)
_RAW = (b"NaN", b"-Infinity", b"9" * 400, b"9" * 5000, b'"\\ud800"', b'"\\u0000"', b'"\xff"', b"1e999", b"[" * 3000)
_BYTES = (
    b"\x00",
    b"\xff",
    b"\r\n",
    b"\n",
    b'"',
    b"[",
    b"{",
    b"}",
    b"<",
    b"\xed\xa0\x80",
    b"\xe2\x80\xae",
    b"|",
    b";",
)
_HEADS = (
    *("Location: http://[", "Location: /auth/login", "Location: //[::1", "Location: \xff", "Location:"),
    *("Set-Cookie: \xe9=\xe9", "Set-Cookie: oneSessionId=", "Set-Cookie: =", "Set-Cookie: a", "Set-Cookie: a=\x01"),
    *("Content-Type: text/html; charset=nonsense", "Content-Type: \x80", "Content-Encoding: gzip", "Retry-After: -1"),
    *("Content-Encoding: deflate", "Content-Encoding: br", "Transfer-Encoding: chunked", "Content-Length: 5"),
    *("Content-Length: -1", "Content-Length: 99999999", "Retry-After: 9" + "9" * 50, "X: " + "y" * 9000),
    *("X-Telegram-Bot-Api-Secret-Token: \xff", "Expect: 100-continue", "Content-Type: application/json; charset=x"),
)
_STATUSES = (b"100", b"200", b"204", b"206", b"301", b"302", b"304", b"400", b"401", b"403", b"404", b"429", b"500")


def mutated(raw: bytes, random: Random) -> bytes:
    """Another input made of that one, by one to four changes."""
    for _ in range(random.choice((1, 1, 2, 4))):
        raw = random.choice((_json, _json, _json, _head, _bytes))(raw, random)[:_MOST]
    return raw


def _json(raw: bytes, random: Random) -> bytes:
    """Changes the JSON in the body, or in one of the lines; the bytes where there is none."""
    head, between, body = raw.partition(END_OF_HEAD) if END_OF_HEAD in raw else (b"", b"", raw)
    lines = body.split(b"\n")
    place = random.randrange(len(lines))
    try:
        changed = json.dumps(_changed(json.loads(lines[place]), random)).encode()
    except (ValueError, RecursionError):
        return _bytes(raw, random)
    lines[place] = changed if random.random() < 0.9 else _spoilt(lines[place], random)
    return head + between + b"\n".join(lines)


def _spoilt(line: bytes, random: Random) -> bytes:
    """The JSON with something in place of a value that no writer of JSON would write; or with a key twice."""
    if random.random() < 0.2 and line.startswith(b"{"):
        return line[:-1] + b"," + line[1:]
    places = [place for place, byte in enumerate(line) if byte in b":[,"]
    if not places:
        return random.choice(_RAW)
    place = random.choice(places) + 1
    ends = [end for end in (line.find(mark, place) for mark in (b",", b"}", b"]")) if end >= 0]
    return line[:place] + random.choice(_RAW) + line[min(ends, default=len(line)) :]


def _changed(value: Any, random: Random) -> Any:
    """The value with a change somewhere in it."""
    if isinstance(value, dict) and value and random.random() < 0.9:
        key = random.choice(sorted(value))
        return _CHANGES[random.randrange(len(_CHANGES))](value, key, random)
    if isinstance(value, list) and value and random.random() < 0.9:
        place = random.randrange(len(value))
        return [*value[:place], _changed(value[place], random), *value[place + 1 :]]
    return _other(value, random)


def _other(value: Any, random: Random) -> Any:
    """Something else in place of the value."""
    way = random.randrange(8)
    if way == 0:
        return [value] * random.choice((1, 1, 30))
    if way == 1:
        return _deep(value, random.choice((3, 90, 900)))
    if way == 2 and isinstance(value, str):
        place = random.randrange(len(value) + 1)
        return value[:place] + str(random.choice(ODD)) + value[place:]
    if way == 3 and isinstance(value, int):
        return value + random.choice((-1, 1, 2**32, 2**62))
    return random.choice(ODD)


def _deep(value: Any, times: int) -> Any:
    for _ in range(times):
        value = [value]
    return value


def _deeper(value: dict[str, Any], key: str, random: Random) -> dict[str, Any]:
    return value | {key: _changed(value[key], random)}


def _without(value: dict[str, Any], key: str, _random: Random) -> dict[str, Any]:
    return {name: held for name, held in value.items() if name != key}


def _moved(value: dict[str, Any], key: str, random: Random) -> dict[str, Any]:
    return value | {key: value[random.choice(sorted(value))]}


def _foreign(value: dict[str, Any], _key: str, random: Random) -> dict[str, Any]:
    return value | {random.choice(("id", "_id", "from", "chat", "result", "é", "")): random.choice(ODD)}


_CHANGES: tuple[Callable[[dict[str, Any], str, Random], dict[str, Any]], ...] = (
    *(_deeper, _deeper, _deeper, _deeper),
    *(_without, _moved, _foreign),
)


def _head(raw: bytes, random: Random) -> bytes:
    """Changes the status or a header of what has a head; the bytes of anything else."""
    head, between, body = raw.partition(END_OF_HEAD)
    if not between:
        return _bytes(raw, random)
    lines = head.split(b"\r\n")
    if random.random() < 0.3 and lines[0].startswith(b"HTTP/"):
        lines[0] = b"HTTP/1.1 " + random.choice(_STATUSES) + b" X"
    elif random.random() < 0.2 and len(lines) > 1:
        del lines[random.randrange(1, len(lines))]
    else:
        lines.insert(random.randrange(1, len(lines) + 1), random.choice(_HEADS).encode("latin-1"))
    return b"\r\n".join(lines) + between + body


def _bytes(raw: bytes, random: Random) -> bytes:
    """Changes, leaves out, doubles or puts in some bytes."""
    place = random.randrange(len(raw) + 1)
    end = min(len(raw), place + random.choice((1, 1, 4, 40)))
    way = random.randrange(4)
    if way == 0:
        return raw[:place] + raw[end:]
    if way == 1:
        return raw[:end] + raw[place:end] * random.choice((1, 3, 300)) + raw[end:]
    if way == 2:
        return raw[:place] + random.choice(_BYTES) * random.choice((1, 1, 50)) + raw[place:]
    return raw[:place] + bytes([random.randrange(256)]) + raw[place + 1 :]
