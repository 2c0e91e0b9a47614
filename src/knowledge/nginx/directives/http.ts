/** https://nginx.org/en/docs/http/ngx_http_core_module.html */
const core = `
  http | many 0{} | server
  http | number | variables_hash_max_size variables_hash_bucket_size
  http | number | server_names_hash_max_size server_names_hash_bucket_size
  http server | size | connection_pool_size request_pool_size client_header_buffer_size
  http server | time | client_header_timeout
  http server | buffers | large_client_header_buffers
  http server | flag | ignore_invalid_headers merge_slashes underscores_in_headers
  http server | number | max_headers@1.29.8
  server | many 1+ | listen server_name
  server location | many 1-2{} | location
  server location | once 2+ | try_files
  location | once 1 | alias
  location | once 0 | internal
  location | once 1+{} | limit_except
  http server location | many 0{} | types
  http server location | number | types_hash_max_size types_hash_bucket_size keepalive_requests max_ranges
  http server location | number | open_file_cache_min_uses
  http server location | once 1 | default_type aio directio server_tokens
  http server location | once 1-2 | keepalive_timeout open_file_cache disable_symlinks
  http server location | once 1-4 | client_body_temp_path
  http server location | once 1+ | resolver
  http server location | offset | client_max_body_size directio_alignment
  http server location | size | client_body_buffer_size sendfile_max_chunk subrequest_output_buffer_size
  http server location | size | read_ahead send_lowat postpone_output
  http server location | buffers | output_buffers
  http server location | seconds | open_file_cache_valid
  http server location | time | client_body_timeout send_timeout lingering_time lingering_timeout
  http server location | time | keepalive_time@1.19.10 keepalive_min_timeout@1.27.4 auth_delay resolver_timeout
  http server location | flag | client_body_in_single_buffer aio_write tcp_nopush tcp_nodelay
  http server location | flag | reset_timedout_connection absolute_redirect server_name_in_redirect
  http server location | flag | port_in_redirect msie_padding msie_refresh log_not_found log_subrequest
  http server location | flag | recursive_error_pages chunked_transfer_encoding etag
  http server location | flag | open_file_cache_errors open_file_cache_events
  http server location | enum off/on/clean | client_body_in_file_only
  http server location | enum off/on/always | lingering_close
  http server location | enum off/exact/before | if_modified_since
  http server location | enum all/any | satisfy
  http server location | set 1-2 none/msie6/safari | keepalive_disable
  http server location | many 1+ | error_log early_hints@1.29.0
  http server location if-location | flag | sendfile
  http server location if-location | once 1 | root limit_rate limit_rate_after post_action
  http server location if-location | many 2+ | error_page
`

/** https://nginx.org/en/docs/http/ngx_http_rewrite_module.html, _map, _geo, _split_clients */
const decisions = `
  server location | many 1+{} | if
  server if-server location if-location | many 2-3 | rewrite
  server if-server location if-location | many 1-2 | return
  server if-server location if-location | many 0 | break
  server if-server location if-location | many 2 | set
  http server if-server location if-location | flag | rewrite_log uninitialized_variable_warn
  http | many 2{} | map split_clients charset_map
  http | many 1-2{} | geo
  http | number | map_hash_max_size map_hash_bucket_size
  http | once 1-2 | geoip_country geoip_org geoip_city
  http | many 1 | geoip_proxy
  http | flag | geoip_proxy_recursive
`

/** https://nginx.org/en/docs/http/ngx_http_limit_req_module.html, _limit_conn, _access, _auth_*, _realip, _referer, _secure_link */
const access = `
  http | many 3 | limit_req_zone
  http | many 2 | limit_conn_zone
  http server location | many 1-3 | limit_req
  http server location | many 2 | limit_conn
  http server location | enum info/notice/warn/error | limit_req_log_level limit_conn_log_level
  http server location | number 400..599 | limit_req_status limit_conn_status
  http server location | flag | limit_req_dry_run limit_conn_dry_run
  http server location limit_except | many 1 | allow deny
  http server location limit_except | once 1 | auth_basic auth_basic_user_file
  http server location | once 1 | auth_request
  http server location | many 2 | auth_request_set
  http server location | many 1 | set_real_ip_from
  http server location | once 1 | real_ip_header
  http server location | flag | real_ip_recursive
  server location | many 1+ | valid_referers
  server location | number | referer_hash_max_size referer_hash_bucket_size
  http server location | once 1 | secure_link secure_link_md5 secure_link_secret
`

/** https://nginx.org/en/docs/http/ngx_http_gzip_module.html, _gunzip, _gzip_static, _headers, _charset, _sub, _ssi, _addition, _slice */
const answers = `
  http server location if-location | flag | gzip
  http server location | buffers | gzip_buffers gunzip_buffers
  http server location | many 1+ | gzip_types gzip_disable
  http server location | number 1..9 | gzip_comp_level
  http server location | size | gzip_window gzip_hash postpone_gzipping gzip_min_length
  http server location | flag | gzip_no_buffer gzip_vary gunzip
  http server location | enum 1.0/1.1 | gzip_http_version
  http server location | enum off/on/always | gzip_static
  http server location | set 1+ off/expired/no-cache/no-store/private/no_last_modified/no_etag/auth/any | gzip_proxied
  http server location if-location | once 1-2 | expires
  http server location if-location | many 2-3 | add_header add_trailer
  http server location if-location | enum on/off/merge | add_header_inherit@1.29.3 add_trailer_inherit@1.29.3
  http server location if-location | once 1 | charset source_charset
  http server location if-location | flag | override_charset
  http server location | many 1+ | charset_types sub_filter_types ssi_types addition_types
  http server location | many 2 | sub_filter
  http server location | flag | sub_filter_once sub_filter_last_modified
  http server location if-location | flag | ssi
  http server location | flag | ssi_silent_errors ssi_ignore_recycled_buffers ssi_last_modified
  http server location | size | ssi_min_file_chunk ssi_value_length slice
  http server location | once 1 | add_before_body add_after_body
`

/** https://nginx.org/en/docs/http/ngx_http_log_module.html, _index, _autoindex, _mirror, _dav, _mp4, _flv, _userid, _browser … */
const others = `
  http | many 2+ | log_format
  http server location if-location limit_except | many 1+ | access_log
  http server location | once 1-4 | open_log_file_cache
  http server location | many 1+ | index
  http server location | flag | autoindex autoindex_localtime autoindex_exact_size
  http server location | enum html/json/jsonp/xml | autoindex_format
  location | flag | random_index
  location | many 0 | mp4 flv empty_gif
  server location | many 0-1 | stub_status
  http server location | many 1 | mirror
  http server location | flag | mirror_request_body
  http server location | set 1+ off/put/delete/mkcol/copy/move | dav_methods
  http server location | flag | create_full_put_path
  http server location | number | min_delete_depth
  http server location | once 1-3 | dav_access
  http server location | size | mp4_buffer_size mp4_max_buffer_size
  http server location | flag | mp4_start_key_frame@1.21.4
  http server location | enum off/log/v1/on | userid
  http server location | number | userid_service
  http server location | once 1 | userid_name userid_domain userid_path userid_expires userid_p3p userid_mark
  http server location | set 1-3 off/secure/httponly/samesite=strict/samesite=lax/samesite=none | userid_flags@1.19.3
  http server location | many 1-2 | modern_browser
  http server location | many 1+ | ancient_browser
  http server location | many 1 | modern_browser_value ancient_browser_value
`

/** The modules of `http` that pass nothing on; see `directiveTable`. */
export const httpDirectives = core + decisions + access + answers + others
