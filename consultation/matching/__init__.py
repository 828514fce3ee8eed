"""Which recommendations say the same, and which say the contrary: values in, values out."""
