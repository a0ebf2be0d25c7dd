"""No network: a whole day in a network namespace without any, in which the kernel counts every try, and a guard on Python's sockets."""

import socket
from pathlib import Path

from tests.casebook.conftest import PASSPHRASE
from tests.soak.casebook.apart import Home
from tests.soak.casebook.telling import CODE
from tests.soak.found import Found, Ground

_COUNTERS = {
    ("/proc/net/snmp", "Tcp", "ActiveOpens"), ("/proc/net/snmp", "Udp", "OutDatagrams"), ("/proc/net/snmp", "Ip", "OutRequests"),
    ("/proc/net/snmp", "Ip", "OutNoRoutes"), ("/proc/net/snmp6", "Ip6OutRequests", ""), ("/proc/net/snmp6", "Ip6OutNoRoutes", ""),
    ("/proc/net/snmp6", "Udp6OutDatagrams", ""),
}  # fmt: skip
"""What the kernel counts of a try to reach anybody, whoever in the process makes it: https://docs.kernel.org/networking/snmp_counter.html."""


def offline(ground: Ground) -> Found:
    """Runs inside `unshare --net`: what it starts has no network either."""
    found, home = Found(), Home(ground.folder)
    interfaces = [line.split(":")[0].strip() for line in Path("/proc/net/dev").read_text("utf-8").splitlines()[2:]]
    if set(interfaces) - {"lo"}:
        found.skipped = "not in a network namespace of its own"
        return found
    environment = home.environment(ground.knowledge)
    before = tries()
    guard = ["tests.soak.casebook.guarded"]
    commands = [
        [*guard, "tests.soak.casebook.telling", "fill"],
        [*guard, "tests.soak.casebook.telling", "exports", str(home.exports)],
        [*guard, "guidance_kb", "casebook", "verify", "--fd", "0"],
        [*guard, "guidance_kb", "casebook", "export", CODE, "--fd", "0"],
        [*guard, "guidance_kb", "search", "mantelzorg"],
        [*guard, "tools.tour.tour", str(home.exports / "tour")],
    ]
    for number, words in enumerate(commands[: ground.count]):
        done = home.run(str(number), *words, environment=environment, typed=f"{PASSPHRASE}\n")
        found.tried += 1
        if done.returncode or "Traceback" in done.stderr:
            found.tracebacks.append(f"{words}: {done.returncode} {done.stderr[-2000:]}")
    found.leaked += [
        f"{name}: {after - before[name]} tries" for name, after in tries().items() if after != before[name]
    ]
    _would_have_been_counted(found)
    return found


def tries() -> dict[str, int]:
    """The kernel's counters of this namespace."""
    return {f"{kind} {name}".strip(): _counter(Path(file), kind, name) for file, kind, name in _COUNTERS}


def _counter(file: Path, kind: str, name: str) -> int:
    if not file.exists():
        return 0
    lines = [line.split() for line in file.read_text("utf-8").splitlines()]
    if not name:
        return next((int(line[1]) for line in lines if line[0] == kind), 0)
    head, values = (line for line in lines if line[0] == f"{kind}:")
    return int(values[head.index(name)])


def _would_have_been_counted(found: Found) -> None:
    """One try that is made here, to an address for documentation (RFC 5737), shows in the counters."""
    before = tries()
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as tried:
        tried.connect_ex(("192.0.2.1", 9))
    found.expect("a try would have been counted", holds=tries() != before)
