"""What is due to be looked at again, and the mail that reminds of it."""
