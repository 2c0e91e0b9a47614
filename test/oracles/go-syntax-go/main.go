// Reads names of Go files, one a line, and answers with one JSON line each: what go/ast finds in it.
package main

import (
	"bufio"
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"math/big"
	"os"
	"sort"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

type facts struct {
	Error     string      `json:"error,omitempty"`
	Package   string      `json:"package"`
	Imports   [][2]string `json:"imports"`
	Functions [][]string  `json:"functions"`
	Calls     [][2]string `json:"calls"`
	Strings   []string    `json:"strings"`
	Numbers   []string    `json:"numbers"`
	Fields    [][2]string `json:"fields"`
}

type located[T any] struct {
	start, end token.Pos
	value      T
}

func inOrder[T any](found []located[T]) []T {
	sort.SliceStable(found, func(i, j int) bool {
		if found[i].start != found[j].start {
			return found[i].start < found[j].start
		}
		return found[i].end < found[j].end
	})
	values := make([]T, 0, len(found))
	for _, one := range found {
		values = append(values, one.value)
	}
	return values
}

type reader struct {
	text    []byte
	base    token.Pos
	calls   []located[[2]string]
	strings []located[string]
	numbers []located[string]
	fields  []located[[2]string]
}

// textOf is the text of a node without white space and comments.
func (r *reader) textOf(node ast.Node) string {
	text := string(r.text[node.Pos()-r.base : node.End()-r.base])
	return strings.Map(func(c rune) rune {
		if unicode.IsSpace(c) {
			return -1
		}
		return c
	}, text)
}

func readable(text string) string {
	if !utf8.ValidString(text) || strings.ContainsRune(text, utf8.RuneError) {
		return "\ufffd"
	}
	return text
}

func (r *reader) literal(lit *ast.BasicLit) {
	switch lit.Kind {
	case token.STRING:
		value, _ := strconv.Unquote(lit.Value)
		r.strings = append(r.strings, located[string]{lit.Pos(), lit.End(), readable(value)})
	case token.INT:
		whole, _ := new(big.Int).SetString(lit.Value, 0)
		r.numbers = append(r.numbers, located[string]{lit.Pos(), lit.End(), whole.String()})
	case token.FLOAT:
		value, _ := strconv.ParseFloat(lit.Value, 64)
		r.numbers = append(r.numbers, located[string]{lit.Pos(), lit.End(), strconv.FormatFloat(value, 'g', -1, 64)})
	case token.CHAR:
		value, _, _, _ := strconv.UnquoteChar(lit.Value[1:len(lit.Value)-1], '\'')
		r.numbers = append(r.numbers, located[string]{lit.Pos(), lit.End(), strconv.Itoa(int(value))})
	}
}

// call leaves conversions to types that are no names out: whether `(*f)(x)` is one, only the checker of types knows.
func (r *reader) call(call *ast.CallExpr) {
	fun := ast.Unparen(call.Fun)
	switch inner := fun.(type) {
	case *ast.IndexExpr:
		fun = ast.Unparen(inner.X)
	case *ast.IndexListExpr:
		fun = ast.Unparen(inner.X)
	}
	switch fun.(type) {
	case *ast.ArrayType, *ast.MapType, *ast.ChanType, *ast.FuncType, *ast.InterfaceType, *ast.StructType, *ast.StarExpr:
		return
	}
	name := r.textOf(fun)
	if _, isFunction := fun.(*ast.FuncLit); isFunction {
		name = "func"
	}
	r.calls = append(r.calls, located[[2]string]{call.Pos(), call.End(), [2]string{name, strconv.Itoa(len(call.Args))}})
}

func (r *reader) structure(fields *ast.FieldList) {
	for _, field := range fields.List {
		tag := ""
		if field.Tag != nil {
			tag, _ = strconv.Unquote(field.Tag.Value)
			tag = readable(tag)
		}
		for _, name := range field.Names {
			r.fields = append(r.fields, located[[2]string]{name.Pos(), field.End(), [2]string{name.Name, tag}})
		}
		if len(field.Names) == 0 {
			name := strings.TrimPrefix(r.textOf(field.Type), "*")
			name, _, _ = strings.Cut(name, "[")
			name = name[strings.LastIndex(name, ".")+1:]
			r.fields = append(r.fields, located[[2]string]{field.Pos(), field.End(), [2]string{name, tag}})
		}
	}
}

func (r *reader) visit(node ast.Node) bool {
	switch node := node.(type) {
	case *ast.ImportSpec:
		return false
	case *ast.BasicLit:
		r.literal(node)
	case *ast.CallExpr:
		r.call(node)
	case *ast.ArrayType:
		// The length of an array is part of a type.
		ast.Inspect(node.Elt, r.visit)
		return false
	case *ast.StructType:
		r.structure(node.Fields)
		for _, field := range node.Fields.List {
			ast.Inspect(field.Type, r.visit)
		}
		return false
	}
	return true
}

func functionOf(r *reader, function *ast.FuncDecl) []string {
	found := []string{function.Name.Name, ""}
	if function.Recv != nil && len(function.Recv.List) > 0 {
		found[1] = strings.TrimLeft(r.textOf(function.Recv.List[0].Type), "*(")
		found[1], _, _ = strings.Cut(strings.TrimRight(found[1], ")"), "[")
	}
	for _, field := range function.Type.Params.List {
		for _, name := range field.Names {
			found = append(found, name.Name)
		}
		if len(field.Names) == 0 {
			found = append(found, "_")
		}
	}
	return found
}

func read(path string) facts {
	text, err := os.ReadFile(path)
	if err != nil {
		return facts{Error: err.Error()}
	}
	set := token.NewFileSet()
	file, err := parser.ParseFile(set, path, text, parser.SkipObjectResolution)
	if err != nil {
		return facts{Error: err.Error()}
	}
	r := &reader{text: text, base: token.Pos(set.File(file.Pos()).Base())}
	found := facts{Package: file.Name.Name, Imports: [][2]string{}, Functions: [][]string{}}
	for _, spec := range file.Imports {
		path, _ := strconv.Unquote(spec.Path.Value)
		name := ""
		if spec.Name != nil {
			name = spec.Name.Name
		}
		found.Imports = append(found.Imports, [2]string{name, path})
	}
	for _, declaration := range file.Decls {
		if function, ok := declaration.(*ast.FuncDecl); ok {
			found.Functions = append(found.Functions, functionOf(r, function))
		}
	}
	ast.Inspect(file, r.visit)
	found.Calls = inOrder(r.calls)
	found.Strings = inOrder(r.strings)
	found.Numbers = inOrder(r.numbers)
	found.Fields = inOrder(r.fields)
	return found
}

func main() {
	lines := bufio.NewScanner(os.Stdin)
	out := bufio.NewWriterSize(os.Stdout, 1<<20)
	defer out.Flush()
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	for lines.Scan() {
		_ = encoder.Encode(read(lines.Text()))
	}
}
