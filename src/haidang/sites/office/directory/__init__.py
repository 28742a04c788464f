"""The agencies of the province, their posts and officers; how an officer is reached opens for a purpose only."""
