"""From lines to the text that is read: what is not read is named, what is broken mended."""
