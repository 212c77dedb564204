"""The use-cases about who teaches which class and teaching group."""
