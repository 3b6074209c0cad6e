"""What is said of the world: read strictly, kept, withdrawn."""
