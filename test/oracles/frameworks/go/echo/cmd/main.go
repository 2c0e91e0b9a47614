package main

import (
	"flag"

	"example.com/shops/echo/server"
)

var address = flag.String("address", ":8082", "where to listen")

func main() {
	flag.Parse()
	e := server.New()
	e.Logger.Fatal(e.Start(*address))
}
