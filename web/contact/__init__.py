"""The pages of handing over: `/contact/{gesprek}` and `/intrekken`. Plain forms; they work without JavaScript."""
