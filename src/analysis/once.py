"""A property worked out once, when somebody first asks for it."""

from collections.abc import Callable


class once:  # noqa: N801 - reads like `property`
    """Keep what a method returns as an attribute of its object.

    So does `functools.cached_property`, but through ``__dict__``: an object of which that was
    asked for answers for each of its other attributes in twice the time from then on.

    Examples
    --------
    >>> class Paragraph:
    ...     @once
    ...     def words(self):
    ...         return ["全年", "受理"]
    >>> one = Paragraph()
    >>> one.words is one.words
    True
    """

    def __init__(self, work: Callable):
        self.work, self.__doc__ = work, work.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        """Learn the name of the attribute."""
        self.name = name

    def __get__(self, one, owner: type | None = None):
        """Work it out and keep it, so that it is not asked for here again."""
        found = self.work(one)
        setattr(one, self.name, found)
        return found
