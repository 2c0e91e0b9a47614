from fastapi import APIRouter, WebSocket

NAME = "orders"


class OrderRoutes:
    def __init__(self) -> None:
        self.router = APIRouter()
        self.router.add_api_route("/", self.list_orders, methods=["GET"])
        self.router.add_api_route("/{order_id}", self.read_order)

    def list_orders(self):
        return []

    def read_order(self, order_id: int):
        return {}


router = OrderRoutes().router


@router.websocket("/live")
async def live(socket: WebSocket):
    await socket.accept()
