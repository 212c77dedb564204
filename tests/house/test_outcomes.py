"""Only `bot/handlers/outcomes.py` looks at what Telegram says in words."""

from __future__ import annotations

from pathlib import Path

from bot.handlers.outcomes import TABLE

ROOT = Path(__file__).parents[2] / "bot"
TABLES_FILE = ROOT / "handlers" / "outcomes.py"
_OTHERS = (
    "can't parse entities",
    "no text in the message",
    "is not modified",
    "not enough rights",
    "query is too old",
)


def test_no_other_module_judges_the_words_of_telegram() -> None:
    phrases = {line.words for line in TABLE} | set(_OTHERS)
    found = []
    for file in ROOT.rglob("*.py"):
        if file == TABLES_FILE or (ROOT / "emulator") in file.parents:
            continue
        text = file.read_text("utf-8").lower()
        found += [
            f"{file.name}: {phrase}" for phrase in sorted(phrases) if f'"{phrase}' in text or f"'{phrase}" in text
        ]
    assert not found


def test_every_line_says_where_its_words_are_made_and_can_be_reached() -> None:
    assert all(line.source for line in TABLE)
    words = [line.words for line in TABLE]
    hidden = [(one, two) for at, one in enumerate(words) for two in words[at + 1 :] if two.startswith(one)]
    assert not hidden
    assert all(one == one.lower() for one in words)
