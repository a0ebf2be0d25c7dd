"""Knowledge packs under fire: the worked example, changed at random ten thousand times (`make soak`)."""
