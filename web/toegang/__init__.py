"""Who of the staff may come in: accounts, login, sessions and the trail of who did what. No resident ever gets a cookie."""
