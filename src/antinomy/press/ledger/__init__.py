"""What the record says of what a page tells."""
