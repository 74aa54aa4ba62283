import { randomInt } from 'node:crypto';

const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';
const lettersOfWord = 10;

/** A word that stands in no other place of any world: whoever shows it shows the one text that it was put into. */
export function newWord(): string {
  return `zq${Array.from({ length: lettersOfWord }, () => letters[randomInt(letters.length)]).join('')}x`;
}

/**
 * What is looked for besides words that were put in: values that are unmistakable by themselves. Each is brought to one
 * spelling, for an account number is shown in groups and an enterprise number with dots.
 */
const shapes: readonly (readonly [RegExp, (found: string) => string])[] = [
  [/zq[a-z0-9]{10}x/gi, (word) => word.toLowerCase()],
  [/[\w.+-]+(?:@|%40)[\w-]+(?:\.[\w-]+)+/g, (email) => email.replace('%40', '@').toLowerCase()],
  [/\bBE\d{2}(?:[ \u00a0]?\d{4}){3}\b/g, (iban) => iban.replaceAll(/[^A-Z0-9]/g, '')],
  [/\b[01]\d{3}\.\d{3}\.\d{3}\b|\b[01]\d{9}\b/g, (number) => number.replaceAll('.', '')],
  [/\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g, (id) => id],
];

/** Everything in a text that may be a secret, once each. */
export function marksIn(text: string): Set<string> {
  return new Set(shapes.flatMap(([shape, spelled]) => [...text.matchAll(shape)].map(([found]) => spelled(found))));
}

/** The same without ids: what people typed. */
export function wordsIn(text: string): Set<string> {
  return new Set(
    shapes.slice(0, 3).flatMap(([shape, spelled]) => [...text.matchAll(shape)].map(([found]) => spelled(found))),
  );
}
