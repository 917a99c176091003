"""Reading what a resident typed: one small reader per kind of answer. It never guesses.

`lees` looks only at the words; which question is open and what the answer means for the talk is decided elsewhere.
"""

from actions.lezen.lezer import Dubbelzinnig, Gelezen, Lezing, NietGelezen, Vraagvorm, lees

__all__ = ["Dubbelzinnig", "Gelezen", "Lezing", "NietGelezen", "Vraagvorm", "lees"]
