module erp-audit/oracle/go-syntax

go 1.26
