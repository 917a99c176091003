"""From draft to residents: the check, what changes, another pair of eyes, the history and the way back."""
