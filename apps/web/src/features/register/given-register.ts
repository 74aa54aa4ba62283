import { type AnswerOf, register } from '@commonlot/contracts';
import { cents, parentCodeOf } from '@commonlot/domain';
import type { AwardHead, CallRecord, PlanLine, PublicPlan } from './records';

/** What a test says of a line; the rest is made up. Amounts in euros; null is PM. */
interface GivenLine {
  readonly code: string;
  readonly euros?: number | null;
  readonly awardedEuros?: number;
  readonly kind?: PlanLine['kind'];
  readonly label?: string;
}

/** A plan that adds up, as the API gives it. A line under which others stand is a heading. */
export function givenPlan(given: readonly GivenLine[], changes: Partial<PublicPlan> = {}): PublicPlan {
  const codes = new Set(given.map(({ code }) => code));
  const idOf = (code: string) => `0190a0a0-0000-7000-8000-${code.replaceAll('.', '').padStart(12, '0')}`;
  const sum = (code: string, amount: (line: GivenLine) => number) =>
    given
      .filter((line) => line.code === code || line.code.startsWith(`${code}.`))
      .reduce((total, line) => total + amount(line) * 100, 0);
  const head = {
    year: 2026,
    number: 1,
    stage: 'provisional' as const,
    totalCents: cents(given.reduce((total, { euros }) => total + (euros ?? 0) * 100, 0)),
    decreeReference: 'Royal Decree 2026000001',
    decreeOn: '2026-03-12' as PublicPlan['decreeOn'],
    accountsReference: null,
  };
  return register.readPublicPlan.response.parse({
    ...head,
    source: '',
    remark: null,
    inForceAt: '2026-03-12T10:00:00Z',
    lines: given.map(({ code, euros, kind, label }) => {
      const parent = parentCodeOf(code, codes);
      const isHeading = given.some((other) => other.code.startsWith(`${code}.`));
      return {
        lineId: idOf(code),
        parentLineId: parent === null ? null : idOf(parent),
        code,
        kind: kind ?? (isHeading ? 'heading' : 'nominative'),
        label: { nl: label ?? `Lijn ${code}`, fr: label ?? `Ligne ${code}`, en: label ?? `Line ${code}` },
        isPm: euros === null,
        legalGround: '',
        amountCents: typeof euros === 'number' ? euros * 100 : null,
        subtotalCents: sum(code, (line) => line.euros ?? 0),
        reservedCents: 0,
        awardedCents: sum(code, (line) => line.awardedEuros ?? 0),
        paidCents: 0,
        awards: given.filter((line) => line.awardedEuros && `${line.code}.`.startsWith(`${code}.`)).length,
      };
    }),
    versions: [{ ...head, isCurrent: true }],
    years: [2017, 2026],
    ...changes,
  });
}

export function givenAward(changes: Partial<AwardHead> = {}): AwardHead {
  return {
    number: '2026-C01-0001',
    title: 'Een tuin voor iedereen',
    language: 'nl',
    organisationName: 'Buurtkeuken De Lepel vzw',
    enterpriseNumber: '0903000021',
    municipality: { nl: 'Gent', fr: 'Gand', en: 'Ghent' },
    municipalityNis: '44021',
    region: 'flanders',
    amountCents: cents(15_000_00),
    decidedOn: '2026-10-28' as AwardHead['decidedOn'],
    lineCode: '3.2',
    lineLabel: { nl: 'Duurzame ontwikkeling', fr: 'Développement durable', en: 'Sustainable development' },
    callNumber: '2026-C01',
    ...changes,
  };
}

export function givenCall(changes: Partial<AnswerOf<typeof register.readPublicCall>> = {}): CallRecord {
  const text = (words: string) => ({ nl: words, fr: words, en: words });
  return register.readPublicCall.response.parse({
    number: '2026-C02',
    phase: 'open',
    title: text('Together against poverty'),
    summary: text('For associations.'),
    lineCode: '3.1',
    lineLabel: text('Poverty'),
    opensAt: '2026-11-01T08:00:00Z',
    closesAt: '2027-01-29T11:00:00Z',
    envelopeCents: 3_000_000_00,
    maxAmountCents: 25_000_00,
    maxSharePercent: 80,
    filed: null,
    admissible: null,
    awarded: null,
    awardedCents: null,
    description: text('Two years at most.'),
    eligibility: text('Non-profit associations.'),
    criteria: [
      { id: 'use', title: text('Use'), description: text('A need.'), weight: 60, maxScore: 10 },
      { id: 'reach', title: text('Reach'), description: text('Many.'), weight: 40, maxScore: 10 },
    ],
    form: {
      sections: [
        {
          id: 'project',
          title: text('Your project'),
          questions: [
            {
              id: 'summary',
              type: 'long-text',
              label: text('What will you do?'),
              hint: null,
              required: true,
              maxCharacters: 2000,
              min: null,
              max: null,
              options: [],
              maxFiles: null,
            },
          ],
        },
      ],
    },
    ...changes,
  });
}
