"""WORKFLOWS, announcements: flash messages of a school, created, listed, ended, and brought to people's chats."""
