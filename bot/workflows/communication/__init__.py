"""The use-cases about who may write to whom: the rules between the groups of a school."""
