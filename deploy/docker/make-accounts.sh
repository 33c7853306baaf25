#!/usr/bin/env bash
# Gives Kibana its password, and makes a key with which the dashboards are installed; those of the parts come by make-keys.sh.
# Runs in Elasticsearch's image when it is healthy; running it again sets the same again.
set -euo pipefail

# call METHOD PATH: sends standard input. The password goes through a file descriptor: arguments are for everybody to read.
call() {
  curl --silent --show-error --fail-with-body --cacert /certs/ca/ca.crt \
    --config <(printf 'user = "elastic:%s"\n' "$ELASTIC_PASSWORD") \
    --header 'Content-Type: application/json' --request "$1" --data-binary @- "https://elasticsearch:9200/$2"
}

for password in "$ELASTIC_PASSWORD" "$KIBANA_PASSWORD"; do
  [[ $password =~ ^[A-Za-z0-9_-]{12,}$ ]] || {
    echo 'a password in .env is shorter than 12 characters, or has others than letters, digits, _ and -' >&2
    exit 1
  }
done

call POST _security/user/kibana_system/_password <<<"{\"password\": \"$KIBANA_PASSWORD\"}"

# The key ends by itself: it is needed for the installation alone.
key=$(call POST _security/api_key <<'JSON'
{
  "name": "voc-dashboards",
  "expiration": "1h",
  "role_descriptors": {
    "dashboards": {
      "applications": [{"application": "kibana-.kibana", "privileges": ["all"], "resources": ["*"]}]
    }
  }
}
JSON
)
encoded=$(sed -n 's/.*"encoded":"\([^"]*\)".*/\1/p' <<<"$key")
[[ -n $encoded ]] || {
  echo 'Elasticsearch gave no key for the dashboards' >&2
  exit 1
}
install -m 600 -o 10001 -g 10001 /dev/null /key/api-key
printf '%s' "$encoded" >/key/api-key
