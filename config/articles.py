"""Reads the help articles: a folder with `contents.toml`, and a Markdown file for each article and language."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

_FENCE = "+++"  #: the line before and after the header of an article


def read_articles(folder: Path) -> dict[str, Any]:
    """The table of the articles: `topics` as in `contents.toml`, and `articles` by language and key.

    An article is the table of its header, with its Markdown as `body`. Raises `ValueError` naming the file that is
    missing, is not UTF-8, has no header or one that is not TOML, or stands in no topic.
    """
    topics = _toml(folder / "contents.toml", _read(folder / "contents.toml"))["topic"]
    listed = {key for topic in topics for key in topic["articles"]}
    articles: dict[str, dict[str, Any]] = {}
    for path in sorted(folder.glob("*/*.md")):
        if path.stem not in listed:
            raise ValueError(f"{path}: contents.toml lists this article in no topic")
        articles.setdefault(path.parent.name, {})[path.stem] = _article(path)
    return {"topics": topics, "articles": articles}


def _article(path: Path) -> dict[str, Any]:
    text = _read(path).replace("\r\n", "\n")
    before, opened, rest = text.partition(f"{_FENCE}\n")
    header, closed, body = rest.partition(f"\n{_FENCE}\n")
    if before.strip() or not opened or not closed:
        raise ValueError(f"{path}: an article begins with its header between two lines of {_FENCE}")
    return {**_toml(path, header), "body": body.strip()}


def _toml(path: Path, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"{path}: {error}") from error


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ValueError(f"{path}: {error}") from error
