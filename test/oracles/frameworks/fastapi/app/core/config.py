import os


class Settings:
    API_V1_STR: str = "/api/v1"
    PROJECT_NAME = "shop"
    ADMIN_PREFIX = os.getenv("ADMIN_PREFIX", "/admin")

    @property
    def internal(self) -> str:
        return f"{self.API_V1_STR}/internal"


settings = Settings()
