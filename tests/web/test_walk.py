"""The desk in a real browser: a walk without scripts, no request to another host, nothing refused, axe finds nothing."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.desk import Desk

pytestmark = pytest.mark.browser
ROOT = Path(__file__).parent.parent.parent

DRIVE = """
const path = require('path'), fs = require('fs'), [, , modules, chromiumPath, base] = process.argv;
const { chromium } = require(path.join(modules, 'playwright-core'));
const axe = fs.readFileSync(path.join(modules, 'axe-core', 'axe.min.js'), 'utf8');
(async () => {
  const browser = await chromium.launch({ executablePath: chromiumPath, args: ['--no-sandbox'] });
  const out = { asked: [], broken: [], refused: [], wide: [], walked: {} };
  const plain = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  plain.on('request', r => { if (!r.url().startsWith(base) && !r.url().startsWith('data:')) out.asked.push(r.url()); });
  plain.on('console', m => { if (m.type() === 'error') out.refused.push(m.text()); });
  await plain.goto(base + '/');
  await plain.click('.stories h3 a');
  out.walked.story = await plain.innerText('h1');
  const story = new URL(plain.url()).pathname;
  await plain.click('text=Judge this story');
  await plain.click('.rows li a >> nth=0');
  const report = new URL(plain.url()).pathname;
  await plain.fill('input[type=date][name=b]', '2031-03-10');
  await plain.click('text=Set the day');
  out.walked.remembered = await plain.innerText('.telling >> nth=-1');
  await plain.goto(base + '/judgements');
  out.walked.log = await plain.innerText('main');
  await plain.click('button:text-is("Withdraw")');
  out.walked.undone = await plain.innerText('.telling >> nth=-1');
  await plain.fill('#find', 'visit');
  await plain.press('#find', 'Enter');
  out.walked.found = await plain.innerText('h1');
  await plain.click('aside a:text-is("statement")');
  await plain.click('.found .what a >> nth=0');
  out.walked.target = await plain.evaluate(() => 1).catch(() => new URL(plain.url()).hash);
  await plain.goto(base + report);
  const other = await plain.locator('text=compare').count();
  if (other) await plain.click('text=compare >> nth=0');
  const compare = new URL(plain.url()).pathname + new URL(plain.url()).search;
  await plain.goto(base + '/search?kind=person');
  await plain.click('.found .what a >> nth=0');
  const person = new URL(plain.url()).pathname;
  const pages = ['/', story, story + '/judge', report, compare, person, '/search?q=visit', '/search', '/plans',
                 '/judgements', '/alerts', '/nowhere'];
  for (const [width, colorScheme] of [[1440, 'light'], [820, 'dark'], [390, 'light']]) {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, bypassCSP: true });
    const page = await context.newPage();
    for (const address of pages) {
      await page.goto(base + address);
      await page.evaluate(axe);
      const found = await page.evaluate(() => axe.run());
      const said = v => `${address} ${width} ${v.id}: ${v.nodes[0].html.slice(0, 120)}`;
      out.broken.push(...found.violations.map(said));
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      if (wide > width) out.wide.push(`${address} ${width}: ${wide}`);
    }
    await context.close();
  }
  const strict = await (await browser.newContext()).newPage();
  strict.on('console', m => { if (m.type() === 'error' && !m.text().includes('404')) out.refused.push(m.text()); });
  for (const address of pages) await strict.goto(base + address);
  out.pages = pages;
  console.log(JSON.stringify(out));
  await browser.close();
})().catch(error => { console.error(String(error)); process.exit(1); });
"""


@pytest.fixture
def base(tmp_path: Path) -> Iterator[str]:
    """A desk that is served in a process of its own."""
    with Desk.create(tmp_path / "strait.desk") as opened:
        list(opened.add(ROOT / "examples" / "strait"))
        opened.retell()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "dateline", "serve", "--desk", str(tmp_path / "strait.desk"), "--port", str(port)]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as serving:
        for _ in range(300):
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/api/v1/status", timeout=5).close()
                break
            except OSError:
                time.sleep(0.2)
        yield f"http://127.0.0.1:{port}"
        serving.terminate()


def test_a_walk_over_the_desk(base: str, tmp_path: Path) -> None:
    browser, node = shutil.which("chromium"), shutil.which("node")
    if not browser or not node:
        pytest.skip("no chromium or no node on this machine")
    modules = Path(os.environ.get("DATELINE_NODE_MODULES", ""), "node_modules")
    if not (modules / "axe-core").is_dir() or not (modules / "playwright-core").is_dir():
        pytest.skip("DATELINE_NODE_MODULES names no folder with axe-core and playwright-core")
    drive = tmp_path / "drive.js"
    drive.write_text(DRIVE)
    words = [node, str(drive), str(modules.resolve()), browser, base]
    ran = subprocess.run(words, capture_output=True, text=True, timeout=300)
    assert ran.returncode == 0, ran.stderr
    seen = json.loads(ran.stdout)
    assert seen["walked"]["story"]
    assert "Undo" in seen["walked"]["remembered"]
    assert "2031-03-10" in seen["walked"]["log"]
    assert "withdrawn" in seen["walked"]["undone"]
    assert seen["walked"]["found"].endswith("found")
    assert {name: seen[name] for name in ("asked", "refused", "broken", "wide")} == {
        "asked": [], "refused": [], "broken": [], "wide": [],
    }  # fmt: skip
