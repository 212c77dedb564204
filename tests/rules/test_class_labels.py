"""The labels of classes that somebody types, and how those that name none are shown."""

from __future__ import annotations

import pytest

from bot.terms import Refusal
from bot.workflows.rules.classes import labels


def test_what_names_no_class_is_shown_as_it_was_typed() -> None:
    rooms = [labels.Choice("cm2", "CM2", False)]

    assert labels.read("CM2, ULIS, CM8", rooms) == ([0], "ULIS, CM8")
    with pytest.raises(Refusal) as met:
        labels.read("CM8", rooms)
    assert met.value.facts["words"] == "CM8"
