"""Rules of local schemes (minimaregelingen), made from what a gemeente wrote about them (`content.lokaal`).

`bouw.regelingen` makes one `Regeling` per scheme; nothing here knows any gemeente.
"""
