"""Words of Dutch and English: folding, stems, compounds and spelling."""
