"""Text becomes observations (事实提取).

`extract` is the front door: a document and whose report it is go in, `Facts` come out.
"""

from analysis.facts.extraction import extract

__all__ = ["extract"]
