"""How long tests wait for what surely comes: longer than any machine is busy."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.workflows.policy import Policy

PATIENCE = 60.0  #: seconds


def patient(policy: Policy) -> Policy:
    """The policy, under which an update waits much longer for the ENT: its answer is awaited however busy all is."""
    return replace(policy, rights=replace(policy.rights, wait=timedelta(seconds=PATIENCE)))
