# lib.sh: what the scripts in this folder share; sourced, not run
# Copyright the Partitur developers
# SPDX-License-Identifier: GPL-3.0-or-later

# step NAME COMMAND…: runs it quietly; a failure shows its output and names the step in one line.
step ()
{
  step_name=$1
  shift
  step_log=$(mktemp)
  if "$@" >"$step_log" 2>&1; then
    rm -f "$step_log"
  else
    cat "$step_log" >&2
    rm -f "$step_log"
    echo "${0##*/}: $step_name failed" >&2
    exit 1
  fi
}

# configure DIR OPTION…: sets up a meson build folder once.
configure ()
{
  build_dir=$1
  shift
  [ -f "$build_dir/build.ninja" ] || step "configuring ($build_dir)" meson setup "$build_dir" "$@"
}

# build DIR: builds what is not built yet, and says so when that takes a while.
build ()
{
  case $(ninja -C "$1" -n 2>/dev/null | tail -n 1) in
    *'no work to do'*) return ;;
  esac
  echo "Building in $1; the first time this takes a few minutes."
  step "building" ninja -C "$1"
}

# build_tests: the tests and what they use, under the sanitizers. With CI set, a warning is an error.
build_tests ()
{
  configure _build-test -Db_sanitize=address,undefined -Db_lundef=false ${CI:+-Dwerror=true}
  build _build-test
  export ASAN_OPTIONS="detect_leaks=1:${ASAN_OPTIONS:-}"
  export LSAN_OPTIONS="suppressions=$PWD/tests/lsan.supp:print_suppressions=0:${LSAN_OPTIONS:-}"
  export UBSAN_OPTIONS="halt_on_error=1:print_stacktrace=1:${UBSAN_OPTIONS:-}"
}

# on_display COMMAND…: runs it on an X server of its own, with a session bus of its own.
on_display ()
{
  xvfb-run -a -s "-screen 0 1920x1080x24" dbus-run-session -- "$@"
}
