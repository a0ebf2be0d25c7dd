import pytest

pytest.register_assert_rewrite("tests.conversation.rules")  # its checks tell the values, as a test does
