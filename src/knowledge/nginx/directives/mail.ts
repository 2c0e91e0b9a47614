/** https://nginx.org/en/docs/mail/ngx_mail_core_module.html and the other modules of `mail`. */
export const mailDirectives = `
  mail | many 0{} | server
  mail-server | many 1+ | listen
  mail-server | many 1 | protocol
  mail mail-server | time | timeout resolver_timeout
  mail mail-server | once 1 | server_name
  mail mail-server | many 1+ | error_log
  mail mail-server | once 1+ | resolver
  mail mail-server | number | max_errors@1.21.0
  mail mail-server | size | imap_client_buffer
  mail mail-server | many 1+ | imap_capabilities
  mail mail-server | set 1+ plain/login/cram-md5/external | imap_auth
  mail mail-server | flag | proxy proxy_pass_error_message xclient proxy_smtp_auth@1.19.4
  mail mail-server | once 1 | proxy_protocol@1.19.8
  mail mail-server | size | proxy_buffer
  mail mail-server | time | proxy_timeout
  mail mail-server | many 1 | set_real_ip_from@1.19.8
  mail mail-server | many 1 | auth_http
  mail mail-server | time | auth_http_timeout
  mail mail-server | many 2 | auth_http_header
  mail mail-server | flag | auth_http_pass_client_cert
  mail mail-server | size | smtp_client_buffer
  mail mail-server | time | smtp_greeting_delay
  mail mail-server | many 1+ | smtp_capabilities
  mail mail-server | set 1+ plain/login/cram-md5/external/none | smtp_auth
  mail mail-server | many 1+ | pop3_capabilities
  mail mail-server | set 1+ plain/apop/cram-md5/external | pop3_auth
  mail mail-server | many 1 | starttls ssl_certificate ssl_certificate_key ssl_session_ticket_key
  mail mail-server | once 1 | ssl_password_file ssl_dhparam ssl_ecdh_curve ssl_ciphers ssl_client_certificate
  mail mail-server | once 1 | ssl_trusted_certificate ssl_crl
  mail mail-server | set 1+ SSLv2/SSLv3/TLSv1/TLSv1.1/TLSv1.2/TLSv1.3 | ssl_protocols
  mail mail-server | flag | ssl_prefer_server_ciphers ssl_session_tickets
  mail mail-server | many 1-2 | ssl_session_cache
  mail mail-server | seconds | ssl_session_timeout
  mail mail-server | enum off/on/optional/optional_no_ca | ssl_verify_client
  mail mail-server | number | ssl_verify_depth
  mail mail-server | many 2 | ssl_conf_command@1.19.4
  mail mail-server | flag | ssl@<1.25.1
`
