"""Ways of looking at the sheets: a timeline, months, a board, a coverage, counts, a map. Pure: rows in, shapes out."""
