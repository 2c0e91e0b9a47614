package main

import (
	"os"

	"example.com/shops/gin/server"
)

func main() {
	port := os.Getenv("PORT")
	if port == "" {
		port = "8081"
	}
	r := server.New(server.Options{Prefix: "/api"})
	if err := r.Run(":" + port); err != nil {
		panic(err)
	}
}
