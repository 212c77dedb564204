"""What an operator configures: settings from the environment, and the TOML tables beside this file."""
