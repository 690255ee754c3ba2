// A record system in a browser, on an origin of its own: opens the page, waits for the card, accepts the first
// suggestion, and writes down what was seen. With a screenshot file, also a picture of it.
// usage: node cds-client.mjs CHROMIUM CASES.json RESULTS.json   (cases: [{ page, picture? }])
import fs from 'node:fs';
import { chromium } from 'playwright-core';

const [executablePath, input, output] = process.argv.slice(2);
const cases = JSON.parse(fs.readFileSync(input, 'utf8'));
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });

try {
  const results = [];
  for (const { page: address, picture } of cases) {
    const page = await browser.newPage({ viewport: { width: 900, height: 1100 } });
    await page.goto(address);
    const state = page.locator('#state');
    await page.waitForFunction(() => /^(shown|failed)/.test(document.getElementById('state').textContent));
    const shown = await state.textContent();
    const summaries = await page.locator('article h2').allTextContents();
    if (picture) {
      await page.screenshot({ path: picture, fullPage: true });
    }
    let accepted = null;
    let created = [];
    if (await page.locator('article button').count() > 0) {
      await page.locator('article button').first().click();
      await page.waitForFunction(() => document.getElementById('state').textContent === 'accepted');
      accepted = await state.textContent();
      created = await page.evaluate(() => window.created);
    }
    results.push({ shown, summaries, accepted, created });
    await page.close();
  }
  fs.writeFileSync(output, JSON.stringify(results));
} finally {
  await browser.close();
}
