"""Income tax of one person: from gross to net and back, with the rules of the year and an honest margin."""
