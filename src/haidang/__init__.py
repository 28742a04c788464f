"""Hải Đăng: the programme against human trafficking of a local government, from directive to consolidated report."""
