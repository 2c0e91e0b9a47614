// Command parsers-oracle reads texts in small languages with the libraries that decide what they mean.
//
// It reads a JSON array of requests from standard input and writes one answer per line, as JSON and in the same order,
// to standard output. A text that is refused is an answer like any other; so is one that makes a library panic.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"

	"github.com/sirupsen/logrus"
)

type request struct {
	// Kind names the language.
	Kind string `json:"kind"`
	Text string `json:"text"`
	// Arguments are the build arguments of a Dockerfile.
	Arguments map[string]string `json:"arguments"`
}

// answer holds what a library made of a text; Error is empty when it took it.
type answer struct {
	Error string `json:"error,omitempty"`
	Value any    `json:"value,omitempty"`
}

var readers = map[string]func(request) (any, error){
	"bytes":      readBytes,
	"command":    readCommand,
	"dockerfile": readDockerfile,
	"dotenv":     readDotenv,
	"duration":   readDuration,
	"image":      readImage,
}

func read(r request) (result answer) {
	defer func() {
		if failure := recover(); failure != nil {
			result = answer{Error: fmt.Sprintf("panic: %v", failure)}
		}
	}()
	value, err := readers[r.Kind](r)
	if err != nil {
		return answer{Error: "refused: " + err.Error()}
	}
	return answer{Value: value}
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
		if readers[r.Kind] == nil {
			return fmt.Errorf("no such language: %s", r.Kind)
		}
		if err := encoder.Encode(read(r)); err != nil {
			return err
		}
	}
	return buffer.Flush()
}

func main() {
	// Warnings (unset variables) are not part of an answer.
	logrus.SetOutput(io.Discard)
	if err := run(os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
