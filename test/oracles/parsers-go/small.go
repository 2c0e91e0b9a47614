package main

import (
	"strings"
	"time"

	// The digest algorithms that Docker links in.
	_ "crypto/sha256"
	_ "crypto/sha512"

	"github.com/compose-spec/compose-go/v2/dotenv"
	"github.com/compose-spec/compose-go/v2/types"
	"github.com/distribution/reference"
	"github.com/docker/go-units"
	"github.com/mattn/go-shellwords"
	"github.com/xhit/go-str2duration/v2"
)

// readDotenv gives the variables of an env file twice: with every variable that is looked up set to its own name in
// brackets, so that a value shows what was interpolated into it, and with none set.
func readDotenv(r request) (any, error) {
	set, err := dotenv.ParseWithLookup(strings.NewReader(r.Text), func(name string) (string, bool) {
		return "⟨" + name + "⟩", true
	})
	if err != nil {
		return nil, err
	}
	written, err := dotenv.ParseWithLookup(strings.NewReader(r.Text), nil)
	names := []string{}
	for name := range written {
		names = append(names, name)
	}
	// With nothing set, a `${NAME:?}` is refused; the names are then not known.
	return map[string]any{"values": set, "names": names, "unset": err == nil}, nil
}

func readCommand(r request) (any, error) {
	words, err := shellwords.Parse(r.Text)
	if words == nil {
		words = []string{}
	}
	return words, err
}

// readBytes gives what compose-go reads, and what go-units reads; nil where one of them refuses.
func readBytes(r request) (any, error) {
	result := map[string]any{}
	var size types.UnitBytes
	if err := size.DecodeMapstructure(r.Text); err == nil {
		result["compose"] = int64(size)
	}
	if size, err := units.RAMInBytes(r.Text); err == nil {
		result["units"] = size
	}
	return result, nil
}

// readDuration gives the nanoseconds that compose-go and that Go itself reads; nil where one of them refuses.
func readDuration(r request) (any, error) {
	result := map[string]any{}
	if duration, err := str2duration.ParseDuration(r.Text); err == nil {
		result["compose"] = int64(duration)
	}
	if duration, err := time.ParseDuration(r.Text); err == nil {
		result["go"] = int64(duration)
	}
	return result, nil
}

func readImage(r request) (any, error) {
	named, err := reference.ParseNormalizedNamed(r.Text)
	if err != nil {
		return nil, err
	}
	result := map[string]any{"repository": reference.FamiliarName(named), "normal": named.Name()}
	if tagged, ok := named.(reference.Tagged); ok {
		result["tag"] = tagged.Tag()
	}
	if digested, ok := named.(reference.Digested); ok {
		result["digest"] = digested.Digest().String()
	}
	return result, nil
}
