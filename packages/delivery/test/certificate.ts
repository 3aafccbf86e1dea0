/** A key and a certificate for 127.0.0.1 that nobody has signed, valid until 2126. Everybody knows the key: for tests only. */
export const selfSigned = () => ({
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgt0tx3+4yqFxysqzE
lAjwX+kIhh6Xs+jAUsMsBaHRtlOhRANCAAQfPo1dM9K4tSZoywQZeJr+08WRu6X7
QeoKrodrPzvouvg9PO2FCLIutjw3Gd1iZRbK+o/i6Jachb3NU8gLQTMK
-----END PRIVATE KEY-----`,
  cert: `-----BEGIN CERTIFICATE-----
MIIBkDCCATagAwIBAgIUFs61HjeP4dDDUDH+CJhTNrRw8qgwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJMTI3LjAuMC4xMCAXDTI2MTEyMTA5NDMzMFoYDzIxMjYxMDI4
MDk0MzMwWjAUMRIwEAYDVQQDDAkxMjcuMC4wLjEwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAAQfPo1dM9K4tSZoywQZeJr+08WRu6X7QeoKrodrPzvouvg9PO2FCLIu
tjw3Gd1iZRbK+o/i6Jachb3NU8gLQTMKo2QwYjAdBgNVHQ4EFgQU2qCodO3dLXsz
e7dmnxmftf+vp7IwHwYDVR0jBBgwFoAU2qCodO3dLXsze7dmnxmftf+vp7IwDwYD
VR0TAQH/BAUwAwEB/zAPBgNVHREECDAGhwR/AAABMAoGCCqGSM49BAMCA0gAMEUC
IQDoNMhw7LgitGujFlomc+gJyiC3OidLxjFVrtTMrO8H+QIgRp7OrMiPKgyMmTyq
tmty/AcWJAwYPrcSx0fU/M3W/tE=
-----END CERTIFICATE-----`,
})
