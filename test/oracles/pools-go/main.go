// Prints the defaults of the pools of Go libraries as one JSON object. Nothing connects to a server.
package main

import (
	"context"
	"database/sql"
	"encoding/json"
	"os"
	"runtime"

	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/jackc/pgx/v5/stdlib"
	"github.com/jmoiron/sqlx"
	"gorm.io/driver/postgres"
	"gorm.io/gorm"
)

const url = "postgres://u:p@127.0.0.1:1/d"

type answer struct {
	Processors   int   `json:"processors"`
	DatabaseSql  int   `json:"databaseSql"`
	DatabaseSet  int   `json:"databaseSqlSet"`
	Sqlx         int   `json:"sqlx"`
	Gorm         int   `json:"gorm"`
	Pgxpool      int32 `json:"pgxpool"`
	PgxpoolUrl   int32 `json:"pgxpoolUrl"`
	PgxpoolOther int32 `json:"pgxpoolOther"`
}

func must[T any](value T, err error) T {
	if err != nil {
		panic(err)
	}
	return value
}

func pgxpoolSize(url string) int32 {
	pool := must(pgxpool.NewWithConfig(context.Background(), must(pgxpool.ParseConfig(url))))
	defer pool.Close()
	return pool.Stat().MaxConns()
}

func main() {
	_ = stdlib.GetDefaultDriver()
	db := must(sql.Open("pgx", url))
	unset := db.Stats().MaxOpenConnections
	db.SetMaxOpenConns(7)
	orm := must(gorm.Open(postgres.Open(url), &gorm.Config{DisableAutomaticPing: true}))
	_ = json.NewEncoder(os.Stdout).Encode(answer{
		Processors:  runtime.NumCPU(),
		DatabaseSql: unset,
		DatabaseSet: db.Stats().MaxOpenConnections,
		Sqlx:        must(sqlx.Open("pgx", url)).Stats().MaxOpenConnections,
		Gorm:        must(orm.DB()).Stats().MaxOpenConnections,
		Pgxpool:     pgxpoolSize(url),
		PgxpoolUrl:  pgxpoolSize(url + "?pool_max_conns=3"),
		// A word of another library goes to the server as a setting.
		PgxpoolOther: pgxpoolSize(url + "?max_conns=3"),
	})
}
