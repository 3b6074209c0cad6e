"""Who a party is, on exact matches only, and what its owners hold."""
