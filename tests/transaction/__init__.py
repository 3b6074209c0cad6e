"""How a case is written, and what is told of a file that cannot be read."""
