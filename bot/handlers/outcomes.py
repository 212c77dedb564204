"""What each answer of Telegram's means for what was being sent: one table, read by `judged`.

The words are those of telegram-bot-api 10.0 (`Client.cpp`, `Query.cpp`), of TDLib under it (`td: …`), and of
Telegram's servers, which TDLib hands on in capitals. `Client::fail_query_with_error` puts "Bad Request: " or
"Forbidden: " before them. No other module looks at Telegram's words. Decision 41 says why each is judged as it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta

from telegram.error import BadRequest, ChatMigrated, Conflict, Forbidden, InvalidToken, RetryAfter, TelegramError

from bot import meters
from bot.delivery.rules.retry import Gone, Moved, NotWritten, Outcome, Rejected, Sent, Uncertain, Vanished, Wait

LONGEST_WAIT = 86_400.0  #: seconds; after a longer wait that Telegram asks for, it is asked again
_NOT_WRITTEN = frozenset({408, 502, 503, 521, 522, 523, 525, 526})  # a proxy that did not reach the server behind it
_REFUSED = frozenset({413, 414, 431})  # too large, and too large again if repeated
_LOCKED_OUT = frozenset({401, 403, 404, 407, 421, *range(300, 400)})


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table: how an error of Telegram's begins, and what it means."""

    words: str  #: in small letters, without what stands before them in every error of that status
    means: type[Sent | Gone | Rejected | Vanished | NotWritten]
    source: str  #: the file and function that makes the words
    locks_out: bool = False  #: whether nothing at all can be sent until an operator acts


_SERVER = "Telegram's servers, through td: MessagesManager.cpp, on_send_message_fail"
_FAIL = "td: MessagesManager.cpp, process_send_message_fail_error"
_ACCESS = "Client.cpp, check_chat_access"
_EDIT = "Telegram's servers, through td: MessagesManager.cpp, EditMessageQuery"

#: What an error 400 or 403 means, found by how it begins. Where none of these fits, it is `Rejected`.
TABLE = (
    # The person or chat cannot be reached.
    Line("bot was blocked by the user", Gone, "Client.cpp, fail_query_with_error (USER_IS_BLOCKED)"),
    Line("user_is_blocked", Gone, "Client.cpp, on_message_send_failed (albums keep the servers' word)"),
    Line("user is deactivated", Gone, f"{_ACCESS}; fail_query_with_error (INPUT_USER_DEACTIVATED); {_FAIL}"),
    Line("forbidden: user is deactivated", Gone, "Client.cpp, fail_query_with_error, within an album"),
    Line("input_user_deactivated", Gone, _SERVER),
    Line("user_deactivated", Gone, _SERVER),
    Line("user_deleted", Gone, _SERVER),
    Line("bot can't initiate conversation with a user", Gone, f"{_FAIL} (PEER_ID_INVALID)"),
    Line("bot can't send messages to bots", Gone, "Telegram's documentation; older servers"),
    Line("the bot can't send messages to the bot", Gone, f"{_FAIL} (USER_IS_BOT)"),
    Line("user_is_bot", Gone, _SERVER),
    Line("user_bot_invalid", Gone, _SERVER),
    Line("peer_id_invalid", Gone, f"{_SERVER}; for edits and deletions, as it is"),
    Line("user_id_invalid", Gone, _SERVER),
    Line("chat_id_invalid", Gone, _SERVER),
    Line("chat not found", Gone, "Client.cpp, TdOnCheckChatCallback"),
    Line("private chat not found", Gone, _ACCESS),
    Line("user not found", Gone, "Client.cpp, TdOnCheckUserCallback"),
    Line("the group chat was deleted", Gone, _ACCESS),
    Line("bot was kicked from the ", Gone, f"{_ACCESS}: group, supergroup or channel chat"),
    Line("bot is not a member of the ", Gone, f"{_ACCESS}; add_message"),
    Line("have no write access to the chat", Gone, "td: DialogManager.cpp, check_dialog_access_in_memory"),
    Line("can't access the chat", Gone, "td: DialogManager.cpp, check_dialog_access_in_memory"),
    Line("chat is not accessible", Gone, "td: MessagesManager.cpp, send_inline_query_result"),
    Line("invalid chat identifier specified", Gone, "td: DialogManager.cpp, check_dialog_access"),
    Line("have no rights to send a message", Gone, "older servers of the Bot API"),
    Line("need administrator rights in the channel chat", Gone, "td: DialogManager.cpp, can_send_message_to_dialog"),
    Line("not enough rights to send text messages", Gone, "td: MessageContent.cpp, can_send_message_content"),
    Line("chat_write_forbidden", Gone, _SERVER),
    Line("chat_send_plain_forbidden", Gone, _SERVER),
    Line("chat_guest_send_forbidden", Gone, _SERVER),
    Line("chat_restricted", Gone, _SERVER),
    Line("chat_admin_required", Gone, _SERVER),
    Line("chat_forbidden", Gone, _SERVER),
    Line("channel_private", Gone, _SERVER),
    Line("channel_invalid", Gone, _SERVER),
    Line("channel_public_group_na", Gone, _SERVER),
    Line("user_banned_in_channel", Gone, _SERVER),
    Line("user_privacy_restricted", Gone, _SERVER),
    Line("privacy_premium_required", Gone, _SERVER),
    Line("allow_payment_required", Gone, "td: MessagesManager.cpp, SendMessageQuery"),
    Line("you_blocked_user", Gone, _SERVER),
    # The message that was to be changed.
    Line("message is not modified", Sent, "Client.cpp, fail_query_with_error (MESSAGE_NOT_MODIFIED)"),
    Line("message_not_modified", Sent, _EDIT),
    Line("message to edit not found", Vanished, "Client.cpp, process_edit_message_text_query and its like"),
    Line("message to delete not found", Vanished, "Client.cpp, process_delete_message_query"),
    Line("message not found", Vanished, "td: MessagesManager.cpp, edit_message_text and its like"),
    Line("message_id_invalid", Vanished, _EDIT),
    Line("message can't be edited", Vanished, "td: MessagesManager.cpp, edit_message_text and its like"),
    Line("message_author_required", Vanished, _EDIT),
    Line("message_edit_time_expired", Vanished, _EDIT),
    # Nothing can be sent at all.
    Line("frozen_method_invalid", NotWritten, "td: NetQueryDispatcher.cpp, dispatch", locks_out=True),
    Line("logged out", NotWritten, "Client.cpp, get_closing_error", locks_out=True),
)

# Refusals of which the sender makes something else; they are `Rejected`.
_UNREADABLE = (
    "can't parse entities",  # Client.cpp, get_formatted_text
    "entities_too_long",  # the servers
    "entity_",  # the servers: ENTITY_BOUNDS_INVALID and its like
)
_UNCHANGEABLE = ("message can't be edited", "message_author_required", "message_edit_time_expired")
_TOPIC_GONE = (
    "message thread not found",  # Client.cpp, TdOnCheckForumTopicCallback: for every reason
    "topic not found",  # td: MessageTopic.cpp, get_message_topic
    "invalid topic identifier",  # td: MessageTopic.cpp, get_message_topic
    "invalid forum topic identifier",  # td: ForumTopicManager.cpp, can_be_forum_topic_id
    "chat is not a forum",  # td: MessageTopic.cpp, get_message_topic; ForumTopicManager.cpp, is_forum
    *("topic_deleted", "topic_closed", "topic_id_invalid", "message_thread_invalid"),  # the servers
)
_WORDLESS = "there is no text in the message to edit"  # td: MessagesManager.cpp, edit_message_text

_BEFORE = re.compile(r"(bad request|forbidden|\[?error\]?): ")
_ALBUM = re.compile(r'failed to send message #\d+ with the error message "(.*)"', re.DOTALL)


def judged(error: TelegramError, unsent: type[TelegramError]) -> Outcome:
    """The outcome of a call that failed; `unsent` is the error raised where nothing was written to Telegram.

    An error raised for an answer that is not in the Bot API's words has the answer's `status`.
    """
    status = _status(error)
    match error:
        case RetryAfter():
            meters.FLOODED.inc()
            return Wait(min(LONGEST_WAIT, _seconds(error.retry_after)))
        case ChatMigrated():
            return Moved(error.new_chat_id)
        case TelegramError() if isinstance(error, unsent):
            return NotWritten(error.message)
        case BadRequest() | Forbidden():
            line = _line(error.message)
            return Rejected(error.message) if line is None else _meant(line, error.message)
        case InvalidToken() | Conflict():
            return NotWritten(error.message)
        case _ if status in _REFUSED:
            return Rejected(error.message)
        case _ if 300 <= status < 500 or status in _NOT_WRITTEN:
            return NotWritten(error.message)
        case _:  # 500 of a server that closes, or no answer that can be understood: it may have taken effect
            return Uncertain(error.message)


def topic_gone(error: TelegramError) -> bool:
    """Whether a call failed because nothing can be said in the topic that it names (any more)."""
    return any(words in error.message.lower() for words in _TOPIC_GONE)


def locks_out(error: TelegramError) -> bool:
    """Whether the error says that nothing at all can be sent until an operator acts: a wrong token, a frozen bot."""
    if isinstance(error, BadRequest | Forbidden):
        line = _line(error.message)
        return line is not None and line.locks_out
    return isinstance(error, InvalidToken) or _status(error) in _LOCKED_OUT


def repeatable(outcome: Outcome) -> Outcome:
    """The outcome of a call that may be repeated without harm: where it is uncertain, it counts as not written."""
    return NotWritten(outcome.reason) if isinstance(outcome, Uncertain) else outcome


def unreadable(outcome: Outcome) -> bool:
    """Whether Telegram refused the markup of a text: it may be said with another one."""
    return isinstance(outcome, Rejected) and _said(outcome.reason).startswith(_UNREADABLE)


def absent(outcome: Outcome) -> bool:
    """Whether the message that was to be changed is not there: it shows nothing any more."""
    return isinstance(outcome, Vanished) and not _said(outcome.reason).startswith(_UNCHANGEABLE)


def wordless(outcome: Outcome) -> bool:
    """Whether the message that was to be edited is a file, whose words are its caption."""
    return isinstance(outcome, Rejected) and _said(outcome.reason).startswith(_WORDLESS)


def _line(message: str) -> Line | None:
    said = _said(message)
    return next((line for line in TABLE if said.startswith(line.words)), None)


def _meant(line: Line, reason: str) -> Outcome:
    return Sent() if line.means is Sent else line.means(reason)  # type: ignore[arg-type]


def _said(message: str) -> str:
    """Telegram's words in small letters, without what an error or an album puts before and around them."""
    said = _BEFORE.sub("", message.lower(), count=1) if _BEFORE.match(message.lower()) else message.lower()
    album = _ALBUM.match(said)
    return _BEFORE.sub("", album[1], count=1) if album else said


def _status(error: TelegramError) -> int:
    return int(getattr(error, "status", 0))


def _seconds(duration: int | timedelta) -> float:
    return duration.total_seconds() if isinstance(duration, timedelta) else float(duration)
