"""What is said of the world: events, statements, figures, listings and holdings.

Each is dated and sourced. What ships with the product is read strictly from
`packs/record`; what a reader takes from a page and what the record keeps is told in the
same words.
"""
