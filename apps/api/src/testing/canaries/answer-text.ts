import { unzipSync } from 'fflate';
import type { Answer } from '../test-api.js';
import { pdfText } from './pdf-text.js';

/** Everything that an answer says: status, headers, body; the words of a PDF and of an archive as they are read. */
export function answerText({ status, headers, raw }: Answer<unknown>): string {
  const isPdf = raw.subarray(0, 5).toString('latin1') === '%PDF-';
  const isZip = raw.subarray(0, 4).toString('latin1') === 'PK\x03\x04';
  const files = isZip ? Object.values(unzipSync(raw)).map((bytes) => Buffer.from(bytes).toString('utf8')) : [];
  return [status, JSON.stringify(headers), raw.toString('utf8'), isPdf ? pdfText(raw) : '', ...files].join('\n');
}
