import type { Answer } from '../test-api.js';
import { pdfText } from './pdf-text.js';

/** Everything that an answer says: status, headers, body; the words of a PDF as they are read. */
export function answerText({ status, headers, raw }: Answer<unknown>): string {
  const isPdf = raw.subarray(0, 5).toString('latin1') === '%PDF-';
  return [status, JSON.stringify(headers), raw.toString('utf8'), isPdf ? pdfText(raw) : ''].join('\n');
}
