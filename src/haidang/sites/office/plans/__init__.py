"""Pages of plans and tasks: lists, one plan, its steps to issue, one task and its progress; holds no rule."""
