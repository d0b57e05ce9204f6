"""A file of any format becomes clean text, its parts, and the identity of a report.

The only room where characters change: whatever later reads the text reads it as it is here.
"""

from analysis.documents.attachments import is_table, joined, owners
from analysis.documents.reading import read
from analysis.documents.recognition import recognise

__all__ = ["is_table", "joined", "owners", "read", "recognise"]
