"""Paths of supply: balances, reach, prose, statistics, dispositions."""
