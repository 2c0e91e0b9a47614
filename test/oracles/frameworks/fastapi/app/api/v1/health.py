from fastapi import APIRouter

router = APIRouter(prefix="/health")


@router.get("/live")
def live():
    return "ok"


@router.get("/ready")
def ready():
    return "ok"


@router.head("/ready")
def ready_head():
    return None
