package orders

import "github.com/gin-gonic/gin"

// Kinds is what users have.
var Kinds = []string{"orders", "invoices", "addresses"}

const byID = "/:order"

type handler struct{}

func (h handler) list(c *gin.Context) {}
func (h handler) one(c *gin.Context)  {}

func Register(group *gin.RouterGroup, path string) {
	h := handler{}
	own := group.Group(path)
	own.GET("", h.list)
	own.POST("", h.list)
	own.GET(byID, h.one)
	own.DELETE(byID, h.one)
	lines(own)
}

func lines(group gin.IRoutes) {
	h := handler{}
	group.GET(byID+"/lines", h.list)
	group.POST(byID+"/lines", h.list)
	group.GET(byID+"/lines/:line", h.one)
}

func Extra(group *gin.RouterGroup) {
	group.GET("one", handler{}.one)
	group.GET("/two/", handler{}.one)
}

// Unused is called by nobody.
func Unused(group *gin.RouterGroup) {
	group.GET("/unused", handler{}.list)
}
