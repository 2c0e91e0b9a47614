/** https://nginx.org/en/docs/ngx_core_module.html, and the blocks that modules add at the main level. */
export const mainDirectives = `
  main | once 0{} | events http stream mail
  main | flag | daemon master_process pcre_jit ssl_object_cache_inheritable@1.27.4 quic_bpf@1.25.0
  main | time | timer_resolution worker_shutdown_timeout
  main | once 1 | pid lock_file worker_processes worker_priority working_directory ssl_engine
  main | enum stop/abort | debug_points
  main | once 1-2 | user
  main | once 1+ | worker_cpu_affinity
  main | number | worker_rlimit_nofile
  main | offset | worker_rlimit_core
  main | many 1 | env load_module
  main | many 1+ | error_log
  main | many 2-3 | thread_pool
  events | once 1 | worker_connections use
  events | flag | multi_accept accept_mutex
  events | time | accept_mutex_delay
  events | many 1 | debug_connection
  events | number | epoll_events worker_aio_requests
`
