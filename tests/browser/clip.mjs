// SPDX-License-Identifier: GPL-3.0-or-later
// What a doubtful figure looks like on its page, cut out of the picture beside the note; a note without a place has none.
import assert from 'node:assert/strict';
import { shot, withPage } from './browser.mjs';

const [single] = process.argv.slice(2);

await withPage(async (page) => {
  await page.goto(single);
  await page.locator('#not-checked summary').click();
  const clip = page.locator('.clip:not([hidden])');
  await clip.waitFor();
  assert.equal(await clip.count(), 1);
  assert.equal(await page.locator('.clip').count(), 2);
  // The frame lies inside the clip, and the picture covers it.
  const [whole, frame, image] = await clip.evaluate((node) => [node, ...node.children].map((n) => {
    const { left, top, right, bottom } = n.getBoundingClientRect();
    return { left, top, right, bottom };
  })).then(([a, img, box]) => [a, box, img]);
  assert.ok(frame.left > whole.left && frame.right < whole.right && frame.top > whole.top && frame.bottom < whole.bottom);
  assert.ok(image.left <= whole.left && image.right >= whole.right - 2 && image.bottom >= whole.bottom - 2);
  await shot(page, 'clip');
});
