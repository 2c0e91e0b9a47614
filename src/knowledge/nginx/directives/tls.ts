/** https://nginx.org/en/docs/http/ngx_http_ssl_module.html, _v2, _v3 */
export const tlsDirectives = `
  http server | many 1 | ssl_certificate ssl_certificate_key ssl_session_ticket_key ssl_ech_file@1.29.4
  http server | once 1 | ssl_password_file ssl_dhparam ssl_ecdh_curve ssl_ciphers ssl_client_certificate
  http server | once 1 | ssl_trusted_certificate ssl_crl ssl_ocsp_responder@1.19.0 ssl_ocsp_cache@1.19.0
  http server | once 1 | ssl_stapling_file ssl_stapling_responder
  http server | once 1-3 | ssl_certificate_cache@1.27.4
  http server | set 1+ SSLv2/SSLv3/TLSv1/TLSv1.1/TLSv1.2/TLSv1.3 | ssl_protocols
  http server | size | ssl_buffer_size
  http server | enum off/on/optional/optional_no_ca | ssl_verify_client
  http server | enum off/on/leaf | ssl_ocsp@1.19.0
  http server | number | ssl_verify_depth
  http server | flag | ssl@<1.25.1 ssl_prefer_server_ciphers ssl_session_tickets ssl_stapling ssl_stapling_verify
  http server | flag | ssl_early_data ssl_reject_handshake@1.19.4 ssl_certificate_compression@1.29.1
  http server | many 1-2 | ssl_session_cache
  http server | seconds | ssl_session_timeout
  http server | many 2 | ssl_conf_command@1.19.4

  http server | flag | http2@1.25.1
  http | size | http2_recv_buffer_size
  http server | size | http2_pool_size http2_body_preread_size
  http server | number | http2_max_concurrent_streams http2_streams_index_size
  http server | many 1 | http2_max_concurrent_pushes http2_max_requests http2_max_field_size
  http server | many 1 | http2_max_header_size http2_recv_timeout http2_idle_timeout
  http server location | size | http2_chunk_size
  http server location | many 1 | http2_push_preload http2_push

  http server | flag | http3@1.25.0 http3_hq@1.25.0 quic_retry@1.25.0 quic_gso@1.25.0
  http server | number | http3_max_concurrent_streams@1.25.0 quic_active_connection_id_limit@1.25.0
  http server | size | http3_stream_buffer_size@1.25.0
  http server | once 1 | quic_host_key@1.25.0
`
