"""The demonstration: an invented province, its people and half-finished work, laid through the acts that people use.

Must not know how any rule works: it names who does what on which day, and lets the flows do it.
"""
