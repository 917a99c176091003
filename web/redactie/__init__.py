"""`/redactie`: editors change questions, answers and amounts themselves.

    schrijven    the topics, and writing one
    verstaan     which sentences are understood, and learning from new examples
    meekijken    a draft in the real widget
    lokaal       amounts and rules of a gemeente, tried on example households
    publiceren   from draft to residents, and back
    bijhouden    what is due to be looked at again
    bewaren      the content folder with its git, and the drafts

Beside them stands what all of these share. `bouw.py` puts the rooms together.
"""
