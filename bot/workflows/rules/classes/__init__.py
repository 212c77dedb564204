"""The pure decisions about who teaches what."""
