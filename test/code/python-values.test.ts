import { describe, expect, test } from 'vitest'
import { type Environment, evaluateExpression } from '../../src/code/values.js'
import { known } from '../../src/source.js'
import { expressionIn, programOf } from '../support/code.js'
import type { Files } from '../support/model.js'
import '../support/grammars.js'

const at = { path: 'compose.yaml', start: 0, end: 1 }
const environment: Environment = name => (/^(?:SET|set|P_SET)$/.test(name) ? known('40', at) : undefined)

/** The value of the argument of `f(…)` in `main.py`, and the variables that it is taken from. */
function value(source: string, files: Files = {}): string {
  const program = programOf({ ...files, 'main.py': source })
  const text = /f\(([\s\S]*)\)\s*$/.exec(source)?.[1] ?? ''
  const found = evaluateExpression(program, expressionIn(program, 'main.py', text, source), environment)
  const origin = `${found.variables.length > 0 ? ` from ${found.variables.join(', ')}` : ''}${found.isFallback ? ' (fallback)' : ''}`
  if (found.kind === 'known') return `${JSON.stringify(found.value)}${origin}`
  return found.kind === 'interval' ? `${found.low}..${found.high}${origin}` : `unknown: ${found.because}${origin}`
}

const SETTINGS = {
  'app/__init__.py': '',
  'app/config.py': `from functools import lru_cache
from pydantic import BaseModel, Field
from pydantic_settings import BaseSettings, SettingsConfigDict
class Pool(BaseModel):
    size: int = 7
class Settings(BaseSettings):
    SET: int = 3
    POOL_SIZE: int = 10
    limit: int = Field(default=20, le=100)
    required: str
    pool: Pool = Pool()
    @property
    def total(self) -> int:
        return self.POOL_SIZE + 5
class Prefixed(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="P_")
    SET: int = 1
@lru_cache
def get_settings() -> Settings:
    return Settings()
settings = Settings()
prefixed = Prefixed()
LIMITS = {"page": 50, "deep": {"er": 2}}
class Config:
    PAGE = 30
    class Inner:
        X = 4
`,
}

describe('values of Python', () => {
  test.each([
    ['f(1 + 2)', '3'],
    ['f(True and 5)', '5'],
    ['f(None or 6)', '6'],
    ['f(3 if True else 4)', '3'],
    ['f(not True)', 'false'],
    ['f("a" "b")', '"ab"'],
    ['x = 3\nf(f"a{x}b")', '"a3b"'],
    ['x = 3\nx = 4\nf(x)', 'unknown: it is given different values'],
    ['import os\nf(os.getenv("SET"))', '"40" from SET'],
    ['import os\nf(os.getenv("UNSET", "5"))', '"5" from UNSET (fallback)'],
    ['import os\nf(int(os.environ.get("UNSET", 5)))', '5 from UNSET (fallback)'],
    ['import os\nf(os.environ["SET"])', '"40" from SET'],
    ['from os import environ as e\nf(e.get("SET", 1))', '"40" from SET'],
    ['import os\nf(os.getenv("UNSET") or 8)', '8 from UNSET (fallback)'],
    ['from decouple import config\nf(config("UNSET", default=9, cast=int))', '9 from UNSET (fallback)'],
    ['import multiprocessing\nf(multiprocessing.cpu_count() * 2 + 1)', '3..Infinity'],
    ['f(max(2, 5))', '5'],
    ['class A:\n  def __init__(self):\n    self.x = 5\n  def m(self):\n    f(self.x)', '5'],
    [
      'import os\nfrom dataclasses import dataclass, field\n@dataclass\nclass A:\n  x: int = field(default_factory=lambda: int(os.getenv("UNSET", "5")))\na = A()\nf(a.x)',
      '5 from UNSET (fallback)',
    ],
    [
      'from dataclasses import dataclass, field\n@dataclass\nclass A:\n  x: int = field(default=5)\na = A()\nf(a.x)',
      '5',
    ],
    [
      'from dataclasses import dataclass, field\n@dataclass\nclass A:\n  x: list = field(default_factory=list)\na = A()\nf(a.x)',
      'unknown: it is given when the program runs',
    ],
    ['def five():\n  return 5\nf(five())', '5'],
  ])('%s', (source, expected) => {
    const text = source.endsWith('f(self.x)') ? `${source}` : source
    expect(value(text)).toBe(expected)
  })

  test.each([
    ['settings', 'settings.POOL_SIZE', '10 from POOL_SIZE (fallback)'],
    ['settings', 'settings.SET', '"40" from SET'],
    ['settings', 'settings.limit', '20 from LIMIT (fallback)'],
    ['settings', 'settings.required', 'null from REQUIRED'],
    ['settings', 'settings.pool.size', '7'],
    ['settings', 'settings.total', '15 from POOL_SIZE (fallback)'],
    ['prefixed', 'prefixed.SET', '"40" from P_SET'],
    ['get_settings', 'get_settings().POOL_SIZE', '10 from POOL_SIZE (fallback)'],
    ['LIMITS', 'LIMITS["page"]', '50'],
    ['LIMITS', 'LIMITS["deep"]["er"]', '2'],
    ['Config', 'Config.PAGE', '30'],
    ['Config', 'Config.Inner.X', '4'],
  ])('%s: %s', (name, expression, expected) => {
    expect(value(`from app.config import ${name}\nf(${expression})`, SETTINGS)).toBe(expected)
  })
})
