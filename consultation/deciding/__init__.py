"""What people have to decide: conflicts as questions, where two texts differ, texts that can be put together."""
