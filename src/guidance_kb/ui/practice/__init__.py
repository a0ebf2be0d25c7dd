"""The practice conversation, with a fictitious client: about three minutes, and nothing is stored."""
