const FAILURES =
  'error/timeout/denied/invalid_header/non_idempotent/http_500/http_502/http_503/http_504/http_403/http_404/http_429/updating/off'
/** FastCGI and its kin do not tell these two: they come from gateways. */
const FEWER_FAILURES = FAILURES.replace('http_502/', '').replace('http_504/', '')
const IGNORED =
  'X-Accel-Redirect/X-Accel-Expires/X-Accel-Limit-Rate/X-Accel-Buffering/X-Accel-Charset/Expires/Cache-Control/Set-Cookie/Vary'
const PROTOCOLS = 'SSLv2/SSLv3/TLSv1/TLSv1.1/TLSv1.2/TLSv1.3'

/** What every module has that hands requests to servers, under its own prefix. */
function common(prefix: string): string {
  return `
    http server location | once 1-2 | ${prefix}_bind
    http server location | flag | ${prefix}_socket_keepalive
    http server location | time | ${prefix}_connect_timeout ${prefix}_send_timeout ${prefix}_read_timeout
    http server location | time | ${prefix}_next_upstream_timeout
    http server location | size | ${prefix}_buffer_size ${prefix}_socket_sndbuf@1.31.3 ${prefix}_socket_rcvbuf@1.31.3
    http server location | number | ${prefix}_next_upstream_tries`
}

function headers(prefix: string): string {
  return `
    http server location | flag | ${prefix}_intercept_errors
    http server location | many 1 | ${prefix}_pass_header ${prefix}_hide_header
    http server location | set 1+ ${IGNORED} | ${prefix}_ignore_headers`
}

/** What the modules have that buffer and cache answers. */
function buffered(prefix: string, failures: string): string {
  return `
    http | many 2+ | ${prefix}_cache_path
    http server location | set 1+ ${failures} | ${prefix}_next_upstream ${prefix}_cache_use_stale
    http server location | set 1+ GET/HEAD/POST | ${prefix}_cache_methods
    http server location | once 1 | ${prefix}_store ${prefix}_limit_rate ${prefix}_cache ${prefix}_cache_key
    http server location | once 1-3 | ${prefix}_store_access
    http server location | once 1-4 | ${prefix}_temp_path
    http server location | many 1+ | ${prefix}_cache_bypass ${prefix}_no_cache ${prefix}_cache_valid
    http server location | flag | ${prefix}_buffering ${prefix}_request_buffering ${prefix}_ignore_client_abort
    http server location | flag | ${prefix}_pass_request_headers ${prefix}_pass_request_body ${prefix}_force_ranges
    http server location | flag | ${prefix}_cache_lock ${prefix}_cache_revalidate ${prefix}_cache_background_update
    http server location | time | ${prefix}_cache_lock_timeout ${prefix}_cache_lock_age
    http server location | number | ${prefix}_cache_min_uses
    http server location | offset | ${prefix}_cache_max_range_offset
    http server location | buffers | ${prefix}_buffers
    http server location | size | ${prefix}_busy_buffers_size ${prefix}_max_temp_file_size ${prefix}_temp_file_write_size`
}

/** TLS towards servers. */
function secured(prefix: string): string {
  return `
    http server location | flag | ${prefix}_ssl_session_reuse ${prefix}_ssl_server_name ${prefix}_ssl_verify
    http server location | set 1+ ${PROTOCOLS} | ${prefix}_ssl_protocols
    http server location | number | ${prefix}_ssl_verify_depth
    http server location | once 1 | ${prefix}_ssl_ciphers ${prefix}_ssl_name ${prefix}_ssl_trusted_certificate
    http server location | once 1 | ${prefix}_ssl_crl ${prefix}_ssl_certificate ${prefix}_ssl_certificate_key
    http server location | once 1 | ${prefix}_ssl_password_file
    http server location | once 1-3 | ${prefix}_ssl_certificate_cache@1.27.4
    http server location | many 2 | ${prefix}_ssl_conf_command@1.19.4`
}

/** https://nginx.org/en/docs/http/ngx_http_proxy_module.html */
const proxy = `${common('proxy')}${headers('proxy')}${buffered('proxy', FAILURES)}${secured('proxy')}
  location if-location limit_except | once 1 | proxy_pass
  http server location | many 1-2 | proxy_redirect proxy_cookie_domain proxy_cookie_path
  http server location | many 1-4 | proxy_cookie_flags@1.19.3
  http server location | once 1 | proxy_set_body proxy_method
  http server location | many 2 | proxy_set_header
  http server location | enum 1.0/1.1/2 | proxy_http_version
  http server location | flag | proxy_pass_trailers@1.27.2 proxy_cache_convert_head
  http server location | size | proxy_send_lowat
  http server location | number | proxy_headers_hash_max_size proxy_headers_hash_bucket_size`

/** https://nginx.org/en/docs/http/ngx_http_fastcgi_module.html, _uwsgi, _scgi, _grpc, _memcached */
const others = `
  ${common('fastcgi')}${headers('fastcgi')}${buffered('fastcgi', FEWER_FAILURES)}
  location if-location | once 1 | fastcgi_pass
  http server location | once 1 | fastcgi_index
  http server location | many 1 | fastcgi_split_path_info fastcgi_catch_stderr
  http server location | many 2-3 | fastcgi_param
  http server location | flag | fastcgi_keep_conn
  http server location | size | fastcgi_send_lowat
  ${common('uwsgi')}${headers('uwsgi')}${buffered('uwsgi', FEWER_FAILURES)}${secured('uwsgi')}
  location if-location | once 1 | uwsgi_pass
  http server location | once 1 | uwsgi_string
  http server location | many 2-3 | uwsgi_param
  http server location | number 0..255 | uwsgi_modifier1 uwsgi_modifier2
  ${common('scgi')}${headers('scgi')}${buffered('scgi', FEWER_FAILURES)}
  location if-location | once 1 | scgi_pass
  http server location | many 2-3 | scgi_param
  ${common('grpc')}${headers('grpc')}${secured('grpc')}
  location if-location | once 1 | grpc_pass
  http server location | many 2 | grpc_set_header
  http server location | set 1+ ${FAILURES.replace('updating/', '')} | grpc_next_upstream
  ${common('memcached')}
  location if-location | once 1 | memcached_pass
  http server location | set 1+ error/timeout/denied/invalid_response/not_found/off | memcached_next_upstream
  http server location | number | memcached_gzip_flag`

/** https://nginx.org/en/docs/http/ngx_http_upstream_module.html; before 1.29.6 `sticky` was one of other modules. */
const upstream = `
  http | many 1{} | upstream
  upstream | many 1+ | server
  upstream | many 0 | least_conn ip_hash
  upstream | many 1-2 | hash zone
  upstream | many 0-2 | random
  upstream | many 0+ | sticky
  upstream | once 1 | keepalive
  upstream | once 2 | keepalive@1.29.7
  upstream | time | keepalive_time@1.19.10 keepalive_timeout resolver_timeout@1.27.3
  upstream | number | keepalive_requests
  upstream | once 1+ | resolver@1.27.3`

/** The modules of `http` that hand requests on, and the groups of servers that they hand them to. */
export const passingDirectives = `${proxy}${others}${upstream}`
