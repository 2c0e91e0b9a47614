package server

import (
	"net/http"

	"github.com/labstack/echo/v4"
	"github.com/labstack/echo/v4/middleware"
)

const (
	base   = "/api"
	idPath = "/:id"
)

type Handlers struct {
	Orders  *Resource
	Clients *Resource
}

type Resource struct{ name string }

func (r *Resource) List(c echo.Context) error   { return c.String(http.StatusOK, r.name) }
func (r *Resource) Create(c echo.Context) error { return c.NoContent(http.StatusCreated) }
func (r *Resource) Show(c echo.Context) error   { return c.NoContent(http.StatusOK) }

func (r *Resource) Mount(g *echo.Group) {
	g.GET("", r.List)
	g.POST("", r.Create)
	g.GET(idPath, r.Show)
	g.PUT(idPath, r.Show)
	g.DELETE(idPath, r.Show, onlyAdmins)
}

func onlyAdmins(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if c.Request().Header.Get("X-Admin") == "" {
			return echo.NewHTTPError(http.StatusForbidden)
		}
		return next(c)
	}
}

func New() *echo.Echo {
	e := echo.New()
	e.GET("/health", health)
	e.Use(middleware.Recover())
	h := &Handlers{Orders: &Resource{"orders"}, Clients: &Resource{"clients"}}
	h.routes(e)
	e.Any("/any", health)
	e.Match([]string{"GET", "HEAD"}, "/match", health)
	e.Add(http.MethodPatch, "/added", health)
	e.GET("/files/*", health)
	e.Static("/static", "assets")
	e.File("/robots.txt", "robots.txt")
	other := echo.New()
	other.GET("/other", health)
	return e
}

func health(c echo.Context) error { return c.String(http.StatusOK, "ok") }

func (h *Handlers) routes(e *echo.Echo) {
	api := e.Group(base)
	v1 := api.Group("/v1")
	resources := map[string]*Resource{"/orders": h.Orders, "/clients": h.Clients}
	for path, resource := range resources {
		resource.Mount(v1.Group(path))
	}
	admin := api.Group("/admin", onlyAdmins)
	admin.GET("/stats", health)
	admin.GET("/users", health)
	nested := admin.Group("/deep")
	func() {
		nested.GET("/er", health)
		nested.POST("/er", health)
	}()
	if debug {
		e.GET("/debug", health)
	}
	register := e.POST
	_ = register
}

const debug = true
