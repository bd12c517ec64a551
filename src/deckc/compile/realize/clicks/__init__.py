"""The click model (spec section 6): where elements ask to stand, the timeline they stand on, who asks."""
