"""Knowledge packs: what an organisation adds. Read safely, checked, kept in the user's folder, and built together with ours."""
