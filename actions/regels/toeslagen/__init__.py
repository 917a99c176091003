"""The schemes that Dienst Toeslagen pays, one module each."""
