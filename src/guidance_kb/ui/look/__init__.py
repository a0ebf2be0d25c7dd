"""The look of the program: theme, design tokens, icons and motion."""
