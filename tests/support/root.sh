# root.sh - where to build: the system itself where its libraries are new enough, else a Debian 13 root in the cache
# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by tests/run and flatpak/run. Whatever is installed is said, with its place.

[ -n "${HOME:-}" ] || HOME=$(getent passwd "$(id -u)" | cut -d: -f6)
export HOME
segue_top=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
segue_cache=${XDG_CACHE_HOME:-$HOME/.cache}/segue
segue_suite=trixie
segue_root=

say () { printf '%s\n' "$*"; }
die () { printf '%s\n' "$*" >&2; exit 1; }
has () { command -v "$1" > /dev/null; }

# Whether this system is made of apt's packages; apt may also lie on a Fedora.
uses_apt () { dpkg-query -W apt > /dev/null 2>&1; }

# quietly LOG CMD...: runs CMD; only when it fails, shows the end of what it said.
quietly ()
{
  local log=$1
  shift
  mkdir -p "$(dirname "$log")"
  "$@" > "$log" 2>&1 < /dev/null && return
  printf 'Failed: %s\nThe end of %s:\n' "$*" "$log" >&2
  tail -n 40 "$log" >&2
  return 1
}

as_root ()
{
  if [ "$(id -u)" = 0 ]; then "$@"
  elif has sudo; then sudo "$@"
  else die "This needs to be run as root, and there is no sudo: $*"
  fi
}

# package_names FILE COLUMN: the names in one column of a package list.
package_names () { awk -v c="$2" '!/^#/ && NF && $c != "" && $c != "-" { print $c }' "$1"; }

apt_update_once ()
{
  [ -n "${segue_apt_updated:-}" ] && return
  quietly "$segue_cache/log/apt-update" as_root apt-get update || die "The package lists cannot be read."
  segue_apt_updated=yes
}

# install_packages FILE: installs on this system what FILE lists and is not there yet.
install_packages ()
{
  local missing='' name
  if uses_apt; then
    for name in $(package_names "$1" 1); do
      [ "$(dpkg-query -W -f '${db:Status-Status}' "$name" 2> /dev/null)" = installed ] || missing+=" $name"
    done
    [ -n "$missing" ] || return 0
    say "Installing with apt, on this system:$missing"
    apt_update_once
    # shellcheck disable=SC2086
    quietly "$segue_cache/log/apt" as_root env DEBIAN_FRONTEND=noninteractive \
      apt-get install --yes --no-install-recommends $missing || exit 1
  elif has dnf; then
    for name in $(package_names "$1" 2); do
      rpm --quiet -q --whatprovides "$name" || missing+=" $name"
    done
    [ -n "$missing" ] || return 0
    say "Installing with dnf, on this system:$missing"
    # shellcheck disable=SC2086
    quietly "$segue_cache/log/dnf" as_root dnf install --assumeyes --setopt=install_weak_deps=False $missing || exit 1
  else
    say "Neither apt nor dnf is here; what $1 lists must be installed already."
  fi
}

# apt_offers PACKAGE VERSION: whether apt would install at least that version.
apt_offers ()
{
  local version
  version=$(apt-cache policy "$1" | sed -n 's/^ *Candidate: //p')
  [ -n "$version" ] && dpkg --compare-versions "$version" ge "$2"
}

# Whether the system's own libraries can build Segue; meson.build asks for the same versions.
system_is_new_enough ()
{
  if uses_apt; then
    [ -n "$(apt-cache policy libgtk-4-dev | sed -n 's/^ *Candidate: [0-9]/&/p')" ] || apt_update_once
    apt_offers libgtk-4-dev 4.18 && apt_offers libadwaita-1-dev 1.7 && apt_offers libglib2.0-dev 2.84 \
      && apt_offers meson 1.5 && apt_offers blueprint-compiler 0.16
  else
    install_packages "$segue_top/tests/support/packages"
    pkg-config --exists 'gtk4 >= 4.18' 'libadwaita-1 >= 1.7' 'glib-2.0 >= 2.84' \
      || die "The system's GTK, libadwaita or GLib is too old, and only apt can make a Debian 13 root."
  fi
}

# The Debian archive that apt uses here; nothing elsewhere, where mmdebstrap knows its own.
debian_mirror ()
{
  ! uses_apt || apt-get indextargets 'Created-By: Packages' 'Origin: Debian' 'Label: Debian' --format '$(SITE)' | head -n 1
}

# make_root DIR PACKAGES: unpacks Debian 13 with PACKAGES, separated by commas, into DIR.
make_root ()
{
  local mirror option options=() run=env
  install_packages "$segue_top/tests/support/packages-for-root"
  [ -n "$(debian_mirror)" ] || ! uses_apt || apt_update_once
  mirror=$(debian_mirror)
  say "  from ${mirror:-the Debian archive} with: ${2//,/ }"
  while read -r option; do
    options+=("--aptopt=$option")
  done < <(apt-config dump | grep -E '^Acquire::[a-z]+::Proxy[ :]')
  # Who may not use a range of user ids needs root here.
  [ "$(id -u)" = 0 ] || grep -q "^$(id -un):" /etc/subuid || run=as_root
  # Through tar, so that everything belongs to whoever runs this and can be removed without root.
  unpack ()
  (
    set -o pipefail
    # shellcheck disable=SC2086
    $run mmdebstrap --variant=apt --include="$2" "${options[@]}" --aptopt='Acquire::Languages "none"' \
      --dpkgopt=force-unsafe-io --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/doc/*' \
      "$segue_suite" - $mirror | tar -x -C "$1" --no-same-owner --exclude='./dev/*'
  )
  mkdir "$1"
  quietly "$segue_cache/log/$(basename "$1")" unpack "$1" "$2" || die "The Debian 13 root could not be made."
  basename "$1" | md5sum | cut -c1-32 > "$1/etc/machine-id"
}

# debian_root LIST: sets segue_root to a root with the packages that LIST names; made once, kept in the cache.
debian_root ()
{
  local packages
  packages=$(package_names "$1" 1 | sort | paste -sd,)
  segue_root=$segue_cache/root-$(printf '%s %s' "$segue_suite" "$packages" | sha256sum | cut -c1-12)
  mkdir -p "$segue_cache"
  exec 8> "$segue_root.lock"
  flock 8
  if [ ! -d "$segue_root" ]; then
    say "Making a Debian 13 root for ${1#"$segue_top"/} in $segue_root"
    rm -rf "$segue_root.new"
    make_root "$segue_root.new" "$packages"
    mv "$segue_root.new" "$segue_root"
    say "  done: $(du -sh "$segue_root" | cut -f1)"
  fi
  exec 8>&-
}

# in_root CMD...: runs CMD here, or in the root that debian_root made: only the project, the cache and a /tmp of its own
# can be written, there is no network, and nothing that was started outlives CMD.
in_root ()
{
  if [ -z "$segue_root" ]; then
    "$@"
  elif has bwrap && bwrap --ro-bind / / --proc /proc --dev /dev --unshare-pid --unshare-net true 2> /dev/null; then
    bwrap --ro-bind "$segue_root/usr" /usr --ro-bind "$segue_root/etc" /etc --ro-bind "$segue_root/var" /var \
      --symlink usr/bin /bin --symlink usr/sbin /sbin --symlink usr/lib /lib --symlink usr/lib64 /lib64 \
      --proc /proc --dev /dev --tmpfs /dev/shm --tmpfs /tmp --tmpfs /run --bind "$segue_top" "$segue_top" \
      --bind "$segue_cache" "$segue_cache" --chdir "$segue_top" --unshare-pid --unshare-net --unshare-ipc \
      --die-with-parent --new-session env -i "${segue_root_env[@]}" "$@"
  elif [ "$(id -u)" = 0 ] && unshare --mount true 2> /dev/null; then
    # Where bubblewrap may not run: mounts of this one process, gone with it.
    unshare --mount --pid --fork --kill-child bash -eu -c '
      root=$1 top=$2 cache=$3
      shift 3
      mount --bind "$root" "$root"
      mount -t proc proc "$root/proc"
      mount --rbind /dev "$root/dev"
      mount -t tmpfs tmpfs "$root/tmp"
      for dir in "$top" "$cache"; do mkdir -p "$root$dir"; mount --bind "$dir" "$root$dir"; done
      cd "$root"
      exec chroot . env -i "$@"' - "$segue_root" "$segue_top" "$segue_cache" "${segue_root_env[@]}" \
      sh -c 'cd "$1" && shift && exec "$@"' - "$segue_top" "$@"
  else
    die "Neither bubblewrap nor a mount namespace may be used here, so the Debian 13 root cannot be entered."
  fi
}

segue_root_env=(PATH=/usr/bin:/bin:/usr/sbin:/sbin HOME=/tmp LANG=C.UTF-8 TERM=dumb "USER=${USER:-$(id -un)}")
