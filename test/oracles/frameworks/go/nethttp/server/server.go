package server

import (
	"fmt"
	"net/http"
)

// Shop holds what the handlers need.
type Shop struct {
	mux   *http.ServeMux
	admin *adminServer
}

type adminServer struct{ name string }

func (a *adminServer) ServeHTTP(w http.ResponseWriter, r *http.Request) { fmt.Fprintf(w, "admin %s", a.name) }

func ok(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, "ok") }

func (s *Shop) list(w http.ResponseWriter, r *http.Request)   { fmt.Fprint(w, "list") }
func (s *Shop) create(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, "create") }
func (s *Shop) show() http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, r.PathValue("id")) }
}

func requireUser(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Authorization") == "" {
			http.Error(w, "who are you", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func logged(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { h.ServeHTTP(w, r) })
}

// New makes the whole server.
func New() http.Handler {
	s := &Shop{mux: http.NewServeMux(), admin: &adminServer{name: "shop"}}
	s.routes()
	return logged(s.mux)
}

func (s *Shop) routes() {
	s.mux.HandleFunc("GET /healthz", ok)
	s.mux.HandleFunc("GET /livez", func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, "alive") })
	s.mux.HandleFunc("/ready", ok)
	s.mux.HandleFunc("GET "+ordersPath, s.list)
	s.mux.HandleFunc("POST "+ordersPath, s.create)
	s.mux.Handle("GET "+ordersPath+"/{id}", s.show())
	s.mux.Handle(fmt.Sprintf("PUT %s/{%s}", ordersPath, "id"), requireUser(http.HandlerFunc(s.create)))
	s.mux.Handle("DELETE "+ordersPath+"/{id}", requireUser(s.show()))
	s.mux.HandleFunc("GET "+itemsPath, s.list)
	s.mux.HandleFunc("POST "+itemsPath, s.create)
	s.mux.HandleFunc("GET /files/{path...}", ok)
	s.mux.HandleFunc("GET /exact/{$}", ok)
	for _, resource := range []string{"customers", "suppliers", "products"} {
		s.mux.HandleFunc("GET "+apiPrefix+"/"+resource, s.list)
		s.mux.HandleFunc(fmt.Sprintf("GET %s/%s/{id}", apiPrefix, resource), s.show())
	}
	s.mux.Handle(adminPrefix, s.admin)
	mountReports(s.mux, apiPrefix)
	s.mux.Handle("/v2/", http.StripPrefix("/v2", versionTwo(s)))
	s.mux.Handle("/static/", http.StripPrefix("/static/", http.FileServer(http.Dir("/nonexistent"))))
	register(s.mux, []route{
		{"GET", "/invoices", s.list},
		{"POST", "/invoices", s.create},
		{"PATCH", "/invoices/{id}", s.show()},
	})
	s.mux.HandleFunc("example.com/only-there", ok)
	_ = unused()
}

type route struct {
	method, path string
	handler      http.HandlerFunc
}

func register(mux *http.ServeMux, routes []route) {
	for _, r := range routes {
		mux.HandleFunc(r.method+" "+r.path, r.handler)
	}
}

func mountReports(mux *http.ServeMux, prefix string) {
	sub := prefix + "/reports"
	add := func(name string, h http.HandlerFunc) { mux.HandleFunc("GET "+sub+"/"+name, h) }
	add("sales", ok)
	add("stock", ok)
	mux.Handle("POST "+sub, http.HandlerFunc(ok))
}

func versionTwo(s *Shop) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /orders", s.list)
	mux.HandleFunc("GET /orders/{id}", s.show())
	mux.Handle("/deep/", http.StripPrefix("/deep", deep()))
	return mux
}

func deep() *http.ServeMux {
	var mux http.ServeMux
	mux.HandleFunc("/one", ok)
	mux.HandleFunc("/two/{x}", ok)
	return &mux
}

// unused is made and never mounted.
func unused() *http.ServeMux {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /never", ok)
	return mux
}
