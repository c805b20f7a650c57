# Installs what is missing of Chromium, curl, PostgreSQL and bubblewrap; leaves alone what is there.
install_debian_packages() {
  local missing=()
  command -v chromium > /dev/null || missing+=(chromium)
  command -v curl > /dev/null || missing+=(curl)
  command -v bwrap > /dev/null || missing+=(bubblewrap)
  [ -n "$(postgres_programs)" ] || missing+=(postgresql)
  if [ ${#missing[@]} -eq 0 ]; then
    echo 'chromium, curl, bubblewrap and postgresql are there.'
    return 0
  fi
  # Debian would start a server of its own; this run brings up its own in a temporary folder.
  if [ ! -e /etc/postgresql-common/createcluster.conf ]; then
    as_root mkdir -p /etc/postgresql-common
    echo 'create_main_cluster = false' | as_root tee /etc/postgresql-common/createcluster.conf > /dev/null
  fi
  as_root apt-get update -q &&
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends \
      -o Dpkg::Options::=--force-confold "${missing[@]}"
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}
