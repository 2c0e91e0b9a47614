/**
 * Code that does not serve production: tests, fixtures, examples, seeds, migrations, scripts, stories, generated clients.
 * Judged by path alone; what an entry point of production reaches is production whatever its name.
 */
const ASIDE =
  /(?:^|\/)(?:__tests__|__mocks__|__fixtures__|tests?|spec|e2e|cypress|fixtures?|mocks?|seeds?|seeders?|scripts?|examples?|[^/]*[_-]examples?|examples?[_-][^/]*|samples?|demos?|quickstarts?|tutorials?|stubs?|migrations?|alembic|stories|storybook|benchmarks?|docs?|testdata|testing)\//i
const ASIDE_NAME =
  /(?:[._-](?:test|spec|e2e|stories|story|mock|mocks|fixture|fixtures|seed|bench)\.[cm]?[jt]sx?|(?:^|\/)(?:test_[^/]*|[^/]*_test|conftest|seed|seeds|seeder)\.(?:py|go|[cm]?[jt]s))$/i

/** Whether a file stands aside from production by its path: tests, examples, seeds, migrations, scripts. */
export function standsAside(path: string): boolean {
  return ASIDE.test(path) || ASIDE_NAME.test(path)
}
