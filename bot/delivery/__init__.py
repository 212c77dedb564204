"""Delivery: what makes everything arrive once, in order and at Telegram's pace, whichever replica does the work.

Claims on the outbox, rate windows, leases on jobs, what was left behind for an operator, and the gauges of all that.
"""
