"""What speaks HTTP; reads through queries, acts through flows, never touches a row."""
