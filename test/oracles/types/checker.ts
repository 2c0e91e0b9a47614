import { Project, ts } from 'ts-morph'

/** What the compiler says of the sources of a repository. */
export interface Checker {
  readonly types: ts.TypeChecker
  /** The calls with a receiver of a file, by `start:end`. */
  readonly callsOf: (path: string) => ReadonlyMap<string, ts.CallExpression>
  /** The path of a file of the repository from its root; undefined outside of it. */
  readonly pathOf: (file: ts.SourceFile) => string | undefined
  /** Whether a file of declarations is the one of a file of the repository: `a.d.ts` of `a.js`. */
  readonly describes: (declarations: ts.SourceFile, path: string) => boolean
  /** The innermost node around an offset of a file. */
  readonly nodeAt: (path: string, offset: number) => ts.Node | undefined
  /** The modules of a package that files import: `pg`, `next/server` of `next`. */
  readonly modulesOf: (name: string) => readonly ts.Symbol[]
}

/** Opens files of a folder with the compiler. `packages` are the folders in which packages from outside are installed. */
export function openChecker(root: string, paths: readonly string[], packages: readonly string[]): Checker {
  const project = new Project({
    skipAddingFilesFromTsConfig: true,
    compilerOptions: {
      allowJs: true,
      strict: true,
      noImplicitAny: false,
      target: ts.ScriptTarget.ES2023,
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      experimentalDecorators: true,
      jsx: ts.JsxEmit.Preserve,
      types: [],
      paths: { '*': packages.flatMap(folder => [`${folder}/*`, `${folder}/@types/*`]) },
    },
  })
  project.addSourceFilesAtPaths(paths.map(path => `${root}/${path}`))
  const program = project.getProgram().compilerObject
  const types = program.getTypeChecker()
  const modules = importedModules(program, types)
  const known = new Map(paths.map(path => [`${root}/${path}`, path]))
  return {
    types,
    modulesOf: name => [...modules].flatMap(([from, symbol]) => (`${from}/`.startsWith(`${name}/`) ? symbol : [])),
    describes: ({ fileName }, path) => fileName.replace(/\.d\.([cm]?)ts$/, '.$1js') === `${root}/${path}`,
    nodeAt: (path, offset) => {
      const file = program.getSourceFile(`${root}/${path}`)
      return file && innermost(file, offset)
    },
    pathOf: file => known.get(file.fileName),
    callsOf: path => {
      const found = new Map<string, ts.CallExpression>()
      const file = program.getSourceFile(`${root}/${path}`)
      const visit = (node: ts.Node) => {
        if (ts.isCallExpression(node)) found.set(`${node.getStart(file)}:${node.end}`, node)
        ts.forEachChild(node, visit)
      }
      if (file) visit(file)
      return found
    },
  }
}

/** The expression without what says nothing about its value. */
export function bare(node: ts.Expression): ts.Expression {
  return ts.isParenthesizedExpression(node) || ts.isNonNullExpression(node) ? bare(node.expression) : node
}

function innermost(node: ts.Node, offset: number): ts.Node {
  const inside = ts.forEachChild(node, child => (child.pos <= offset && offset < child.end ? child : undefined))
  return inside ? innermost(inside, offset) : node
}

/** The modules from outside that files import, by the name that they are imported by. */
function importedModules(program: ts.Program, types: ts.TypeChecker): ReadonlyMap<string, ts.Symbol> {
  const found = new Map<string, ts.Symbol>()
  for (const file of program.getSourceFiles()) {
    if (file.isDeclarationFile) continue
    const visit = (node: ts.Node) => {
      const isModule =
        ts.isStringLiteral(node) &&
        (ts.isImportDeclaration(node.parent) ||
          ts.isExportDeclaration(node.parent) ||
          (ts.isCallExpression(node.parent) && node.parent.expression.getText() === 'require'))
      const symbol = isModule ? types.getSymbolAtLocation(node) : undefined
      if (symbol && isModule) found.set(node.text.replace(/^node:/, ''), symbol)
      ts.forEachChild(node, visit)
    }
    visit(file)
  }
  return found
}
