"""From a page to claims, and what the record says of them."""
