from starlette.applications import Starlette
from starlette.endpoints import HTTPEndpoint
from starlette.middleware import Middleware
from starlette.middleware.authentication import AuthenticationMiddleware
from starlette.responses import JSONResponse
from starlette.routing import Host, Mount, Route, Router, WebSocketRoute

import views


class Orders(HTTPEndpoint):
    async def get(self, request):
        return JSONResponse([])

    async def post(self, request):
        return JSONResponse({})


class Order(HTTPEndpoint):
    async def get(self, request):
        return JSONResponse({})

    def delete(self, request):
        return JSONResponse({})


async def echo(socket):
    await socket.accept()


api = Router(
    [
        Route("/orders", Orders),
        Route("/orders/{order_id:int}", endpoint=Order),
        Route("/search", views.search, methods=["GET", "POST"]),
        WebSocketRoute("/echo", echo),
    ]
)
dead = Router([Route("/never", views.home)])
versions = [Mount(f"/v{number}", app=api) for number in [1, 2]]
routes = [
    Route("/", views.home),
    Route("/health", views.home, methods=["GET"]),
    Mount("/api", routes=versions),
    Mount("/deep", routes=[Mount("/er", routes=[Route("/est", views.home), Route("/{rest:path}", views.search, methods=["PUT"])])]),
    Host("admin.example.com", app=Router([Route("/panel", views.home)])),
]
routes += views.more
app = Starlette(debug=False, routes=routes, middleware=[Middleware(AuthenticationMiddleware)])
app.add_route("/added", views.search, methods=["PATCH"])


@app.route("/decorated", methods=["GET", "DELETE"])
async def decorated(request):
    return JSONResponse({})


app.mount("/late", Router([Route("/one", views.home), Route("/two", views.home, methods=["POST", "PUT"])]))
