from tests.server.sync.conftest import phone_of, world

__all__ = ["phone_of", "world"]
