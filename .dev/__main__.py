"""./dev: set up, serve, test and check the portal. Only the standard library is needed to start."""

import sys

import checking
import environment
import serving
import testing
from console import Stop, say

USAGE = """usage: ./dev [command]

  (none)        set up, then serve
  setup         everything up to a migrated database with sample data
  serve         web and job worker; PORT chooses the port
  test          every test that this machine can run
  test all      strict: PostgreSQL and Chromium are needed, a skip is a failure
  check         format, lint, types, contracts, migrations, translations, deployment
  manage ...    manage.py in the environment
  code EMAIL    the second factor of a demo account, as its app would show it now
  reset         a new sample database (asks first)
  doctor        what is missing on this machine and how to get it
  bench NAME    a benchmark of benchmarks/, or all of them listed
"""


def run(arguments: list[str]) -> int:
    command, rest = (arguments[0], arguments[1:]) if arguments else ("", [])
    match command:
        case "":
            environment.setup()
            return serving.serve()
        case "setup":
            environment.setup()
            return 0
        case "serve":
            environment.setup()
            return serving.serve()
        case "test":
            environment.install()
            return testing.run(rest)
        case "check":
            environment.install()
            return checking.run()
        case "manage":
            environment.install()
            return environment.manage(*rest)
        case "code":
            environment.install()
            return environment.manage("demo_code", *rest)
        case "reset":
            return environment.reset()
        case "doctor":
            return environment.doctor()
        case "bench":
            environment.install()
            return environment.bench(rest)
        case "help" | "-h" | "--help":
            sys.stdout.write(USAGE)
            return 0
    sys.stderr.write(USAGE)
    return 2


try:
    sys.exit(run(sys.argv[1:]))
except Stop as stop:
    say(str(stop))
    sys.exit(1)
except KeyboardInterrupt:
    sys.exit(130)
