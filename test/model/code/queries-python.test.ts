import { beforeAll, expect, test } from 'vitest'
import { pythonQueries } from '../../../src/model/code/queries/python.js'
import { openGrammars } from '../../../src/parse/grammars.js'
import { programOf } from '../../support/code.js'

beforeAll(() => openGrammars(['python']))

/** What each bulk read of a file of Python loads along. */
function loads(source: string): readonly string[] {
  const program = programOf({ 'a.py': source })
  const file = program.files.get('a.py')
  if (!file) throw new Error('no file')
  return pythonQueries(program, file).flatMap(({ eager }) =>
    eager.map(({ relation, isJoin }) => `${relation}${isJoin ? ' joined' : ''}`),
  )
}

test.each<[string, string, readonly string[]]>([
  ['a join', 'db.query(A).options(joinedload(A.b)).all()', ['b joined']],
  ['a query of its own', 'db.query(A).options(selectinload(A.b), subqueryload(A.c)).all()', ['b', 'c']],
  ['by the module', 'db.query(A).options(orm.joinedload(A.b)).all()', ['b joined']],
  ['a join below a join', 'db.query(A).options(joinedload(A.b).joinedload(B.c)).all()', ['b joined', 'b.c joined']],
  ['a join below a query of its own', 'db.query(A).options(selectinload(A.b).joinedload(B.c)).all()', ['b', 'b.c']],
  ['a statement', 'session.execute(select(A).options(joinedload(A.b))).scalars().all()', ['b joined']],
  ['other options', 'db.query(A).options(load_only(A.b), defer(A.c)).all()', []],
])('%s', (_, source, expected) => {
  expect(loads(source)).toEqual(expected)
})
