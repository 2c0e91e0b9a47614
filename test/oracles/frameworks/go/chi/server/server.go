package server

import (
	"net/http"

	"github.com/go-chi/chi/v5"
	"github.com/go-chi/chi/v5/middleware"
)

type API struct{ router chi.Router }

func ok(w http.ResponseWriter, r *http.Request) {}

func authenticate(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Authorization") == "" {
			w.WriteHeader(401)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func New() http.Handler {
	r := chi.NewRouter()
	r.Use(middleware.Logger)
	r.Get("/healthz", ok)
	r.Route("/api", func(r chi.Router) {
		r.Use(authenticate)
		r.Route("/orders", orders)
		r.Mount("/clients", clients())
		r.Group(func(r chi.Router) {
			r.Use(middleware.Throttle(3))
			r.Post("/import", ok)
			r.Put("/import", ok)
		})
		r.With(middleware.NoCache).Get("/fresh", ok)
	})
	r.Mount("/admin", (&API{}).Router())
	r.Method(http.MethodGet, "/method", http.HandlerFunc(ok))
	r.MethodFunc("PATCH", "/method", ok)
	r.Handle("POST /handled", http.HandlerFunc(ok))
	r.Get("/files/*", ok)
	r.Options("/options", ok)
	r.Head("/options", ok)
	r.Trace("/options", ok)
	r.Mount("/", public{}.Routes())
	_ = dead()
	return r
}

func orders(r chi.Router) {
	r.Get("/", ok)
	r.Post("/", ok)
	r.Route("/{orderID:[0-9]+}", func(r chi.Router) {
		r.Get("/", ok)
		r.Delete("/", ok)
		r.Get("/lines/{line}", ok)
	})
}

func clients() chi.Router {
	r := chi.NewRouter()
	r.Get("/", ok)
	r.Get("/{id}", ok)
	r.Mount("/{id}/notes", notes())
	return r
}

func notes() http.Handler {
	r := chi.NewMux()
	r.Get("/", ok)
	r.Post("/", ok)
	return r
}

func (a *API) Router() http.Handler {
	a.router = chi.NewRouter()
	a.stats()
	a.router.Connect("/connect", ok)
	return a.router
}

func (a *API) stats() {
	a.router.Route("/stats", func(r chi.Router) {
		for _, period := range [...]string{"day", "month", "year"} {
			r.Get("/"+period, ok)
		}
	})
}

type public struct{}

func (public) Routes() chi.Router {
	r := chi.NewRouter()
	r.Get("/about", ok)
	r.Get("/terms", ok)
	return r
}

func dead() chi.Router {
	r := chi.NewRouter()
	r.Get("/dead", ok)
	return r
}
