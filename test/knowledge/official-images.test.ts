import { expect, test } from 'vitest'
import { allSoftware } from '../../src/knowledge/catalogue.js'
import { isOfficialImage } from '../../src/knowledge/official-images.js'

test('no software that is known has an image without an owner that nobody publishes', () => {
  const bare = allSoftware
    .flatMap(({ distributions }) => distributions)
    .flatMap(({ images }) => images)
    .filter(image => !image.includes('/'))
  expect(bare.length).toBeGreaterThan(30)
  expect(bare.filter(image => !isOfficialImage(image))).toEqual([])
})

test('images that are no longer built are among them, and those of owners are not', () => {
  expect(['hitch', 'ubuntu-upstart', 'crux', 'fsharp'].every(isOfficialImage)).toBe(true)
  expect(['api', 'erp-web', 'valkey', 'acme/postgres'].some(isOfficialImage)).toBe(false)
})
