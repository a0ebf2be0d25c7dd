"""What can be chosen in the program, what an organisation sets beforehand, and what the page of it can be searched for. No Qt."""
