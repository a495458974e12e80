# Sourced by ./test: what the tests need beside the SDK and Node, installed from Debian's packages where that is possible.
as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

updated=no
install() {
  if ! command -v apt-get >/dev/null 2>&1 || ! as_root true 2>/dev/null; then return 1; fi
  if [ "$updated" = no ]; then as_root apt-get update -qq >&2 || return 1; updated=yes; fi
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >&2
}

# The folder of initdb and pg_ctl: on the path, or where Debian keeps them. Prints nothing when there is none.
postgres_bin() {
  local found
  if found="$(command -v initdb)" && command -v pg_ctl >/dev/null; then dirname "$found"; return; fi
  find /usr/lib/postgresql -path '*/bin/initdb' -printf '%h\n' 2>/dev/null | sort -V | tail -n 1
}

need_postgres() {
  [ -n "$(postgres_bin)" ] && return
  echo "PostgreSQL is missing; installing it." >&2
  install postgresql && [ -n "$(postgres_bin)" ] && return
  echo "The tests need PostgreSQL's own programs (initdb, pg_ctl) and could not install them: sudo apt-get install --no-install-recommends postgresql" >&2
  return 1
}

need_chromium() {
  command -v chromium >/dev/null 2>&1 && return
  echo "Chromium is missing; installing it." >&2
  install chromium fonts-noto-core fonts-liberation && command -v chromium >/dev/null 2>&1 && return
  echo "The browser tests need Chromium and could not install it: sudo apt-get install --no-install-recommends chromium fonts-noto-core fonts-liberation" >&2
  return 1
}

# An independent reader of the PDFs: pdftotext, pdffonts, pdfinfo.
need_poppler() {
  command -v pdftotext >/dev/null 2>&1 && return
  echo "Poppler is missing; installing it." >&2
  install poppler-utils && command -v pdftotext >/dev/null 2>&1 && return
  echo "The tests read PDFs with poppler's programs and could not install them: sudo apt-get install --no-install-recommends poppler-utils" >&2
  return 1
}
