"""USE-CASES: each does one thing that somebody asks for, or that time brings. No sentence, no Telegram, no SQL."""
