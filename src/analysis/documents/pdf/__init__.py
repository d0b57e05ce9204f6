"""A pdf becomes parts in reading order, by where its words and lines stand on the pages."""

from analysis.documents.pdf.reading import read_pdf

__all__ = ["read_pdf"]
