"""`/balie`: staff of a gemeente call residents back who asked for it."""
