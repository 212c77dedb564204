"""Albums: which files travel together, as Telegram takes them."""

from __future__ import annotations

import random

import pytest

from bot.handlers.reading import read
from bot.handlers.update import load
from bot.terms import Attachment
from bot.workflows.rules.albums import albums

NINE = ("photo", "video", "animation", "audio", "voice", "video_note", "document", "sticker", "live_photo")


@pytest.mark.parametrize("seed", range(20))
def test_every_album_is_one_that_telegram_takes(seed: int) -> None:
    chosen = random.Random(seed).choices(NINE, k=30)
    files = [Attachment(kind, f"{kind}-{place}", str(place)) for place, kind in enumerate(chosen)]
    made = list(albums(files))

    assert sorted(file.file_id for album in made for file in album) == sorted(file.file_id for file in files)
    for kinds in ([file.kind for file in album] for album in made if len(album) > 1):
        assert len(kinds) <= 10
        assert set(kinds) <= {"photo", "video", "audio", "document"}
        assert len(set(kinds)) == 1 or not set(kinds) & {"audio", "document"}


@pytest.mark.parametrize("kind", NINE)
def test_files_of_one_kind_keep_their_order(kind: str) -> None:
    files = [Attachment(kind, f"{kind}-{place}", str(place)) for place in range(12)]
    sizes = [10, 2] if kind in ("photo", "video", "audio", "document") else [1] * 12
    made = list(albums(files))
    assert [len(album) for album in made] == sizes
    assert [file for album in made for file in album] == files


def test_a_gif_that_comes_with_a_document_goes_as_the_gif_it_is() -> None:
    gif = {"file_id": "g", "file_unique_id": "ug", "file_name": "a.gif.mp4", "mime_type": "video/mp4", "file_size": 9}
    message = {"message_id": 1, "date": 1, "chat": {"id": 7, "type": "private"}, "from": {"id": 7, "is_bot": False}}
    event = read(load({"update_id": 1, "message": {**message, "animation": gif, "document": gif}}), 1)
    assert event is not None
    pictures = [Attachment("photo", f"p{number}", f"{number}") for number in range(2)]
    assert [len(album) for album in albums([*event.saying.files, *pictures])] == [2, 1]
    assert event.saying.files[0].kind == "animation"
