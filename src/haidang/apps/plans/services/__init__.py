"""Writing plans, tasks and progress; flows call these inside their transaction. Nothing here asks who may do it twice:
`find` gives only rows in view, the flows ask `rights`."""
