import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { unpackWoff } from './unpack-woff.js';

export type Weight = 'regular' | 'semibold';

/** A part of a text that one font file can show. */
export interface Run {
  readonly font: string;
  readonly text: string;
}

const weights: Record<Weight, number> = { regular: 400, semibold: 600 };
/** The typeface comes in files by script; a name in another script takes its letters from another file. */
const scripts = ['latin', 'latin-ext', 'greek', 'cyrillic', 'vietnamese'] as const;

const packagePath = (path: string) => fileURLToPath(import.meta.resolve(`@fontsource/source-sans-3/${path}`));

/** WOFF and not WOFF2: the composed letters (é, ü) of a WOFF2 file break the subsetting of the PDF library. */
function readFonts(): ReadonlyMap<string, Buffer> {
  const names = (Object.keys(weights) as Weight[]).flatMap((weight) =>
    scripts.map((script) => [weight, script] as const),
  );
  return new Map(
    names.map(([weight, script]) => [
      fontName(weight, script),
      unpackWoff(readFileSync(packagePath(`files/source-sans-3-${script}-${weights[weight]}-normal.woff`))),
    ]),
  );
}

const fontName = (weight: Weight, script: string) => `${weight}-${script}`;

type Range = readonly [number, number];

function readRanges(): readonly { readonly script: string; readonly ranges: readonly Range[] }[] {
  const table = JSON.parse(readFileSync(packagePath('unicode.json'), 'utf8')) as Record<string, string>;
  return scripts.map((script) => ({ script, ranges: (table[script] ?? '').split(',').map(rangeOf) }));
}

function rangeOf(text: string): Range {
  const [from = '', to = from] = text.replace('U+', '').split('-');
  return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
}

let fonts: ReadonlyMap<string, Buffer> | null = null;
let coverage: ReturnType<typeof readRanges> | null = null;
const scriptOf = new Map<string, string | null>();

/** The bytes of a font file, read once in the life of the process. */
export function fontBytes(name: string): Buffer {
  fonts ??= readFonts();
  const bytes = fonts.get(name);
  if (bytes === undefined) throw new Error(`No font ${name}.`);
  return bytes;
}

function findScript(character: string): string | null {
  const known = scriptOf.get(character);
  if (known !== undefined) return known;
  coverage ??= readRanges();
  const point = character.codePointAt(0) ?? 0;
  const found = coverage.find(({ ranges }) => ranges.some(([from, to]) => from <= point && point <= to));
  scriptOf.set(character, found?.script ?? null);
  return found?.script ?? null;
}

// Signs that show nothing or turn the direction of what follows: they could make an amount read backwards.
const unseen = /(?!\n)[\p{Cc}\p{Cf}]/gu;

/** Text as it can be printed: composed letters, no invisible signs, one sort of no-break space. */
export function printable(text: string): string {
  return (
    text
      .normalize('NFC')
      .replaceAll(/\r\n?|[\u2028\u2029]/g, '\n')
      .replaceAll('\t', ' ')
      .replaceAll(unseen, '')
      .replaceAll(/[\u202f\u2007]/g, '\u00a0')
      // French puts spaces before these signs and within its quotation marks; a line does not end there.
      .replaceAll(/ (?=[»:;?!%])|(?<=«) /g, '\u00a0')
  );
}

/** Cuts a text into runs of one font file each. A letter that no file has becomes a question mark, never a gap. */
export function runsOf(text: string, weight: Weight): Run[] {
  const runs: { script: string; text: string }[] = [];
  for (const character of text) {
    const last = runs.at(-1);
    const script = findScript(character);
    const shown = script === null ? '?' : character;
    // A space belongs to every script: it does not cut a run in two.
    const wanted = character === ' ' && last !== undefined ? last.script : (script ?? 'latin');
    if (last?.script === wanted) last.text += shown;
    else runs.push({ script: wanted, text: shown });
  }
  return runs.map((run) => ({ font: fontName(weight, run.script), text: run.text }));
}
