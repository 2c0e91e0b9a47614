package main

import (
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/docker/go-connections/nat"
	"github.com/moby/buildkit/frontend/dockerfile/instructions"
	"github.com/moby/buildkit/frontend/dockerfile/parser"
	"github.com/moby/buildkit/frontend/dockerfile/shell"
)

type heredoc struct {
	Name string `json:"name"`
	Text string `json:"text"`
}

type instruction struct {
	Keyword string   `json:"keyword"`
	Flags   []string `json:"flags"`
	// Exec is the JSON form; nil for the shell form.
	Exec     []string  `json:"exec"`
	Words    []string  `json:"words"`
	Heredocs []heredoc `json:"heredocs"`
	Line     int       `json:"line"`
}

type stage struct {
	Name     string `json:"name"`
	Base     string `json:"base"`
	Platform string `json:"platform"`
}

// image is what the last stage comes to, with the base image taken for empty.
type image struct {
	// Base is the root of the chain of stages.
	Base        string            `json:"base"`
	Environment map[string]string `json:"environment"`
	User        string            `json:"user"`
	Workdir     string            `json:"workdir"`
	Exposed     []string          `json:"exposed"`
	Volumes     []string          `json:"volumes"`
	StopSignal  string            `json:"stopSignal"`
	Shell       []string          `json:"shell"`
	Entrypoint  []string          `json:"entrypoint"`
	Command     []string          `json:"command"`
	Healthcheck []string          `json:"healthcheck"`

	// state holds the variables of ARG and ENV, one as good as the other: what comes last counts.
	state      environment
	commandSet bool
}

type dockerfile struct {
	Instructions []instruction     `json:"instructions"`
	Stages       []stage           `json:"stages"`
	Arguments    map[string]string `json:"arguments"`
	// Image is nil when a word of it cannot be expanded; Why says why.
	Image *image `json:"image"`
	Why   string `json:"why"`
}

func readDockerfile(r request) (any, error) {
	parsed, err := parser.Parse(strings.NewReader(r.Text))
	if err != nil {
		return nil, err
	}
	found := listed(parsed.AST)
	stages, arguments, err := instructions.Parse(parsed.AST, nil)
	if err != nil {
		return nil, err
	}
	if len(stages) == 0 {
		return nil, fmt.Errorf("dockerfile contains no stages to build")
	}
	result := dockerfile{Instructions: found}
	for _, each := range stages {
		result.Stages = append(result.Stages, stage{Name: each.Name, Base: each.BaseName, Platform: each.Platform})
	}
	lex := shell.NewLex(parsed.EscapeToken)
	result.Image, result.Arguments, err = evaluate(lex, stages, arguments, r.Arguments)
	if err != nil {
		result.Image = nil
		result.Why = err.Error()
	}
	return result, nil
}

func listed(ast *parser.Node) []instruction {
	found := []instruction{}
	for _, node := range ast.Children {
		each := instruction{Keyword: strings.ToUpper(node.Value), Flags: node.Flags, Line: node.StartLine}
		for next := node.Next; next != nil; next = next.Next {
			if len(next.Children) > 0 {
				each.Words = append(each.Words, next.Children[0].Original)
			} else {
				each.Words = append(each.Words, next.Value)
			}
		}
		if node.Attributes["json"] {
			each.Exec = append([]string{}, each.Words...)
		}
		for _, doc := range node.Heredocs {
			text := doc.Content
			if doc.Chomp {
				text = parser.ChompHeredocContent(text)
			}
			each.Heredocs = append(each.Heredocs, heredoc{Name: doc.Name, Text: text})
		}
		found = append(found, each)
	}
	return found
}

// defaultPath is what an image without PATH gets.
const defaultPath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"

// environment is a set of variables as the lexer wants it.
type environment map[string]string

func (e environment) Get(name string) (string, bool) { value, ok := e[name]; return value, ok }
func (e environment) Keys() []string                 { return slices.Collect(maps.Keys(e)) }

// evaluate goes through the stages as BuildKit does (frontend/dockerfile/dockerfile2llb/convert.go, toDispatchState and
// dispatch), as far as the words of the instructions go.
func evaluate(
	lex *shell.Lex, stages []instructions.Stage, metaArguments []instructions.ArgCommand, given map[string]string,
) (*image, map[string]string, error) {
	globals := environment{}
	for _, command := range metaArguments {
		for _, argument := range command.Args {
			if value, ok := given[argument.Key]; ok {
				globals[argument.Key] = value
			} else if argument.Value != nil {
				value, _, err := lex.ProcessWord(*argument.Value, globals)
				if err != nil {
					return nil, nil, err
				}
				globals[argument.Key] = value
			}
		}
	}
	var last *image
	named := map[string]*image{}
	for _, each := range stages {
		base, _, err := lex.ProcessWord(each.BaseName, globals)
		if err != nil {
			return nil, nil, err
		}
		if base == "" {
			return nil, nil, fmt.Errorf("base name (%s) should not be blank", each.BaseName)
		}
		current := &image{Base: base, Environment: map[string]string{}, Shell: []string{"/bin/sh", "-c"}, state: environment{"PATH": defaultPath}}
		if parent, ok := named[strings.ToLower(base)]; ok {
			copied := *parent
			current = &copied
			current.Environment = maps.Clone(parent.Environment)
			current.state = maps.Clone(parent.state)
			current.Exposed = slices.Clone(parent.Exposed)
			current.Volumes = slices.Clone(parent.Volumes)
			current.commandSet = false
		}
		for _, command := range each.Commands {
			if err := current.apply(lex, command, globals, given); err != nil {
				return nil, nil, err
			}
		}
		if each.Name != "" {
			named[strings.ToLower(each.Name)] = current
		}
		last = current
	}
	return last, globals, nil
}

func (i *image) apply(lex *shell.Lex, command instructions.Command, globals environment, given map[string]string) error {
	word := func(text string) (string, error) {
		value, _, err := lex.ProcessWord(text, i.state)
		return value, err
	}
	_, isArgument := command.(*instructions.ArgCommand)
	if expander, ok := command.(instructions.SupportsSingleWordExpansion); ok && !isArgument {
		if err := expander.Expand(word); err != nil {
			return err
		}
	}
	switch c := command.(type) {
	case *instructions.EnvCommand:
		for _, pair := range c.Env {
			i.Environment[pair.Key] = pair.Value
			i.state[pair.Key] = pair.Value
		}
	case *instructions.ArgCommand:
		for _, argument := range c.Args {
			value, ok := given[argument.Key]
			if !ok && argument.Value != nil {
				var err error
				if value, err = word(*argument.Value); err != nil {
					return err
				}
				ok = true
			} else if !ok {
				value, ok = globals[argument.Key]
			}
			if ok {
				i.state[argument.Key] = value
			}
		}
	case *instructions.UserCommand:
		i.User = c.User
	case *instructions.WorkdirCommand:
		if path.IsAbs(c.Path) {
			i.Workdir = path.Clean(c.Path)
		} else {
			i.Workdir = path.Join("/", i.Workdir, c.Path)
		}
	case *instructions.ExposeCommand:
		for _, port := range c.Ports {
			words, err := lex.ProcessWords(port, i.state)
			if err != nil {
				return err
			}
			exposed, _, err := nat.ParsePortSpecs(words)
			if err != nil {
				return err
			}
			for each := range exposed {
				i.Exposed = append(i.Exposed, string(each))
			}
		}
	case *instructions.VolumeCommand:
		i.Volumes = append(i.Volumes, c.Volumes...)
	case *instructions.StopSignalCommand:
		i.StopSignal = c.Signal
	case *instructions.ShellCommand:
		i.Shell = c.Shell
	case *instructions.CmdCommand:
		i.Command = line(c.ShellDependantCmdLine)
		i.commandSet = true
	case *instructions.EntrypointCommand:
		i.Entrypoint = line(c.ShellDependantCmdLine)
		if !i.commandSet {
			i.Command = nil
		}
	case *instructions.HealthCheckCommand:
		i.Healthcheck = c.Health.Test
	}
	return nil
}

// shellForm stands for the shell in front of the shell form.
const shellForm = "(shell)"

// line is never nil: an empty command line is one that takes that of the base image away.
func line(command instructions.ShellDependantCmdLine) []string {
	if command.PrependShell {
		return []string{shellForm, strings.Join(command.CmdLine, " ")}
	}
	return append([]string{}, command.CmdLine...)
}
