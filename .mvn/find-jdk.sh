# Sets JAVA_HOME to a JDK 25 or newer: the JAVA_HOME given, the system's folders of JDKs, then the PATH. To be sourced.

is_jdk_25() {
  [ -x "$1/bin/javac" ] || return 1
  local major
  major=$("$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p')
  [ "${major:-0}" -ge 25 ]
}

find_jdk_25() {
  local candidate on_path
  if [ -n "${JAVA_HOME:-}" ] && is_jdk_25 "$JAVA_HOME"; then
    return 0
  fi
  for candidate in /usr/lib/jvm/* /opt/*jdk* "$HOME"/.sdkman/candidates/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if is_jdk_25 "$candidate"; then
      JAVA_HOME=$candidate
      return 0
    fi
  done
  on_path=$(command -v javac || true)
  if [ -n "$on_path" ]; then
    candidate=$(dirname "$(dirname "$(readlink -f "$on_path")")")
    if is_jdk_25 "$candidate"; then
      JAVA_HOME=$candidate
      return 0
    fi
  fi
  return 1
}

if ! find_jdk_25; then
  echo "Mineban needs a JDK 25 or newer and found none. Install one (for example Temurin 25) or set JAVA_HOME to its folder." >&2
  exit 3
fi
export JAVA_HOME
