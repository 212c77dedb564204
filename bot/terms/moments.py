"""Moments that are kept, and how far a clock that was ahead may have spoilt them."""

from __future__ import annotations

from datetime import datetime, timedelta

APART = timedelta(seconds=1)  #: by how much the clocks of two replicas may differ, or one clock may be adjusted


def lately(moment: datetime, now: datetime, span: timedelta) -> bool:
    """Whether the moment lies within the `span` before now. One in the future does not: nobody knows when it was."""
    return now - span <= moment <= now + APART
