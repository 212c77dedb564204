"""The table as people read it, and the same as JSON and in the page: one line a row, its median and its spread."""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median

from benchmarks.row import Row

BEGIN, END = "<!-- the table of make bench -->", "<!-- the end of it -->"


def machine() -> str:
    """What the figures belong to."""
    return f"Python {platform.python_version()}, {platform.system()}, {os.cpu_count()} cores"


def line(row: Row) -> str:
    """One row of the table, in Markdown."""
    if not row.ratios:
        return f"| {row.group} | {row.name} | — | | {_goal(row)} | {row.note} |"
    spread = f"{_figure(min(row.ratios))}–{_figure(max(row.ratios))}" if len(row.ratios) > 1 else ""
    return (
        f"| {row.group} | {row.name} | **{_figure(row.middle)}** {row.unit} | {spread} | {_goal(row)} | {row.note} |"
    )


def table(rows: Sequence[Row]) -> Iterator[str]:
    """The lines of the table, in Markdown."""
    yield "| what | beside or where | median | least–most | goal | |"
    yield "| --- | --- | --- | --- | --- | --- |"
    yield from map(line, rows)


def as_json(rows: Sequence[Row]) -> str:
    """The same for programs."""
    return (
        json.dumps({"machine": machine(), "rows": [_facts(row) for row in rows]}, ensure_ascii=False, indent=1) + "\n"
    )


def into(page: Path, rows: Sequence[Row]) -> None:
    """Puts the table between the page's markers; raises ValueError where it has none."""
    before, _, rest = page.read_text("utf-8").partition(BEGIN)
    _, found, after = rest.partition(END)
    if not found:
        raise ValueError(f"{page} has no place for the table")
    body = "\n".join([*table(rows), "", f"{machine()}."])
    page.write_text(f"{before}{BEGIN}\n\n{body}\n\n{END}{after}", "utf-8")


def _facts(row: Row) -> dict[str, object]:
    return {
        "group": row.group,
        "name": row.name,
        "median": round(median(row.ratios), 3) if row.ratios else None,
        "rounds": [round(ratio, 3) for ratio in row.ratios],
        "unit": row.unit,
        "goal": row.goal,
        "more_is_better": row.more_is_better,
        "met": row.met,
        "note": row.note,
    }


def _goal(row: Row) -> str:
    if row.goal is None:
        return ""
    told = {True: ", met", False: ", **not met**", None: ""}[row.met]
    return f"{'≥' if row.more_is_better else '≤'} {row.goal:g}{told}"


def _figure(value: float) -> str:
    return f"{value:.2f}" if value < 20 else f"{value:.0f}"
