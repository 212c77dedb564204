"""USE-CASES: one verb of the people each. No sentence, no Telegram, no SQL."""
