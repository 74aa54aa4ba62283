import { readFileSync } from 'node:fs';
import {
  applyScenario,
  type Cents,
  cents,
  type LineKind,
  type PlanSector,
  type ScenarioAdjustment,
  type ScenarioLine,
} from '@commonlot/domain';

const page = readFileSync(new URL('../../../../docs/rules/scenarios.md', import.meta.url), 'utf8');
const rows = page
  .split('\n')
  .slice(page.split('\n').findIndex((line) => line.startsWith('| adjustments |')) + 2)
  .filter((line) => line.startsWith('|') && line.split('|').length === 10)
  .map((line) =>
    line
      .split('|')
      .map((cell) => cell.trim())
      .slice(1, -1),
  );

function line(code: string, kind: LineKind, amountCents: number | null, change: Partial<ScenarioLine> = {}) {
  const parentCode = code.startsWith('3.') ? '3' : null;
  const amount = amountCents === null ? null : cents(amountCents);
  return { code, parentCode, kind, amountCents: amount, isPm: false, labels: { nl: code, fr: code }, ...change };
}
const draft: ScenarioLine[] = [
  line('1', 'statutory-community', 274_00, { formula: { kind: 'share', of: 'total', less: [], share: '0.2744' } }),
  line('2', 'statutory-named', 226_00),
  line('3', 'heading', null),
  line('3.1', 'open-envelope', 300_00, { sector: 'culture' }),
  line('3.2', 'nominative', 100_00, { sector: 'culture' }),
  line('4', 'balancing', 100_00),
];

const centsOf = (text: string): Cents => cents(Math.round(Number(text) * 100));
const basisPointsOf = (text: string) => Math.round(Number(text) * 100);

function adjustmentOf(words: string): ScenarioAdjustment {
  const total = /^total (\S+) %$/.exec(words);
  if (total?.[1]) return { kind: 'total', basisPoints: basisPointsOf(total[1]) };
  const index = /^index (.+) by (\S+) %$/.exec(words);
  if (index?.[1] && index[2]) {
    return { kind: 'index', codes: index[1].split(', '), basisPoints: basisPointsOf(index[2]) };
  }
  const amount = /^(sector|line) (\S+) (\S+)$/.exec(words);
  if (amount?.[1] === 'sector') {
    return { kind: 'sector', sector: amount[2] as PlanSector, amountCents: centsOf(amount[3] ?? '') };
  }
  if (amount?.[2]) return { kind: 'line', code: amount[2], amountCents: centsOf(amount[3] ?? '') };
  if (words === 'absorb') return { kind: 'absorb', how: 'proportional' };
  throw new Error(`No adjustment is written so: ${words}`);
}

test('the page has examples', () => expect(rows.length).toBeGreaterThan(7));

test.each(rows.map((row) => [row[0] ?? '', row] as const))('the example “%s” is true', (words, row) => {
  const adjustments = words === 'none' ? [] : words.split('; ').map(adjustmentOf);
  const { lines, totalCents, unassignedCents } = applyScenario(draft, cents(1_000_00), adjustments);
  const amounts = lines.flatMap((each) => (each.amountCents === null ? [] : [each.amountCents]));
  const figures = [totalCents, ...amounts, unassignedCents].map((amount) => (amount / 100).toFixed(2));
  expect(figures).toEqual(row.slice(1));
});
