"""The Markdown of help articles becomes the plain lines of a message."""

from __future__ import annotations

import pytest

from bot.texts.markdown import lines


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Un mot.", "Un mot."),
        ("**Gras** et *penché*", "<b>Gras</b> et <i>penché</i>"),
        ("Une ligne\nqui continue", "Une ligne qui continue"),
        ("Une ligne\\\nune autre", "Une ligne\nune autre"),
        ("Un.\n\nDeux.", "Un.\n\nDeux."),
        ("Avant\n\n- un\n- deux\n\nAprès", "Avant\n\n• un\n• deux\n\nAprès"),
        ("1. un\n2. deux", "1. un\n2. deux"),
        ("# Titre\n\nTexte", "<b>Titre</b>\n\nTexte"),
        ("[Le guide](https://example.org)", "Le guide (https://example.org)"),
        ("`/aide mot`", "/aide mot"),
        ("<script>", "<script>"),
        ("", ""),
    ],
)
def test_markdown_is_worded_as_a_message_shows_it(written: str, shown: str) -> None:
    assert lines(written) == shown
