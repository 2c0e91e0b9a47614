import { expect, test } from 'vitest'
import { relationAt } from '../../../src/model/code/relations.js'
import { entityOf } from '../../../src/model/code/schema.js'
import { systemOf } from '../../support/model.js'
import '../../support/grammars.js'

const MODELS = `
from sqlalchemy import Column, ForeignKey, Integer
from sqlalchemy.orm import declarative_base, relationship

Base = declarative_base()

class Buyer(Base):
    __tablename__ = "buyers"
    id = Column(Integer, primary_key=True)
    orders = relationship("Order")

class Order(Base):
    __tablename__ = "orders"
    id = Column(Integer, primary_key=True)
    buyer_id = Column(ForeignKey("buyers.id"))
    first_line_id = Column(ForeignKey("lines.id"))
    buyer = relationship("Buyer")
    lines = relationship("Line")

class Line(Base):
    __tablename__ = "lines"
    id = Column(Integer, primary_key=True)
    order_id = Column(ForeignKey("orders.id"))
`

const FILES = {
  'compose.yaml': 'services: { api: { build: . } }\n',
  Dockerfile: 'FROM python:3.13.1-slim\nWORKDIR /code\nCOPY . .\nCMD ["python", "main.py"]\n',
  'main.py': 'import models\n',
  'models.py': MODELS,
}

/** Whether the relation at the end of a way is to many, to one, or not known. */
function told(from: string, ...path: readonly string[]): string {
  const [schema] = systemOf(FILES).schemas
  const entity = schema && entityOf(schema, from)
  if (!schema || !entity) throw new Error(`no ${from}`)
  const found = relationAt(schema, entity, path)
  return found ? `${found.isMany ? 'many' : 'one'} ${found.entity?.name}` : 'unknown'
}

test('a relation of SQLAlchemy that says no more is to one where the foreign key is here', () => {
  expect(told('Order', 'buyer')).toBe('one Buyer')
  expect(told('Buyer', 'orders')).toBe('many Order')
  expect(told('Buyer', 'orders', 'buyer')).toBe('one Buyer')
})

test('it is not known where both refer to each other, and where there is no such field', () => {
  expect(told('Order', 'lines')).toBe('unknown')
  expect(told('Order', 'notes')).toBe('unknown')
  expect(told('Order', 'id')).toBe('unknown')
})
