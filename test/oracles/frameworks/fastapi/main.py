from app.factory import create_app

OPTIONS = {"openapi_url": "/schema.json"}
app = create_app(**OPTIONS)


@app.get("/", include_in_schema=False)
def root():
    return {}


@app.get("/healthz")
@app.get("/health")
def health():
    return {"status": "ok"}


@app.trace("/trace")
def trace():
    return {}


@app.options("/items")
def options():
    return {}
