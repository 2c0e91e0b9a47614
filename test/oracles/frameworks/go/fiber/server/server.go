package server

import (
	"github.com/gofiber/fiber/v2"
	"github.com/gofiber/fiber/v2/middleware/healthcheck"
	"github.com/gofiber/fiber/v2/middleware/recover"
)

type Controller struct{ db any }

func (ct *Controller) List(c *fiber.Ctx) error { return c.SendStatus(fiber.StatusOK) }
func (ct *Controller) One(c *fiber.Ctx) error  { return c.SendStatus(200) }

func ok(c *fiber.Ctx) error { return c.SendString("ok") }

func protected(c *fiber.Ctx) error {
	if c.Get("Authorization") == "" {
		return fiber.ErrUnauthorized
	}
	return c.Next()
}

const (
	v1    = "/v1"
	param = ":id"
)

func New() *fiber.App {
	app := fiber.New(fiber.Config{AppName: "shop"})
	app.Use(recover.New())
	app.Use(healthcheck.New())
	app.Get("/health", ok)
	app.Add("GET", "/added", ok)
	app.All("/all", ok)
	api := app.Group("/api", protected)
	setup(api, &Controller{})
	app.Route("/tools", func(router fiber.Router) {
		router.Get("/one", ok).Name("one")
		router.Post("/two", ok)
		router.Route("/deep", func(r fiber.Router) { r.Delete("/three/:x?", ok) })
	}, "tools.")
	micro := fiber.New()
	micro.Get("/micro", ok)
	micro.Get("/micro/:id<int>", ok)
	app.Mount("/mounted", micro)
	app.Get("/wild/*", ok)
	app.Get("/plus/+", ok)
	app.Head("/head", ok)
	app.Options("/options", ok)
	app.Trace("/trace", ok)
	app.Connect("/connect", ok)
	lost := fiber.New()
	lost.Get("/lost", ok)
	return app
}

func setup(router fiber.Router, ct *Controller) {
	group := router.Group(v1)
	group.Get("/orders", ct.List)
	group.Post("/orders", ct.List)
	group.Get("/orders/"+param, ct.One)
	group.Put("/orders/"+param, protected, ct.One)
	group.Patch("/orders/"+param, ct.One)
	group.Delete("/orders/"+param, ct.One)
	resource(group, "clients", ct)
	resource(group, "suppliers", ct)
}

func resource(router fiber.Router, name string, ct *Controller) {
	own := router.Group("/" + name)
	own.Get("/", ct.List)
	own.Get("/:id", ct.One)
	own.Post("/", ct.List)
}
