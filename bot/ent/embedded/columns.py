"""Column types of the embedded ENT: moments in UTC, text compared by bytes, search terms."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import DateTime, Dialect, String, Text
from sqlalchemy.dialects.postgresql import TSVECTOR
from sqlalchemy.types import TypeDecorator

BYTEWISE = String().with_variant(String(collation="C"), "postgresql")  # so that a range of it can select a prefix
TERMS = Text().with_variant(TSVECTOR(), "postgresql")


class Instant(TypeDecorator[datetime]):
    """An aware datetime in UTC, on databases with and without time zones."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant needs a time zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return value if value is None or value.tzinfo else value.replace(tzinfo=UTC)
