"""Sentences the chatbot did not understand, kept for editors where a gemeente wants that (docs/besluiten/0043-zinnen.md).

`zeef.py` says which may be kept at all, `opvangen.py` whether a turn has one, `bewaren.py` keeps and erases them.
"""
