# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Pagerdrill contributors
#
# shellcheck shell=bash
#
# Configuring and compiling, for app/run and tests/run.  Sourced, with
# source_dir set to the root of the source tree, a umask that lets files be
# read, and pipefail.
#
# A build directory is trusted only with the mark that is written after a
# complete setup and says what was set up: from where, by which meson, with
# which options.  An aborted setup, a moved tree, an upgraded meson and a
# changed option all show as a wrong mark, and the directory is made afresh.

# The directory that holds the build directories: in the tree, or, when this
# user may not write there, in the user's cache.
build_parent ()
{
  local dir=$source_dir/.build key

  if { [ -d "$dir" ] || mkdir "$dir" 2>/dev/null; } && [ -w "$dir" ] &&
     [ -z "$(find "$dir" -maxdepth 2 ! -writable -print -quit 2>/dev/null)" ]; then
    echo "$dir"
    return
  fi
  key=$(printf '%s' "$source_dir" | cksum | cut -d ' ' -f 1)
  dir=${XDG_CACHE_HOME:-$HOME/.cache}/pagerdrill/build-$key
  mkdir -p "$dir"
  echo "$dir"
}

build_mark ()
{
  local meson

  meson=$(command -v meson)
  printf '%s\n' "$source_dir" "$(stat -L -c '%n %Y' "$meson")" "$@"
}

build_is_marked ()
{
  local dir=$1

  [ -f "$dir/build.ninja" ] && [ "$(cat "$dir/set-up" 2>/dev/null)" = "$(build_mark "${@:2}")" ]
}

# build_in DIR [MESON SETUP OPTION...]: sets up if needed and compiles.
# Messages go to the standard error; nothing is said when nothing was to do.
# Two runs at once take turns.  The standard input is left to the program.
build_in ()
{
  local dir=$1 quiet=--quiet
  shift

  (
    exec 9>"$dir.lock" >&2
    flock 9
    if ! build_is_marked "$dir" "$@"; then
      rm -rf "$dir"
      meson setup "$dir" "$source_dir" "$@" 9>&- </dev/null || exit
      build_mark "$@" >"$dir/set-up"
      quiet=
    fi
    # --quiet is not quiet about this in every version.
    ninja -C "$dir" $quiet 9>&- </dev/null | sed '/^ninja: no work to do\.$/d'
  )
}
