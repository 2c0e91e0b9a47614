from fastapi import APIRouter

from . import items, orders
from .health import router as health_router
from .users import router as users_router

api_router = APIRouter()
api_router.include_router(users_router, prefix="/users", tags=["users"])
api_router.include_router(health_router)
for module in (items, orders):
    api_router.include_router(module.router, prefix=f"/{module.NAME}")
