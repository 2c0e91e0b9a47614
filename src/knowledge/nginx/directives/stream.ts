/** https://nginx.org/en/docs/stream/ngx_stream_core_module.html and the other modules of `stream`. */
export const streamDirectives = `
  stream | number | variables_hash_max_size variables_hash_bucket_size server_names_hash_max_size@1.25.5
  stream | number | server_names_hash_bucket_size@1.25.5
  stream | many 0{} | server
  stream-server | many 1+ | listen server_name@1.25.5
  stream stream-server | many 1+ | error_log
  stream stream-server | once 1+ | resolver
  stream stream-server | time | resolver_timeout proxy_protocol_timeout preread_timeout
  stream stream-server | flag | tcp_nodelay
  stream stream-server | size | preread_buffer_size
  stream | many 2+ | log_format
  stream stream-server | many 1+ | access_log
  stream stream-server | once 1-4 | open_log_file_cache
  stream stream-server | many 1 | allow deny
  stream stream-server | many 1 | set_real_ip_from
  stream | many 2 | limit_conn_zone
  stream stream-server | many 2 | limit_conn
  stream stream-server | enum info/notice/warn/error | limit_conn_log_level
  stream stream-server | flag | limit_conn_dry_run
  stream | many 2{} | map
  stream | number | map_hash_max_size map_hash_bucket_size
  stream | many 1-2{} | geo
  stream | once 1-2 | geoip_country geoip_org geoip_city
  stream | many 2{} | split_clients
  stream-server | many 2 | set@1.19.3
  stream-server | once 1 | return
  stream-server | once 1 | pass@1.25.5
  stream stream-server | time | ssl_handshake_timeout
  stream stream-server | many 1 | ssl_certificate ssl_certificate_key ssl_session_ticket_key
  stream stream-server | once 1-3 | ssl_certificate_cache@1.27.4
  stream stream-server | once 1 | ssl_password_file ssl_dhparam ssl_ecdh_curve ssl_ciphers
  stream stream-server | once 1 | ssl_client_certificate ssl_trusted_certificate ssl_crl
  stream stream-server | once 1 | ssl_ocsp_responder@1.27.2 ssl_ocsp_cache@1.27.2 ssl_stapling_file@1.27.2
  stream stream-server | once 1 | ssl_stapling_responder@1.27.2
  stream stream-server | set 1+ SSLv2/SSLv3/TLSv1/TLSv1.1/TLSv1.2/TLSv1.3 | ssl_protocols
  stream stream-server | enum off/on/optional/optional_no_ca | ssl_verify_client
  stream stream-server | number | ssl_verify_depth
  stream stream-server | flag | ssl_prefer_server_ciphers ssl_session_tickets ssl_stapling@1.27.2
  stream stream-server | flag | ssl_stapling_verify@1.27.2 ssl_reject_handshake@1.25.5
  stream stream-server | many 1-2 | ssl_session_cache
  stream stream-server | seconds | ssl_session_timeout
  stream stream-server | enum off/on/leaf | ssl_ocsp@1.27.2
  stream stream-server | many 2 | ssl_conf_command@1.19.4
  stream stream-server | once 1+ | ssl_alpn@1.21.4
  stream stream-server | flag | ssl_preread
  stream-server | once 1 | proxy_pass
  stream stream-server | once 1-2 | proxy_bind
  stream stream-server | flag | proxy_socket_keepalive proxy_next_upstream
  stream stream-server | once 1 | proxy_protocol
  stream stream-server | flag | proxy_half_close@1.21.4 proxy_ssl proxy_ssl_session_reuse
  stream stream-server | flag | proxy_ssl_server_name proxy_ssl_verify
  stream stream-server | time | proxy_connect_timeout proxy_timeout proxy_next_upstream_timeout
  stream stream-server | size | proxy_buffer_size proxy_downstream_buffer proxy_upstream_buffer
  stream stream-server | once 1 | proxy_upload_rate proxy_download_rate proxy_ssl_ciphers proxy_ssl_name
  stream stream-server | once 1 | proxy_ssl_trusted_certificate proxy_ssl_crl proxy_ssl_certificate
  stream stream-server | once 1 | proxy_ssl_certificate_key proxy_ssl_password_file
  stream stream-server | number | proxy_requests proxy_responses proxy_next_upstream_tries
  stream stream-server | number | proxy_ssl_verify_depth
  stream stream-server | set 1+ SSLv2/SSLv3/TLSv1/TLSv1.1/TLSv1.2/TLSv1.3 | proxy_ssl_protocols
  stream stream-server | once 1-3 | proxy_ssl_certificate_cache@1.27.4
  stream stream-server | many 2 | proxy_ssl_conf_command@1.19.4
  stream | many 1{} | upstream
  stream-upstream | many 1+ | server
  stream-upstream | once 1+ | resolver@1.27.3
  stream-upstream | time | resolver_timeout@1.27.3
  stream-upstream | many 1-2 | hash
  stream-upstream | many 0 | least_conn
  stream-upstream | many 0-2 | random
  stream-upstream | many 1-2 | zone
  stream stream-server | flag | ssl_certificate_compression@1.29.1
  stream stream-server | many 1 | ssl_ech_file@1.29.4
  stream stream-server | once 1+ | proxy_ssl_alpn@1.31.0
`
