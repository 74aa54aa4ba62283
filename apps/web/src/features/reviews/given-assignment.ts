import type { Assignment } from './records';

const named = (text: string) => ({ nl: text, fr: text, de: text, en: text });
const id = (end: number) => `0190a0a0-0000-7000-8000-${String(end).padStart(12, '0')}`;
const criterion = (name: string, title: string, maxScore: number) => ({
  id: name,
  title: named(title),
  description: named(`What ${title} means`),
  weight: 50,
  maxScore,
});

/** A file that is being scored: two criteria, one section with two answers, nothing given yet. */
export function givenAssignment(part: Partial<Assignment> = {}): Assignment {
  const question = {
    hint: null,
    required: true,
    maxCharacters: null,
    min: null,
    max: null,
    options: [],
    maxFiles: null,
  };
  return {
    id: id(1),
    applicationNumber: '2026-C02-0001',
    callNumber: '2026-C02',
    callTitle: named('Together'),
    organisationName: 'Choir of Eupen',
    municipality: named('Eupen'),
    title: 'Singing for all',
    fileLanguage: 'de',
    state: 'accepted',
    dueAt: '2026-12-07T17:00:00.000Z',
    scored: 0,
    criteria: 2,
    sentAt: null,
    revision: 3,
    applicationId: id(2),
    requestedCents: 1_000_000 as Assignment['requestedCents'],
    criteriaList: [criterion('use', 'Use', 10), criterion('means', 'Means', 20)],
    form: {
      sections: [
        {
          id: 'project',
          title: named('The project'),
          questions: [
            { ...question, id: 'what', type: 'long-text', label: named('What will you do?') },
            { ...question, id: 'young', type: 'yes-no', label: named('Is it for the young?') },
          ],
        },
      ],
    },
    answers: { what: 'Wir singen.', young: true },
    attachments: [],
    scores: {},
    remark: '',
    previousId: null,
    nextId: id(3),
    ...part,
  };
}
