"""Web server and job worker side by side until Ctrl-C."""

import os
import signal
import subprocess
import time
import urllib.error
import urllib.request

from console import Stop, say
from environment import PYTHON
from servers import free_port
from stamps import ROOT


def serve() -> int:
    """Serve on PORT (8000, or the next free one when it is taken and PORT is not set)."""
    wanted = os.environ.get("PORT")
    port = int(wanted) if wanted else free_port(8000)
    if wanted and free_port(port) != port:
        raise Stop(f"port {port} is taken")
    environ = os.environ | {"BASE_URL": os.environ.get("BASE_URL", f"http://localhost:{port}")}
    commands = (["runserver", f"127.0.0.1:{port}"], ["jobs"])
    children = [subprocess.Popen([str(PYTHON), "manage.py", *command], cwd=ROOT, env=environ) for command in commands]
    signal.signal(signal.SIGTERM, lambda *_: signal.raise_signal(signal.SIGINT))
    try:
        _wait_for_an_answer(port, children)
        _welcome(port)
        while all(child.poll() is None for child in children):
            time.sleep(0.3)
        return 1
    except KeyboardInterrupt:
        return 0
    finally:
        for child in children:
            child.send_signal(signal.SIGINT)
        for child in children:
            try:
                child.wait(10)
            except subprocess.TimeoutExpired:
                child.kill()


def _wait_for_an_answer(port: int, children: list[subprocess.Popen]) -> None:
    for _ in range(600):
        if children[0].poll() is not None:
            raise Stop("the web server ended; the lines above say why")
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=5):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise Stop("the web server does not answer")


def _welcome(port: int) -> None:
    logins = ROOT / ".demo-logins"
    say(f"\n  Portal          http://localhost:{port}")
    say(f"  English         http://localhost:{port}/en/")
    say(f"  Wagtail admin   http://localhost:{port}/admin/")
    say(f"  Mailbox         http://localhost:{port}/dev/mail/")
    say(f"  Style guide     http://localhost:{port}/styleguide/")
    if logins.exists():
        say("\n  Demo logins\n" + "".join(f"    {line}\n" for line in logins.read_text().splitlines()))
        say("  Second factor of a demo login: ./dev code EMAIL")
    say("  Ctrl-C stops it.\n")
