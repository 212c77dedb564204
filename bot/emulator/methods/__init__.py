"""The Bot API's methods, one module per subject; importing the package fills the registry."""

from . import callbacks, chats, commands, copying, editing, forums, identity, inline, media, members, sending, updates
from .registry import HANDLERS, Call

__all__ = ["HANDLERS", "Call", "callbacks", "chats", "commands", "copying", "editing", "forums", "identity", "inline",
           "media", "members", "sending", "updates"]  # fmt: skip
