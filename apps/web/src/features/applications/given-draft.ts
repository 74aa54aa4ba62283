import { applications } from '@commonlot/contracts';
import type { OwnApplication } from './records';

const named = (text: string) => ({ nl: text, fr: text, de: text, en: text });
const question = { hint: null, required: true, maxCharacters: null, min: null, max: null, options: [], maxFiles: null };

/** For tests: a draft with a text, a number, a choice, files and the cost table. Each has an id of its own. */
export function givenDraft(id: string, change: Partial<OwnApplication> = {}): OwnApplication {
  return applications.readOwnApplication.response.parse({
    id: `0190a0a0-0000-7000-8000-${id.padStart(12, '0')}`,
    number: '2026-C03-0002',
    callNumber: '2026-C03',
    callTitle: named('Heritage'),
    organisationId: '0190a0a0-0000-7000-8000-00000000000a',
    organisationName: 'Choir',
    title: 'A choir',
    requestedCents: null,
    releasedState: 'draft',
    closesAt: '2026-12-25T11:00:00.000Z',
    savedAt: '2026-11-18T09:30:00.000Z',
    submittedAt: null,
    releasedAt: null,
    enterpriseNumber: '0203430576',
    fileLanguage: 'nl',
    opensAt: '2026-11-12T09:30:00.000Z',
    isOpen: true,
    form: {
      sections: [
        {
          id: 'idea',
          title: named('Your project'),
          questions: [
            { ...question, id: 'title', type: 'short-text', label: named('Title'), maxCharacters: 20 },
            { ...question, id: 'reach', type: 'number', label: named('People'), min: 1 },
            {
              ...question,
              id: 'goals',
              type: 'choices',
              label: named('Goals'),
              required: false,
              options: [
                { value: 'poverty', label: named('Less poverty') },
                { value: 'nature', label: named('Nature') },
              ],
            },
          ],
        },
        {
          id: 'money',
          title: named('Budget'),
          questions: [{ ...question, id: 'budget', type: 'cost-table', label: named('Costs and incomes') }],
        },
        {
          id: 'papers',
          title: named('Documents'),
          questions: [{ ...question, id: 'plan', type: 'files', label: named('Plan'), maxFiles: 3 }],
        },
      ],
    },
    maxAmountCents: 25_000_00,
    maxSharePercent: 80,
    answers: { title: 'A choir' },
    attachments: [],
    contentHash: null,
    submittedBy: null,
    withdrawalReason: '',
    mayEdit: true,
    maySubmit: true,
    mayWithdraw: false,
    blockers: [],
    decision: null,
    revision: 3,
    ...change,
  });
}
