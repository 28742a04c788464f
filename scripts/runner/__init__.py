"""What `./run` does: set up, serve, test, back up, restore, measure.

Standard library only, and no import of the product: it prepares the environment in which the product can be imported.
"""
