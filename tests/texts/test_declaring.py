"""Each noun declares its own notices and buttons, and no two nouns the same one."""

from __future__ import annotations

import pytest

from bot.texts.declaring import joined


def test_what_all_nouns_declare_is_one_table() -> None:
    assert joined([{"card": 1}, {}, {"report": 2, "reports": 3}]) == {"card": 1, "report": 2, "reports": 3}


def test_a_kind_that_two_nouns_declare_is_an_error_that_names_it() -> None:
    with pytest.raises(ValueError, match="two nouns declare card"):
        joined([{"card": 1}, {"report": 2}, {"card": 3}])
