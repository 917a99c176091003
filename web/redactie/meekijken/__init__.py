"""The live preview: a draft in the widget that residents see."""
