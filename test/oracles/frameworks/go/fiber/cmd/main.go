package main

import (
	"log"

	"example.com/shops/fiber/server"
)

func main() {
	app := server.New()
	log.Fatal(app.Listen(":8084"))
}
