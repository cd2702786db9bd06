"""A first view in Chromium: bytes transferred by kind, against 150 kB; and Lighthouse's mobile scores where npm can fetch it.

The portal is served by gunicorn with collected, packed files, as in production. `./dev bench first_view lighthouse` adds
Lighthouse 12 (newer ones need a newer Node).
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter

from bench_cached import gunicorn
from measuring import ROOT

PAGES = ("/", "/doanh-nghiep/", "/doanh-nghiep/hau-xanh-bai-tu-long-mau/")
BUDGET = 150_000
LIGHTHOUSE = "lighthouse@12.8.2"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")


def transferred(port: int, path: str, program: str) -> Counter[str]:
    """Open a page with an empty cache at 390 px and count the bytes on the wire by kind."""
    from playwright.sync_api import sync_playwright

    kinds, sizes = {}, Counter()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 390, "height": 844})
        session = page.context.new_cdp_session(page)
        session.send("Network.enable")
        session.on("Network.responseReceived", lambda event: kinds.update({event["requestId"]: event["type"]}))
        session.on(
            "Network.loadingFinished",
            lambda e: sizes.update({kinds.get(e["requestId"], "?"): int(e["encodedDataLength"])}),
        )
        page.goto(f"http://127.0.0.1:{port}{path}", wait_until="networkidle")
        browser.close()
    return sizes


def lighthouse(port: int, path: str, program: str) -> str:
    command = ["npx", "--yes", LIGHTHOUSE, f"http://127.0.0.1:{port}{path}", "--quiet", "--output=json"]
    command += ["--chrome-flags=--headless=new --no-sandbox", f"--only-categories={','.join(CATEGORIES)}"]
    done = subprocess.run(
        command, env=os.environ | {"CHROME_PATH": program}, capture_output=True, text=True, check=False
    )
    if done.returncode:
        return f"Lighthouse did not run: {done.stderr.strip()[-200:]}"
    report = json.loads(done.stdout)
    scores = " ".join(f"{name} {round(100 * report['categories'][name]['score'])}" for name in CATEGORIES)
    wrong = [
        audit["id"]
        for audit in report["audits"].values()
        if audit["score"] is not None and audit["score"] < 0.9 and audit["scoreDisplayMode"] in {"binary", "numeric"}
    ]
    return f"{scores}  (LCP {report['audits']['largest-contentful-paint']['displayValue']}, below 90: {', '.join(wrong) or 'none'})"


def main() -> None:
    import servers

    program = servers.chromium() or sys.exit("Chromium is missing: apt-get install chromium")
    with tempfile.TemporaryDirectory() as folder:
        environ = {
            "DATABASE_URL": f"sqlite:///{folder}/portal.sqlite3",
            "DJANGO_SETTINGS_MODULE": "benchmarks_settings",
            "PYTHONPATH": f"{ROOT}/benchmarks:{ROOT}",
            "STATIC_ROOT": f"{folder}/static",
            "MEDIA_ROOT": f"{folder}/media",
            "PACKED": "1",
        }
        for command in (["collectstatic", "--noinput", "-v0"], ["setup_database"], ["load_demo"]):
            subprocess.run(
                [sys.executable, "manage.py", *command],
                cwd=ROOT,
                env=os.environ | environ,
                check=True,
                stdout=subprocess.DEVNULL,
            )
        with gunicorn("subjects:application", environ) as port:
            for path in PAGES:
                sizes = transferred(port, path, program)
                total = sum(sizes.values())
                parts = ", ".join(f"{kind} {size / 1000:.1f}" for kind, size in sizes.most_common())
                print(f"{path:44} {total / 1000:6.1f} kB ({total / BUDGET:.2f} × the budget): {parts}")
                if "lighthouse" in sys.argv[1:] and shutil.which("npx"):
                    print(f"{path:44} {lighthouse(port, path, program)}")


if __name__ == "__main__":
    main()
