import { beforeAll, expect, test } from 'vitest'
import type { Expression } from '../../../src/code/syntax.js'
import { walk } from '../../../src/code/walk.js'
import { capOf } from '../../../src/model/code/queries/cap.js'
import { openGrammars } from '../../../src/parse/grammars.js'
import { programOf } from '../../support/code.js'
import type { Files } from '../../support/model.js'

beforeAll(() => openGrammars(['python']))

/** What is found out about the last `.limit(…)` of `app/a.py`. */
function cap(source: string, files: Files = {}): string {
  const program = programOf({ 'app/a.py': source, ...files })
  const file = program.files.get('app/a.py')
  if (!file) throw new Error('no file')
  expect(file.problems).toEqual([])
  let limit: Expression | undefined
  walk(file.body, node => {
    if (node.kind === 'call' && node.callee.kind === 'member' && node.callee.property === 'limit')
      limit = node.arguments[0]
    return undefined
  })
  if (!limit) throw new Error('no limit')
  const found = capOf(program, { file, node: limit })
  if (found.kind === 'unknown') return 'unknown'
  const fallback = 'fallback' in found && found.fallback !== undefined ? ` (${found.fallback})` : ''
  const number = found.kind === 'fixed' ? found.value : found.kind === 'capped' ? found.max : found.parameter
  return `${found.kind}${number === undefined ? '' : ` ${number}`}${fallback}`
}

const fastapi = (parameters: string, limit: string, before = '') => `
from typing import Annotated, Optional
from fastapi import APIRouter, Depends, Query
from pydantic import BaseModel, Field, conint
router = APIRouter()
${before}
@router.get("/orders")
def list_orders(${parameters}, db=Depends(get_db)):
    return db.query(Order).limit(${limit}).all()
`

test.each([
  ['a plain parameter with a default', fastapi('limit: int = 100', 'limit'), 'uncapped limit (100)'],
  ['a required parameter', fastapi('limit: int', 'limit'), 'uncapped limit'],
  ['an optional parameter', fastapi('limit: Optional[int] = None', 'limit'), 'uncapped limit'],
  ['the new optional', fastapi('limit: int | None = None', 'limit'), 'uncapped limit'],
  ['Query without a bound', fastapi('limit: int = Query(50)', 'limit'), 'uncapped limit (50)'],
  ['Query with only a lower bound', fastapi('limit: int = Query(50, ge=1)', 'limit'), 'uncapped limit (50)'],
  ['Query with a bound', fastapi('limit: int = Query(50, ge=1, le=200)', 'limit'), 'capped 200 (50)'],
  ['Query with an open bound', fastapi('limit: int = Query(default=50, lt=101)', 'limit'), 'capped 100 (50)'],
  ['Annotated with a bound', fastapi('limit: Annotated[int, Query(le=100)] = 20', 'limit'), 'capped 100 (20)'],
  ['Annotated without a bound', fastapi('limit: Annotated[int, Query(ge=1)] = 20', 'limit'), 'uncapped limit (20)'],
  ['a constant as bound', fastapi('limit: int = Query(20, le=MAX_PAGE)', 'limit', 'MAX_PAGE = 300'), 'capped 300 (20)'],
  ['a constrained type', fastapi('limit: conint(le=70) = 10', 'limit'), 'capped 70 (10)'],
  ['the least', fastapi('limit: int = 20', 'min(limit, 100)'), 'capped 100 (20)'],
  ['the least and the most', fastapi('limit: int = 20', 'max(1, min(limit, 100))'), 'capped 100 (20)'],
  ['a fallback', fastapi('limit: Optional[int] = None', 'limit or 25'), 'uncapped limit (25)'],
  ['a bound behind a condition', fastapi('limit: int = 20', 'limit if limit < 100 else 100'), 'capped 100'],
  [
    'a model of the query',
    fastapi(
      'page: Annotated[Page, Query()]',
      'page.limit',
      'class Page(BaseModel):\n    limit: int = Field(20, le=100)',
    ),
    'capped 100 (20)',
  ],
  [
    'a model without a bound',
    fastapi('page: Annotated[Page, Query()]', 'page.limit', 'class Page(BaseModel):\n    limit: int = 20'),
    'uncapped limit (20)',
  ],
  [
    'a model above',
    fastapi(
      'page: Annotated[Page, Query()]',
      'page.limit',
      'class Base(BaseModel):\n    limit: int = Field(20, le=90)\nclass Page(Base):\n    q: str = ""',
    ),
    'capped 90 (20)',
  ],
  [
    'a class as dependency',
    fastapi(
      'page: Page = Depends()',
      'page.limit',
      'class Page:\n    def __init__(self, limit: int = Query(20, le=80)):\n        self.limit = limit',
    ),
    'capped 80 (20)',
  ],
  [
    'a class as dependency without a bound',
    fastapi(
      'page: Page = Depends()',
      'page.limit',
      'class Page:\n    def __init__(self, limit: int = 20):\n        self.limit = limit',
    ),
    'uncapped limit (20)',
  ],
  [
    'a check that raises',
    'from fastapi import APIRouter\nrouter = APIRouter()\n@router.get("/x")\ndef x(limit: int = 10):\n    if limit > 100:\n        raise ValueError()\n    return db.query(A).limit(limit).all()\n',
    'capped 100 (10)',
  ],
  [
    'a check that assigns',
    'from fastapi import APIRouter\nrouter = APIRouter()\n@router.get("/x")\ndef x(limit: int = 10):\n    if limit > 100:\n        limit = 100\n    return db.query(A).limit(limit).all()\n',
    'capped 100 (10)',
  ],
  [
    'given the least',
    'from fastapi import APIRouter\nrouter = APIRouter()\n@router.get("/x")\ndef x(limit: int = 10):\n    limit = min(limit, 100)\n    return db.query(A).limit(limit).all()\n',
    'capped 100 (10)',
  ],
  [
    'given twice',
    'from fastapi import APIRouter\nrouter = APIRouter()\n@router.get("/x")\ndef x(limit: int | None = None):\n    size = limit or 20\n    size = min(size, 100)\n    return db.query(A).limit(size).all()\n',
    'capped 100 (20)',
  ],
  [
    'given what stands in for nothing',
    'from fastapi import APIRouter\nrouter = APIRouter()\n@router.get("/x")\ndef x(limit: int | None = None):\n    if limit is None:\n        limit = 20\n    return db.query(A).limit(limit).all()\n',
    'uncapped limit (20)',
  ],
  [
    'over a function',
    `${fastapi('limit: int = 100', '1')}\ndef get_orders(db, skip: int, limit: int):\n    return db.query(Order).offset(skip).limit(limit).all()\n@router.get("/a")\ndef a(limit: int = 100):\n    return get_orders(db, skip=0, limit=limit)\n`,
    'uncapped limit (100)',
  ],
  [
    'over a function that bounds',
    `${fastapi('limit: int = 100', '1')}\ndef get_orders(db, limit: int):\n    return db.query(Order).limit(limit).all()\n@router.get("/a")\ndef a(limit: int = Query(10, le=40)):\n    return get_orders(db, limit)\n`,
    'capped 40 (10)',
  ],
  [
    'a function with constants alone',
    'def recent(db, limit=10):\n    return db.query(A).limit(limit).all()\nrecent(db, 5)\n',
    'fixed 5',
  ],
  ['a constant', 'rows = db.query(A).limit(50).all()\n', 'fixed 50'],
  [
    'Flask',
    'from flask import request\nlimit = request.args.get("limit", 20, type=int)\nrows = A.query.limit(limit).all()\n',
    'uncapped limit',
  ],
  [
    'Flask, converted',
    'from flask import request\nrows = A.query.limit(int(request.args.get("limit", "20"))).all()\n',
    'uncapped limit',
  ],
  [
    'Flask, bounded',
    'from flask import request\nrows = A.query.limit(min(int(request.args.get("limit", 20)), 100)).all()\n',
    'capped 100',
  ],
  ['Django', 'def view(request):\n    return A.objects.limit(int(request.GET.get("limit", 10)))\n', 'uncapped limit'],
  ['not known', 'def f(settings):\n    return db.query(A).limit(settings.page).all()\n', 'unknown'],
])('%s', (_, source, expected) => {
  expect(cap(source)).toBe(expected)
})
