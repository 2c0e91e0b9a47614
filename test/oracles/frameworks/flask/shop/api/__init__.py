from flask import Blueprint
from flask_restful import Api, Resource

from .stock import extension

api_blueprint = Blueprint("api", __name__)
api = Api(api_blueprint, prefix="/rest")


class Products(Resource):
    def get(self):
        return []

    def post(self):
        return {}


class Product(Resource):
    def get(self, product_id):
        return {}

    def delete(self, product_id):
        return {}


api.add_resource(Products, "/products", "/goods")
api.add_resource(Product, "/products/<int:product_id>")


@api_blueprint.route("/ping")
def ping():
    return ""


def register_resources(app):
    extension.init_app(app)
