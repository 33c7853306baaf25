#!/usr/bin/env bash
# Makes for each part the role and the API key of Elasticsearch that it needs (docs/security.md): once, and again where the key is
# older than a month, for it ends after 90 days. Runs in the image of the command line, as root.
set -euo pipefail

for part in setup job page reports; do
  key=/keys/$part/api-key
  if [[ -f $key && -z $(find "$key" -mtime +30) ]]; then
    continue
  fi
  rm -f -- "$key.new"
  /opt/voc/scripts/voc access --for "$part" --elasticsearch https://elasticsearch:9200 --key-file "$key.new"
  # Flink's user, and that of the command line.
  case $part in
    job) chown 9999:9999 "$key.new" ;;
    *) chown 10001:10001 "$key.new" ;;
  esac
  mv -- "$key.new" "$key"
done
