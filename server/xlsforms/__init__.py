"""Checklists as XLSForms (https://xlsform.org): read into items with a list of what was left out, and written.

sheets (pyxform reads the file) ▶ rows ▶ question by question ▶ items + remarks
items ▶ writing ▶ a workbook that pyxform takes, our own fields in the namespace `rm`
"""
