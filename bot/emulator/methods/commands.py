"""The command menu: stored by scope and language, chosen for a person as Telegram does."""

from __future__ import annotations

import re

from ..errors import bad_request
from ..records import BotAccount, Chat, Json
from .registry import Call, method

COMMANDS_MAX = 100


def _scope_key(call: Call) -> str:
    scope = call.get("scope") or {"type": "default"}
    if "chat_id" in scope:
        call.world.chat_for(call.bot, scope["chat_id"])
    language = call.get("language_code") or ""
    if language and not re.fullmatch(r"[a-z]{2}", language):
        raise bad_request("invalid language code specified")
    place = ":".join(str(scope[name]) for name in ("chat_id", "user_id") if name in scope)
    return f"{scope['type']}:{place}/{language}"


def _check(commands: list[Json]) -> None:
    if len(commands) > COMMANDS_MAX:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        if not re.fullmatch(r"[a-z0-9_]{1,32}", command["command"]):
            raise bad_request("BOT_COMMAND_INVALID")
        if not 1 <= len(command["description"]) <= 256:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")


@method("setMyCommands")
def set_my_commands(call: Call) -> bool:
    """Replaces the commands of a scope and language."""
    _check(call.get("commands"))
    call.bot.commands[_scope_key(call)] = call.get("commands")
    return _changed(call)


@method("deleteMyCommands")
def delete_my_commands(call: Call) -> bool:
    """Deletes the commands of a scope and language."""
    call.bot.commands.pop(_scope_key(call), None)
    return _changed(call)


def _changed(call: Call) -> bool:
    call.world.mark("bot", call.bot.id)
    scope = call.get("scope") or {}
    call.world.events.add("commands", bot_id=call.bot.id, user_id=scope.get("user_id"), chat_id=scope.get("chat_id"))
    return True


@method("getMyCommands")
def get_my_commands(call: Call) -> list[Json]:
    """Returns the commands of exactly this scope and language."""
    return call.bot.commands.get(_scope_key(call), [])


def menu_of(bot: BotAccount, chat: Chat, user_id: int, language: str) -> list[Json]:
    """Returns the commands a person sees in a chat: of the narrowest scope that has any, in their language first."""
    if chat.is_group:
        scopes = [f"chat_member:{chat.id}:{user_id}", f"chat:{chat.id}", "all_group_chats:", "default:"]
    else:
        scopes = [f"chat:{chat.id}", "all_private_chats:", "default:"]
    languages = [language, ""] if language else [""]
    keys = (f"{scope}/{code}" for scope in scopes for code in languages)
    return next((bot.commands[key] for key in keys if bot.commands.get(key)), [])
