"""Plans in their versions, tasks, progress with evidence and numbers; must not know reports.

`scope` says what a viewer may see, `rights` what a viewer may do to what is seen; `queries` read, `services` write.
"""
