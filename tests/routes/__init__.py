"""Holdings: cascades, control, shares through others."""
