import { unzipSync } from 'fflate';
import type { Answer } from '../test-api.js';
import { pdfText } from './pdf-text.js';

/** Everything that an answer says: status, headers, body; the words of a PDF and of an archive as they are read. */
export function answerText({ status, headers, raw }: Answer<unknown>): string {
  const isPdf = raw.subarray(0, 5).toString('latin1') === '%PDF-';
  return [
    status,
    JSON.stringify(headers),
    raw.toString('utf8'),
    isPdf ? pdfText(raw) : '',
    ...(filesIn(raw) ?? []),
  ].join('\n');
}

/** The texts of the files of an archive; null for what is none. */
export function filesIn(raw: Buffer): string[] | null {
  if (raw.subarray(0, 4).toString('latin1') !== 'PK\x03\x04') return null;
  return Object.values(unzipSync(raw)).map((bytes) => Buffer.from(bytes).toString('utf8'));
}
