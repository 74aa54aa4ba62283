import { cents, languages } from '@commonlot/domain';
import { cancellationMail, receiptMail, withdrawalMail } from './mails.js';

const link = 'https://example.org/x';
const hash = 'a'.repeat(64);
const receipt = {
  number: '2026-C01-0001',
  title: 'Koor',
  callTitle: 'Zing',
  organisationName: 'Koor vzw',
  requestedCents: cents(1_234_56),
  submittedAt: new Date('2026-10-25T00:30:00Z'),
  contentHash: hash,
  link,
};

describe.each(languages)('in %s', (language) => {
  it('the receipt names number, project, amount, instant with its clock, and hash', () => {
    const { subject, body } = receiptMail(language, receipt);
    expect(subject).toContain(receipt.number);
    for (const part of [receipt.number, 'Koor vzw', 'Zing', '234,56', '02:30', '2026', hash, link]) {
      expect(body.replace('234.56', '234,56')).toContain(part);
    }
    expect(body).toMatch(/Brusse|Bruxelles|Brüsse/);
  });

  it('the mails about a withdrawal and a cancelled call say what happened and where to go', () => {
    const withdrawn = withdrawalMail(language, receipt);
    expect(withdrawn.subject).toContain(receipt.number);
    expect(withdrawn.body).toContain(link);
    const cancelled = cancellationMail(language, {
      callTitle: 'Zing',
      callNumber: '2026-C01',
      reason: 'Te vroeg.',
      link,
    });
    expect(cancelled.subject).toContain('2026-C01');
    expect(cancelled.body).toContain('Te vroeg.');
  });
});

it('are not one text for all', () => {
  expect(new Set(languages.map((language) => receiptMail(language, receipt).subject)).size).toBe(4);
});
