"""The application shell: the main window, top bar, rail of views, message bar and the register of views."""
