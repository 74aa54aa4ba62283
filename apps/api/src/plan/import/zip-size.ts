import { inflateRawSync } from 'node:zlib';
import { unreadable } from './table.js';

const entrySignature = 0x02014b50;
const endSignature = 0x06054b50;
const endLength = 22;

/**
 * Unpacks every entry of a ZIP file once with a limit, and throws when together they pass `maximumBytes`: a file of a few
 * kilobytes can hold gigabytes, and what its own directory says of their size need not be true.
 */
export function assertUnpackedSize(zip: Buffer, maximumBytes: number, malformed = 'xlsx-malformed'): void {
  try {
    let left = maximumBytes;
    for (const entry of entriesOf(zip)) left -= unpackedSize(entry, left);
  } catch (error) {
    // Every way in which the bytes are no sound ZIP file, or are too many, ends here.
    const isTooLarge = (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE';
    throw unreadable(isTooLarge ? 'too-large-unpacked' : malformed);
  }
}

/** The bytes of an entry of a ZIP file whose size was checked, or null when there is none with this name. */
export function entryOf(zip: Buffer, name: string): Buffer | null {
  const entry = entriesOf(zip).find((each) => each.name === name);
  if (entry === undefined) return null;
  return entry.isDeflated ? inflateRawSync(entry.data) : entry.data;
}

/** Throws when the file carries macros, whatever its name says: nothing in it is run, and nobody should pass it on. */
export function assertNoMacros(zip: Buffer): void {
  if (entriesOf(zip).some(({ name }) => /vbaproject\.bin$/i.test(name))) throw unreadable('macros');
}

interface Entry {
  readonly name: string;
  readonly isDeflated: boolean;
  readonly data: Buffer;
}

function entriesOf(zip: Buffer): Entry[] {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || zip.length - end < endLength || zip.readUInt32LE(end) !== endSignature) throw new RangeError('no end');
  const count = zip.readUInt16LE(end + 10);
  const entries: Entry[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (zip.readUInt32LE(at) !== entrySignature) throw new RangeError('no entry');
    const packedSize = zip.readUInt32LE(at + 20);
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const name = zip.toString('utf8', at + 46, at + 46 + zip.readUInt16LE(at + 28));
    entries.push({ name, isDeflated: zip.readUInt16LE(at + 10) !== 0, data: zip.subarray(start, start + packedSize) });
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return entries;
}

function unpackedSize({ isDeflated, data }: Entry, maximumBytes: number): number {
  const size = isDeflated ? inflateRawSync(data, { maxOutputLength: Math.max(maximumBytes, 1) }).length : data.length;
  if (size > maximumBytes) throw Object.assign(new RangeError('too large'), { code: 'ERR_BUFFER_TOO_LARGE' });
  return size;
}
