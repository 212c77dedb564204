"""Purging: deletes rows whose time is over, in small batches.

`kinds` lists the kinds of rows, `batches` deletes them, `departing` deletes closed requests with all that is theirs,
`cutting` deletes the oldest lines of the audit, and `sweeping` keeps the clock of the sweep and the numbers that are
not given again.
"""
