"""The page in a real browser: it asks for nothing, fits a phone, and axe-core finds no violation, light and dark."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from dateline import records
from dateline.show.page.whole import html

pytestmark = pytest.mark.browser

DRIVE = """
const path = require('path'), fs = require('fs'), modules = process.argv[2];
const { chromium } = require(path.join(modules, 'playwright-core'));
const axe = fs.readFileSync(path.join(modules, 'axe-core', 'axe.min.js'), 'utf8');
(async () => {
  const browser = await chromium.launch({ executablePath: process.argv[3], args: ['--no-sandbox'] });
  const out = { asked: [], broken: [], wide: {} };
  for (const [width, colorScheme, javaScriptEnabled] of
       [[1440, 'light', true], [390, 'light', true], [1440, 'dark', true], [820, 'light', false]]) {
    const context = await browser.newContext({
      viewport: { width, height: 900 }, colorScheme, javaScriptEnabled, bypassCSP: true });
    const page = await context.newPage();
    page.on('request', request => { if (request.url() !== process.argv[4]) out.asked.push(request.url()); });
    await page.goto(process.argv[4]);
    if (!javaScriptEnabled) { out.words = await page.innerText('main'); continue; }
    await page.evaluate(axe);
    const found = await page.evaluate(() => axe.run());
    out.broken.push(...found.violations.map(v => `${width} ${colorScheme} ${v.id}: ${v.nodes[0].html.slice(0, 100)}`));
    out.wide[width] = await page.evaluate(() => document.documentElement.scrollWidth);
    await context.close();
  }
  console.log(JSON.stringify(out));
  await browser.close();
})().catch(error => { console.error(String(error)); process.exit(1); });
"""


@pytest.fixture
def seen(account: records.Account, tmp_path: Path) -> dict[str, object]:
    """What a browser finds on the page."""
    browser, node = shutil.which("chromium"), shutil.which("node")
    if not browser:
        pytest.skip("no chromium on this machine")
    if not node:
        pytest.skip("no node on this machine")
    modules = Path(os.environ.get("DATELINE_NODE_MODULES", ""), "node_modules")
    if not (modules / "axe-core").is_dir() or not (modules / "playwright-core").is_dir():
        pytest.skip("DATELINE_NODE_MODULES names no folder with axe-core and playwright-core")
    page, drive = tmp_path / "page.html", tmp_path / "drive.js"
    page.write_text(html(account), encoding="utf-8")
    drive.write_text(DRIVE)
    words = [node, str(drive), str(modules.resolve()), browser, page.as_uri()]
    ran = subprocess.run(words, capture_output=True, text=True, timeout=120)
    assert ran.returncode == 0, ran.stderr
    found: dict[str, object] = json.loads(ran.stdout)
    return found


def test_the_page_holds_in_a_browser(seen: dict[str, object]) -> None:
    assert seen["broken"] == []
    assert seen["asked"] == []
    assert seen["wide"] == {"1440": 1440, "390": 390}
    assert "Who said what" in str(seen["words"])
