import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  commandText,
  hasWord,
  operands,
  option,
  postgresSetting,
  programOf,
  programWords,
  splitWords,
} from '../../src/knowledge/arguments.js'
import { GIB, jvmBytes, MIB, maximumHeap, postgresBytes, redisBytes, shortSize } from '../../src/knowledge/sizes.js'

describe('the words of the program', () => {
  it('are found behind shells, entrypoints and init processes', () => {
    expect(programWords(['sh', '-c', 'exec redis-server --port 1'])).toEqual(['redis-server', '--port', '1'])
    expect(programWords(['/bin/bash', '-ec', 'sleep 5; mongod --auth'])).toEqual(['mongod', '--auth'])
    expect(programWords(['tini', '-g', '--', 'docker-entrypoint.sh', 'postgres', '-c', 'a=1'])).toEqual([
      'postgres',
      '-c',
      'a=1',
    ])
    expect(programWords(['gosu', 'redis', 'redis-server'])).toEqual(['redis-server'])
    expect(programWords(['sh', '-c', null])).toEqual([null])
    expect(programWords(undefined)).toBeUndefined()
    expect(programOf(['/usr/bin/redis-server', '--x'])).toBe('redis-server')
    expect(programOf(['-c', 'a=1'])).toBeUndefined()
  })

  it('are unknown where an expansion stands, and only there', () => {
    expect(splitWords('a "b c" \'d $e\' "$F" g=$H \\$i')).toEqual(['a', 'b c', 'd $e', null, null, '$i'])
    expect(programWords(['sh', '-c', 'redis-server --requirepass "$P" --port 1'])).toEqual([
      'redis-server',
      '--requirepass',
      null,
      '--port',
      '1',
    ])
  })

  it('never throw and stay bounded', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.string(), { nil: null })), fc.string(), (argv, line) => {
        for (const words of [argv, ['sh', '-c', line]]) {
          for (const read of [programWords, programOf, operands, commandText]) read(words)
          expect(['yes', 'no', 'unknown']).toContain(option(words, 'x').given)
          expect(['yes', 'no', 'unknown']).toContain(postgresSetting(words, 'x').given)
        }
      }),
    )
    expect(splitWords(`${'"'.repeat(50_000)}x`).length).toBeLessThanOrEqual(2000)
  })
})

describe('options', () => {
  it('are read in every spelling, the last one first', () => {
    expect(option(['s', '--max-memory', '1'], 'max-memory')).toEqual({ given: 'yes', value: '1' })
    expect(option(['s', '--max_memory=1', '--MAX-MEMORY=2'], '--max-memory')).toEqual({ given: 'yes', value: '2' })
    expect(option(['s', '-data-dir=/d'], 'data-dir')).toEqual({ given: 'yes', value: '/d' })
    expect(option(['m', '-M', '-m1024'], 'm')).toEqual({ given: 'yes', value: '1024' })
    expect(option(['m', '-M'], 'm')).toEqual({ given: 'no' })
    expect(option(['s', '--auth', '--x'], 'auth')).toEqual({ given: 'yes' })
    expect(option(undefined, 'x')).toEqual({ given: 'no' })
  })

  it('may hide in a word that is not known, unless that is another option’s value', () => {
    expect(option(['s', null], 'x')).toEqual({ given: 'unknown' })
    expect(option(['s', '--y', null], 'x')).toEqual({ given: 'no' })
    expect(option(['s', '--y', null], 'y')).toEqual({ given: 'yes' })
    expect(option(['s', '--y=1', null], 'x')).toEqual({ given: 'unknown' })
  })

  it('are told from operands and switches', () => {
    expect(operands(['redis-server', '/etc/redis.conf', '--port', '1', '--x=2'])).toEqual(['/etc/redis.conf'])
    expect(hasWord(['agent', '-dev'], ['-dev'])).toBe('yes')
    expect(hasWord(['agent', null], ['-dev'])).toBe('unknown')
    expect(hasWord(undefined, ['-dev'])).toBe('no')
  })
})

describe('settings of postgres', () => {
  it('are read from -c, --key and the letters', () => {
    expect(postgresSetting(['postgres', '-c', 'max_connections=200'], 'max_connections')).toEqual({
      given: 'yes',
      value: '200',
    })
    expect(postgresSetting(['-cmax_connections=200'], 'max_connections')).toEqual({ given: 'yes', value: '200' })
    expect(postgresSetting(['postgres', '--max-connections=5', '-N', '7'], 'max_connections')).toEqual({
      given: 'yes',
      value: '7',
    })
    expect(postgresSetting(['postgres', '-c', "shared_buffers='1GB'"], 'shared_buffers')).toEqual({
      given: 'yes',
      value: '1GB',
    })
    expect(postgresSetting(['postgres', '-c', 'work_mem=1MB'], 'max_connections')).toEqual({ given: 'no' })
    expect(postgresSetting(['postgres', '-c', null], 'max_connections')).toEqual({ given: 'unknown' })
    expect(postgresSetting(['postgres', '-D', null], 'max_connections')).toEqual({ given: 'no' })
  })
})

describe('sizes', () => {
  it('follow the notation of each server', () => {
    expect(jvmBytes('512m')).toBe(512 * MIB)
    expect(redisBytes('1gb')).toBe(GIB)
    expect(redisBytes('1g')).toBe(1e9)
    expect(postgresBytes('256MB')).toBe(256 * MIB)
    expect(postgresBytes('16384')).toBe(128 * MIB)
    expect(postgresBytes('1g')).toBeUndefined()
    expect(jvmBytes('lots')).toBeUndefined()
  })

  it('find the heap that counts', () => {
    expect(maximumHeap('-Xms1g -Xmx2g -Xmx3g')).toBe(3 * GIB)
    expect(maximumHeap('-XX:+UseG1GC')).toBe('unset')
    expect(maximumHeap('-Xmx${HEAP}')).toBe('unknown')
  })

  it('write what they read', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), megabytes => {
        expect(jvmBytes(shortSize(megabytes * MIB))).toBe(megabytes * MIB)
      }),
    )
  })
})
