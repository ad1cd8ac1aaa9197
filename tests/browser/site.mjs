// SPDX-License-Identifier: GPL-3.0-or-later
// The static pages from a file: filter, open, click a finding and see its place; a hostile report stays text.
import assert from 'node:assert/strict';
import { isSeen, shot, withPage } from './browser.mjs';

const [index, single] = process.argv.slice(2);
const ATTACK = '<img src=x onerror=alert(1)>';

await withPage(async (page, asked) => {
  await page.goto(index);
  await page.waitForSelector('table.reports tbody tr');
  assert.equal(await page.locator('table.reports tbody tr').count(), 4);
  await shot(page, 'index');

  // No element came of the attack's title.
  assert.equal(await page.locator('img').count(), 0);

  // Filters narrow the list and stay in the address.
  await page.selectOption('#filter-rule', 'SUM101');
  const narrowed = await page.locator('table.reports tbody tr').count();
  assert.ok(narrowed >= 1 && narrowed < 4, 'SUM101 narrows: ' + narrowed);
  await page.selectOption('#filter-rule', '');
  await page.fill('#filter-search', '青禾县水文');
  assert.equal(await page.locator('table.reports tbody tr').count(), 1);
  await page.reload();
  assert.equal(await page.locator('table.reports tbody tr').count(), 1);
  await page.fill('#filter-search', '');

  // A PDF's report: each finding's box can be seen after a click on it, and leads back.
  await page.locator('table.reports a', { hasText: /决算/ }).first().click();
  await page.waitForSelector('article.finding');
  await page.waitForSelector('.sheet img');
  const cards = page.locator('article.finding');
  for (let i = 0; i < await cards.count(); ++i) {
    await cards.nth(i).locator('h3').click();
    await page.waitForSelector('.box.lit');
    assert.ok(await isSeen(page.locator('.box.lit').first()), 'the box of finding ' + i + ' is seen');
    assert.ok(await cards.nth(i).evaluate((node) => node.classList.contains('current')));
  }
  await page.locator('.box').first().click();
  assert.equal(await page.locator('article.finding.current').count(), 1);
  await shot(page, 'report');
  await page.locator('#tables summary').click();
  await page.locator('#tables td.confirmed').first().waitFor();
  await page.locator('#relations summary').click();
  await page.locator('#relations .sum').first().waitFor();
  await shot(page, 'tables');
  assert.equal(await page.locator('a', { hasText: '标注后的 PDF' }).count(), 1);

  // The other language, kept over a reload.
  await page.locator('button.language').click();
  assert.equal(await page.locator('section.findings h2').innerText().then((t) => t.startsWith('Findings')), true);

  // The hostile report: shown, and nothing of it ran.
  await page.goto(index);
  await page.fill('#filter-search', 'attack');
  await page.locator('table.reports a').click();
  await page.waitForSelector('article.finding');
  assert.ok((await page.locator('body').innerText()).includes(ATTACK));
  assert.equal(await page.locator('#app img').count(), 0);
  await page.locator('article.finding h3').first().click();
  assert.ok(await isSeen(page.locator('mark.lit').first()));
  await shot(page, 'text-report');

  // Nothing was asked of any network.
  assert.deepEqual(asked.filter((url) => !url.startsWith('file:') && !url.startsWith('data:')), []);
});

await withPage(async (page) => {
  await page.goto(single);
  await page.waitForSelector('article.finding, .quiet');
  assert.ok((await page.locator('nav select option').count()) === 4);
  const n = await page.locator('nav select option').evaluateAll((options) => options.findIndex((o) => /决算/.test(o.textContent)));
  await page.selectOption('nav select', String(n));
  await page.waitForSelector('.sheet img');
  assert.ok(await page.locator('.box').count() > 0);
  await shot(page, 'single');
});
