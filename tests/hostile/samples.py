"""Honest inputs of every entrance, of which hostile ones are made, of the Bot API's fields and our data."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from itertools import cycle
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from bot.handlers import COMMANDS, PRESSES
from tests.entcore import directory
from tests.entcore.town import Town
from tests.feed import making
from tests.people import NOON
from tests.world import TELEGRAM

_TYPES: dict[str, dict[str, str]] = json.loads(
    (Path(__file__).parents[1] / "handlers/bot_api.json").read_text("utf-8")
)["types"]
_PEOPLE = ("eleve", "parent", "directeur", "erun", "inconnu", "editeur")
WORDS = (
    *("Bonjour, je n’arrive plus à me connecter", "merci, c’est réglé", "j’ai peur, on me fait du mal", "n°1 texte"),
    *("le 3 mai 2026", "hier", "depuis lundi", "les élèves bloqués créés depuis le 1/9", "martin léa", "12", "@a"),
)
_TARGETS = ("1", "", "1:2", "answer:1", "2026-01-01", "t:1", "jules-verne", "connexion", "a" * 8)


def updates() -> Iterator[bytes]:
    """Updates of every kind, with every field that the Bot API documents, whether the bot reads it or not."""
    people = cycle(_PEOPLE)
    for kind in _TYPES["Update"]:
        if kind != "update_id":
            yield _update(**{kind: _filled("Update", kind, next(people))})
    for content in _TYPES["Message"]:
        yield _update(message=_message(next(people)) | {content: _filled("Message", content, next(people))})
    for words in (*WORDS, *(f"/{name} {words}" for name, words in zip(COMMANDS, cycle(WORDS), strict=False))):
        yield _update(message=_message(next(people)) | {"text": words})


def pressed(data: str, key: str = "directeur") -> bytes:
    """The update of a press with that data."""
    query = {"id": "1", "from": _user(key), "chat_instance": "1", "data": data, "message": _message(key)}
    return _update(callback_query=query)


def said(text: str, key: str = "directeur") -> bytes:
    """The update of a message with that text."""
    return _update(message=_message(key) | {"text": text})


def looked(query: str, offset: str = "", key: str = "directeur") -> bytes:
    """The update of an inline query."""
    asked = {"id": "1", "from": _user(key), "query": query, "offset": offset, "chat_type": "sender"}
    return _update(inline_query=asked)


def buttons() -> Iterator[bytes]:
    """Data of every button."""
    for action, target in zip(PRESSES, cycle(_TARGETS), strict=False):
        yield f"{action}|{target}|0".encode()
        yield f"{action}|{target}|1|1".encode()


def typed() -> Iterator[bytes]:
    """What people type."""
    yield from (words.encode() for words in WORDS)
    yield from (f"/{name} {words}".encode() for name, words in zip(COMMANDS, cycle(WORDS), strict=False))


def queries() -> Iterator[bytes]:
    """What is typed after the bot's name, with an offset on a line of its own."""
    yield from (f"{words}\n{offset}".encode() for words in ("", "1", "n°1", *WORDS) for offset in ("", "10", "x"))


def publications() -> Iterator[bytes]:
    """Markup as people publish it."""
    yield "<div><p>Bonjour <b>à tous</b> &amp; merci</p><ul><li>un<li>deux</ul><img src='a.png'></div>".encode()
    yield b'<p style="color:red">a<br>b<a href="https://a.fr">c</a></p><table><tr><td>1<td>2</table><!-- x -->'
    yield b'<svg><text>mot</text></svg><math><mi>x</mi></math><iframe src="x"></iframe><script>var a="<b>"</script>'
    yield b'<img src="data:image/png;base64,iVBORw0KGgo="><![CDATA[a]]>&nbsp;&#233;&lt;b&gt;'


@cache
def ent() -> tuple[bytes, ...]:
    """The JSON of an ENT: its structures, lists, cards and reports."""
    town = Town()
    school = "jules-verne"
    users = list(town.users.values())
    structures = [
        {"id": place.id, "UAI": place.uai, "name": place.name, "parents": place.parent and [{"id": place.parent}]}
        for place in town.places.values()
    ]
    items = [directory._item(town, user, school) for user in users if school in user.structures][:4]
    cards = [directory._full(town, user) for user in users[:6]]
    town.report(school, "eleve", "<p>un</p>", {"parent": NOON})
    traces = [
        {"created": "2026-11-26T09:00:00Z", "profile": "Student", "action": "BLOCK", "owner": {"displayName": "A"}}
    ]
    return tuple(json.dumps(one).encode() for one in (structures, items, *cards, town.reports, traces, ["Chorale"]))


def answers() -> Iterator[bytes]:
    """A status, an address and a body of the ENT's, as `readers.answer` takes them."""
    places = ("/auth/login?callback=x", "https://ent.example/directory", "/auth/reset/abc", "//a.fr", "http://[::1]/")
    yield from (f"302 {place}\n".encode() for place in places)
    yield from (b"%d \n" % status + b'{"error": "no"}' for status in (200, 400, 401, 403, 404, 500))


def _update(**content: Any) -> bytes:
    return json.dumps({"update_id": 1, **content}).encode()


def _user(key: str) -> dict[str, Any]:
    return {"id": TELEGRAM[key], "is_bot": False, "first_name": "A", "language_code": "fr"}


def _message(key: str) -> dict[str, Any]:
    chat = {"id": TELEGRAM[key], "type": "private", "first_name": "A"}
    return {"message_id": 7, "date": 1_764_100_000, "from": _user(key), "chat": chat}


def _filled(of: str, field: str, key: str, deep: int = 0) -> Any:
    """A value of that field of that type, with every field below it."""
    kind = _TYPES[of][field].rstrip("!")
    if kind.startswith("Array of "):
        inner = kind.removeprefix("Array of ")
        rows = inner.startswith("Array of ")
        one = _valued(inner.removeprefix("Array of "), field, key, deep)
        return [[one, one]] if rows else [one]
    return _valued(kind, field, key, deep)


def _valued(kind: str, field: str, key: str, deep: int) -> Any:
    if kind in ("Integer", "True", "Boolean", "String"):
        return {"Integer": 12, "True": True, "Boolean": False}.get(kind, f"{field}-1")
    if kind == "User":
        return _user(key)
    if kind == "ChatMember":
        return {"status": "kicked" if field.startswith("new") else "member", "user": _user(key)}
    if kind == "Chat":
        return _message(key)["chat"]
    if kind in ("Message", "MaybeInaccessibleMessage"):
        return _message(key) | {"text": WORDS[0]}
    fields = _TYPES.get(kind, {})
    if deep > 3 or not fields:
        return {"id": 1}
    return {name: _filled(kind, name, key, deep + 1) for name in fields}


def feed() -> list[bytes]:
    """Files of the feed of every kind, as they come and as an archive."""
    texts = [
        making.pupils(making.ZOE, {**making.ZOE, "Adresse1": '4 rue "du Four"\nBât. B', "INE": "1234567890A"}),
        making.table(making.ADULTS, making.adult("MARCHAND", "Ana", "", "MARCHAND", "Zoé", "CE2", email="a@b.fr")),
        making.table(making.STAFF, ["M.", "", "BA", "Ali", *[""] * 7, "non", "CP"]),
    ]
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        for number, text in enumerate(texts):
            archive.writestr(f"{number}.csv", text)
    return [*(text.encode(encoding) for text in texts for encoding in ("cp1252", "utf-8-sig")), out.getvalue()]
