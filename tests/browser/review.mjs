// SPDX-License-Identifier: GPL-3.0-or-later
// The review: look, decide by keyboard, reload, undo, note; a hostile report stays text; strangers are refused.
import assert from 'node:assert/strict';
import http from 'node:http';
import { isSeen, shot, withPage } from './browser.mjs';

const [address] = process.argv.slice(2);
const ATTACK = '<img src=x onerror=alert(1)>';

function ask(options, body) {
  return new Promise((done, fail) => {
    const request = http.request(address, options, (answer) => {
      let text = '';
      answer.on('data', (piece) => { text += piece; });
      answer.on('end', () => done({ status: answer.statusCode, text, headers: answer.headers }));
    });
    request.on('error', fail);
    request.end(body);
  });
}

// Who may ask.
assert.equal((await ask({ path: '/queue.json', headers: { Host: 'rebound.example' } })).status, 403);
assert.equal((await ask({ path: '/queue.json', headers: { Origin: 'http://elsewhere.example' } })).status, 403);
assert.equal((await ask({ path: '/decide', method: 'POST', headers: { 'Content-Type': 'application/x-www-form-urlencoded' } },
  'key=a/b&decision=error')).status, 403);
const shell = await ask({ path: '/' });
assert.match(shell.headers['content-security-policy'], /default-src 'none'/);
assert.equal(shell.headers['access-control-allow-origin'], undefined);

await withPage(async (page, asked) => {
  await page.goto(address);
  await page.waitForSelector('.queue li');
  const first = () => page.locator('.queue li > button[aria-current]');
  const total = await page.locator('.queue li').count();
  assert.ok(total >= 4, 'the queue has findings: ' + total);
  await page.waitForSelector('.detail h1');
  await shot(page, 'review');

  // Down and up by keyboard; each finding shows its places.
  for (let i = 0; i < total; ++i) {
    await page.waitForSelector('.places [data-box="0"]');
    assert.ok(await isSeen(page.locator('.places [data-box="0"]').first()), 'the place of finding ' + i);
    await page.keyboard.press('j');
    await page.waitForTimeout(120);
  }
  for (let i = 0; i < total; ++i) await page.keyboard.press('k');
  await page.waitForTimeout(300);

  // Decide the first: an error. The second: not one, since the figures are not meant to agree.
  const names = await page.locator('.queue .head').allInnerTexts();
  await page.keyboard.press('1');
  await page.waitForSelector('.queue li:nth-child(1) .badge.decision.error');
  await page.locator('.detail h1', { hasText: names[1] }).waitFor();
  await page.keyboard.press('2');
  await page.waitForSelector('.reasons:not([hidden])');
  await shot(page, 'reasons');
  await page.keyboard.press('2');
  await page.waitForSelector('.queue li:nth-child(2) .badge.decision.not_error');

  // It is there after a reload.
  await page.goto(address + '?state=');
  await page.waitForSelector('.queue li');
  assert.equal(await page.locator('.queue .badge.decision').count(), 2);
  await page.waitForSelector('.choice[aria-pressed="true"][data-decision="error"]');

  // A note, kept with the decision.
  await page.keyboard.press('n');
  await page.keyboard.type(ATTACK);
  await page.keyboard.press('Control+Enter');
  await page.locator('.history', { hasText: ATTACK }).waitFor();

  // Undo takes back the note, then a decision is changed and taken back.
  await page.keyboard.press('3');
  await page.waitForSelector('.queue li:nth-child(1) .badge.decision.ask_author');
  await page.keyboard.press('u');
  await page.waitForSelector('.queue li:nth-child(1) .badge.decision.error');

  // How often rules were right; each page has its JSON twin.
  await page.goto(address + 'rules');
  await page.waitForSelector('table.list tbody tr');
  assert.match(await page.locator('table.list').innerText(), /100\.0%|50\.0%|0\.0%/);
  await shot(page, 'rules');
  await page.goto(address + 'reports');
  await page.waitForSelector('table.reports tbody tr');
  await page.fill('#filter-search', 'attack');
  await page.locator('table.reports a').click();
  await page.waitForSelector('article.finding');
  assert.ok((await page.locator('body').innerText()).includes(ATTACK));
  assert.equal(await page.locator('#app img[src="x"]').count(), 0);
  assert.equal(await first().count(), 0);
  for (const twin of ['queue.json', 'facets.json', 'reports.json', 'rules.json']) {
    assert.equal((await ask({ path: '/' + twin })).status, 200, twin);
  }

  assert.deepEqual(asked.filter((url) => !url.startsWith(address) && !url.startsWith('data:')), []);
});
