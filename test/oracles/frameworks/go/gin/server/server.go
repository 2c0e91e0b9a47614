package server

import (
	"net/http"

	"example.com/shops/gin/server/orders"
	"github.com/gin-gonic/gin"
)

type Options struct {
	Prefix string
	Debug  bool
}

type Server struct {
	engine  *gin.Engine
	options Options
	api     *gin.RouterGroup
}

func New(options Options) *gin.Engine {
	gin.SetMode(gin.ReleaseMode)
	s := &Server{engine: gin.New(), options: options}
	s.engine.Use(gin.Recovery(), requestID())
	s.system()
	s.api = s.engine.Group(options.Prefix)
	s.versionOne()
	v2 := s.api.Group("/v2", auth)
	orders.Register(v2, "/orders")
	orders.Extra(v2.Group("extra/"))
	s.files()
	return s.engine
}

func ok(c *gin.Context) { c.String(http.StatusOK, "ok") }

func auth(c *gin.Context) {
	if c.GetHeader("Authorization") == "" {
		c.AbortWithStatus(http.StatusUnauthorized)
		return
	}
	c.Next()
}

func requestID() gin.HandlerFunc {
	return func(c *gin.Context) { c.Next() }
}

func (s *Server) system() {
	s.engine.GET("/health", ok)
	s.engine.GET("/ready", s.ready)
	s.engine.HEAD("/health", ok)
	s.engine.Any("/echo", ok)
	s.engine.Match([]string{http.MethodGet, "POST"}, "/match", ok)
	s.engine.Handle(http.MethodPut, "/handled", ok)
	s.engine.GET("/wrapped", gin.WrapF(func(w http.ResponseWriter, r *http.Request) {}))
}

func (s *Server) ready(c *gin.Context) { c.Status(http.StatusServiceUnavailable) }

func (s *Server) versionOne() {
	v1 := s.api.Group("/v1")
	{
		v1.GET("", ok)
		v1.GET("/", ok)
		users := v1.Group("/users")
		users.Use(auth)
		users.GET("", ok)
		users.POST("", ok)
		users.GET("/:id", ok)
		users.PUT("/:id", ok).PATCH("/:id", ok)
		users.DELETE("/:id", auth, ok)
		for _, name := range orders.Kinds {
			users.GET("/:id/"+name, ok)
		}
	}
	dead := gin.New()
	dead.GET("/dead", ok)
}

func (s *Server) files() {
	s.engine.Static("/assets", "./assets")
	s.engine.StaticFile("/favicon.ico", "./favicon.ico")
	s.engine.GET("/proxy/*path", ok)
}
