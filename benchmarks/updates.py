"""Updates as Telegram brings them: each chat answers its own requests in turn, `/repondre N text`."""

from __future__ import annotations

import json
from collections.abc import Iterator

from benchmarks.population import REQUESTERS, chat

WORDS = "Bonjour, le message d’erreur est toujours là ce matin, sur les deux ordinateurs de la maison."
_NOON = 1_795_521_600


class Post:
    """Updates that never repeat, spread over the chats and over the requests that each has."""

    def __init__(self, requests: int) -> None:
        self._rounds = requests // REQUESTERS
        self._next = 1

    def bring(self, count: int) -> list[list[bytes]]:
        """So many updates, a list for each chat."""
        each = [list(self._of(person, count // REQUESTERS)) for person in range(1, REQUESTERS + 1)]
        self._next += count
        return each

    def _of(self, person: int, count: int) -> Iterator[bytes]:
        for turn in range(count):
            update = self._next + turn * REQUESTERS + person
            number = (update // REQUESTERS * 7 % self._rounds) * REQUESTERS + person
            yield _update(update, person, number)


def _update(update_id: int, person: int, number: int) -> bytes:
    command = f"/repondre {number} {WORDS}"
    name = {"id": chat(person), "first_name": "Camille", "last_name": "Exemple"}
    message = {
        "message_id": update_id,
        "from": name | {"is_bot": False, "language_code": "fr"},
        "chat": name | {"type": "private"},
        "date": _NOON,
        "text": command,
        "entities": [{"offset": 0, "length": len("/repondre"), "type": "bot_command"}],
    }
    return json.dumps({"update_id": update_id, "message": message}, ensure_ascii=False).encode()
