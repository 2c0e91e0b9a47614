from .config import Settings, settings

__all__ = ["Settings", "settings"]
