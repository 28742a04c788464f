"""Report requests, obligations, reports and consolidations; must not know any register or task table."""
