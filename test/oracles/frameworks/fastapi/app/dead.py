from fastapi import APIRouter

router = APIRouter(prefix="/dead")


@router.get("/metrics")
def metrics():
    return ""
