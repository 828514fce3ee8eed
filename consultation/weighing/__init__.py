"""What weighs how much, and which to begin with: figures that explain themselves, and none that decides."""
