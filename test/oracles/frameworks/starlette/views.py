from starlette.responses import JSONResponse
from starlette.routing import Route


async def home(request):
    return JSONResponse({})


async def search(request):
    return JSONResponse([])


more = [Route("/more/" + name, home) for name in ("a", "b")]
more.append(Route("/more/last", endpoint=search, methods=["OPTIONS"]))
