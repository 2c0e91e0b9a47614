import { describe, expect, it } from 'vitest'
import { treeOf } from '../../src/examples.js'
import { type ContainerFiles, containerFilesOf } from '../../src/model/container-files.js'
import { parseYaml } from '../../src/parse/yaml.js'
import { placeOf } from '../../src/source.js'
import { type Files, service } from '../support/model.js'

/** What the container of one service finds. */
function container(settings: string, files: Files = {}): ContainerFiles {
  const all = { ...files, 'compose.yaml': `services:\n  app:\n${settings.replace(/^(?=.)/gm, '    ')}\n` }
  return containerFilesOf(service(settings, files), treeOf(new Map(Object.entries(all))))
}

function textAt(files: ContainerFiles, path: string): string | undefined {
  const found = files.find(path)
  return found.state === 'file' ? found.file.source.text : found.state
}

function paths(files: ContainerFiles, pattern: string): readonly string[] {
  return files.match(pattern).files.map(file => `${file.path} ${file.source.path}`)
}

const image = 'image: prom/prometheus:v3.6.0\n'

describe('a file that is mounted', () => {
  const mounted = container(
    `${image}volumes:\n- ./p/prometheus.yml:/etc/prometheus/prometheus.yml:ro\n- ./p/rules:/etc/prometheus/rules\n- data:/prometheus\n- ./gone.yml:/etc/gone.yml\n- /host/x.yml:/etc/x.yml`,
    { 'p/prometheus.yml': 'one', 'p/rules/a.yml': 'a', 'p/rules/deep/b.yml': 'b', 'p/rules/note.txt': 't' },
  )

  it('is the text of the repository', () => {
    expect(textAt(mounted, '/etc/prometheus/prometheus.yml')).toBe('one')
    expect(textAt(mounted, '/etc/prometheus/rules/deep/b.yml')).toBe('b')
    expect(textAt(mounted, '/etc/prometheus/./rules/../rules/a.yml')).toBe('a')
  })

  it('is absent where its directory is mounted without it', () => {
    expect(textAt(mounted, '/etc/prometheus/rules/c.yml')).toBe('absent')
  })

  it('is unknown behind what the repository does not hold', () => {
    expect(textAt(mounted, '/prometheus/x')).toBe('unknown')
    expect(mounted.find('/etc/gone.yml')).toMatchObject({ because: 'gone.yml is not in the repository' })
    expect(mounted.find('/etc/x.yml')).toMatchObject({ because: '/host/x.yml is not in the repository' })
  })

  it('is left to the image elsewhere', () => {
    expect(textAt(mounted, '/etc/other')).toBe('image')
  })

  it('is found by a pattern, within one part of the path', () => {
    expect(paths(mounted, '/etc/prometheus/rules/*.yml')).toEqual(['/etc/prometheus/rules/a.yml p/rules/a.yml'])
    expect(paths(mounted, '/etc/prometheus/*/*/*.yml')).toEqual(['/etc/prometheus/rules/deep/b.yml p/rules/deep/b.yml'])
    expect(paths(mounted, '/etc/prometheus/prometheus.yml')).toEqual([
      '/etc/prometheus/prometheus.yml p/prometheus.yml',
    ])
    expect(mounted.match('/etc/prometheus/rules/*.yml')).toMatchObject({ besideImage: false })
    expect(mounted.match('/etc/prometheus/rules/*.yml').hidden).toBeUndefined()
  })

  it('says what a pattern may miss', () => {
    expect(mounted.match('/prometheus/*.yml').hidden?.because).toBe('the volume data is not in the repository')
    expect(mounted.match('/etc/*.yml').hidden?.because).toBe('gone.yml is not in the repository')
    expect(mounted.match('/etc/*.yml').besideImage).toBe(true)
  })

  it('is that of the innermost mount', () => {
    const files = container(`${image}volumes:\n- ./a:/etc/p\n- ./b.yml:/etc/p/x.yml`, { 'a/x.yml': 'a', 'b.yml': 'b' })
    expect(textAt(files, '/etc/p/x.yml')).toBe('b')
    expect(paths(files, '/etc/p/*')).toEqual(['/etc/p/x.yml b.yml'])
  })
})

describe('a config of Compose', () => {
  const settings = `${image}configs:\n- source: rules\n  target: /etc/prometheus/rules.yml\n`
  const found = (config: string, files: Files = {}) => {
    const compose = `services:\n  app:\n${settings.replace(/^(?=.)/gm, '    ')}configs:\n  rules:\n${config.replace(/^(?=.)/gm, '    ')}\n`
    const all = { ...files, 'compose.yaml': compose }
    const answer = containerFilesOf(service(settings, all), treeOf(new Map(Object.entries(all)))).find(
      '/etc/prometheus/rules.yml',
    )
    return { answer, compose }
  }

  it('is the file that it names', () => {
    expect(found('file: ./r.yml', { 'r.yml': 'groups: []' }).answer).toMatchObject({
      file: { source: { path: 'r.yml', text: 'groups: []' } },
    })
  })

  it('keeps the lines of a text that is written in the file', () => {
    const { answer, compose } = found('content: |\n  groups:\n    - name: $${x}\n\n    - name: b')
    if (answer.state !== 'file') throw new Error(answer.state)
    const items = parseYaml(answer.file.source).documents[0]?.root
    const list = items?.kind === 'map' ? items.entries.get('groups')?.node : undefined
    if (list?.kind !== 'list') throw new Error('no list')
    const names = list.items.map(item => (item.kind === 'map' ? item.entries.get('name')?.node : undefined))
    expect(names.map(name => (name?.kind === 'scalar' ? name.text : undefined))).toEqual([`\${x}`, 'b'])
    const source = { path: 'compose.yaml', text: compose }
    expect(names.map(name => name && placeOf(source, name.at).line)).toEqual(
      [`name: $\${x}`, 'name: b'].map(text => compose.slice(0, compose.indexOf(text)).split('\n').length),
    )
  })

  it('is unknown where something outside fills it in, or makes it', () => {
    expect(found(`content: "\${RULES}"`).answer.state).toBe('unknown')
    expect(found('external: true').answer).toMatchObject({ because: 'the config rules is not in the repository' })
  })
})

describe('a file that the Dockerfile brings', () => {
  const built = (dockerfile: string, files: Files = {}, more = '') =>
    container(`build: ./p\n${more}`, { 'p/Dockerfile': dockerfile, ...files })

  it('is copied by name, into a directory, with a directory, or by a pattern', () => {
    const files = { 'p/x.yml': 'x', 'p/rules/a.yml': 'a' }
    expect(textAt(built('FROM a\nCOPY x.yml /etc/p/prometheus.yml', files), '/etc/p/prometheus.yml')).toBe('x')
    expect(textAt(built('FROM a\nCOPY x.yml /etc/p/', files), '/etc/p/x.yml')).toBe('x')
    expect(textAt(built('FROM a\nCOPY x.yml /etc/p', files), '/etc/p/x.yml')).toBe('x')
    expect(textAt(built('FROM a\nCOPY rules /etc/p/rules', files), '/etc/p/rules/a.yml')).toBe('a')
    expect(textAt(built('FROM a\nWORKDIR /etc\nWORKDIR p\nCOPY . .', files), '/etc/p/rules/a.yml')).toBe('a')
    expect(textAt(built('FROM a\nADD *.yml /', files), '/x.yml')).toBe('x')
    expect(paths(built('FROM a\nCOPY rules/*.yml /r/', files), '/r/*.yml')).toEqual(['/r/a.yml p/rules/a.yml'])
  })

  it('is copied to where variables of the Dockerfile say', () => {
    const files = { 'p/start.sh': 'x' }
    const home = 'ARG APP_HOME=/app\nWORKDIR ${APP_HOME}\n'
    expect(textAt(built(`FROM a\n${home}COPY . .`, files), '/app/start.sh')).toBe('x')
    expect(textAt(built(`FROM a\nENV HOME=/srv\nCOPY . $HOME/`, files), '/srv/start.sh')).toBe('x')
    expect(textAt(built(`FROM a\nCOPY . $SOMEWHERE`, files), '/srv/start.sh')).toBe('unknown')
    expect(built(`FROM a\nCOPY . $SOMEWHERE`, files).match('/srv/*.sh').hidden).toBeDefined()
  })

  it('keeps its text when a command changes its rights or its line ends', () => {
    const afterwards = (run: string) =>
      textAt(built(`FROM a\nCOPY start.sh /start.sh\nRUN ${run}`, { 'p/start.sh': 'x' }), '/start.sh')
    expect(afterwards('chmod +x /start.sh')).toBe('x')
    expect(afterwards("sed -i 's/a/b/g' /start.sh-worker")).toBe('x')
    expect(afterwards("sed -i 's/\\r$//g' /start.sh && chown app:app /start.sh")).toBe('x')
    expect(afterwards("sed -i 's/a/b/g' /start.sh && chmod +x /start.sh")).toBe('unknown')
    expect(afterwards('chmod +x /start.sh && echo y > /start.sh')).toBe('unknown')
  })

  it('is that of the last instruction, and of a mount before all', () => {
    const files = { 'p/x.yml': 'x', 'p/y.yml': 'y', 'z.yml': 'z' }
    const dockerfile = 'FROM a\nCOPY x.yml /c.yml\nCOPY y.yml /c.yml'
    expect(textAt(built(dockerfile, files), '/c.yml')).toBe('y')
    expect(textAt(built(dockerfile, files, 'volumes: ["./z.yml:/c.yml"]'), '/c.yml')).toBe('z')
  })

  it('is unknown where another stage, a variable, or a command makes it', () => {
    const files = { 'p/x.yml': 'x' }
    expect(textAt(built('FROM a AS b\nFROM c\nCOPY --from=b /x /c.yml', files), '/c.yml')).toBe('unknown')
    expect(textAt(built('FROM a\nARG F\nCOPY $F /c.yml', files), '/c.yml')).toBe('unknown')
    expect(textAt(built('FROM a\nCOPY x.yml /c.yml\nRUN sed -i s/x/y/ /c.yml', files), '/c.yml')).toBe('unknown')
    expect(built('FROM a\nRUN curl -o /r/a.yml http://x', files).match('/r/*.yml').hidden).toBeDefined()
  })

  it('is what another stage had of the repository', () => {
    const files = { 'p/run/start.sh': 's', 'p/x.yml': 'x' }
    const from = 'FROM a AS base\nWORKDIR /app\nFROM base AS Build\nCOPY . .\nRUN make\nFROM base\n'
    const there = (copy: string, path: string) => textAt(built(`${from}${copy}`, files), path)
    expect(there('COPY --from=build /app/run/start.sh ./start.sh', '/app/start.sh')).toBe('s')
    expect(there('COPY --from=build /app/run/start.sh /usr/local/bin/', '/usr/local/bin/start.sh')).toBe('s')
    expect(there('COPY --from=1 /app/run /run', '/run/start.sh')).toBe('s')
    // What a command of it made, and what is copied over it afterwards, is not there to read.
    expect(there('COPY --from=build /app/dist /dist', '/dist/main.js')).toBe('unknown')
    expect(there('COPY x.yml /c.yml\nCOPY --from=other /x.yml /c.yml', '/c.yml')).toBe('unknown')
    const written = from.replace('RUN make', 'RUN echo y > /app/x.yml')
    expect(textAt(built(`${written}COPY --from=build /app/x.yml /x.yml`, files), '/x.yml')).toBe('unknown')
  })

  it('is gone once it is removed', () => {
    const files = { 'p/x.yml': 'x' }
    expect(textAt(built('FROM a\nRUN rm /d/default.conf\nCOPY x.yml /d/x.conf', files), '/d/default.conf')).toBe(
      'absent',
    )
    expect(built('FROM a\nRUN rm -rf /d/*\nCOPY x.yml /d/x.conf', files).match('/d/*.conf').hidden).toBeUndefined()
  })

  it('is not there when the build leaves it out', () => {
    const files = { 'p/x.yml': 'x', 'p/y.yml': 'y', 'p/.dockerignore': 'x.yml' }
    expect(textAt(built('FROM a\nCOPY . /c/', files), '/c/x.yml')).toBe('image')
    expect(textAt(built('FROM a\nCOPY . /c/', files), '/c/y.yml')).toBe('y')
  })
})
