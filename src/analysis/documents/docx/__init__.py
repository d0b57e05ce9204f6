"""Word files (Word 文档) become prose and grids."""

from analysis.documents.docx.reading import read_docx

__all__ = ["read_docx"]
