"""Dutch and English words: folding, stems, compounds and spelling."""
