#!/usr/bin/env bash
# Runs the journeys in the real window, in a network namespace that holds nothing but the loopback, and
# afterwards asks the kernel whether anything was attempted beyond it. Arguments go to Playwright.
#
# The name server is set to an address that nobody has, so that looking up a name is an attempt as well.
set -euo pipefail
cd "$(dirname "$0")"

if [[ ${KRING_ALONE:-} != yes ]]; then
    unshared=(unshare --net --mount)
    ((EUID == 0)) || unshared+=(--map-root-user)
    if ! "${unshared[@]}" true; then
        echo "run-window: this system gives no network namespace to $(id -un)." \
            "Run it as root, or allow user namespaces (sysctl kernel.apparmor_restrict_unprivileged_userns=0)." >&2
        exit 1
    fi
    KRING_ALONE=yes exec "${unshared[@]}" -- "$PWD/run-window.sh" "$@"
fi

ip link set lo up
nowhere=$(mktemp)
echo 'nameserver 192.0.2.53' >"$nowhere"
mount --bind "$nowhere" /etc/resolv.conf
rm "$nowhere"

result=0
npx --no-install playwright test --project=window "$@" || result=$?

attempts=$(./attempts.sh)
if [[ -n $attempts ]]; then
    printf 'run-window: something tried to leave this machine:\n%s\n' "$attempts" >&2
    exit 1
fi
echo 'run-window: nothing tried to leave this machine'
exit "$result"
