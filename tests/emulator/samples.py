"""A call of every method that the emulator has, and a value for each parameter that such a call may take."""

from __future__ import annotations

from typing import Any

from tests.emulator.client import MARC, ZOE, Json

BUTTONS = {"inline_keyboard": [[{"text": "Prendre", "callback_data": "t"}]]}
BOLD = [{"type": "bold", "offset": 0, "length": 1}]
#: parameters that are about what the emulator does not have: it refuses them, and `docs/emulator.md` lists them
REFUSED = frozenset({
    "business_connection_id", "direct_messages_topic_id", "receiver_user_id", "suggested_post_parameters",
    "rich_message",
})  # fmt: skip


def calls(at: Json) -> dict[str, Json]:
    """Returns the parameters of a call of each method. `at` holds ids of things that are there: `text`, `own` (of a
    person), `photo`, `album` (messages), `forum`, `topic`, `group`, `query`, `pressed`, and `file`, a document."""
    here = {"chat_id": ZOE}
    forum = {"chat_id": at["forum"]}
    topic = {**forum, "message_thread_id": at["topic"]}
    file = {name: at["files"][name] for name in at["files"]}
    text, photo = {**here, "message_id": at["text"]}, {**here, "message_id": at["photo"]}
    moved = {"chat_id": MARC, "from_chat_id": ZOE}
    return {
        "answerCallbackQuery": {"callback_query_id": at["pressed"]},
        "answerInlineQuery": {"inline_query_id": at["query"], "results": []},
        "close": {},
        "closeForumTopic": topic,
        "closeGeneralForumTopic": forum,
        "copyMessage": {**moved, "message_id": at["photo"]},
        "copyMessages": {**moved, "message_ids": at["album"]},
        "createForumTopic": {**forum, "name": "n°13"},
        "deleteForumTopic": topic,
        "deleteMessage": text,
        "deleteMessages": {**here, "message_ids": at["album"]},
        "deleteMyCommands": {},
        "deleteWebhook": {},
        "editForumTopic": {**topic, "name": "n°12, prise"},
        "editGeneralForumTopic": {**forum, "name": "Accueil"},
        "editMessageCaption": {**photo, "caption": "autre"},
        "editMessageMedia": {**photo, "media": {"type": "document", "media": file["document"]}},
        "editMessageReplyMarkup": text,
        "editMessageText": {**text, "text": "autre"},
        "forwardMessage": {**moved, "message_id": at["photo"]},
        "forwardMessages": {**moved, "message_ids": at["album"]},
        "getChat": forum,
        "getChatAdministrators": forum,
        "getChatMember": {**forum, "user_id": ZOE},
        "getChatMemberCount": forum,
        "getChatMenuButton": {},
        "getFile": {"file_id": file["document"]},
        "getForumTopicIconStickers": {},
        "getMe": {},
        "getMyCommands": {},
        "getMyDescription": {},
        "getMyName": {},
        "getMyShortDescription": {},
        "getUpdates": {},
        "getUserProfilePhotos": {"user_id": ZOE},
        "getWebhookInfo": {},
        "hideGeneralForumTopic": forum,
        "leaveChat": forum,
        "logOut": {},
        "pinChatMessage": text,
        "reopenForumTopic": topic,
        "reopenGeneralForumTopic": forum,
        "sendAnimation": {**here, "animation": file["animation"]},
        "sendAudio": {**here, "audio": file["audio"]},
        "sendChatAction": {**here, "action": "typing"},
        "sendContact": {**here, "phone_number": "0300000000", "first_name": "Ana"},
        "sendDice": here,
        "sendDocument": {**here, "document": file["document"]},
        "sendLocation": {**here, "latitude": 49.2, "longitude": 2.5},
        "sendMediaGroup": {**here, "media": [{"type": "photo", "media": file["photo"]}] * 2},
        "sendMessage": {**here, "text": "bonjour"},
        "sendPhoto": {**here, "photo": file["photo"]},
        "sendPoll": {**here, "question": "Qui ?", "options": [{"text": "Moi"}, {"text": "Toi"}]},
        "sendSticker": {**here, "sticker": file["sticker"]},
        "sendVenue": {**here, "latitude": 49.2, "longitude": 2.5, "title": "École", "address": "Creil"},
        "sendVideo": {**here, "video": file["video"]},
        "sendVideoNote": {**here, "video_note": file["video_note"]},
        "sendVoice": {**here, "voice": file["voice"]},
        "setChatDescription": {"chat_id": at["group"], "description": "Pour tous"},
        "setChatMenuButton": {},
        "setChatTitle": {"chat_id": at["group"], "title": "Assistance"},
        "setMessageReaction": text,
        "setMyCommands": {"commands": [{"command": "aide", "description": "Aide"}]},
        "setMyDescription": {},
        "setMyName": {},
        "setMyShortDescription": {},
        "setWebhook": {"url": "http://127.0.0.1:9/hook"},
        "banChatMember": {"chat_id": at["group"], "user_id": MARC},
        "unbanChatMember": {"chat_id": at["group"], "user_id": MARC},
        "unhideGeneralForumTopic": forum,
        "unpinAllChatMessages": here,
        "unpinAllForumTopicMessages": topic,
        "unpinAllGeneralForumTopicMessages": forum,
        "unpinChatMessage": here,
    }  # fmt: skip


VALUES: dict[str, Any] = {
    "allowed_updates": ["message"], "button": {"text": "Aide", "start_parameter": "aide"}, "caption": "<b>a</b>",
    "caption_entities": BOLD, "close_date": 2_000_000_000, "correct_option_ids": [0], "country_codes": ["FR"],
    "description": "un test", "description_entities": BOLD, "emoji": "🎯", "entities": BOLD, "explanation": "Voilà",
    "explanation_entities": BOLD, "foursquare_id": "a", "foursquare_type": "b", "google_place_id": "c",
    "google_place_type": "d", "heading": 90, "horizontal_accuracy": 3.0, "icon_color": 7322096,
    "icon_custom_emoji_id": "5417915203100613993", "ip_address": "127.0.0.1", "language_code": "fr",
    "last_name": "Roy", "length": 240, "limit": 10, "link_preview_options": {"is_disabled": True}, "live_period": 60,
    "max_connections": 10, "menu_button": {"type": "commands"}, "message_effect_id": "5104841245755180586",
    "name": "Palier", "offset": 0, "open_period": 60, "parse_mode": "HTML", "performer": "Ana", "secret_token": "s",
    "proximity_alert_radius": 10, "reaction": [{"type": "emoji", "emoji": "👀"}], "reply_markup": BUTTONS,
    "scope": {"type": "default"}, "short_description": "aide", "thumbnail": "attach://t", "cover": "attach://t",
    "timeout": 0, "title": "Titre", "type": "quiz", "until_date": 2_000_000_000, "url": "t.me/assistance?start=a",
    "vcard": "BEGIN:VCARD\nEND:VCARD", "next_offset": "2", "text": "fait", "cache_time": 5, "duration": 9,
    "width": 320, "height": 240, "start_timestamp": 2, "video_start_timestamp": 2, "question_entities": BOLD,
    "question_parse_mode": "HTML", "explanation_parse_mode": "HTML", "description_parse_mode": "HTML",
}  # fmt: skip
"""A value for each parameter that is neither an id nor a boolean."""
