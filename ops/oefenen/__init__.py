"""Training in the background: new examples become a model, that is tested, and that takes over without a talk noticing.

`wachter.py` sees a change and starts `python -m ops.oefenen`, which does one round (`ronde.py`): train, test (`toets.py`, by
the measure of `maat.py`), and ask for the switch. Which model serves is remembered in `modellen.py`.
See docs/besluiten/0044-oefenen.md.
"""
