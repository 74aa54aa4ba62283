import { readFileSync } from 'node:fs';

const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8');
const tokens = new Map(
  [...css.matchAll(/--([\w-]+):\s*light-dark\((#\w{6}),\s*(#\w{6})\)/g)].map((match) => [
    match[1] ?? '',
    { light: match[2] ?? '', dark: match[3] ?? '' },
  ]),
);

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((start) => Number.parseInt(colour.slice(start, start + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [lighter = 1, darker = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

const papers = ['paper', 'paper-raised', 'paper-sunken'];
const pairs = (names: string[], backs: string[]) => names.flatMap((name) => backs.map((back) => [name, back] as const));
const text = [
  ...pairs(['ink', 'ink-soft', 'ink-faint', 'accent', 'accent-hover', 'success', 'info', 'warning', 'danger'], papers),
  ...['accent', 'success', 'info', 'warning', 'danger'].flatMap((tone) =>
    pairs([tone, 'ink', 'ink-soft'], [`${tone}-soft`]),
  ),
  ...pairs(['on-accent'], ['accent', 'accent-hover']),
  ...pairs(['on-danger'], ['danger', 'danger-hover']),
];
const tones = [...tokens.keys()].filter((name) => name.startsWith('tone-'));
const edges = [...pairs(['rule-strong', 'accent'], ['paper', 'paper-raised']), ...pairs(tones, ['paper'])];

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  const colour = (name: string) => tokens.get(name)?.[theme] ?? '';

  it.each(text)('%s can be read on %s', (name, back) => {
    expect(contrast(colour(name), colour(back))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(edges)('the edge %s stands out from %s', (name, back) => {
    expect(contrast(colour(name), colour(back))).toBeGreaterThanOrEqual(3);
  });

  it.each(tones)('white letters can be read on %s', (name) => {
    expect(contrast('#ffffff', colour(name))).toBeGreaterThanOrEqual(4.5);
  });
});
