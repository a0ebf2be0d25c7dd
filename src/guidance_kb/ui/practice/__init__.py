"""Learning the program with a client who does not exist: a first conversation of about three minutes, of which nothing is kept."""
