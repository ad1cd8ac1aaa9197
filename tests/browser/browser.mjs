// SPDX-License-Identifier: GPL-3.0-or-later
// A page in Chromium that fails the test when a script breaks, a policy is broken or a dialog opens.
import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';

export async function withPage(work) {
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
    const page = await context.newPage();
    const wrong = [];
    const asked = [];
    page.on('pageerror', (error) => wrong.push(error.message));
    page.on('console', (message) => { if (message.type() === 'error') wrong.push(message.text()); });
    page.on('dialog', (dialog) => { wrong.push('a dialog opened: ' + dialog.message()); dialog.dismiss(); });
    page.on('request', (request) => asked.push(request.url()));
    await work(page, asked);
    assert.deepEqual(wrong, []);
  } finally {
    await browser.close();
  }
}

export async function shot(page, name) {
  if (process.env.CROSSFOOT_SCREENSHOTS) await page.screenshot({ path: process.env.CROSSFOOT_SCREENSHOTS + '/' + name + '.png' });
}

// Whether the element lies inside the window and inside the scrolling column it stands in.
export function isSeen(locator) {
  return locator.evaluate((node) => {
    const box = node.getBoundingClientRect();
    let view = { top: 0, bottom: window.innerHeight };
    for (let up = node.parentElement; up; up = up.parentElement) {
      if (up.scrollHeight > up.clientHeight && getComputedStyle(up).overflowY !== 'visible' && up !== document.documentElement && up !== document.body) {
        const frame = up.getBoundingClientRect();
        view = { top: Math.max(view.top, frame.top), bottom: Math.min(view.bottom, frame.bottom) };
      }
    }
    return box.height > 0 && box.top >= view.top - 2 && box.bottom <= view.bottom + 2;
  });
}
