"""What every view is given: services, background jobs, settings, translation, navigation, printing and file dialogs."""
