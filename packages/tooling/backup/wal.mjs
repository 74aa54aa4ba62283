import { readdirSync } from 'node:fs';
import { Sentence } from '../repository.mjs';

const form = /^([0-9A-F]{8})([0-9A-F]{8})([0-9A-F]{8})$/;
/** Segments of 16 MiB, as initdb makes them unless told otherwise: so many to a log file of 4 GiB. */
const perLog = 0x100;

/** The number of a segment in its timeline; null for what is no segment (a history file, a label). */
export function segmentNumber(name) {
  const [, , log, segment] = form.exec(name) ?? [];
  return log === undefined ? null : Number.parseInt(log, 16) * perLog + Number.parseInt(segment, 16);
}

/** The name of the segment with this number in the timeline of `name`. */
export function segmentName(name, number) {
  const hex = (value) => value.toString(16).toUpperCase().padStart(8, '0');
  return `${name.slice(0, 8)}${hex(Math.floor(number / perLog))}${hex(number % perLog)}`;
}

/**
 * Throws with the first segment that is missing between `first` and the newest of its timeline that the archive holds.
 * A log with a hole restores to the hole and no further, and nobody would know before the day.
 *
 * @returns {{ first: string, last: string, count: number }}
 */
export function requireUnbroken(archive, first, through = first) {
  const timeline = first.slice(0, 8);
  const held = readdirSync(archive).filter((name) => form.test(name) && name.startsWith(timeline));
  const numbers = new Set(held.map(segmentNumber));
  const from = segmentNumber(first);
  const last = Math.max(segmentNumber(through), ...[...numbers].filter((number) => number >= from));
  for (let number = from; number <= last; number += 1) {
    if (numbers.has(number)) continue;
    throw new Sentence(`The archive lacks ${segmentName(first, number)}: this back-up restores no further than that.`);
  }
  return { first, last: segmentName(first, last), count: last - from + 1 };
}
