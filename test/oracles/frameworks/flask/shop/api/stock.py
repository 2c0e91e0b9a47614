from flask_restx import Api, Namespace, Resource

stock = Namespace("stock", description="What there is")
moved = Namespace("moved", path="/never/seen")
extension = Api(title="Stock", prefix="/x", doc="/docs/")


@stock.route("/")
class StockList(Resource):
    def get(self):
        return []


@stock.route("/<string:sku>", "/by-sku/<string:sku>")
class StockItem(Resource):
    def get(self, sku):
        return {}

    def put(self, sku):
        return {}


@moved.route("/here")
class Moved(Resource):
    def get(self):
        return {}


extension.add_namespace(stock)
extension.add_namespace(moved, path="/moved")
