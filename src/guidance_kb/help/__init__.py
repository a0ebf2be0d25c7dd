"""The help: articles, keys and news of versions. It does not need Qt."""
