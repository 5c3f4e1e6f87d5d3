"""What the steering of the strategy leads to: money, indicators, frozen versions, views."""
