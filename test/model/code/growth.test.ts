import { describe, expect, it } from 'vitest'
import { type Comparison, growthOf, scopeOf } from '../../../src/model/code/growth.js'
import type { Entity } from '../../../src/model/code/schema.js'
import { systemOf } from '../../support/model.js'

/** The entity of a table that is made by this SQL. */
function entity(sql: string): Entity {
  const found = systemOf({ 'db/schema.sql': sql }).schemas[0]?.entities[0]
  if (!found) throw new Error('no entity')
  return found
}

function named(name: string, columns = 'id int PRIMARY KEY, a int, b int, c int, d int, e int, f int, g int'): Entity {
  return entity(`CREATE TABLE "${name}" (${columns});`)
}

describe('growthOf', () => {
  it.each([
    [
      'low',
      ['roles', 'user_permission', 'Country', 'OrderStatus', 'ProductCategory', 'tax', 'Warehouse', 'currencies'],
    ],
    [
      'high',
      [
        'AuditLog',
        'invoices',
        'order_lines',
        'StatusHistory',
        'users',
        'Task',
        'LedgerEntry',
        'journal_entries',
        'Patient',
        'shop_bookings',
      ],
    ],
    ['unknown', ['community', 'catalog', 'unitless', 'blog', 'Wallet', 'DeliveryZone', 'BookingRule']],
  ])('is %s by the name', (growth, names) => {
    expect(names.map(name => [name, growthOf(named(name))])).toEqual(names.map(name => [name, growth]))
  })

  it('is low for a few columns without a date of its own and without a parent', () => {
    expect(growthOf(named('brand', 'id int, name text, created_at timestamptz, updated_at timestamptz'))).toBe('low')
    expect(growthOf(named('brand', 'id int, name text, valid_from date'))).toBe('unknown')
    expect(growthOf(named('brand', 'id int, a int, b int, c int, d int, e int, f int'))).toBe('unknown')
  })

  it('is high for what has a parent and a date', () => {
    expect(growthOf(named('consignment', 'id int, dock_id int REFERENCES dock, created_at timestamptz'))).toBe('high')
    expect(growthOf(named('consignment', 'id int, dock_id int REFERENCES dock'))).toBe('unknown')
  })
})

describe('scopeOf', () => {
  const equal = (...fields: readonly string[]): Comparison[] => fields.map(field => ({ field, operator: 'equals' }))
  const invoice = entity(
    'CREATE TABLE invoices (id int PRIMARY KEY, company_id int, number text, UNIQUE (company_id, number));',
  )
  const message = entity('CREATE TABLE messages (id int PRIMARY KEY, room_id int, body text);')

  it.each<[string, readonly Comparison[], Entity, ReturnType<typeof scopeOf>]>([
    ['nothing', [], invoice, 'none'],
    ['a tenant', equal('company_id'), invoice, 'tenant'],
    ['a tenant in camel case', equal('tenantId'), invoice, 'tenant'],
    ['a unique key of several columns', equal('number', 'company_id'), invoice, 'bounded'],
    ['a part of it', equal('number'), invoice, 'unknown'],
    ['the id', equal('id'), invoice, 'bounded'],
    ['a list of ids', [{ field: 'id', operator: 'in' }], invoice, 'bounded'],
    ['a list of states', [{ field: 'status', operator: 'in' }], invoice, 'unknown'],
    ['a parent', equal('orderId'), invoice, 'bounded'],
    ['a parent whose children have no end', equal('room_id'), message, 'none'],
    ['a range', [{ field: 'orderId', operator: 'other' }], invoice, 'unknown'],
    ['what is not deleted', equal('deletedAt'), invoice, 'none'],
    ['what is not deleted of a tenant', equal('company_id', 'is_active'), invoice, 'tenant'],
  ])('judges %s', (_, comparisons, of, expected) => {
    expect(scopeOf(comparisons, of)).toBe(expected)
  })

  it('does not know what could not be read', () => {
    expect(scopeOf(equal('company_id'), invoice, false)).toBe('unknown')
    expect(scopeOf(equal('id'), invoice, false)).toBe('bounded')
  })
})
