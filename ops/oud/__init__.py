"""Would the oldest browsers we serve understand what they get? Chrome and WebView 90, Firefox 102, Safari 15."""
