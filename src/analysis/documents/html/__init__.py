"""Web pages (网页), as published or saved from a word processor, become prose and grids."""

from analysis.documents.html.reading import read_html

__all__ = ["read_html"]
