"""Made-up French strategies, laid out as offices really write them, each with what a careful reader extracts.

Territories, services and figures are invented. `plans/` holds what the documents say, the modules how they say it.
"""
