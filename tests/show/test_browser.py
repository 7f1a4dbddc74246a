"""The page in a real browser: it asks for nothing, fits a phone, and axe-core finds no violation, light and dark."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
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
    if (!javaScriptEnabled) { out.words = await page.textContent('main'); continue; }
    // what is laid out only when it is reached is looked at too
    await page.addStyleTag({ content: '.story, .report { content-visibility: visible !important; }' });
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


Look = Callable[[records.Account], dict[str, object]]


@pytest.fixture
def look(tmp_path: Path) -> Look:
    """What a browser finds on the page of an account."""
    browser, node = shutil.which("chromium"), shutil.which("node")
    if not browser:
        pytest.skip("no chromium on this machine")
    if not node:
        pytest.skip("no node on this machine")
    modules = Path(os.environ.get("DATELINE_NODE_MODULES", ""), "node_modules")
    if not (modules / "axe-core").is_dir() or not (modules / "playwright-core").is_dir():
        pytest.skip("DATELINE_NODE_MODULES names no folder with axe-core and playwright-core")
    page, drive = tmp_path / "page.html", tmp_path / "drive.js"
    drive.write_text(DRIVE)

    def looked(account: records.Account) -> dict[str, object]:
        page.write_text(html(account), encoding="utf-8")
        words = [node, str(drive), str(modules.resolve()), browser, page.as_uri()]
        ran = subprocess.run(words, capture_output=True, text=True, timeout=120)
        assert ran.returncode == 0, ran.stderr
        found: dict[str, object] = json.loads(ran.stdout)
        assert found["broken"] == []
        assert found["asked"] == []
        assert found["wide"] == {"1440": 1440, "390": 390}
        return found

    return looked


def test_the_page_holds_in_a_browser(account: records.Account, look: Look) -> None:
    assert "Who said what" in str(look(account)["words"])


def test_a_page_of_several_stories_holds_in_a_browser(account: records.Account, look: Look) -> None:
    """Two stories of one title, and one of a report alone: no landmark has the name of another."""
    told = account.stories[0]
    twin = replace(told, id="s-twin")
    bare = replace(told, brief=(), edges=(), machine_rewritten=(), findings=records.Findings())
    alone = replace(bare, id="s-alone", title="A fair", reports=("04-radio",), origins=told.origins[2:])
    seen = look(replace(account, stories=(alone, told, twin)))
    assert "Dateline found no event, no plan" in str(seen["words"])
