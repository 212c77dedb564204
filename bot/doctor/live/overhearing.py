"""The bot's own HTTP client, which also keeps what Telegram answered and how often it said to wait."""

from __future__ import annotations

import json
from typing import Any

from bot.web.client import AiohttpRequest

_TOO_MANY = 429


class Overhearing(AiohttpRequest):
    """To be given to the bot whose messages are examined."""

    def __init__(self, proxy: str | None = None) -> None:
        super().__init__(proxy=proxy)
        self.answer: Any = None  #: the result in the last answer; None where it was a refusal
        self.refusal = ""  #: the description in the last answer, where it was a refusal
        self.waits: list[float] = []  #: seconds that Telegram asked to wait, for each time it did

    async def do_request(self, *args: Any, **kwargs: Any) -> tuple[int, bytes]:
        """As the client itself: the status and the body of the answer."""
        self.answer, self.refusal = None, ""
        status, body = await super().do_request(*args, **kwargs)
        try:
            said = json.loads(body)
            self.answer, self.refusal = said.get("result"), str(said.get("description", ""))
            wait = (said.get("parameters") or {}).get("retry_after", 0)
        except (ValueError, AttributeError):  # no JSON, or no object
            self.refusal, wait = f"an answer {status} that is not JSON", 0
        if status == _TOO_MANY:
            self.waits.append(float(wait))
        return status, body
