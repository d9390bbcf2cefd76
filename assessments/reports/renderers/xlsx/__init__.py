"""What the workbook is made of. Text is always written as text, never as a formula; nothing here knows Django."""
