/** Parts of the generated application; each is five files. */
const PARTS_OF = 5
const METHODS = 12

/** A NestJS application of about `files` TypeScript files with TypeORM, built and run by Compose: path to text. */
export function typescript(files: number): ReadonlyMap<string, string> {
  const parts = Array.from({ length: Math.ceil(files / PARTS_OF) }, (_, index) => index)
  const modules = parts
    .map(index => `import { Part${index}Module } from './part${index}/part${index}.module'\n`)
    .join('')
  return new Map([
    ['compose.yaml', 'services:\n  api:\n    build: .\n    ports: ["3000:3000"]\n'],
    ['Dockerfile', 'FROM node:24.1.0-slim\nWORKDIR /app\nCOPY . .\nUSER node\nCMD ["node", "dist/main.js"]\n'],
    ['package.json', '{ "name": "bench" }\n'],
    ['src/main.ts', MAIN],
    [
      'src/app.module.ts',
      `import { Module } from '@nestjs/common'\n${modules}@Module({ imports: [${parts.map(index => `Part${index}Module`).join(', ')}] })\nexport class AppModule {}\n`,
    ],
    ...parts.flatMap(part),
  ])
}

const MAIN = `import { NestFactory } from '@nestjs/core'
import { AppModule } from './app.module'
async function bootstrap() {
  const app = await NestFactory.create(AppModule)
  app.setGlobalPrefix('api')
  await app.listen(3000)
}
bootstrap()
`

function part(index: number): readonly (readonly [string, string])[] {
  const at = (kind: string) => `src/part${index}/part${index}.${kind}.ts`
  const fields = Array.from({ length: METHODS }, (_, field) => field)
  const columns = fields
    .map(field => `  @Column({ type: 'varchar', length: 255 })\n  field${field}?: string\n`)
    .join('')
  const checks = fields.map(field => `  @IsOptional() @IsString()\n  field${field}?: string\n`).join('')
  return [
    [
      at('entity'),
      `import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm'\n@Entity('part${index}')\nexport class Part${index} {\n  @PrimaryGeneratedColumn('uuid') id: string\n${columns}}\n`,
    ],
    [
      at('dto'),
      `import { IsInt, IsOptional, IsString, Max } from 'class-validator'\nexport class List${index}Dto {\n  @IsInt() @Max(100)\n  limit = 20\n${checks}}\n`,
    ],
    [at('service'), service(index, fields)],
    [at('controller'), controller(index, fields)],
    [
      at('module'),
      `import { Module } from '@nestjs/common'\nimport { TypeOrmModule } from '@nestjs/typeorm'\nimport { Part${index}Controller } from './part${index}.controller'\nimport { Part${index} } from './part${index}.entity'\nimport { Part${index}Service } from './part${index}.service'\n@Module({ imports: [TypeOrmModule.forFeature([Part${index}])], controllers: [Part${index}Controller], providers: [Part${index}Service] })\nexport class Part${index}Module {}\n`,
    ],
  ]
}

function service(index: number, fields: readonly number[]): string {
  const methods = fields.map(
    field => `  async change${field}(id: string, values: Partial<Part${index}>): Promise<Part${index}> {
    const found = await this.parts.findOne({ where: { id } })
    if (!found) throw new NotFoundException(\`there is no \${id}\`)
    const changed = { ...found, ...values, field${field}: (values.field${field} ?? found.field${field} ?? '').trim() }
    return this.parts.save(changed)
  }
`,
  )
  return `import { Injectable, NotFoundException } from '@nestjs/common'
import { InjectRepository } from '@nestjs/typeorm'
import { Repository } from 'typeorm'
import { List${index}Dto } from './part${index}.dto'
import { Part${index} } from './part${index}.entity'
@Injectable()
export class Part${index}Service {
  constructor(@InjectRepository(Part${index}) private readonly parts: Repository<Part${index}>) {}
  async list(query: List${index}Dto) {
    const [items, total] = await this.parts.findAndCount({ take: query.limit, order: { id: 'ASC' } })
    return { items, total }
  }
${methods.join('')}}
`
}

function controller(index: number, fields: readonly number[]): string {
  const routes = fields.slice(0, 8).map(
    field => `  @Post(':id/change${field}')
  async change${field}(@Param('id') id: string, @Body() body: Record<string, string>) {
    const result = await this.service.change${field}(id, body)
    return { ...result, at: new Date().toISOString() }
  }
`,
  )
  return `import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common'
import { List${index}Dto } from './part${index}.dto'
import { Part${index}Service } from './part${index}.service'
@Controller('parts${index}')
export class Part${index}Controller {
  constructor(private readonly service: Part${index}Service) {}
  @Get()
  list(@Query() query: List${index}Dto) {
    return this.service.list(query)
  }
${routes.join('')}}
`
}
