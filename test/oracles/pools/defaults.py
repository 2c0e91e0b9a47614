"""Prints the defaults of the pools of Python libraries as one JSON object. Nothing connects to a server."""

import asyncio
import inspect
import json
import warnings

import asyncpg
import psycopg_pool
from databases.backends.postgres import PostgresBackend
from databases import DatabaseURL
from pymongo import AsyncMongoClient, MongoClient
from sqlalchemy import NullPool, create_engine
from sqlalchemy.ext.asyncio import create_async_engine

warnings.simplefilter("ignore")
URL = "postgresql+psycopg://u:p@127.0.0.1:1/d"


def engine(made):
    pool = made.pool
    return {"kind": type(pool).__name__, "size": pool.size(), "overflow": pool._max_overflow, "wait": pool._timeout}


def default(function, name):
    return inspect.signature(function).parameters[name].default


def mongo(client):
    options = client.options.pool_options
    return {"size": options.max_pool_size, "wait": options.wait_queue_timeout}


def mongos(kind):
    return {
        "unset": mongo(kind("mongodb://h/d", connect=False)),
        "given": mongo(kind("mongodb://h/d", connect=False, maxPoolSize=3, waitQueueTimeoutMS=4000)),
        "written": mongo(kind("mongodb://h/d?maxPoolSize=3&waitQueueTimeoutMS=4000", connect=False)),
    }


async def asynchronous():
    pool = asyncpg.create_pool("postgres://u:p@127.0.0.1:1/d")
    small = psycopg_pool.AsyncConnectionPool("", open=False)
    return {
        "asyncpg": {"size": pool._maxsize, "wait": default(pool.acquire, "timeout")},
        "psycopgAsync": {"size": small.max_size, "wait": small.timeout},
        "pymongoAsync": mongos(AsyncMongoClient),
    }


def django():
    from django.conf import settings

    settings.configure(
        DATABASES={
            "default": {"ENGINE": "django.db.backends.postgresql", "NAME": "d"},
            "pooled": {"ENGINE": "django.db.backends.postgresql", "NAME": "d", "OPTIONS": {"pool": True}},
            "sized": {"ENGINE": "django.db.backends.postgresql", "NAME": "d", "OPTIONS": {"pool": {"max_size": 9}}},
        }
    )
    import django as package
    from django.db import connections

    package.setup()
    return {
        "version": package.VERSION[0],
        "pool": connections["default"].pool,
        "age": connections["default"].settings_dict["CONN_MAX_AGE"],
        "pooled": connections["pooled"].pool.max_size,
        "sized": connections["sized"].pool.max_size,
    }


plain = psycopg_pool.ConnectionPool("", open=False)
print(
    json.dumps(
        {
            "sqlalchemy": engine(create_engine(URL)),
            "sqlalchemyAsync": engine(create_async_engine("postgresql+asyncpg://u:p@127.0.0.1:1/d")),
            "sqlalchemySet": engine(create_engine(URL, pool_size=3, max_overflow=-1, pool_timeout=4)),
            "sqlalchemyNone": type(create_engine(URL, poolclass=NullPool).pool).__name__,
            "psycopg": {"size": plain.max_size, "wait": plain.timeout},
            "psycopgMinimum": psycopg_pool.ConnectionPool("", open=False, min_size=6).max_size,
            "databases": PostgresBackend(DatabaseURL("postgresql://u:p@h/d?max_size=3"))._get_connection_kwargs(),
            "databasesUnset": PostgresBackend(DatabaseURL("postgresql://u:p@h/d"))._get_connection_kwargs(),
            "django": django(),
            "pymongo": mongos(MongoClient),
            **asyncio.run(asynchronous()),
        }
    )
)
