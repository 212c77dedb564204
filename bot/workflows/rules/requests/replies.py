"""What a reply to a message does: what that message invites to."""

from __future__ import annotations

_ANSWER = "answer"
_NOTES = ("noted", "done_noted")
_ASKED = "ask_"  #: the notices that ask for the words of a button are named after it


def invited(kind: str) -> tuple[str, bool]:
    """The action of the button that does the same as a reply to a message of that kind, and whether it is doubtful.

    A reply to a note is a note; to a question for words, those words; to anything else an answer. It is doubtful to a
    message of which only the request is known.
    """
    if kind in _NOTES:
        return "note", False
    if kind.startswith(_ASKED):
        return kind.removeprefix(_ASKED), False
    return _ANSWER, not kind
