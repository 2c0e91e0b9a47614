import { describe, expect, it, test } from 'vitest'
import { type Files, systemOf } from '../support/model.js'

/** What the commands of a repository delete, each as a line. */
function teardowns(files: Files): readonly string[] {
  return systemOf(files).teardowns.map(({ deletes, files: named, named: things, names }) =>
    [`${names.join(' in ')}:`, deletes, ...named, ...things].join(' '),
  )
}

describe('a command that deletes data', () => {
  test.each([
    ['docker compose down -v', 'volumes'],
    ['docker-compose -f a.yml --file=b.yml down --remove-orphans --volumes', 'volumes a.yml b.yml'],
    ['sudo docker compose down -tv', 'volumes'],
    ['docker compose -p erp down -v', 'volumes'],
    ['docker volume rm -f erp_data', 'volumes erp_data'],
    ['docker volume prune --all --force', 'volumes *'],
    ['kubectl delete pvc data-db-0 -n erp', 'claims data-db-0'],
    ['kubectl delete pvc --all', 'claims --all'],
    ['kubectl delete ns/erp', 'namespace erp'],
    ['cd .. && docker compose down -v', 'volumes'],
  ])('%s', (command, expected) => {
    expect(teardowns({ Makefile: `stop:\n\t${command}\n` })).toEqual([`stop in Makefile: ${expected}`])
  })

  test.each([
    'docker compose down',
    'docker compose -p erp-test down -v',
    'docker compose logs -v down',
    'docker volume prune -f',
    'docker volume ls',
    'kubectl delete pod db-0',
    'echo "docker compose down -v"',
  ])('is not %s', command => expect(teardowns({ Makefile: `stop:\n\t${command}\n` })).toEqual([]))

  it('may stand in a function, a case, a script of package.json', () => {
    const down = 'docker compose down -v'
    expect(
      teardowns({
        'a/run.sh': `case "$1" in\n  stop)\n    ${down}\n    ;;\nesac\nclean_up() {\n  ${down}\n}\n`,
        'package.json': `{ "scripts": { "a": "echo", "docker:down": "npm run b && ${down}" } }`,
      }),
    ).toEqual(['stop in run.sh: volumes', 'clean_up in run.sh: volumes', 'docker:down in package.json: volumes'])
  })

  it('takes its words from variables', () => {
    expect(teardowns({ Makefile: `DC := docker compose -f prod.yml\nstop:\n\t$(DC) down -v\n` })).toEqual([
      'stop in Makefile: volumes prod.yml',
    ])
  })

  it('is none where a condition or a question stands before it, and in pipelines', () => {
    expect(
      teardowns({
        'a.sh': 'if [ "$1" = all ]; then\n  docker compose down -v\nfi\n',
        'b.sh': 'read -rp "sure? " x\ndocker compose down -v\n',
        '.gitlab-ci.yml': 'test:\n  script:\n    - docker compose down -v\n',
      }),
    ).toEqual([])
  })
})
