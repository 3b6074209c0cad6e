"""The vocabulary, and what it may not say."""
