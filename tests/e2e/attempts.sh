#!/usr/bin/env bash
# Prints what was attempted beyond the loopback in this network namespace since it was made, one counter a line:
# connections and datagrams without a route, datagrams sent at all, datagrams that nobody wanted. The kernel
# counts for every process and slows none down; nothing here talks in datagrams but the lookup of names.
set -euo pipefail

awk '
    FILENAME == "/proc/net/snmp" {
        count = split($0, word, " ")
        # Names and numbers stand on two lines that begin alike.
        for (i = 2; i <= count; i++)
            if (($1, i) in name) number[$1 name[$1, i]] = word[i]; else name[$1, i] = word[i]
    }
    FILENAME == "/proc/net/snmp6" { number[$1] = $2 }
    END {
        count = split("Ip:OutNoRoutes Udp:OutDatagrams Udp:NoPorts Ip6OutNoRoutes Udp6OutDatagrams Udp6NoPorts", wanted, " ")
        for (i = 1; i <= count; i++) if (number[wanted[i]] > 0) print wanted[i], number[wanted[i]]
    }
' /proc/net/snmp $([[ -e /proc/net/snmp6 ]] && echo /proc/net/snmp6)
