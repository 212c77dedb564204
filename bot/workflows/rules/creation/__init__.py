"""Pure decisions about accounts made by hand."""
