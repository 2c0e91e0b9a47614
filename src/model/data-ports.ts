/** Ports that databases, poolers, caches and brokers are known by; what listens on one of them speaks no HTTP. */
export const DATA_PORTS: ReadonlySet<number> = new Set([
  ...[1433, 1521, 2181, 2379, 3306, 4222, 5432, 5672, 6379, 6432, 7687, 9042, 9092, 26257, 27017],
])
