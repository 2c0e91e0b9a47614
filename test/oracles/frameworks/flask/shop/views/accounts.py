from flask import Blueprint

bp = Blueprint("accounts", __name__)
dead = Blueprint("dead", __name__, url_prefix="/dead")


@bp.route("/login", methods=["POST"])
def login():
    return ""


@bp.get("/logout")
def logout():
    return ""


@dead.route("/metrics")
def metrics():
    return ""
