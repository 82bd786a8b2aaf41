/** A small shell that stands between us and the server, so that the server never outlives us and never dies before us. */

/**
 * Its standard input is a pipe from us: when that closes, even because we were killed outright, the server is told to
 * stop. It runs in a process group of its own, so that Ctrl-C in a terminal reaches us and not the server, and it
 * ignores the signals a service manager sends to every process at once. Prints the server's process number; ends with
 * the server's own exit status. Arguments: the server's command.
 */
export const guardianScript = `
trap '' INT TERM HUP
"$@" </dev/null >&2 &
server=$!
echo "$server"
exec 3<&0
{ read -r _ <&3; kill -INT "$server"; } 2>/dev/null &
watch=$!
wait "$server"
status=$?
kill -KILL "$watch" 2>/dev/null
exit "$status"
`
