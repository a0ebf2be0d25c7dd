"""Tools of developers, outside the package `guidance_kb`: they import the program, and the program imports none of them."""
