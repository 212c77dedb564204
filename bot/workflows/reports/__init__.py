"""USE-CASES of reported publications (guide, chapter 10): watched for, told, shown, treated."""
