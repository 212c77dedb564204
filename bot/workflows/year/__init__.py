"""The school year: what each month asks for in a school, with what is done of it, and reminders."""
