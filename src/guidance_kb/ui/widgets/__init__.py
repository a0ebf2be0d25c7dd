"""The small set of widgets that every view is made of; their looks are in resources/styles/window.qss, by `role`."""
