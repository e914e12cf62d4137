# runtime.sh - the GNOME runtime that Segue is built with and runs on: Flathub's, or a stand-in made of Debian 13 packages
# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by flatpak/run and flatpak/drive after tests/support/root.sh.

runtime_branch=$(sed -n 's/.*"runtime-version": "\(.*\)".*/\1/p' "$segue_top/flatpak/io.github.segue_planner.Segue.json")

# choose_runtime: sets FLATPAK_USER_DIR and runtime_said; installs the runtime if it is not there yet.
#
# The stand-in lives in an installation of its own, under the cache: in the person's own one it would be taken for the real
# runtime by every other program that needs it.
choose_runtime ()
{
  local part
  runtime_said="Flathub's org.gnome.Platform $runtime_branch"
  if flatpak info "org.gnome.Platform//$runtime_branch" > /dev/null 2>&1 \
    && flatpak info "org.gnome.Sdk//$runtime_branch" > /dev/null 2>&1; then
    return
  fi
  if flatpak remotes --columns=name | grep -qx flathub \
    && timeout 20 flatpak remote-info flathub "org.gnome.Sdk//$runtime_branch" > /dev/null 2>&1 < /dev/null; then
    say "Installing from Flathub, for this user: org.gnome.Platform and org.gnome.Sdk $runtime_branch"
    for part in Platform Sdk; do
      quietly "$segue_cache/log/flathub-$part" flatpak install --user --noninteractive flathub \
        "org.gnome.$part//$runtime_branch" || exit 1
    done
    return
  fi
  runtime_said="a stand-in for org.gnome.Platform $runtime_branch, made of Debian 13 packages"
  export FLATPAK_USER_DIR=$segue_cache/flatpak
  make_stand_in
}

# need_runtime_dir: makes the directory that flatpak needs, and that exists only where somebody is logged in.
need_runtime_dir ()
{
  [ ! -d "${XDG_RUNTIME_DIR:-/nowhere}" ] || return 0
  XDG_RUNTIME_DIR=$(mktemp -d)
  export XDG_RUNTIME_DIR
  trap 'rm -rf "$XDG_RUNTIME_DIR"' EXIT
}

# make_stand_in: turns a Debian 13 root into the runtimes org.gnome.Platform and org.gnome.Sdk, and installs them.
make_stand_in ()
{
  local list=$segue_top/flatpak/packages-stand-in made work part
  made=$FLATPAK_USER_DIR/stand-in-$({ cat "$list"; declare -f make_stand_in; } | sha256sum | cut -c1-12)
  [ ! -e "$made" ] || return 0
  debian_root "$list"
  say "Installing it as org.gnome.Platform and org.gnome.Sdk $runtime_branch in $FLATPAK_USER_DIR"
  rm -rf "$FLATPAK_USER_DIR"
  work=$FLATPAK_USER_DIR/stand-in
  mkdir -p "$work/files"
  mv "$segue_root/usr" "$segue_root/etc" "$work"
  mv "$work/etc" "$work/usr/etc"
  rm -rf "$segue_root"
  rm -f "$work/usr/etc/machine-id" "$work/usr/etc/resolv.conf"
  printf '%s\n' 'include /run/flatpak/ld.so.conf.d/app-*.conf' /app/lib 'include /etc/ld.so.conf.d/*.conf' \
    > "$work/usr/etc/ld.so.conf"
  # flatpak-builder up to 1.2 calls it by this name, with other options, the id of the program last, and has moved the
  # MetaInfo to where it once belonged.
  cat > "$work/usr/bin/appstream-compose" <<'COMPOSE'
#!/bin/sh
for id; do :; done
cp "/app/share/appdata/$id.appdata.xml" "/app/share/metainfo/$id.metainfo.xml"
exec appstreamcli compose --no-net --prefix=/ --origin="$id" --components="$id" --result-root=/app \
  --data-dir=/app/share/app-info/xmls --icons-dir=/app/share/app-info/icons/flatpak /app
COMPOSE
  chmod +x "$work/usr/bin/appstream-compose"
  # The same kind of repository as an installation, so that installing links files instead of copying them.
  ostree --repo="$work/repo" init --mode=bare-user-only
  for part in Platform Sdk; do
    printf '[Runtime]\nname=org.gnome.%s\nruntime=org.gnome.Platform/%s/%s\nsdk=org.gnome.Sdk/%s/%s\n' "$part" \
      "$(flatpak --default-arch)" "$runtime_branch" "$(flatpak --default-arch)" "$runtime_branch" > "$work/metadata"
    quietly "$segue_cache/log/stand-in-$part" flatpak build-export --runtime --disable-fsync "$work/repo" "$work" \
      "$runtime_branch" || exit 1
  done
  quietly "$segue_cache/log/stand-in-repo" flatpak build-update-repo "$work/repo" || exit 1
  flatpak remote-add --user --no-gpg-verify stand-in "$work/repo"
  for part in Platform Sdk; do
    quietly "$segue_cache/log/stand-in-$part" flatpak install --user --noninteractive stand-in \
      "org.gnome.$part//$runtime_branch" || exit 1
  done
  rm -rf "$work/usr"
  : > "$made"
}
