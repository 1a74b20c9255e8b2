#!/bin/sh
# Runs a command in a network of its own: it reaches nobody but itself, and nobody reaches it. The Agents Playground listens on all addresses and asks
# no caller who it is. Where no such network can be made, the command runs in the usual one, and its suites skip themselves or fail by that.
#
# It needs unshare (util-linux), and ip (iproute2) or perl, to bring the loopback up: Debian always has unshare and perl.
loopback='ip link set lo up 2>/dev/null || perl -MSocket -e '\''
  socket(my $socket, PF_INET, SOCK_DGRAM, 0) or die $!;
  # SIOCSIFFLAGS with IFF_UP and IFF_RUNNING, netdevice(7).
  ioctl($socket, 0x8914, my $request = pack("a16 s x22", "lo", 0x41)) or die $!;
'\'''
# Root may do it by itself; all others need a user namespace, which some systems forbid.
for way in 'unshare --net' 'unshare --map-root-user --net'; do
  if $way sh -c "$loopback" 2>/dev/null; then exec $way sh -c "$loopback"' && exec "$@"' sh "$@"; fi
done
exec "$@"
