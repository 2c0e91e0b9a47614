package server

const (
	apiPrefix  = "/api"
	version    = "v1"
	ordersPath = apiPrefix + "/" + version + "/orders"
	itemsPath  = ordersPath + "/{id}/items"
)

var adminPrefix = apiPrefix + "/admin"
