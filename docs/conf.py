"""How the pages are built: MyST Markdown, the Furo theme, warnings as errors."""

project = "Antinomy"
author = "The Antinomy maintainers"
copyright = "2026, The Antinomy maintainers"

extensions = ["myst_parser"]
myst_enable_extensions = ["colon_fence", "deflist", "fieldlist"]
myst_heading_anchors = 4
source_suffix = {".md": "markdown"}
nitpicky = True

html_theme = "furo"
html_title = "Antinomy"
html_show_sourcelink = False
