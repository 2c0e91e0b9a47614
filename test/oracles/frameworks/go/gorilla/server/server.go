package server

import (
	"net/http"

	"github.com/gorilla/mux"
)

type shop struct {
	router *mux.Router
}

func ok(w http.ResponseWriter, r *http.Request) {}

func protect(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, _, found := r.BasicAuth(); !found {
			http.Error(w, "no", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func New() *mux.Router {
	s := shop{router: mux.NewRouter()}
	s.router.HandleFunc("/healthz", ok).Methods("GET")
	s.router.HandleFunc("/any", ok)
	s.router.Handle("/two", http.HandlerFunc(ok)).Methods(http.MethodGet, http.MethodPost)
	s.router.Path("/path").Methods("PUT").HandlerFunc(ok)
	s.router.Methods("DELETE").Path("/path").Handler(http.HandlerFunc(ok)).Name("remove")
	s.router.NewRoute().Path("/new").Methods("GET").HandlerFunc(ok)
	api := s.router.PathPrefix("/api").Subrouter()
	api.HandleFunc("/late", ok).Methods("GET")
	api.Use(protect)
	s.versioned(api.PathPrefix("/v1").Subrouter())
	orders(api.PathPrefix("/orders").Subrouter())
	posts := s.router.Methods("POST").Subrouter()
	posts.HandleFunc("/posted", ok)
	posts.HandleFunc("/posted/{id}", ok)
	s.router.HandleFunc("/search", ok).Queries("q", "{q}").Methods("GET")
	s.router.HandleFunc("/rest/{rest:.*}", ok).Methods("GET")
	s.router.PathPrefix("/static/").Handler(http.StripPrefix("/static/", http.FileServer(http.Dir("static"))))
	dead := mux.NewRouter()
	dead.HandleFunc("/dead", ok)
	return s.router
}

func (s *shop) versioned(r *mux.Router) {
	for _, entry := range []struct{ path, method string }{
		{"/clients", "GET"},
		{"/clients", "POST"},
		{"/clients/{id:[0-9]{1,9}}", "GET"},
		{"/clients/{id:[0-9]{1,9}}", "DELETE"},
	} {
		r.HandleFunc(entry.path, ok).Methods(entry.method)
	}
	s.deep(r.PathPrefix("/deep").Subrouter())
}

func (s *shop) deep(r *mux.Router) {
	r.HandleFunc("", ok).Methods("GET")
	r.HandleFunc("/er", ok).Methods("GET", "HEAD")
	r.HandleFunc("/er/{x}/{y}", ok).Methods("PATCH")
}

func orders(r *mux.Router) {
	r.HandleFunc("", ok).Methods("GET")
	r.HandleFunc("", ok).Methods("POST")
	r.HandleFunc("/{id}", ok).Methods("GET")
	r.HandleFunc("/{id}", ok).Methods("PUT")
	r.HandleFunc("/{id}/lines", ok).Methods("GET")
	r.HandleFunc("/{id}/lines", ok).Methods("POST")
	r.HandleFunc("/{id}/lines/{line}", ok).Methods("GET")
	r.HandleFunc("/{id}/lines/{line}", ok).Methods("DELETE")
}
