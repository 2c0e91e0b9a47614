from fastapi import APIRouter

NAME = "items"
router = APIRouter(tags=["items"])
nested = APIRouter(prefix="/{item_id}/reviews")


@router.get("/")
def items():
    return []


@nested.get("/")
def reviews(item_id: str):
    return []


@nested.delete("/{review_id}")
def delete_review(item_id: str, review_id: int):
    return None


router.include_router(nested)
