"""Development tools outside the package `guidance_kb`: they import the program, which imports none of them."""
