import '../../support/grammars.js'
import { expect, test } from 'vitest'
import { type Files, systemOf } from '../../support/model.js'

/** Far more than the stack has room for, in all places that are looked into by recursion. */
const TERMS = 20_000
const many = (term: string, between: string) => Array.from({ length: TERMS }, () => term).join(between)

const compose =
  'services:\n  api:\n    build: .\n    ports: ["8000:8000"]\n    healthcheck: { test: curl -f http://localhost:8000/health }\n'

test.each<[string, Files]>([
  [
    'Python',
    {
      Dockerfile: 'FROM python:3.13.1\nWORKDIR /app\nCOPY . .\nCMD ["uvicorn", "main:app", "--port", "8000"]\n',
      'main.py': `import os
from fastapi import FastAPI, Response
app = FastAPI()
@app.get('/health')
def health(response: Response):
    code = ${many('1', ' + ')}
    response.status_code = ${many('code', ' or ')}
    rows = session.query(Order)${many('.filter(a == 1)', '')}.all()
    return {'ok': rows}
SECRET_KEY = os.environ.get('SECRET_KEY', ${many("'a'", ' + ')})
`,
    },
  ],
  [
    'Go',
    {
      Dockerfile: 'FROM golang:1.26.0\nWORKDIR /app\nCOPY . .\nRUN go build -o /app/server .\nCMD ["/app/server"]\n',
      'go.mod': 'module acme.example/api\n\ngo 1.26\n',
      'main.go': `package main

import (
	"net/http"
	"os"
)

func main() {
	http.HandleFunc("/health", func(w http.ResponseWriter, r *http.Request) {
		code := ${many('1', ' + ')}
		rows := db${many('.Where("a = 1")', '')}.Find(&orders)
		w.WriteHeader(${many('code', ' | ')})
		use(rows)
	})
	secret := os.Getenv("SECRET_KEY")
	if secret == "" {
		secret = ${many('"a"', ' + ')}
	}
	http.ListenAndServe(":8000", nil)
}
`,
    },
  ],
])('%s of thousands of terms is read, and ends nothing', (_, files) => {
  const [service] = systemOf({ 'compose.yaml': compose, ...files }).services
  expect(service?.routes.routes.map(({ path }) => path)).toContain('/health')
})

test('what is too deep in JavaScript is left out, and what stands beside it is read', () => {
  const [service] = systemOf({
    'compose.yaml': compose,
    Dockerfile: 'FROM node:24.1.0\nWORKDIR /app\nCOPY . .\nCMD ["node", "main.js"]\n',
    'main.js': `const app = require('express')()
app.get('/health', (req, res) => res${'.then(() => 1)'.repeat(1500)})
app.get('/orders', (req, res) => res.json([]))
app.listen(8000)
`,
  }).services
  expect(service?.routes.routes.map(({ path }) => path)).toEqual(['/orders'])
})
