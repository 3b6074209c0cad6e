"""The two-dated memory, in both engines."""
