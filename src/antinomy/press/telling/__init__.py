"""What sentences tell: names, events, statements, and what is taken back."""
