"""RULES of attachments: the kinds of personnel, and what is typed to ask for one (guide, chapter 2.A)."""
