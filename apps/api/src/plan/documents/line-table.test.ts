import { plan as contract, type InputOf } from '@commonlot/contracts';
import {
  adviceOfText,
  cents,
  type LineFormula,
  type LineKind,
  lineKinds,
  localDate,
  normaliseText,
  parseCommitments,
  parseFormula,
  parseLineIds,
  planSectors,
} from '@commonlot/domain';
import fc from 'fast-check';
import { readCsv } from '../import/read-csv.js';
import { readPlan } from '../import/read-plan.js';
import { readXlsx } from '../import/read-xlsx.js';
import { csvOf, type TableLine, xlsxOf } from './line-table.js';

const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g;
/** Text as a field of the contract leaves it; with signs that tables and spreadsheets take for something else. */
const text = (max: number) =>
  fc
    .array(
      fc.oneof(
        { weight: 4, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
        fc.constantFrom(
          ';',
          ',',
          '"',
          "'",
          '\n',
          '\t',
          '=',
          '+',
          '-',
          '@',
          '_x0041_',
          '_x005F_',
          '\ufeff',
          "'=",
          'PM',
          '1,5',
        ),
      ),
      { maxLength: 8 },
    )
    .map((parts) => normaliseText(parts.join('').replaceAll(controls, '')).trim().slice(0, max).toWellFormed().trim());
const required = text(400).map((value) => (value === '' ? 'x' : value));

const formulaOf = (codes: readonly string[]): fc.Arbitrary<LineFormula | null> => {
  const base = fc.constantFrom('total', ...codes);
  const less = fc.uniqueArray(fc.constantFrom(...codes), { maxLength: 3 });
  return fc.oneof(
    { weight: 4, arbitrary: fc.constant(null) },
    fc.record({ kind: fc.constant('share' as const), of: base, less, share: fc.constantFrom('0.2744', '0,5', '1') }),
    fc.record({ kind: fc.constant('rest' as const), of: base, less }),
    fc.constant({ kind: 'balance' as const }),
  );
};

const commitments = fc.uniqueArray(
  fc.record({
    year: fc.integer({ min: 2027, max: 2130 }),
    amountCents: fc.integer({ min: 1, max: 99_999_999_999 }).map(cents),
    reference: text(200).map((value) => (value === '' ? 'x' : value)),
  }),
  { maxLength: 4, selector: ({ year, reference }) => `${year} ${reference}` },
);
const day = fc.constantFrom(localDate('2025-12-31'), localDate('2026-02-28'));
const advice = fc.record({
  adviser: text(200).map((value) => (value === '' ? 'x' : value)),
  days: fc.oneof(
    fc.constant({ askedOn: null, givenOn: null }),
    day.map((askedOn) => ({ askedOn, givenOn: null })),
    day.map((askedOn) => ({ askedOn, givenOn: localDate('2026-03-01') })),
  ),
  reference: text(200),
});

const kinds = lineKinds.filter((kind) => kind !== 'heading' && kind !== 'balancing');
/** How many lines stand under each rubric; a rubric without lines is a line itself. */
const shape = fc.array(fc.nat({ max: 3 }), { minLength: 1, maxLength: 5 });
const codesOf = (counts: readonly number[]) =>
  counts.flatMap((count, index) => [
    { code: `${index + 1}`, isHeading: count > 0 },
    ...Array.from({ length: count }, (_, under) => ({ code: `${index + 1}.${under + 1}`, isHeading: false })),
  ]);

const plan: fc.Arbitrary<TableLine[]> = shape.chain((counts) => {
  const places = codesOf(counts);
  const formula = formulaOf(places.map(({ code }) => code));
  return fc.tuple(
    ...places.map(({ code, isHeading }) =>
      fc
        .record({
          kind: fc.constantFrom<LineKind>(...kinds),
          label: fc.record({ nl: required, fr: required, de: text(400), en: text(400) }),
          amount: fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 99_999_999_999 })),
          legalGround: text(500),
          beneficiaryNumber: fc.constantFrom(null, '0415580365', '0202239951'),
          formula,
          sector: fc.constantFrom(null, ...planSectors),
          isExtraSupport: fc.boolean(),
          coMinister: text(200),
          lineId: fc.uuid(),
          predecessorIds: fc.uniqueArray(fc.uuid(), { maxLength: 3 }),
          commitments,
          advice: fc.option(advice),
        })
        .map(({ amount, kind, advice: advised, ...facts }): TableLine => {
          const amountCents = isHeading || amount === null ? null : cents(amount);
          return {
            ...facts,
            // A heading promises nothing, and only a minister who is named advises.
            commitments: isHeading ? [] : facts.commitments,
            advice:
              advised === null || facts.coMinister === ''
                ? null
                : { adviser: advised.adviser, reference: advised.reference, ...advised.days },
            code,
            kind: isHeading ? 'heading' : kind,
            amountCents,
            isPm: !isHeading && amount === null,
          };
        }),
    ),
  );
});

type LineInput = InputOf<typeof contract.savePlanLines>['body']['lines'][number];
type Row = ReturnType<typeof readPlan>['rows'][number];

/** The line that would be saved from a row of the file. */
const inputOf = (row: Row): LineInput => ({
  lineId: row.lineId === '' ? null : row.lineId,
  code: row.code,
  kind: row.kind ?? 'nominative',
  label: { nl: row.labelNl, fr: row.labelFr, de: row.labelDe, en: row.labelEn },
  amountCents: row.amountCents,
  isPm: row.isPm,
  legalGround: row.legalGround,
  beneficiaryNumber: row.beneficiaryNumber,
  formula: parseFormula(row.formula),
  sector: row.sector,
  isExtraSupport: row.isExtraSupport,
  coMinister: row.coMinister,
  predecessorIds: parseLineIds(row.predecessors) ?? [],
  commitments: parseCommitments(row.commitments) ?? [],
  advice: adviceOfText(row.advice),
});

function expectSame(table: Parameters<typeof readPlan>[0], lines: readonly TableLine[]): void {
  const { rows, faultyRows, errors } = readPlan(table);
  // Formulas that need each other may be saved in a draft, and come back with a word about it.
  expect(errors.filter(({ code }) => code !== 'formula-cycle')).toEqual([]);
  expect(faultyRows).toEqual([]);
  expect(rows.map(inputOf)).toEqual(lines);
}

test('the plans that go to and fro hold every field that a line can be saved with', () => {
  const [line] = fc.sample(plan, 1).flat();
  expect(Object.keys(line ?? {}).toSorted()).toEqual(Object.keys(contract.planLineInput.shape).toSorted());
});

test('any plan comes back from CSV as it was', () => {
  fc.assert(fc.property(plan, (lines) => expectSame(readCsv(csvOf(lines)), lines)));
});

test('any plan comes back from a workbook as it was', async () => {
  const createdAt = new Date('2026-06-01T10:00:00Z');
  await fc.assert(
    fc.asyncProperty(plan, async (lines) => expectSame(await readXlsx(await xlsxOf(lines, createdAt)), lines)),
    { numRuns: 30 },
  );
});

test('no cell of an export begins with a sign that a spreadsheet runs', () => {
  fc.assert(
    fc.property(plan, (lines) => {
      const cells = readCsvRaw(csvOf(lines));
      expect(cells.filter((cell) => /^[=+\-@]/.test(cell))).toEqual([]);
    }),
  );
});

const readCsvRaw = (bytes: Buffer): string[] =>
  [...bytes.toString('utf8').matchAll(/(?:^|;|\r\n)(?:"((?:[^"]|"")*)"|([^;\r]*))/g)].map(
    (match) => match[1] ?? match[2] ?? '',
  );
