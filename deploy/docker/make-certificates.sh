#!/usr/bin/env bash
# Makes, once, a certificate authority and the certificates of Elasticsearch and Kibana. Runs in Elasticsearch's image, as root,
# before both start.
set -euo pipefail

certs=/certs
certutil=/usr/share/elasticsearch/bin/elasticsearch-certutil

if [[ ! -f $certs/ca/ca.crt ]]; then
  "$certutil" ca --silent --pem --days 3650 --out /tmp/ca.zip
  unzip -q /tmp/ca.zip -d "$certs"
fi
for server in elasticsearch kibana; do
  if [[ ! -f $certs/$server/$server.crt ]]; then
    "$certutil" cert --silent --pem --days 825 --name "$server" --dns "$server,localhost" --ip 127.0.0.1 \
      --ca-cert "$certs/ca/ca.crt" --ca-key "$certs/ca/ca.key" --out "/tmp/$server.zip"
    unzip -q "/tmp/$server.zip" -d "$certs"
  fi
  # Both servers run as user 1000 of group 0, and read their keys as that group.
  chown -R root:root "$certs/$server"
  chmod 750 "$certs/$server"
  chmod 640 "$certs/$server/$server.crt" "$certs/$server/$server.key"
done
# Everybody reads the authority's certificate; its key is root's alone.
chmod 755 "$certs" "$certs/ca"
chmod 644 "$certs/ca/ca.crt"
chmod 600 "$certs/ca/ca.key"
