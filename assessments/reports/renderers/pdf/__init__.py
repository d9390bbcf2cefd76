"""What the PDF renderer is made of: fonts, safe text, the data and the typst source. Nothing here knows Django."""
