"""Does work pay: what one household has left per month at each number of hours of work (public contract, section 2c).

The same household, with a wage put into its facts at each number of hours, and the same rules as for every outcome.
"""
