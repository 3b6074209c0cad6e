"""What the law says on a day, and what packs may not say."""
