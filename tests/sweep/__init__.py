"""Every control in sight is pressed, and what it promises must happen: `controls` says what, `stages` where."""
