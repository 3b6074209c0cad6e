"""From lines to the text that is read: noise is named, what is broken mended."""
