from flask import Flask

from . import config
from .api import api_blueprint, register_resources
from .views import accounts


def create_app(name=None):
    app = Flask(__name__, static_url_path="/assets")
    app.config.from_object(config)
    register_blueprints(app)
    register_resources(app)

    @app.route("/health")
    def health():
        return "ok"

    @app.get("/ready/")
    def ready():
        return "ok"

    app.add_url_rule("/version", "version", lambda: "1", methods=["GET", "HEAD"])
    app.register_blueprint(api_blueprint, url_prefix=config.API_PREFIX + "/v1")
    app.register_blueprint(accounts.bp, url_prefix="/again", name="again")
    return app


def register_blueprints(app):
    from .views import accounts, orders

    for blueprint in [orders.bp, accounts.bp]:
        app.register_blueprint(blueprint)
