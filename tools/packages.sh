# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by ./crossfoot, ./test and .ci/run: makes sure that the Debian packages of the given needs are there.
#
#   require_packages build test
#
# With root rights it installs what is missing; without, it prints the exact line and ends with status 2.
# A stamp file makes the check free once it has passed for this list.

require_packages() {
  local stamp="$root/build/.packages-$(IFS=-; echo "$*")"
  if [ "$stamp" -nt "$root/packages.txt" ]; then
    return 0
  fi
  local wanted missing=() package
  wanted=$(awk -v needs=" $* " '!/^#/ && NF == 2 && index(needs, " " $1 " ") { print $2 }' "$root/packages.txt")
  for package in $wanted; do
    # "installed", or provided by another package that is (Debian renames some).
    dpkg-query -W -f '${db:Status-Status}\n' "$package" 2>/dev/null | grep -q '^installed$' || missing+=("$package")
  done
  if [ ${#missing[@]} -gt 0 ]; then
    if [ "$(id -u)" -ne 0 ]; then
      echo "crossfoot: Debian packages are missing. Install them, then run this again:" >&2
      echo "  sudo apt-get install --no-install-recommends ${missing[*]}" >&2
      exit 2
    fi
    echo "crossfoot: installing ${#missing[@]} Debian packages: ${missing[*]}" >&2
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"; } \
      >"$root/build/packages.log" 2>&1 || {
      tail -n 5 "$root/build/packages.log" >&2
      echo "crossfoot: apt-get could not install them (whole log: build/packages.log)" >&2
      exit 2
    }
  fi
  touch "$stamp"
}

# Configures the release preset once and builds the given targets.
build_release() {
  if [ ! -f "$root/build/release/build.ninja" ]; then
    cmake -S "$root" --preset release >"$root/build/configure.log" 2>&1 || {
      cat "$root/build/configure.log" >&2
      exit 2
    }
  fi
  cmake --build "$root/build/release" --target "$@" >"$root/build/build.log" 2>&1 || {
    grep -E 'error|FAILED|undefined' "$root/build/build.log" >&2 || cat "$root/build/build.log" >&2
    echo "crossfoot: the build failed (whole log: build/build.log)" >&2
    exit 2
  }
}
