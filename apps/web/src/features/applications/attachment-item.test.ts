import { attachmentItem } from './attachment-item';
import { givenDraft } from './given-draft';
import type { Attachment } from './records';

const file = {
  ...givenDraft('1').attachments[0],
  fileId: '0190a0a0-0000-7000-8000-0000000000f1',
  questionId: 'files',
  name: 'offerte.pdf',
  sizeBytes: 12,
} as Attachment;

it.each([
  ['clean', { state: 'ready', isOpen: true }],
  ['not-scanned', { state: 'ready', scan: 'none', isOpen: true }],
  ['pending', { state: 'ready', scan: 'waiting', isOpen: true }],
  ['infected', { state: 'refused', scan: 'infected', isOpen: false }],
] as const)('shows a file that is %s', (scanState, expected) => {
  const { state, scan, href } = attachmentItem('app', { ...file, scanState });
  expect({ state, ...(scan && { scan }), isOpen: href !== undefined }).toEqual(expected);
});
