package main

import (
	"net/http"

	"example.com/shops/gorilla/server"
)

func main() {
	if err := http.ListenAndServe("0.0.0.0:8085", server.New()); err != nil {
		panic(err)
	}
}
