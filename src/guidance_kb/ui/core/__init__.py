"""The services that every view gets: background jobs, settings, translation, navigation, printing and file dialogs."""
