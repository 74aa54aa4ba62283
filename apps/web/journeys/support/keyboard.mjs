import assert from 'node:assert/strict';

/** More stops than a page of ours has before what one looks for; a trap would go on for ever. */
const mostStops = 150;

/** The accessible words of what has the focus: its label, else its text. */
export async function atFocus(page) {
  return (await focused(page)).words;
}

/**
 * Presses a key until `isThere(words, href)` holds for what has the focus. Each stop on the way must be seen: with a ring
 * that the style sheet draws, and inside the window.
 */
export async function pressUntil(page, key, isThere) {
  const stops = [];
  while (stops.length < mostStops) {
    await page.keyboard.press(key);
    const stop = await focused(page);
    stops.push(stop.words);
    assert.ok(stop.isNoStop || stop.isRinged, `the focus on "${stop.words}" cannot be seen`);
    assert.ok(stop.isNoStop || stop.isInView, `"${stop.words}" has the focus outside the window`);
    if (isThere(stop.words, stop.href)) return;
  }
  assert.fail(`not reached in ${mostStops} stops: ${stops.slice(-12).join(' | ')}`);
}

function focused(page) {
  return page.evaluate(() => {
    const element = document.activeElement;
    const labels = [...(element.labels ?? [])].map((label) => label.innerText);
    const named = element.getAttribute('aria-labelledby')?.split(' ') ?? [];
    const words =
      element.getAttribute('aria-label') ??
      [...named.map((id) => document.getElementById(id)?.innerText), ...labels, element.innerText].find(Boolean) ??
      '';
    const ringOf = (one) => {
      const style = getComputedStyle(one);
      return (style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none';
    };
    const box = element.getBoundingClientRect();
    return {
      words: words.trim().replaceAll(/\s+/g, ' '),
      href: element.getAttribute('href'),
      // After a change of page the heading has the focus, so that it is read aloud; it is no stop of the keyboard.
      isNoStop: element === document.body || element.tabIndex < 0,
      // A hidden box of ours draws its ring on the element around it.
      isRinged: ringOf(element) || ringOf(element.parentElement) || (element.labels?.[0] && ringOf(element.labels[0])),
      isInView: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    };
  });
}
