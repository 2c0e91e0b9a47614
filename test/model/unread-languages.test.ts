import { expect, test } from 'vitest'
import { systemOf } from '../support/model.js'

const COMPOSE = { 'compose.yaml': 'services: { api: { build: . } }', Dockerfile: 'FROM eclipse-temurin:25-jre\n' }
const saidOf = (files: Record<string, string>) =>
  systemOf(files).notEvaluated.map(({ path, because }) => `${path}: ${because}`)

test('code of servers in a language that is not read is said not to be judged, once for each language', () => {
  const files = {
    'orders/src/main/java/App.java': 'class App {}',
    'orders/src/main/java/Order.java': 'class Order {}',
    'orders/src/main/java/Stock.java': 'class Stock {}',
    'shop/app/Http/Cart.php': '<?php',
    'shop/routes/web.php': '<?php',
  }
  expect(saidOf({ ...COMPOSE, ...files })).toEqual([
    'orders/src/main/java/App.java: Java is not read: the code in it and 2 other files is not judged',
    'shop/app/Http/Cart.php: PHP is not read: the code in it and 1 other file is not judged',
  ])
  expect(saidOf(files)).toEqual([])
})

test.each([
  ['tests', { 'src/test/java/A.java': '', 'src/test/java/B.java': '' }],
  ['an app for telephones', { 'mobile/android/app/A.kt': '', 'mobile/android/app/B.kt': '' }],
  ['a single script', { 'tools/rename.rb': '' }],
  ['languages that are read', { 'a/main.py': '', 'b/main.go': 'package main', 'c/main.ts': '' }],
])('%s are no code of servers that is left out', (_, files) => {
  expect(saidOf({ ...COMPOSE, ...files })).toEqual([])
})
