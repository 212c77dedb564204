"""What the operator's chat is sent: one message of each kind that the bot sends, all of it invented."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot import texts
from bot.terms import Button, Notice, Refusal
from bot.texts.speech import Speech

_FOLDER = Path(__file__).parent / "samples"
_FILES = {
    "photo": "photo.png",
    "video": "video.mp4",
    "animation": "animation.mp4",
    "audio": "audio.mp3",
    "voice": "voice.ogg",
    "video_note": "video_note.mp4",
    "document": "photo.png",
}
_CODE = "Ab3-9xK"
_MOMENT = "2026-01-12T13:05:00+00:00"
_LONG = "Je n’arrive plus à ouvrir le cahier de textes & l’écran reste <blanc> 👩‍👩‍👧‍👦. " * 8
_REQUEST = {
    "number": 12,
    "category": "connexion",
    "status": "open",
    "level": 1,
    "age": 7300.0,
    "requester": "Camille Exemple",
    "profile": "relative",
    "place": "École des Tilleuls",
    "contact": "l’ERUN, 01 02 03 04 05",
    "filer": "",
    "holder": "Noé Essai",
    "into": 0,
    "desk": "Circonscription des Tilleuls",
    "late": True,
}


@dataclass(frozen=True, slots=True)
class Sample:
    """One message, and what the operator should look at, since only eyes can: empty where Telegram says it all."""

    name: str
    speech: Speech
    look: str = ""


def samples() -> Iterator[Sample]:
    """Every kind of message made of words."""
    folded = "the long message is folded; the buttons have their colours"
    yield Sample("the card of a request", texts.word_card(_card(), "", {}, "fr"), folded)
    yield Sample("a charter", texts.word(Notice("charter", {"text": _LONG, "language": "fr"}), "fr"))
    commands = ["aide", "file", "langue"]
    yield Sample("the commands", texts.word(Notice("help", {"commands": commands}), "fr"), "the commands are folded")
    convocation = Notice("convocation", _confirmed() | {"pupil": True})
    yield Sample("words to copy", texts.word(convocation, "fr"), "a touch copies the whole message")
    link = Speech("<b>Adresse</b>", ((texts.Key("Ouvrir", Button("open", url="https://example.org/")),),))
    yield Sample("a button with an address", link)
    yield Sample("a refusal", texts.refuse(Refusal("bad-number", typed="<douze> & demi"), "fr"))
    yield Sample("words in another language", texts.refuse(Refusal("bad-number", typed="مرحبا 12"), "en"))
    yield Sample("a letter in a quotation", Speech("<blockquote><b>Votre lien</b>\nBonjour Camille</blockquote>"))
    silent = texts.word(Notice("confirmed", _confirmed()), "fr")
    yield Sample("a message without sound", silent, "it came without sound")
    yield Sample("a long menu", Speech("<b>Menu</b>", _menu()), "all twenty buttons can be read")


def whispers() -> tuple[Speech, Speech]:
    """The message that a code is put into, and the code."""
    return texts.word(Notice("code_coming", {}, secret=True), "fr"), texts.word(_code(), "fr")


def page(number: int) -> Speech:
    """One of the pages that a message shows in turn."""
    return Speech(f"<b>Page {number}</b>", _menu(3))


def file(kind: str) -> tuple[str, bytes]:
    """Name and content of a small file of that kind, as the Bot API names kinds."""
    path = _FOLDER / _FILES[kind]
    return path.name, path.read_bytes()


KINDS = tuple(_FILES)  #: of files


def _code() -> Notice:
    facts = {"name": "Camille Exemple", "code": _CODE, "activation": False, "heir": "none", "minutes": 10}
    rows = ((Button("copy", copy=_CODE),), (Button("resolve", "12", 1, style="success"),))
    return Notice("code_given", {**facts, "blocked": False}, rows, secret=True)


def _card() -> Notice:
    said = [("answer", "Bonjour."), ("note", "Vu avec la directrice."), ("answer", _LONG)]
    exchange = [
        {"who": "Camille Exemple", "function": "relative", "own": False, "voice": voice, "text": text}
        | {"files": 0, "at": _MOMENT, "edited": voice == "note"}
        for voice, text in said
    ]
    styles = (("answer", "primary"), ("resolve", "success"), ("send_back", "danger"), ("note", ""))
    rows = tuple((Button(action, "12", 1, style=style),) for action, style in styles)
    return Notice("card", _REQUEST | {"exchange": exchange, "left_out": 3}, rows)


def _confirmed() -> dict[str, object]:
    return _REQUEST | {"actor": "Camille Exemple", "own": False, "name": "Camille Exemple", "function": "relative"}


def _menu(many: int = 20) -> tuple[tuple[texts.Key, ...], ...]:
    return tuple((texts.Key(f"Choix {row}", Button("help", str(row), 1)),) for row in range(1, many + 1))
