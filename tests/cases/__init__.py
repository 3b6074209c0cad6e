"""Legal cases and the reader that holds the engine to them."""
