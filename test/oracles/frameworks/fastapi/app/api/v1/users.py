from typing import Annotated

from fastapi import APIRouter, Depends, Security

router = APIRouter()


def get_current_user():
    return {}


CurrentUser = Annotated[dict, Depends(get_current_user)]


@router.get("")
async def list_users(user: CurrentUser, skip: int = 0):
    return []


@router.post("/", dependencies=[Depends(get_current_user)])
def create_user():
    return {}


@router.get("/{user_id}")
def read_user(user_id: int, user=Security(get_current_user)):
    return {}


@router.api_route("/{user_id}/avatar", methods=["PUT", "DELETE"])
def avatar(user_id: int):
    return {}


def export():
    return {}


router.add_api_route("/export/all", export, methods=["GET", "POST"])
