"""What must never be lost, leak or crash, tried until it hurts: packs changed at random, the casebook under fire (`make soak`)."""
