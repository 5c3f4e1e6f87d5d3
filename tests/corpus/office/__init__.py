"""Made-up French strategies laid out as offices really write them, each with the structure that a careful reader extracts.

The territories, services and figures are invented. Every structure is declared beside its document, from its content alone.
"""
