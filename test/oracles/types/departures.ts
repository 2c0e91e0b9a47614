interface Departure {
  readonly where: string
  readonly why: string
}

/** A receiver or target that we name otherwise than the compiler, and why. A line that no longer departs fails the test. */
export const DEPARTURES: readonly Departure[] = [
  {
    where:
      'ajv lib/vocabularies/applicator/properties.ts receiver apDef.code: type CodeKeywordDefinition of lib/types/index.ts',
    why: 'the type is A & (B | C), which the compiler makes (A & B) | (A & C) of; ours is the A',
  },
  {
    where:
      'chevrotain src/parse/parser/traits/recognizer_engine.ts receiver ruleToCall.coreRule.apply: @chevrotain/types.ParserMethod.coreRule',
    why: 'the interface of the package gets the member in the repository (`declare module`), which we do not join',
  },
  {
    where: 'knex lib/dialects/oracledb/index.js receiver client.fetchAsString.push: events.EventEmitter.fetchAsString',
    why: 'a method assigns the field, and the class extends one of a package: ours is what that package would give',
  },
  {
    where: 'knex lib/dialects/postgres/index.js receiver this.destroyRawConnection(conn).catch: util.promisify.().()',
    why: 'what promisify gives depends on the function that it is given; followed by names it is one of its overloads',
  },
  {
    where:
      'mongodb src/cmap/auth/mongo_credentials.ts receiver hello.saslSupportedMechs.includes: bson.Document.saslSupportedMechs',
    why: '`Array.isArray` narrows a member that the package declares as `any`',
  },
  {
    where:
      "mongodb src/cursor/abstract_cursor.ts receiver this.listeners('close').includes: events.EventEmitter.listeners.()",
    why: 'an interface of the same name as the class states the method more exactly than the package does',
  },
  {
    where: 'mongodb src/sdam/topology.ts receiver srvListeners?.includes: events.EventEmitter.listeners.()',
    why: 'the same interface',
  },
]
