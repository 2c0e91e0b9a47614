import { expect, test } from 'vitest'
import { openGrammars } from '../../../src/parse/grammars.js'
import { systemOf } from '../../support/model.js'

await openGrammars(['python'])

const FASTAPI = `import os, subprocess, time, urllib.request
import httpx, requests
from fastapi import Depends, FastAPI
from sqlalchemy import create_engine
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session, sessionmaker
Local = sessionmaker(bind=create_engine("x"))
AsyncLocal = sessionmaker(create_engine("x"), class_=AsyncSession)
def get_db():
    db = Local()
    yield db
app = FastAPI()
`

function blocking(source: string, before = FASTAPI): readonly string[] {
  const system = systemOf({
    'compose.yaml': 'services: { api: { build: ., ports: ["8000:8000"] } }',
    Dockerfile: 'FROM python:3.13.1-slim\nWORKDIR /code\nCOPY . .\nCMD ["uvicorn", "main:app", "--host", "0.0.0.0"]',
    'main.py': before + source,
  })
  return system.services.flatMap(service => service.blocking.map(({ call, kind }) => `${kind} ${call}`))
}

const get = (body: string, parameters = '') =>
  `@app.get("/x")\nasync def x(${parameters}):\n${body
    .split('\n')
    .map(one => `    ${one}`)
    .join('\n')}\n`

test.each<[string, string, readonly string[]]>([
  [
    'a session that is injected',
    get('return db.query(A).all()', 'db: Session = Depends(get_db)'),
    ['session db.query'],
  ],
  ['a session of its own', get('db = Local()\ndb.commit()'), ['session db.commit']],
  ['an asynchronous one', get('db = AsyncLocal()\nreturn db.get(A, 1)'), []],
  ['one in an asynchronous block', get('async with AsyncLocal() as db:\n    await db.commit()'), []],
  ['waiting', get('time.sleep(1)'), ['function time.sleep']],
  ['another server', get('return requests.post("http://y")'), ['function requests.post']],
  [
    'through a client',
    get('client = requests.Session()\nreturn client.get("http://y")'),
    ['function requests.Session.get'],
  ],
  [
    'an asynchronous client',
    get('async with httpx.AsyncClient() as client:\n    return await client.get("http://y")'),
    [],
  ],
  ['a program', get('subprocess.run(["x"])'), ['function subprocess.run']],
  ['urlopen', get('urllib.request.urlopen("http://y")'), ['function urllib.request.urlopen']],
  [
    'two functions further',
    `def b():\n    time.sleep(1)\nasync def a():\n    b()\n${get('await a()')}`,
    ['function time.sleep in b'],
  ],
  ['a function that a decorator changes', `@in_thread\ndef b():\n    time.sleep(1)\n${get('await b()')}`, []],
  ['a function that is handed on', `def b():\n    time.sleep(1)\n${get('return later(b)')}`, []],
  ['functions of each other', `def a():\n    b()\ndef b():\n    a()\n${get('a()')}`, []],
  ['a handler in a thread', '@app.get("/x")\ndef x():\n    time.sleep(1)\n', []],
])('%s', (_, source, expected) => {
  expect(blocking(source)).toEqual(expected)
})

const CLIENTS = `import os
import boto3, psycopg2, pymongo, redis, stripe
from elasticsearch import Elasticsearch
from fastapi import FastAPI
cache = redis.Redis.from_url("redis://redis")
orders = pymongo.MongoClient("mongodb://db")["shop"].orders
search = Elasticsearch("http://search:9200")
class Store:
    s3 = boto3.client("s3")
app = FastAPI()
`

test.each<[string, string, readonly string[]]>([
  ['a new connection', get('psycopg2.connect("x")'), ['function psycopg2.connect']],
  [
    'a cursor of one that is there',
    `connection = psycopg2.connect("x")\n${get('cursor = connection.cursor()\ncursor.execute("SELECT 1")')}`,
    ['function psycopg2.connect.execute'],
  ],
  ['Redis', get('return cache.get("a")'), ['function redis.Redis.from_url.get']],
  ['in a thread', get('return await run_in_threadpool(cache.get, "a")'), []],
  ['a pipeline, which is filled first', get('pipe = cache.pipeline()\npipe.get("a")'), []],
  ['a collection', get('return orders.find_one({"id": 1})'), ['function pymongo.MongoClient.find_one']],
  ['a cursor that is not read', get('orders.find({})'), []],
  ['a search', get('search.search(index="orders")'), ['function elasticsearch.Elasticsearch.search']],
  ['a service of AWS', get('Store.s3.put_object(Key="a")'), ['function boto3.client.put_object']],
  ['a payment', get('stripe.PaymentIntent.create(amount=1)'), ['function stripe.PaymentIntent.create']],
  ['what is no client', get('os.environ.get("A")'), []],
])('clients: %s', (_, source, expected) => {
  expect(blocking(source, CLIENTS)).toEqual(expected)
})

test('the asynchronous client of Redis has the same names', () => {
  const before =
    'import redis.asyncio as redis\nfrom fastapi import FastAPI\ncache = redis.Redis.from_url("x")\napp = FastAPI()\n'
  expect(blocking(get('task = cache.get("a")\nreturn await task'), before)).toEqual([])
  const named = 'from redis.asyncio import Redis\nfrom fastapi import FastAPI\ncache = Redis()\napp = FastAPI()\n'
  expect(blocking(get('task = cache.get("a")\nreturn await task'), named)).toEqual([])
})

test('Flask runs each asynchronous handler in a loop of its own', () => {
  const flask = 'import time\nfrom flask import Flask\napp = Flask(__name__)\n'
  expect(blocking(get('time.sleep(1)'), flask)).toEqual([])
})
