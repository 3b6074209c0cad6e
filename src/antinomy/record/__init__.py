"""The two-dated memory: appended once, chained, read as of a day on both axes."""
