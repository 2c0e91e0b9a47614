import { expect, test } from 'vitest'
import { calleeOf } from '../../src/code/calls.js'
import { readProgram } from '../../src/code/read.js'
import { treeOf } from '../../src/examples.js'
import { openGrammars } from '../../src/parse/grammars.js'
import { expressionIn } from '../support/code.js'

// Files are read while tests are gathered.
await openGrammars(['go'])

const PORTS = `package ports

type Reader interface { ByID(id uint) (*Order, error) }

type Orders interface {
	Reader
	List(user uint, page, size int) ([]Order, error)
}
`
const USE = `package api

import "example.com/shop/ports"

type Handler struct { orders ports.Orders }

func (h *Handler) list() { h.orders.List(1, 2, 3) }
`
const ORDERS = `package store

import "example.com/shop/ports"

type orders struct{ db int }

func NewOrders(db int) ports.Orders { return &orders{db} }
func (o *orders) ByID(id uint) (*ports.Order, error) { return nil, nil }
func (o *orders) List(user uint, page int, size int) ([]ports.Order, error) { return nil, nil }
`
/** Has all methods, and nobody makes it where an interface is asked for. */
const OTHER = `package other

import "example.com/shop/ports"

type Other struct{}

func (o Other) ByID(id uint) (*ports.Order, error) { return nil, nil }
func (o Other) List(user uint, page, size int) ([]ports.Order, error) { return nil, nil }
`

test.each([
  ['the only struct that has all of its methods', { 'store/orders.go': ORDERS }, 'store/orders.go'],
  [
    'the one of two that a function gives as one',
    { 'store/orders.go': ORDERS, 'other/other.go': OTHER },
    'store/orders.go',
  ],
  [
    'none of two that are the same',
    { 'a/a.go': OTHER.replace('package other', 'package a'), 'other/other.go': OTHER },
    undefined,
  ],
  [
    'not what hands on to another of the kind',
    {
      'store/orders.go': ORDERS,
      'cache/cache.go': OTHER.replace('struct{}', 'struct{ inner ports.Orders }').replace(
        'func (o Other) ByID',
        'func NewOther(o ports.Orders) ports.Orders { return Other{o} }\nfunc (o Other) ByID',
      ),
    },
    'store/orders.go',
  ],
  [
    'not what stands in for it in tests',
    { 'store/orders.go': ORDERS, 'other/mock.go': OTHER.replaceAll('Other', 'MockOrders') },
    'store/orders.go',
  ],
  ['not one that takes something else', { 'other/other.go': OTHER.replace('user uint', 'user string') }, undefined],
  ['not one that lacks a method', { 'other/other.go': OTHER.replace('ByID', 'One') }, undefined],
])('behind an interface of Go stands %s', (_, structs, expected) => {
  const files = { 'go.mod': 'module example.com/shop\n', 'ports/ports.go': PORTS, 'api/api.go': USE, ...structs }
  const program = readProgram(treeOf(new Map(Object.entries(files))))
  const at = expressionIn(program, 'api/api.go', 'h.orders.List(1, 2, 3)', USE)
  expect(at.node.kind === 'call' && calleeOf(program, { file: at.file, node: at.node })?.file.path).toBe(expected)
})
