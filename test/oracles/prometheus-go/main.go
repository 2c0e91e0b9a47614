// Command prometheus-oracle reads configurations with the libraries of Prometheus and Alertmanager.
//
// It reads a JSON array of requests from standard input and writes one answer per line, as JSON and in the same order,
// to standard output. A text that is refused is an answer like any other; so is one that makes a library panic.
package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"

	alertmanager "github.com/prometheus/alertmanager/config"
	"github.com/prometheus/alertmanager/featurecontrol"
	"github.com/prometheus/alertmanager/matcher/compat"
	"github.com/prometheus/common/model"
	"github.com/prometheus/prometheus/config"
	_ "github.com/prometheus/prometheus/discovery/consul"
	_ "github.com/prometheus/prometheus/discovery/dns"
	_ "github.com/prometheus/prometheus/discovery/file"
	_ "github.com/prometheus/prometheus/discovery/http"
	_ "github.com/prometheus/prometheus/discovery/kubernetes"
	_ "github.com/prometheus/prometheus/discovery/moby"
	"github.com/prometheus/prometheus/model/rulefmt"
	"github.com/prometheus/prometheus/promql/parser"
)

type request struct {
	// Kind names the language.
	Kind string `json:"kind"`
	Text string `json:"text"`
}

// answer says why a text was refused; it is empty when it was taken.
type answer struct {
	Error string `json:"error,omitempty"`
}

var quiet = slog.New(slog.DiscardHandler)

var checks = map[string]func(string) error{
	"alertmanager": func(text string) error {
		_, err := alertmanager.Load(text)
		return err
	},
	"prometheus": func(text string) error {
		_, err := config.Load(text, quiet)
		return err
	},
	"promql": func(text string) error {
		_, err := parser.NewParser(parser.Options{}).ParseExpr(text)
		return err
	},
	"rules": func(text string) error {
		_, errs := rulefmt.Parse([]byte(text), false, model.UTF8Validation, parser.NewParser(parser.Options{}), quiet)
		return errors.Join(errs...)
	},
}

func check(r request) (result answer) {
	defer func() {
		if failure := recover(); failure != nil {
			result = answer{Error: fmt.Sprintf("panic: %v", failure)}
		}
	}()
	if err := checks[r.Kind](r.Text); err != nil {
		return answer{Error: "refused: " + err.Error()}
	}
	return answer{}
}

func run(in io.Reader, out io.Writer) error {
	var requests []request
	if err := json.NewDecoder(in).Decode(&requests); err != nil {
		return err
	}
	buffer := bufio.NewWriter(out)
	encoder := json.NewEncoder(buffer)
	encoder.SetEscapeHTML(false)
	for _, r := range requests {
		if checks[r.Kind] == nil {
			return fmt.Errorf("no such language: %s", r.Kind)
		}
		if err := encoder.Encode(check(r)); err != nil {
			return err
		}
	}
	return buffer.Flush()
}

func main() {
	// As amtool and Alertmanager do it at their start.
	compat.InitFromFlags(quiet, featurecontrol.NoopFlags{})
	if err := run(os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
