"""Widgets that all views share. Their looks are in resources/styles/window.qss, selected by the property `role`."""
