"""Tests of the export files of schools, read into records."""
