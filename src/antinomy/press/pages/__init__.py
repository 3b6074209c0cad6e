"""From bytes of any kind to lines: keep, decode, cut into blocks, find the article."""
