"""The registry of the Bot API methods that the emulator supports, and the `Call` that each is given."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ..parameters import Upload
from ..records import BotAccount, Chat, Json
from ..world import World

if TYPE_CHECKING:
    from ..delivery import Delivery


@dataclass(frozen=True)
class Call:
    """One call of a bot, its parameters already checked and converted."""

    world: World
    delivery: Delivery
    bot: BotAccount
    method: str
    parameters: Json
    uploads: dict[str, Upload] = field(default_factory=dict)

    def get(self, name: str, default: Any = None) -> Any:
        """Returns a parameter, `default` when it was not given."""
        return self.parameters.get(name, default)

    def chat(self) -> Chat:
        """Returns the chat named by `chat_id`. Raises `chat not found`."""
        return self.world.chat_for(self.bot, self.parameters["chat_id"])

    def writable_chat(self) -> Chat:
        """Returns the chat named by `chat_id` when the bot may write to it. Raises 400 or 403."""
        return self.world.writable_chat(self.bot, self.parameters["chat_id"])


Handler = Callable[[Call], Any | Awaitable[Any]]
HANDLERS: dict[str, Handler] = {}


def method(*names: str) -> Callable[[Handler], Handler]:
    """Registers the decorated function for these methods of the Bot API."""

    def register(handler: Handler) -> Handler:
        HANDLERS.update(dict.fromkeys(names, handler))
        return handler

    return register
