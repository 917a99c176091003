"""What holds, what held, and what is on its way: the content folder with its git, the drafts, and a new release in it."""
