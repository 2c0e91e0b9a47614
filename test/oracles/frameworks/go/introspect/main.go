// Says the routes of every shop as its framework tells them, as JSON; of net/http, which tells none, what it answers.
package main

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"os"
	"regexp"
	"strings"

	chishop "example.com/shops/chi/server"
	echoshop "example.com/shops/echo/server"
	fibershop "example.com/shops/fiber/server"
	ginshop "example.com/shops/gin/server"
	gorillashop "example.com/shops/gorilla/server"
	netshop "example.com/shops/nethttp/server"
	"github.com/go-chi/chi/v5"
	"github.com/gorilla/mux"
)

type route [2]string

var (
	gorillaRest = regexp.MustCompile(`\{(\w+):\.\*\}`)
	braces      = regexp.MustCompile(`\{(\w+)(?::(?:[^{}]|\{[^{}]*\})*)?\}`)
	ginRest     = regexp.MustCompile(`\*(\w+)`)
	constraint  = regexp.MustCompile(`:(\w+)<[^>]*>`)
)

func plain(path string) string {
	path = gorillaRest.ReplaceAllString(path, ":$1*")
	path = braces.ReplaceAllString(path, ":$1")
	path = constraint.ReplaceAllString(path, ":$1")
	if path != "/" {
		path = strings.TrimSuffix(path, "/")
	}
	if path == "" {
		return "/"
	}
	return path
}

func ginRoutes() (found []route) {
	for _, one := range ginshop.New(ginshop.Options{Prefix: "/api"}).Routes() {
		found = append(found, route{one.Method, plain(ginRest.ReplaceAllString(one.Path, ":$1*"))})
	}
	return found
}

func echoRoutes() (found []route) {
	for _, one := range echoshop.New().Routes() {
		if one.Method != "echo_route_not_found" {
			found = append(found, route{one.Method, plain(one.Path)})
		}
	}
	return found
}

func chiRoutes() (found []route) {
	_ = chi.Walk(chishop.New().(chi.Routes), func(method, path string, _ http.Handler, _ ...func(http.Handler) http.Handler) error {
		found = append(found, route{method, plain(path)})
		return nil
	})
	return found
}

func fiberRoutes() (found []route) {
	app := fibershop.New()
	// Mounted applications are put in when the application starts.
	app.Handler()
	for _, one := range app.GetRoutes(true) {
		found = append(found, route{one.Method, plain(strings.ReplaceAll(one.Path, "+", "*"))})
	}
	return found
}

func gorillaRoutes() (found []route) {
	_ = gorillashop.New().Walk(func(one *mux.Route, _ *mux.Router, _ []*mux.Route) error {
		if one.GetHandler() == nil {
			return nil
		}
		path, _ := one.GetPathTemplate()
		methods, err := one.GetMethods()
		if err != nil {
			methods = []string{"*"}
		}
		for _, method := range methods {
			found = append(found, route{method, plain(path)})
		}
		return nil
	})
	return found
}

// health asks the shop of fiber what only its middleware answers.
func health() (found []int) {
	app := fibershop.New()
	for _, path := range []string{"/livez", "/readyz", "/startupz"} {
		response, err := app.Test(httptest.NewRequest("GET", path, nil))
		if err != nil {
			panic(err)
		}
		found = append(found, response.StatusCode)
	}
	return found
}

// answers asks the shop of net/http.
func answers(questions []route) (found []int) {
	handler := netshop.New()
	for _, one := range questions {
		request := httptest.NewRequest(one[0], one[1], nil)
		request.Header.Set("Authorization", "yes")
		request.Host = "shop.internal"
		recorder := httptest.NewRecorder()
		handler.ServeHTTP(recorder, request)
		found = append(found, recorder.Code)
	}
	return found
}

func main() {
	var questions []route
	_ = json.NewDecoder(os.Stdin).Decode(&questions)
	_ = json.NewEncoder(os.Stdout).Encode(map[string]any{
		"gin":      ginRoutes(),
		"echo":     echoRoutes(),
		"chi":      chiRoutes(),
		"fiber":    fiberRoutes(),
		"gorilla":  gorillaRoutes(),
		"health":   health(),
		"net/http": answers(questions),
	})
}
