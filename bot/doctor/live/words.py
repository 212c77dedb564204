"""Sends each kind of message of words and of files, and compares what stands in the chat with what was meant."""

from __future__ import annotations

import json
from collections.abc import AsyncGenerator
from functools import partial
from typing import Any

from telegram.error import TelegramError

from bot.delivery.rules.retry import Sent
from bot.doctor.live import catalogue
from bot.doctor.live.meant import differences
from bot.doctor.live.stage import Stage, reason
from bot.ent.finding import Finding
from bot.terms import Attachment


async def examine(stage: Stage) -> AsyncGenerator[Finding, None]:
    """A finding for each kind of message; nothing of what the bot sends is left out."""
    for sample in catalogue.samples():
        outcome, made = await stage.done(partial(stage.sender.say, stage.chat, sample.speech))
        if isinstance(outcome, Sent):
            found = "; ".join(differences(sample.speech, made))
            yield Finding(sample.name, found or "as meant", not found, sample.look)
        else:
            yield Finding(sample.name, f"not sent: {reason(outcome)}", fine=False)
    kept: dict[str, Attachment] = {}
    for kind in catalogue.KINDS:
        try:
            kept[kind] = await _uploaded(stage, kind)
        except TelegramError as error:
            yield Finding(kind, f"not taken: {error}", fine=False)
    for kind, file in kept.items():
        yield await _again(stage, kind, file)
    yield await _album(stage, kept)
    yield await _export(stage)
    yield await _picture(stage)


async def _uploaded(stage: Stage, kind: str) -> Attachment:
    """Has Telegram keep a file of that kind; returns how the bot names it. Raises `TelegramError`."""
    name, body = catalogue.file(kind)
    return _of(await stage.upload(kind, name, body), kind)


async def _again(stage: Stage, kind: str, file: Attachment) -> Finding:
    """Sends a file that Telegram keeps, as the bot passes a family's file on to a school."""
    if file.kind != kind:
        return Finding(kind, f"Telegram made a {file.kind} of it", fine=False)
    outcome, made = await stage.done(partial(stage.sender.files, stage.chat, [file]))
    if not isinstance(outcome, Sent):
        return Finding(kind, f"not sent again: {reason(outcome)}", fine=False)
    fine = kind in made
    return Finding(kind, "sent again by its number" if fine else "arrived as another kind", fine, f"the {kind} opens")


async def _album(stage: Stage, kept: dict[str, Attachment]) -> Finding:
    """Sends a photo and a video as one album, each with a caption."""
    media = [
        {"type": kind, "media": kept[kind].file_id, "caption": f"<b>{kind}</b> 1 & 2".replace("&", "&amp;")}
        | {"parse_mode": "HTML"}
        for kind in ("photo", "video")
        if kind in kept
    ]
    try:
        made = await stage.call("sendMediaGroup", chat_id=stage.chat, media=media)
    except TelegramError as error:
        return Finding("album", f"not sent: {error}", fine=False)
    captions = [one.get("caption") for one in made]
    albums = {one.get("media_group_id") for one in made}
    together = len(albums) == 1 and None not in albums
    fine = together and captions == ["photo 1 & 2", "video 1 & 2"]
    said = "in one piece, with its captions" if fine else f"in one piece: {together}; captions {captions}"
    return Finding("album", said, fine, "photo and video stand side by side")


async def _export(stage: Stage) -> Finding:
    """Sends a document whose bytes come from the bot, as `/mesdonnees` does."""
    body = json.dumps({"essai": "à vérifier"}, ensure_ascii=False).encode()
    outcome, made = await stage.done(partial(stage.sender.document, stage.chat, "mes-donnees.json", body))
    fine = isinstance(outcome, Sent) and made["document"]["file_size"] == len(body)
    return Finding("export", "whole" if fine else f"not whole: {getattr(outcome, 'reason', made)}", fine)


async def _picture(stage: Stage) -> Finding:
    """Sends a picture whose bytes come from the bot, as `/adoption` does."""
    _, body = catalogue.file("photo")
    outcome, made = await stage.done(partial(stage.sender.picture, stage.chat, body, "photo 1 & 2"))
    fine = isinstance(outcome, Sent) and made.get("caption") == "photo 1 & 2" and bool(made.get("photo"))
    return Finding("picture", "whole" if fine else f"not whole: {getattr(outcome, 'reason', made)}", fine)


def _of(message: Any, kind: str) -> Attachment:
    """The file of a message; its kind is the one that Telegram gave it, `kind` where it has several."""
    if not isinstance(message, dict):
        raise TelegramError("Telegram answered with no message")
    found = kind if kind in message else next((other for other in catalogue.KINDS if other in message), "")
    if not found:
        raise TelegramError("Telegram answered with a message without a file")
    file = message[found][-1] if found == "photo" else message[found]
    return Attachment(found, str(file["file_id"]), str(file["file_unique_id"]))
