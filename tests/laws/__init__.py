"""Laws that hold of every case."""
