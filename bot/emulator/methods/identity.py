"""Who the bot is: its account, name, descriptions and menu button."""

from __future__ import annotations

from ..errors import bad_request
from ..records import Json
from .registry import Call, method

LIMITS = {"name": 64, "description": 512, "short_description": 120}


@method("getMe")
def get_me(call: Call) -> Json:
    """Returns the bot's own `User`."""
    return {**call.bot.user, **call.bot.abilities}


@method("logOut", "close")
def leave(call: Call) -> bool:
    """Does nothing: there is no cloud server to log out from, nor a local one to close."""
    return True


@method("setMyName", "setMyDescription", "setMyShortDescription")
def set_text(call: Call) -> bool:
    """Sets one of the bot's texts in one language; an empty text deletes it."""
    name = next((name for name in LIMITS if name in call.parameters), None)
    language = call.get("language_code") or ""
    if name is None:
        return True
    text = call.get(name)
    if len(text) > LIMITS[name]:
        raise bad_request(f"{name.replace('_', ' ')} is too long")
    call.bot.texts[f"{name}/{language}"] = text
    if name == "name" and not language and text:
        call.bot.first_name = text
    call.world.mark("bot", call.bot.id)
    return True


def _text(call: Call, name: str, default: str = "") -> Json:
    texts, language = call.bot.texts, call.get("language_code") or ""
    return {name: texts.get(f"{name}/{language}") or texts.get(f"{name}/") or default}


@method("getMyName")
def get_my_name(call: Call) -> Json:
    """Returns the bot's name."""
    return _text(call, "name", call.bot.first_name)


@method("getMyDescription")
def get_my_description(call: Call) -> Json:
    """Returns the description, shown in an empty chat with the bot."""
    return _text(call, "description")


@method("getMyShortDescription")
def get_my_short_description(call: Call) -> Json:
    """Returns the short description, shown in the bot's profile."""
    return _text(call, "short_description")


@method("setChatMenuButton")
def set_chat_menu_button(call: Call) -> bool:
    """Sets the menu button of one private chat, or the default one without `chat_id`."""
    call.bot.menu_buttons[call.get("chat_id") or 0] = call.get("menu_button") or {"type": "default"}
    call.world.mark("bot", call.bot.id)
    return True


@method("getChatMenuButton")
def get_chat_menu_button(call: Call) -> Json:
    """Returns the menu button of one private chat, or the default one."""
    buttons = call.bot.menu_buttons
    return buttons.get(call.get("chat_id") or 0) or buttons.get(0) or {"type": "commands"}
