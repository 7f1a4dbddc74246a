// A walk over a desk in a real browser, without scripts: node drive.js MODULES CHROMIUM BASE PYTHON DESK REPORT [PICTURES].
// Prints as JSON what was seen on the way, what other hosts were asked, what the browser refused, and what axe found.
const path = require('path'), fs = require('fs'), { execFileSync } = require('child_process');
const [, , modules, chromiumPath, base, python, desk, report, pictures] = process.argv;
const { chromium } = require(path.join(modules, 'playwright-core'));
const axe = fs.readFileSync(path.join(modules, 'axe-core', 'axe.min.js'), 'utf8');
const out = { asked: [], broken: [], refused: [], wide: [], printed: [], walked: {} };

async function walk(page) {
  const said = async () => (await page.locator('.telling').last().innerText()).trim();
  await page.goto(base + '/');
  await page.click('.stories h3 a');
  out.walked.story = await page.innerText('h1');
  const story = new URL(page.url()).pathname;

  await page.click('button:text-is("Follow")');
  out.walked.followed = await said();
  await page.click('summary:text-is("Write a note")').catch(() => {});
  await page.fill('#note', 'Ask the pilot.');
  await page.click('text=Keep the note');
  out.walked.noted = await page.innerText('.notes li');
  await page.click('.days a >> nth=0');
  out.walked.as_of = await page.innerText('main .summary >> nth=0').catch(() => page.innerText('.summary >> nth=0'));
  await page.goto(base + story);
  await page.focus('input[type=range]');
  for (let n = 0; n < 3; n++) await page.keyboard.press('ArrowLeft');
  await page.click('.slide button');
  out.walked.slid = [page.url().split('?')[1], await page.innerText('.slide output'), await said()];
  await page.goto(base + story + '/export');
  const [down] = await Promise.all([page.waitForEvent('download'), page.click('a[href$="/account/docx"]')]);
  out.walked.exported = [down.suggestedFilename(), fs.statSync(await down.path()).size];

  await page.goto(base + story + '/judge');
  await page.click('.rows li a >> nth=0');
  const first = new URL(page.url()).pathname;
  await page.fill('input[type=date][name=b]', '2031-03-10');
  await page.click('text=Set the day');
  out.walked.remembered = await said();
  await page.goto(base + '/judgements');
  out.walked.log = await page.innerText('main');
  await page.click('button:text-is("Withdraw")');
  out.walked.undone = await said();

  await page.goto(base + story + '/judge');
  await page.fill('input.long', 'The Marit and the visit');
  await page.click('button:text-is("Call it so") >> nth=0');
  await page.goto(base + story + '/events');
  await page.click('summary:text-is("Call it otherwise") >> nth=0');
  await page.fill('.naming input[name=words] >> nth=0', 'The Marit is lost');
  await page.click('.naming button >> nth=0');
  out.walked.called = await said();

  await page.fill('#find', 'visit');
  await page.press('#find', 'Enter');
  out.walked.found = await page.innerText('h1');
  await page.click('aside a:text-is("statement")');
  out.walked.narrowed = await page.innerText('h1');
  await page.click('text=Save this search');
  out.walked.saved = await said();
  await page.click('.found .what a >> nth=0');
  await page.goto(base + first);
  if (await page.locator('text=compare').count()) await page.click('text=compare >> nth=0');
  const compare = new URL(page.url()).pathname + new URL(page.url()).search;
  await page.selectOption('select[name=c]', { index: 1 });
  await page.click('button:text-is("Compare")');
  out.walked.three = await page.innerText('h1');
  const three = new URL(page.url()).pathname + new URL(page.url()).search;
  await page.goto(base + '/search?kind=person');
  await page.click('.found .what a >> nth=0');
  const person = new URL(page.url()).pathname;
  await page.selectOption('select', { index: 0 }).catch(() => {});
  await page.goto(base + '/?status=planned');
  out.walked.filtered = await page.locator('.stories li').count();
  return { story, first, compare, three, person };
}

// A report comes while the desk is looked at: it is told in the background, and what moved by it stands under Alerts.
async function alerted(page) {
  await settled();
  execFileSync(python, ['-m', 'dateline', 'add', report, '--desk', desk], { stdio: 'ignore' });
  await settled();
  await page.goto(base + '/alerts');
  out.walked.alerts = await page.innerText('main');
  await page.goto(base + '/');
  out.walked.renamed = await page.innerText('.stories h3 a');
  await page.click('.stories h3 a');
  await page.click('a:text-is("Events")');
  out.walked.label = await page.locator('h2:text-is("The Marit is lost")').count();
}

// Each key goes to what it is for, and no key is taken from who writes; what is decided so is undone so.
async function keys(page, story, first) {
  const at = () => page.evaluate(() => {
    const one = document.activeElement, form = one.closest('form');
    return `${one.name || one.innerText} ${form && form.elements.kind ? form.elements.kind.value : ''}`.trim();
  });
  const pressed = async (address, keys) => {
    await page.goto(base + address);
    const seen = [];
    for (const key of keys) {
      await page.keyboard.press(key);
      seen.push(await at());
      await page.keyboard.press('Escape');
    }
    return seen;
  };
  out.walked.judged_by_keys = [await pressed(story + '/judge', 'ktzr'), await pressed(first, 'gmtyzqq')];
  await page.goto(base + story + '/events');
  await page.keyboard.press('k');
  out.walked.named_by_key = await at();
  await page.keyboard.type('?s');
  out.walked.typed = await page.inputValue('.naming input[name=words] >> nth=0');
  await page.goto(base + first);
  await page.keyboard.press('?');
  await page.waitForSelector('dialog[open]');
  out.walked.keys = await page.innerText('dialog');
  await page.evaluate(axe);
  const found = await page.evaluate(() => axe.run());
  out.broken.push(...found.violations.map(one => `keys of ${first} ${one.id}: ${one.nodes[0].html.slice(0, 120)}`));
  if (pictures) await page.screenshot({ path: path.join(pictures, 'keys-open.png') });
  await page.keyboard.press('Escape');
  await page.keyboard.press('q');
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
  out.walked.decided_by_key = await page.innerText('.telling >> nth=-1');
  await Promise.all([page.waitForNavigation(), page.keyboard.press('u')]);
  out.walked.undone_by_key = await page.innerText('.telling >> nth=-1');
  // What was decided is told meanwhile: the page says so, and leads to it once it is done.
  await page.waitForSelector('.so-far a:text-is("Show it")', { timeout: 120000 });
  out.walked.told_meanwhile = await page.innerText('.so-far');
  await page.click('.so-far a:text-is("Show it")');
  out.walked.shown_then = await page.locator('.so-far').count();
  await page.goto(base + '/keys');
  await page.uncheck('#single');
  await page.keyboard.press('d');
  out.walked.turned_off = new URL(page.url()).pathname;
}

// From the account to where a thing is judged, to whom it tells of, and to a report's marks.
async function led(page, story) {
  await page.goto(base + story);
  await page.click('.plan summary >> nth=0');
  await page.click('.plan .own >> nth=0');
  const at = new URL(page.url());
  out.walked.led = [at.pathname.endsWith('/judge'), await page.locator(`[id="${at.hash.slice(1)}"] button`).count()];
  await page.goto(base + story);
  await page.click('.voice h3 a, .voice h4 a >> nth=0');
  out.walked.person = new URL(page.url()).pathname.split('/')[1];
  await page.goto(base + story + '/compare');
  await page.selectOption('select[name=a]', { index: 1 });
  await page.selectOption('select[name=b]', { index: 3 });
  await page.click('button:text-is("Compare")');
  out.walked.chosen = await page.innerText('h1');
  await page.click('.pair.head a >> nth=0');
  await page.click('a:text-is("names, times and statements")');
  out.walked.marks = await page.locator('.m-name').count();
  return new URL(page.url()).pathname + '?marks=1';
}

async function settled() {
  for (let n = 0; n < 240; n++) {
    const now = await (await fetch(base + '/api/v1/status')).json();
    if (now.told && !now.telling) return;
    await new Promise(done => setTimeout(done, 500));
  }
}

async function checked(browser, pages) {
  for (const [width, colorScheme] of [1440, 820, 390].flatMap(wide => [[wide, 'light'], [wide, 'dark']])) {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, bypassCSP: true });
    const page = await context.newPage();
    for (const address of pages) {
      await page.goto(base + address);
      await page.evaluate(axe);
      const found = await page.evaluate(() => axe.run());
      const said = v => `${address} ${width} ${colorScheme} ${v.id}: ${v.nodes[0].html.slice(0, 120)}`;
      out.broken.push(...found.violations.map(said));
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      if (wide > width) out.wide.push(`${address} ${width}: ${wide}`);
      const name = address.replace(/\?.*/, '').split('/').slice(1).filter((_, at) => at !== 1 || address.split('/').length > 3);
      if (pictures) await page.screenshot({ path: path.join(pictures, `${name.join('-') || 'desk'}-${width}-${colorScheme}.png`) });
    }
    await context.close();
  }
  const paper = await (await browser.newContext({ viewport: { width: 794, height: 1123 } })).newPage();
  await paper.emulateMedia({ media: 'print' });
  for (const address of pages) {
    await paper.goto(base + address);
    const seen = await paper.evaluate(() => [
      document.documentElement.scrollWidth,
      [...document.querySelectorAll('.desk-nav, form button')].filter(one => one.offsetParent !== null).length]);
    if (seen[0] > 794 || seen[1]) out.printed.push(`${address}: ${seen}`);
    const name = address.replace(/\?.*/, '').split('/').pop() || 'desk';
    if (pictures) await paper.screenshot({ path: path.join(pictures, `print-${name}.png`) });
  }
}

(async () => {
  const browser = await chromium.launch({ executablePath: chromiumPath, args: ['--no-sandbox'] });
  const plain = await (await browser.newContext({ javaScriptEnabled: false, acceptDownloads: true })).newPage();
  plain.on('request', r => { if (!r.url().startsWith(base) && !r.url().startsWith('data:')) out.asked.push(r.url()); });
  plain.on('console', m => { if (m.type() === 'error') out.refused.push(m.text()); });
  const { story, first, compare, three, person } = await walk(plain);
  await alerted(plain);
  const marks = await led(plain, story);
  const pages = ['/', story, `${story}?as_of=2031-03-20`, `${story}/events`, `${story}/origins`, `${story}/new`, `${story}/judge`,
                 `${story}/export`, `${story}/compare`, marks, first, compare, three, `/versions/${first.split('/').pop()}`, person, '/search?q=visit', '/search',
                 '/plans', '/calendar', '/judgements', '/alerts', '/keys', '/nowhere'];
  await checked(browser, pages);
  const strict = await (await browser.newContext()).newPage();
  strict.on('console', m => { if (m.type() === 'error' && !m.text().includes('404')) out.refused.push(m.text()); });
  for (const address of pages) await strict.goto(base + address);
  await strict.goto(base + story);
  await strict.focus('input[type=range]');
  await strict.keyboard.press('Home');
  out.walked.moved = await strict.innerText('.slide output'); // a script says where the slider stands before it is let go
  await keys(strict, story, first);
  out.pages = pages;
  console.log(JSON.stringify(out));
  await browser.close();
})().catch(error => { console.error(String(error.stack || error)); process.exit(1); });
