"""Buttons and their callback data."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.handlers.buttons import LIMIT, decode, encode, keyboard
from bot.terms import Button, Refusal
from bot.texts.speech import Key

TARGETS = st.text(st.characters(exclude_characters="|", exclude_categories=("C", "Z")), max_size=8)


@given(st.from_regex(r"[a-z][a-z0-9_-]{0,9}", fullmatch=True), TARGETS, st.integers(0, 10**17))
def test_a_tap_says_what_its_button_was_made_for(action: str, target: str, person: int) -> None:
    button = Button(action, target, person)
    assert decode(encode(button)) == button


@pytest.mark.parametrize(
    "button",
    [
        Button("take", "a|b"),
        Button("", "12"),
        Button("take|it"),
        Button("take", "a\nb"),
        Button("take", "12", -1),
        Button("take", "é" * 30),
    ],
)
def test_a_button_that_could_not_be_read_back_is_not_made(button: Button) -> None:
    with pytest.raises(ValueError, match=r"button|bytes"):
        encode(button)


@pytest.mark.parametrize(
    "data",
    [
        None,
        "",
        "take",
        "take|12",
        "take|12|3|4",
        "|12|3",
        "Take|12|3",
        "take|12|-3",
        "take|12|٣",
        "take|12|03",
        "take|12|3\n",
        "take\n|12|3",
        "take|1\x002|3",
        "take|12|" + "9" * 19,
        "take|" + "é" * 30 + "|3",
        "take|\ud800|3",
    ],
)
def test_forged_data_is_an_old_button(data: str | None) -> None:
    with pytest.raises(Refusal) as caught:
        decode(data)
    assert caught.value.reason == "old-button"


@given(st.text())
def test_no_data_at_all_does_more_than_be_refused(data: str) -> None:
    try:
        button = decode(data)
    except Refusal:
        return
    assert encode(button) == data


@given(st.text())
def test_what_is_read_has_room_in_a_button(data: str) -> None:
    try:
        decode(data)
    except Refusal:
        return
    assert len(data.encode()) <= LIMIT


def test_a_keyboard_shows_taps_links_and_copies_with_their_style() -> None:
    shown = keyboard(
        (
            (
                Key("Prendre", Button("take", "12", 3, style="success")),
                Key("Guide", Button("guide", url="https://a.fr")),
            ),
            (),
            (Key("Copier", Button("copy", copy="Ab3-9")),),
        )
    )
    assert shown == {
        "inline_keyboard": [
            [
                {"text": "Prendre", "callback_data": "take|12|3", "style": "success"},
                {"text": "Guide", "url": "https://a.fr"},
            ],
            [{"text": "Copier", "copy_text": {"text": "Ab3-9"}}],
        ]
    }


def test_no_button_is_no_keyboard() -> None:
    assert keyboard(()) is None
    assert keyboard(((),)) is None
