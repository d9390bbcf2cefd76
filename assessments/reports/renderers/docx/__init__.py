"""What the Word document is made of: to_docx.py puts it together."""
