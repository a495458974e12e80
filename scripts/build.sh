# Sourced by ./run, ./sen and ./test: finds what is needed, builds when something changed. Prints to standard error only.
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
export SEN_HOME="${SEN_HOME:-$root/var}"
program="$root/src/Sen.Web/bin/Release/net10.0/sen"

need() {
  local missing=0
  if ! command -v dotnet >/dev/null 2>&1 || ! dotnet --list-sdks 2>/dev/null | grep -q '^10\.'; then
    echo "Sen needs the .NET 10 SDK: $(how dotnet)" >&2; missing=1
  fi
  if ! command -v node >/dev/null 2>&1 || [ "$(node -p 'process.versions.node.split(".")[0]')" -lt 20 ]; then
    echo "Sen needs Node.js 20 or newer with npm: $(how node)" >&2; missing=1
  elif ! command -v npm >/dev/null 2>&1; then
    echo "Sen needs npm, which comes with Node.js: $(how npm)" >&2; missing=1
  fi
  [ "$missing" = 0 ] || exit 1
}

how() {
  if command -v apt-get >/dev/null 2>&1; then
    case "$1" in
      dotnet) echo "sudo apt-get install dotnet-sdk-10.0 (add Microsoft's package source first: https://learn.microsoft.com/dotnet/core/install/linux)." ;;
      *) echo "sudo apt-get install nodejs npm (Debian 13 and newer), or https://nodejs.org/en/download." ;;
    esac
  elif command -v dnf >/dev/null 2>&1; then
    [ "$1" = dotnet ] && echo "sudo dnf install dotnet-sdk-10.0." || echo "sudo dnf install nodejs npm."
  elif command -v brew >/dev/null 2>&1; then
    [ "$1" = dotnet ] && echo "brew install --cask dotnet-sdk." || echo "brew install node."
  else
    [ "$1" = dotnet ] && echo "https://dotnet.microsoft.com/download/dotnet/10.0." || echo "https://nodejs.org/en/download."
  fi
}

# A build takes seconds even when nothing changed; looking at the files' times takes milliseconds.
ensure_built() {
  local stamp="$root/src/Sen.Web/bin/Release/.built"
  if [ -x "$program" ] && [ -f "$stamp" ] && [ -z "$(find "$root/src" "$root/data" "$root"/Directory.*.props "$root"/Directory.*.targets \
      \( -name bin -o -name obj -o -name node_modules -o -name dist \) -prune -o -type f -newer "$stamp" -print -quit)" ]; then
    return
  fi
  need
  echo "Building Sen (the first time takes some minutes)…" >&2
  local now; now="$(mktemp)"
  if ! dotnet build "$root/src/Sen.Web" -c Release --nologo -v q -clp:ErrorsOnly\;NoSummary >&2; then
    echo "The build failed; the messages above say where." >&2
    exit 1
  fi
  mkdir -p "$(dirname "$stamp")"
  touch -r "$now" "$stamp"; rm -f "$now"
}
