from flask import Blueprint
from flask.views import MethodView, View

bp = Blueprint("orders", __name__, url_prefix="/orders")
lines = Blueprint("lines", __name__, url_prefix="/<int:order_id>/lines")
notes = Blueprint("notes", __name__, url_prefix="/ignored")


@bp.route("/")
def index():
    return ""


@bp.route("/<int:order_id>", methods=["GET", "PUT"])
def order(order_id):
    return ""


@bp.route("/<int:order_id>/files/<path:name>", methods=("POST",))
@bp.route("/files/<path:name>")
def file(name, order_id=None):
    return ""


@lines.route("/")
def all_lines(order_id):
    return ""


@lines.delete("/<uuid:line>")
def delete_line(order_id, line):
    return ""


@notes.post("/add")
def add_note():
    return ""


class Report(MethodView):
    decorators = []

    def get(self, kind):
        return ""

    def patch(self, kind):
        return ""


class Special(Report):
    def delete(self, kind):
        return ""


class Old(View):
    methods = ["GET", "POST"]

    def dispatch_request(self):
        return ""


class Plain(View):
    def dispatch_request(self):
        return ""


bp.add_url_rule("/reports/<kind>", view_func=Report.as_view("report"))
bp.add_url_rule("/special/<any(a,b):kind>", view_func=Special.as_view("special"))
bp.add_url_rule("/old", view_func=Old.as_view("old"))
bp.add_url_rule("/plain", view_func=Plain.as_view("plain"))
bp.register_blueprint(lines)
bp.register_blueprint(notes, url_prefix="/notes")
