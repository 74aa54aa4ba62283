import type { Answers } from '../calls/index.js';
import { applicationNumber, type ReceiptFacts, receiptContent } from './receipt.js';

const answers: Answers = { title: 'A choir', summary: 'For the care home', days: ['monday', 'friday'] };
const duringCall = new Date('2026-03-15T12:00Z');

describe('the receipt', () => {
  const receipt: ReceiptFacts = {
    applicationNumber: '2026-C01-0042',
    callNumber: '2026-C01',
    organisationName: 'Koor',
    enterpriseNumber: '0415580365',
    language: 'nl',
    submittedAt: duringCall,
    submittedById: 'lea',
    formRevision: 3,
    answers,
    files: [
      { id: 'b', name: 'b.pdf', sha256: '02' },
      { id: 'a', name: 'a.pdf', sha256: '01' },
    ],
  };

  test('has a number that tells the call and the place', () => {
    expect(applicationNumber('2026-C01', 42)).toBe('2026-C01-0042');
    expect(applicationNumber('2026-C01', 12_345)).toBe('2026-C01-12345');
  });

  test('says everything that was sent, the files in one order', () => {
    expect(JSON.parse(receiptContent(receipt))).toEqual({
      version: 1,
      ...receipt,
      submittedAt: '2026-03-15T12:00:00.000Z',
      files: [
        { id: 'a', name: 'a.pdf', sha256: '01' },
        { id: 'b', name: 'b.pdf', sha256: '02' },
      ],
    });
  });

  test('is the same whatever the order of files and answers', () => {
    const turned = Object.fromEntries(Object.entries(answers).reverse());
    expect(receiptContent({ ...receipt, answers: turned, files: receipt.files.toReversed() })).toBe(
      receiptContent(receipt),
    );
  });

  test.each<[string, Partial<ReceiptFacts>]>([
    ['a file', { files: receipt.files.slice(1) }],
    ['a hash', { files: [{ id: 'a', name: 'a.pdf', sha256: '09' }] }],
    ['an answer', { answers: { ...answers, title: 'A chorus' } }],
    ['the instant', { submittedAt: new Date(duringCall.getTime() + 1) }],
    ['the language', { language: 'fr' }],
  ])('is another when %s is another', (_case, change) => {
    expect(receiptContent({ ...receipt, ...change })).not.toBe(receiptContent(receipt));
  });
});
