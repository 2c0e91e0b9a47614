from contextlib import asynccontextmanager

from fastapi import APIRouter, Depends, FastAPI
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Mount, Route

from app.api.v1 import api_router
from app.core import settings
from app.core.config import Settings


def verify_token():
    return None


def plain(request):
    return PlainTextResponse("ok")


legacy = Starlette(
    routes=[
        Route("/status", plain),
        Route("/import", plain, methods=["POST"]),
        Mount("/v0", routes=[Route("/ping", plain), Route("/files/{path:path}", plain, methods=["GET", "PUT"])]),
    ]
)


def internal_app(config: Settings) -> FastAPI:
    sub = FastAPI(openapi_url=None)

    @sub.get("/jobs")
    def jobs():
        return []

    @sub.patch("/jobs/{job_id:int}")
    def change(job_id: int):
        return {}

    return sub


@asynccontextmanager
async def lifespan(app: FastAPI):
    yield


def create_app(prefix: str = settings.API_V1_STR, **options) -> FastAPI:
    app = FastAPI(title=settings.PROJECT_NAME, root_path="/behind", docs_url="/documentation", redoc_url=None, lifespan=lifespan, **options)
    app.include_router(api_router, prefix=prefix)
    admin = APIRouter(prefix="/tools", dependencies=[Depends(verify_token)])

    @admin.post("/flush")
    async def flush():
        return {}

    if settings.ADMIN_PREFIX:
        app.include_router(admin, prefix=settings.ADMIN_PREFIX)
    app.mount("/legacy", legacy)
    app.mount(settings.internal, internal_app(settings))
    return app
