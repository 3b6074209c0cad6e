"""The reader of pages."""
