package main

import (
	"log"
	"net/http"

	"example.com/shops/nethttp/server"
)

func main() {
	srv := &http.Server{Addr: ":8080", Handler: server.New()}
	log.Fatal(srv.ListenAndServe())
}
