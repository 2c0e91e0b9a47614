import { readFileSync } from 'node:fs'
import { parseAnyYaml, parseYaml } from '../src/parse/yaml.js'

/** Reads one YAML file, without the shorter way for simple texts when `--any` is given. */
const path = process.argv[2] ?? ''
const source = { path: 'docker-compose.yml', text: readFileSync(path, 'utf8') }
const { documents } = process.argv.includes('--any') ? parseAnyYaml(source) : parseYaml(source)
if (documents.length === 0) process.exitCode = 1
