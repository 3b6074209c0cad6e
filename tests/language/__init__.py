"""The language: parsed, decided, proved, linted, and held against brute force."""
