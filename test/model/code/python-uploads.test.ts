import { expect, test } from 'vitest'
import '../../support/grammars.js'
import { systemOf } from '../../support/model.js'

/** Where the only service writes uploads: line, and whether they stay. */
function uploads(main: string): readonly string[] {
  const { services } = systemOf({
    'compose.yaml': 'services: { api: { build: . } }',
    Dockerfile: 'FROM python:3.13\nWORKDIR /app\nCOPY . .\nCMD ["gunicorn", "main:app"]\n',
    'main.py': main,
  })
  return (services[0]?.uploads ?? []).map(
    ({ at, stays }) => `${main.slice(at.start, at.end)}${stays ? '' : ' taken away'}`,
  )
}

const flask = (body: string, before = '') =>
  `${before}from flask import Flask, request\napp = Flask(__name__)\n@app.post("/f")\ndef take():\n    ${body}\n    return {}\n`
const fastapi = (body: string, before = '') =>
  `${before}from fastapi import FastAPI, UploadFile\napp = FastAPI()\n@app.post("/f")\nasync def take(file: UploadFile):\n    ${body}\n`

test.each([
  ['what is indexed', flask('f = request.files["a"]; f.save("x/" + f.filename)'), ['f.save("x/" + f.filename)']],
  ['what is asked for', flask('f = request.files.get("a"); f.save("x")'), ['f.save("x")']],
  ['what is saved at once', flask('request.files["a"].save("x")'), ['request.files["a"].save("x")']],
  [
    'what a helper is given',
    flask('keep(request.files["a"])', 'def keep(f):\n    f.save("x/" + f.filename)\n'),
    ['f.save("x/" + f.filename)'],
  ],
  ['what another helper is given', flask('keep(request.files["a"])', 'def keep(f):\n    f.save("x")\n'), []],
  ['something else', flask('f = request.files["a"]; figure.save("x")'), []],
  ['what is sent on', flask('f = request.files["a"]; f.save("x")', 'import boto3\n'), ['f.save("x") taken away']],
  ['bytes that are written', fastapi('open("x", "wb").write(await file.read())'), ['open("x", "wb")']],
  ['bytes that are read', fastapi('open("x", "rb").read()'), []],
  [
    'what is removed',
    fastapi('open("x", mode="wb").write(b""); os.unlink("x")', 'import os\n'),
    ['open("x", mode="wb") taken away'],
  ],
  [
    'what is deleted on request',
    fastapi('open("x", "wb").write(b"")', 'import os\ndef delete_file(path):\n    os.remove(path)\n'),
    ['open("x", "wb")'],
  ],
])('%s', (_, main, expected) => {
  expect(uploads(main)).toEqual(expected)
})
