// Command compose-go loads a list of Compose projects as `docker compose config` does and prints what came of each.
//
// It reads a JSON array of requests from standard input and writes one answer per line, as JSON and in the same order,
// to standard output. A project that is refused is an answer like any other; so is one that makes the library panic.
// A panic in a goroutine of the library ends the process: the caller has every answer up to there and can go on behind.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/compose-spec/compose-go/v2/cli"
	"github.com/compose-spec/compose-go/v2/dotenv"
	"github.com/compose-spec/compose-go/v2/types"
	"github.com/docker/cli/pkg/kvfile"
	"github.com/sirupsen/logrus"
)

type request struct {
	Name string `json:"name"`
	// Directory is the project directory, absolute.
	Directory string `json:"directory"`
	// Files are the Compose files in the order of `-f`, absolute.
	Files       []string `json:"files"`
	Environment []string `json:"environment"`
	Profiles    []string `json:"profiles"`
	// EnvFiles are the files of `--env-file`, absolute; none means `.env` of the project directory.
	EnvFiles []string `json:"envFiles"`
}

type answer struct {
	Name    string   `json:"name"`
	OK      bool     `json:"ok"`
	Error   string   `json:"error,omitempty"`
	Project *project `json:"project,omitempty"`
}

type project struct {
	Name     string         `json:"name"`
	Services types.Services `json:"services"`
	Disabled types.Services `json:"disabled"`
	Networks types.Networks `json:"networks"`
	Volumes  types.Volumes  `json:"volumes"`
	Secrets  types.Secrets  `json:"secrets"`
	Configs  types.Configs  `json:"configs"`
}

// raw reads the `raw` format of env_file, which docker compose (not compose-go) adds: the format of `docker run --env-file`.
func raw(in io.Reader, file string, variables map[string]string, lookup func(string) (string, bool)) error {
	lines, err := kvfile.ParseFromReader(in, lookup)
	if err != nil {
		return fmt.Errorf("failed to parse env_file %s: %w", file, err)
	}
	for _, line := range lines {
		key, value, _ := strings.Cut(line, "=")
		variables[key] = value
	}
	return nil
}

func load(r request) (result answer) {
	result.Name = r.Name
	defer func() {
		if failure := recover(); failure != nil {
			result = answer{Name: r.Name, Error: fmt.Sprintf("panic: %v", failure)}
		}
	}()
	// The order is that of docker compose (cmd/compose/compose.go, toProjectOptions), less the environment of the
	// process and the search for files, which a request states.
	options, err := cli.NewProjectOptions(r.Files,
		cli.WithWorkingDirectory(r.Directory),
		cli.WithEnv(r.Environment),
		cli.WithEnvFiles(r.EnvFiles...),
		cli.WithDotEnv,
		cli.WithInterpolation(true),
		cli.WithNormalization(true),
		cli.WithConsistency(true),
		cli.WithResolvedPaths(true),
		cli.WithProfiles(r.Profiles),
	)
	if err != nil {
		result.Error = err.Error()
		return result
	}
	loaded, err := options.LoadProject(context.Background())
	if err != nil {
		result.Error = err.Error()
		return result
	}
	result.OK = true
	result.Project = &project{
		Name:     loaded.Name,
		Services: loaded.Services,
		Disabled: loaded.DisabledServices,
		Networks: loaded.Networks,
		Volumes:  loaded.Volumes,
		Secrets:  loaded.Secrets,
		Configs:  loaded.Configs,
	}
	return result
}

func run(in io.Reader, out io.Writer) error {
	var requests []request
	if err := json.NewDecoder(in).Decode(&requests); err != nil {
		return err
	}
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	for _, r := range requests {
		if !filepath.IsAbs(r.Directory) {
			return fmt.Errorf("%s: the directory must be absolute", r.Name)
		}
		if err := encoder.Encode(load(r)); err != nil {
			return err
		}
	}
	return nil
}

func main() {
	dotenv.RegisterFormat("raw", raw)
	// Warnings (unset variables, obsolete keys) are not part of an answer.
	logrus.SetOutput(io.Discard)
	if err := run(os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
