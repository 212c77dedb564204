"""RULES of blocking a whole profile: its dates, and how a campaign begins and ends."""
