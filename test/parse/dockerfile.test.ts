import { DockerfileParser } from 'dockerfile-ast'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type DockerfileImage, parseDockerfile, resolveDockerfile, runScript } from '../../src/parse/dockerfile.js'
import { millisecondsSince } from '../support/processor-time.js'

type Options = Partial<Parameters<typeof resolveDockerfile>[1]>

function parse(text: string) {
  return parseDockerfile({ path: 'Dockerfile', text })
}

function image(text: string, options: Options = {}): DockerfileImage {
  const resolved = resolveDockerfile(parse(text), { arguments: new Map(), ...options })
  if (!resolved) throw new Error('no image')
  return resolved
}

function base(text: string, options: Options = {}): string {
  const fact = image(text, options).base
  return fact.known ? fact.value.text : `? ${fact.because}`
}

function environment(text: string, options: Options = {}) {
  const pairs = [...image(text, options).environment]
  return Object.fromEntries(pairs.map(([name, { value }]) => [name, value.known ? value.value : null]))
}

const messages = (text: string) => parse(text).problems.map(problem => problem.message)

describe('parseDockerfile: lines', () => {
  test('joins continued lines, drops comments and blank lines, keeps places', () => {
    const text = 'FROM a\nRUN one \\\n  # why\n\n    two\\\nthree \\  \n\tfour\nUSER x\n'
    const file = parse(text)
    const [run, user] = file.stages[0]?.instructions ?? []
    expect(run?.text).toBe('one twothree four')
    expect(run?.words.map(word => text.slice(word.at.start, word.at.end))).toEqual(['one', 'two\\\nthree', 'four'])
    expect(text.slice(run?.at.start, run?.at.end)).toBe('RUN one \\\n  # why\n\n    two\\\nthree \\  \n\tfour')
    expect(user?.text).toBe('x')
    expect(file.comments).toEqual([{ text: '# why', start: 19, end: 24 }])
    expect(file.problems).toEqual([])
  })

  test('Windows lines, byte order mark, lower-case keywords, indentation', () => {
    const file = parse('\ufeff# syntax=docker/dockerfile:1\r\nfrom a as B\r\n  run x \\\r\n   y\r\nuser\tu\r\n')
    expect(file.directives.get('syntax')).toBe('docker/dockerfile:1')
    expect(file.stages[0]?.name).toBe('B')
    expect(file.stages[0]?.instructions.map(one => `${one.keyword} ${one.text}`)).toEqual(['RUN x y', 'USER u'])
  })

  test('an escape directive changes what continues a line', () => {
    const file = parse('# escape=`\nFROM a\nRUN copy C:\\ `\n  D:\nENV A=`"x\n')
    expect(file.stages[0]?.instructions.map(one => one.text)).toEqual(['copy C:\\ D:', 'A=`"x'])
    expect(environment('# escape=`\nFROM a\nENV A=`$x')).toEqual({ A: '$x' })
  })

  test('directives end at the first line that is none', () => {
    const file = parse('# Syntax = x\n# other=1\n# check=skip=all\n#\n# escape=`\nFROM a\nRUN a \\\n b')
    expect([...file.directives]).toEqual([['syntax', 'x']])
    expect(file.comments.map(comment => comment.text)).toEqual(['# other=1', '# check=skip=all', '#', '# escape=`'])
    expect(file.stages[0]?.instructions[0]?.text).toBe('a b')
  })

  test('a doubled backslash does not continue a line', () => {
    expect(parse('FROM a\nRUN x \\\\\nUSER y').stages[0]?.instructions.map(one => one.keyword)).toEqual(['RUN', 'USER'])
  })

  test('heredocs', () => {
    const text = [
      'FROM a',
      'RUN <<EOF',
      'USER root',
      '# no comment',
      'EOF',
      'COPY <<-"A" <<B /dest/',
      '\tone',
      '\tA',
      'two',
      'B',
      'RUN cat 3<<X && y',
      'X',
      'USER last',
    ].join('\n')
    const file = parse(text)
    const instructions = file.stages[0]?.instructions ?? []
    expect(instructions.map(one => one.keyword)).toEqual(['RUN', 'COPY', 'RUN', 'USER'])
    expect(instructions.flatMap(one => one.heredocs.map(each => [each.name, each.text]))).toEqual([
      ['EOF', 'USER root\n# no comment'],
      ['A', 'one'],
      ['B', 'two'],
      ['X', ''],
    ])
    expect(text.slice(instructions[0]?.heredocs[0]?.at.start, instructions[0]?.heredocs[0]?.at.end)).toBe(
      'USER root\n# no comment',
    )
    expect(text.slice(instructions[1]?.at.start, instructions[1]?.at.end)).toMatch(/^COPY <<-[\s\S]*\nB$/)
    expect(file.comments).toEqual([])
    expect(file.problems).toEqual([])
  })

  test('a heredoc that is never closed is a problem', () => {
    expect(messages('FROM a\nRUN <<EOF\nx')).toEqual(['the heredoc EOF is never closed'])
    expect(messages('FROM a\nRUN x <<<word\nCMD y << 2')).toEqual([])
  })

  test('flags', () => {
    const text =
      'FROM --platform=$BUILDPLATFORM a\nCOPY --from=build --chown="a b" --link /x /y\nRUN --mount=type=secret,id=a -- --x'
    const [stage] = parse(text).stages
    expect(stage?.platform).toBe('$BUILDPLATFORM')
    const [copy, run] = stage?.instructions ?? []
    expect(copy?.flags.map(flag => [flag.name, flag.value])).toEqual([
      ['from', 'build'],
      ['chown', 'a b'],
      ['link', null],
    ])
    expect(copy?.words.map(word => text.slice(word.at.start, word.at.end))).toEqual(['/x', '/y'])
    expect(run?.text).toBe('--x')
  })

  test('the exec form, and what only looks like it', () => {
    const forms = (text: string) => parse(`FROM a\n${text}`).stages[0]?.instructions.map(one => one.exec)
    expect(forms('CMD ["a", "b c"]')).toEqual([['a', 'b c']])
    expect(forms('CMD [ "a", \\\n "b" ]  ')).toEqual([['a', 'b']])
    expect(forms('CMD []')).toEqual([[]])
    expect(forms('CMD ["a", "b"')).toEqual([undefined])
    expect(forms("CMD ['a']")).toEqual([undefined])
    expect(forms('CMD ["a", 1]')).toEqual([undefined])
    expect(forms('CMD ["a"] x')).toEqual([undefined])
    expect(forms('ENV A=["a"]')).toEqual([undefined])
  })

  test('places of exec words', () => {
    const text = 'FROM a\nCOPY ["a\\"b", "c"]'
    const words = parse(text).stages[0]?.instructions[0]?.words
    expect(words?.map(word => [word.text, text.slice(word.at.start, word.at.end)])).toEqual([
      ['a"b', '"a\\"b"'],
      ['c', '"c"'],
    ])
  })
})

describe('parseDockerfile: problems', () => {
  test.each([
    ['', ['there is no FROM, so there is nothing to build']],
    ['# only a comment', ['there is no FROM, so there is nothing to build']],
    ['ARG A=1', ['there is no FROM, so there is nothing to build']],
    ['RUN x\nFROM a', ['RUN stands before the first FROM']],
    ['FROM', ['FROM requires either one or three arguments']],
    ['FROM a AS', ['FROM requires either one or three arguments']],
    ['FROM a IS b', ['FROM takes AS between the image and the name of the stage']],
    ['FROM a AS 1b', ['the name of a stage is not valid']],
    ['FROM a\nCOPY x', ['COPY requires at least two arguments']],
    ['FROM a\nADD', ['ADD requires at least two arguments']],
    ['FROM a\nFOO x', ['unknown instruction FOO']],
    ['FROM a\nENV A', ['ENV needs a name and a value']],
    ['FROM a\nENV A=1 B', ['ENV needs a name and a value']],
    ['FROM a\nUSER', ['USER requires exactly one argument']],
    ['FROM a\nSHELL bash -c', ['SHELL requires the arguments to be in JSON form']],
    ['FROM a\nHEALTHCHECK x', ['HEALTHCHECK takes CMD or NONE']],
    ['FROM a\nHEALTHCHECK CMD', ['HEALTHCHECK CMD requires a command']],
    ['# escape=x\nFROM a', ['the escape directive takes \\ or ` only']],
    ['# escape=`\n# escape=`\nFROM a', ['the parser directive escape is given twice']],
  ])('%j', (text, expected) => expect(messages(text)).toEqual(expected))

  test.each([
    'FROM a',
    'FROM a AS b-1.x',
    'FROM a\nENV A b c\nENV B=',
    'FROM a\nONBUILD RUN x\nMAINTAINER me <a@b>',
    'FROM a\nCMD\nENTRYPOINT []\nHEALTHCHECK NONE',
    'ARG A\nFROM $A\nVOLUME ["/a"]\nEXPOSE 80\nSTOPSIGNAL 9\nLABEL a="b c" d=e',
    'FROM a\nCOPY <<E /x\nE',
    'FROM a\nRUN x \\',
  ])('%j is in order', text => expect(messages(text)).toEqual([]))
})

describe('resolveDockerfile: base and stages', () => {
  test.each([
    ['FROM node:20', 'node:20'],
    ['FROM scratch', 'scratch'],
    ['ARG V=20\nFROM node:$V', 'node:20'],
    ['ARG V=20\nARG I=node:${V}\nFROM ${I}', 'node:20'],
    ['ARG V\nFROM node:$V', '? V has no value here'],
    ['ARG V\nFROM node:${V:-20}', 'node:20'],
    ['ARG V=\nFROM node:${V:-20}', 'node:20'],
    ['ARG V=x\nFROM node${V:+:21}', 'node:21'],
    ['ARG V=1.2\nFROM node:${V%.*}', '? a pattern is applied to V'],
    ['FROM node:${V', '? a “${” is never closed'],
    ['FROM Node', '? it is not a valid image reference'],
    ['FROM node:$TARGETARCH', '? TARGETARCH depends on the machine that builds'],
    ['FROM a\nFROM b', 'b'],
    ['FROM a AS Build\nFROM build AS run\nFROM RUN', 'a'],
    ['FROM a AS b\nARG X=b\nFROM b', 'a'],
    ['ARG X=b\nFROM a AS b\nFROM $X', 'a'],
    ['FROM b\nFROM a AS b', 'a'],
    ['FROM "node:20"', 'node:20'],
  ])('%j is based on %s', (text, expected) => expect(base(text)).toBe(expected))

  test('build arguments decide', () => {
    const text = 'ARG V=20\nFROM node:$V'
    expect(base(text, { arguments: new Map([['V', '22']]) })).toBe('node:22')
    expect(base(text, { arguments: new Map([['V', null]]) })).toBe('? the build argument V is given from outside')
    expect(base('FROM node:${V:-20}', { arguments: new Map([['V', '22']]) })).toBe('node:20')
  })

  test('the target is a name or an index', () => {
    const text = 'FROM a AS one\nFROM b\nFROM c AS two'
    expect(base(text, { target: 'ONE' })).toBe('a')
    expect(base(text, { target: '1' })).toBe('b')
    expect(base(text)).toBe('c')
    expect(resolveDockerfile(parse(text), { target: 'three', arguments: new Map() })).toBeUndefined()
    expect(resolveDockerfile(parse('# x'), { arguments: new Map() })).toBeUndefined()
  })

  test('an image takes what its parent stages set, and nothing of the other stages', () => {
    const resolved = image(
      'FROM a AS base\nUSER app\nEXPOSE 80\nFROM x AS other\nUSER root\nFROM base\nWORKDIR /srv\nWORKDIR sub/../app',
    )
    expect(resolved.chain.map(stage => stage.index)).toEqual([2, 0])
    expect(resolved.instructions.map(one => one.keyword)).toEqual(['USER', 'EXPOSE', 'WORKDIR', 'WORKDIR'])
    expect(resolved.user).toMatchObject({ value: 'app' })
    expect(resolved.workdir).toMatchObject({ value: '/srv/app' })
  })

  test('a relative working directory depends on the base image', () => {
    expect(image('FROM a\nWORKDIR app').workdir).toMatchObject({ known: false })
    expect(image('FROM scratch\nWORKDIR app').workdir).toMatchObject({ value: '/app' })
  })
})

describe('resolveDockerfile: variables', () => {
  test.each([
    ['ENV A=1 B="x y" C=\'$A\' D=a\\ b', { A: '1', B: 'x y', C: '$A', D: 'a b' }],
    ['ENV A one two', { A: 'one two' }],
    ['ENV A=1\nENV A=2 B=$A\nENV C=$A$B', { A: '2', B: '1', C: '21' }],
    ['ENV A=1\nENV B="${A}x" C=\\$A D="\\$A"', { A: '1', B: '1x', C: '$A', D: '$A' }],
    ['ARG A=1\nENV B=$A', { B: '1' }],
    ['ARG A=1\nENV A=2\nENV B=$A', { A: '2', B: '2' }],
    ['ENV A=2\nARG A=1\nENV B=$A', { A: '2', B: '1' }],
    ['ARG A\nENV B=$A C=${A:-d} D=${A-d} E=${A:+r}', { B: null, C: 'd', D: 'd', E: '' }],
    ['ARG A=""\nENV C=${A:-d} D=${A-d} E=${A:+r} F=${A+r}', { C: 'd', D: '', E: '', F: 'r' }],
    ['ENV PATH=/x:$PATH B=${NOWHERE:-d}', { PATH: null, B: null }],
    ['ARG A=1\nENV B=${A:?no} C=${A:-${A}${A}} D=${X:-${A:+${A}}}', { B: '1', C: '1', D: null }],
    ['ENV A=$ B=$$ C=100%', { A: '$', C: '100%' }],
    ['ENV __proto__=1', {}],
  ])('%j', (text, expected) => expect(environment(`FROM a\n${text}`)).toMatchObject(expected))

  test('an argument before FROM is only known behind it when declared again', () => {
    expect(environment('ARG V=1\nFROM a\nENV A=$V\nARG V\nENV B=$V')).toEqual({ A: null, B: '1' })
    expect(environment('ARG V=1\nFROM a\nARG V=2\nENV B=$V')).toEqual({ B: '2' })
    expect(environment('ARG V=1\nFROM a\nARG V\nENV B=$V', { arguments: new Map([['V', '3']]) })).toEqual({ B: '3' })
    expect(environment('FROM a\nARG TARGETARCH\nENV B=$TARGETARCH')).toEqual({ B: null })
  })

  test('arguments and environment of a parent stage are inherited', () => {
    expect(environment('FROM a AS b\nARG V=1\nENV A=x\nFROM b\nENV B=$V$A')).toEqual({ A: 'x', B: '1x' })
  })

  test('an empty image has no other variables', () => {
    expect(environment('FROM scratch\nENV A=${X:-d}')).toEqual({ A: 'd' })
  })

  test('names of files are no properties', () => {
    expect(image('FROM a\nENV __proto__=1').environment.get('__proto__')?.value).toMatchObject({ value: '1' })
  })

  test('users', () => {
    expect(image('FROM a\nARG U=node\nUSER $U:$U').user).toMatchObject({ value: 'node:node' })
    expect(image('FROM a\nUSER $U').user).toMatchObject({ known: false })
    expect(image('FROM a').user).toBeUndefined()
  })
})

describe('resolveDockerfile: ports, volumes, commands', () => {
  test('ports', () => {
    const ports = image('FROM a\nENV P=3000\nEXPOSE $P 53/UDP 80-82 $X/udp 127.0.0.1:80:8080 nonsense').exposed
    expect(ports.map(({ port, protocol }) => `${port.known ? port.value : '?'}/${protocol}`)).toEqual([
      '3000/tcp',
      '53/udp',
      '80/tcp',
      '81/tcp',
      '82/tcp',
      '?/udp',
      '8080/tcp',
    ])
    expect(image('FROM a\nEXPOSE 1-65535 1-65535').exposed).toHaveLength(1000)
  })

  test('volumes', () => {
    const volumes = image('FROM a\nENV D=/data\nVOLUME $D /x\nVOLUME ["/y", "/x"]').volumes
    expect(volumes.map(volume => volume.path)).toEqual(['/data', '/x', '/y'])
  })

  test('the last command counts', () => {
    const { command, entrypoint } = image('FROM a\nENTRYPOINT ["tini", "--"]\nCMD a\nCMD exec b "c d"')
    expect(entrypoint).toMatchObject({ form: 'exec', argv: ['tini', '--'] })
    expect(command).toMatchObject({ form: 'shell', text: 'exec b "c d"' })
    expect(command?.script?.commands[0]?.words).toEqual(['exec', 'b', 'c d'])
  })

  test('ENTRYPOINT takes away the CMD of a parent stage, not that of its own', () => {
    expect(image('FROM a AS b\nCMD x\nFROM b\nENTRYPOINT y').command).toBeUndefined()
    expect(image('FROM a AS b\nCMD x\nFROM b\nENTRYPOINT y\nCMD z').command?.text).toBe('z')
    expect(image('FROM a AS b\nCMD x\nFROM b\nCMD z\nENTRYPOINT y').command?.text).toBe('z')
    expect(image('FROM a\nCMD x\nENTRYPOINT y').command?.text).toBe('x')
    expect(image('FROM a AS b\nENTRYPOINT y\nFROM b\nCMD x').entrypoint?.text).toBe('y')
  })

  test('health checks', () => {
    const check = (text: string) => image(`FROM a\n${text}`).healthcheck
    expect(check('HEALTHCHECK --interval=5s --retries=3 CMD curl -f http://x || exit 1')).toMatchObject({
      disabled: false,
      options: new Map([
        ['interval', '5s'],
        ['retries', '3'],
      ]),
      command: { form: 'shell', text: 'curl -f http://x || exit 1' },
    })
    expect(check('HEALTHCHECK cmd ["curl", "x"]')?.command).toMatchObject({ form: 'exec', argv: ['curl', 'x'] })
    expect(check('HEALTHCHECK CMD ["curl"')?.command).toMatchObject({ form: 'shell' })
    expect(check('HEALTHCHECK CMD x\nHEALTHCHECK NONE')).toMatchObject({ disabled: true })
    expect(check('HEALTHCHECK NONE')).not.toHaveProperty('command')
    expect(check('')).toBeUndefined()
  })

  test('SHELL says how the shell form runs', () => {
    const strict = image('FROM a\nSHELL ["/bin/bash", "-eo", "pipefail", "-c"]\nCMD a | b')
    expect(strict.shell[0]).toBe('/bin/bash')
    expect(strict.command?.script).toMatchObject({ exitOnError: true, pipefail: true })
    expect(image('FROM a\nSHELL ["powershell", "-Command"]\nCMD a').command).not.toHaveProperty('script')
    expect(image('FROM a\nCMD a').shell).toEqual(['/bin/sh', '-c'])
  })

  test('a stop signal and the ignore file given', () => {
    const ignoreFile = { path: '.dockerignore', patterns: ['.git'] }
    expect(image('FROM a\nARG S=SIGINT\nSTOPSIGNAL $S', { ignoreFile })).toMatchObject({
      stopSignal: 'SIGINT',
      ignoreFile,
    })
  })

  test('what a RUN runs', () => {
    const script = (text: string) => {
      const [run] = parse(`FROM a\n${text}`).stages[0]?.instructions ?? []
      return run && runScript(run)?.commands.map(command => command.words.join(' '))
    }
    expect(script('RUN a && \\\n  b')).toEqual(['a', 'b'])
    expect(script('RUN <<E\na\nb\nE')).toEqual(['a', 'b'])
    expect(script('RUN <<E cat\na\nE')).toEqual(['cat'])
    expect(script('RUN <<E\n#!/usr/bin/env python3\nprint(1)\nE')).toBeUndefined()
    expect(script('RUN ["a", "b"]')).toBeUndefined()
    expect(script('USER a')).toBeUndefined()
  })
})

describe('parseDockerfile: any text', () => {
  const unit = fc.constantFrom(
    'FROM a\n',
    'FROM ',
    'RUN ',
    'COPY ',
    'ENV ',
    'ARG A',
    'CMD [',
    '"a"',
    ']',
    ',',
    '\\\n',
    '\\',
    '\n',
    '\r\n',
    ' ',
    '\t',
    '#',
    '<<E',
    'E\n',
    '=',
    '$',
    '${',
    '}',
    ':-',
    "'",
    '"',
    '--x=',
    '# escape=`\n',
    '`',
    'EXPOSE 1-',
    '9',
    'ONBUILD ',
    'HEALTHCHECK ',
    '\ufeff',
  )
  const dockerfiles = fc.oneof(fc.string({ unit, maxLength: 60 }), fc.string({ unit: 'binary' }))

  test('never throws, and every span lies inside the text', () => {
    fc.assert(
      fc.property(dockerfiles, text => {
        const file = parse(text)
        const resolved = resolveDockerfile(file, { arguments: new Map([['A', null]]) })
        const instructions = file.stages.flatMap(stage => [stage.instruction, ...stage.instructions])
        const spans = [
          ...file.problems.map(problem => problem.at),
          ...file.comments,
          ...file.globalArguments.map(one => one.at),
          ...file.stages.flatMap(stage => [stage.at, stage.fromAt]),
          ...instructions.flatMap(one => [
            one.at,
            ...[...one.words, ...one.flags, ...one.heredocs].map(each => each.at),
          ]),
          ...(resolved ? [resolved.base.at, ...resolved.exposed.map(port => port.at)] : []),
        ]
        for (const { start, end } of spans) {
          expect(start).toBeGreaterThanOrEqual(0)
          expect(end).toBeGreaterThanOrEqual(start)
          expect(end).toBeLessThanOrEqual(text.length)
        }
      }),
      { numRuns: 1500 },
    )
  })

  test('takes time in proportion to its length', () => {
    for (const piece of [
      'FROM x\n# c\n',
      'RUN a \\\n',
      'ENV a=b ',
      '<<E ',
      'RUN <<E\n',
      '--a=b ',
      '"a",',
      'FROM a AS b\n',
      '${A:-',
    ]) {
      const started = process.cpuUsage()
      const file = parse(`FROM x\nRUN ${piece.repeat(30_000)}`)
      resolveDockerfile(file, { arguments: new Map() })
      expect(millisecondsSince(started), piece).toBeLessThan(3_000)
    }
  })

  test('finds the instructions that dockerfile-ast finds', () => {
    const line = fc.oneof(
      fc.constantFrom(
        'FROM a AS b',
        'RUN a && b',
        'RUN a \\\n  b',
        'RUN a \\\n# c\n\n  b',
        'ENV A=1 B="2 3"',
        '# comment',
        '',
      ),
      fc.constantFrom(
        'COPY --from=x a b',
        'CMD ["a", "b"]',
        'user x',
        'RUN <<E\nFROM x\nE',
        'LABEL a=b \\\n c=d',
        '  EXPOSE 80',
      ),
      fc.constantFrom('ONBUILD RUN x', 'HEALTHCHECK --interval=5s \\\n CMD x', 'SHELL ["a"]', 'ENTRYPOINT a "b # c"'),
    )
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), lines => {
        const text = lines.join('\n')
        const theirs = DockerfileParser.parse(text)
        const ours = parse(text)
        const instructions = [
          ...ours.globalArguments.map(() => 'ARG'),
          ...ours.stages.flatMap(stage => [stage.instruction, ...stage.instructions]).map(one => one.keyword),
        ]
        const all = theirs.getInstructions().map(one => one.getKeyword())
        expect(instructions).toEqual(all.slice(Math.max(0, all.indexOf('FROM'))).filter(() => all.includes('FROM')))
        expect(ours.comments).toHaveLength(theirs.getComments().length)
      }),
      { numRuns: 300 },
    )
  })
})
