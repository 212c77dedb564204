"""What an operator decides: settings from the environment, and the tables beside this file."""
