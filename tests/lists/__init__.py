"""Official lists: loading, versions, and the folder that keeps them."""
