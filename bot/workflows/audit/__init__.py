"""USE-CASES of the audit: shows its lines to those who may read them, and verifies once a day that it is whole."""
