import { type Cents, cents, draftLineErrors, parentCodeOf, parseEuros, subtotals } from '@commonlot/domain';
import { euroText } from '@commonlot/ui';
import { useState } from 'react';
import { useLanguage } from '../../shared/i18n/use-language';
import { type TypedLine, typedLine } from './line-row';
import type { PlanVersion } from './plan-state';

/** The amount of a line as it counts now: what cannot be read counts as nothing until it can. */
const amountOf = (line: TypedLine): Cents | null =>
  line.kind === 'heading' || line.isPm ? null : (parseEuros(line.amount) ?? cents(0));

/** The total and the lines of a draft as they are typed, with their sums and faults. */
export function useDraftLines(version: PlanVersion) {
  const language = useLanguage();
  const [total, setTotal] = useState(euroText(version.totalCents, language));
  const [lines, setLines] = useState<readonly TypedLine[]>(() =>
    version.lines.map((line) => typedLine(line, language)),
  );
  const codes = new Set(lines.map((line) => line.code.trim()));
  const facts = lines.map((line) => ({
    code: line.code.trim(),
    parentCode: parentCodeOf(line.code.trim(), codes),
    kind: line.kind,
    amountCents: amountOf(line),
    isPm: line.isPm,
    labels: line.label,
  }));
  const totalCents = parseEuros(total);
  const sum = facts.reduce((all, line) => all + (line.amountCents ?? 0), 0);
  return {
    total,
    setTotal,
    totalCents,
    lines,
    sums: subtotals(facts),
    errors: draftLineErrors(facts, totalCents ?? cents(0)),
    isUnreadable: lines.some((line) => line.kind !== 'heading' && !line.isPm && parseEuros(line.amount) === null),
    unassignedCents: totalCents === null ? null : cents(totalCents - sum),
    change: (index: number, part: Partial<TypedLine>) =>
      setLines(lines.map((line, at) => (at === index ? { ...line, ...part } : line))),
    addAfter: (index: number) => setLines(lines.toSpliced(index + 1, 0, nextLine(lines[index] ?? null))),
    remove: (index: number) => setLines(lines.toSpliced(index, 1)),
    /** The lines as the contract wants them. */
    asBody: () =>
      lines.map(({ amount: _, key: __, ...line }, index) => ({
        ...line,
        code: line.code.trim(),
        amountCents: facts[index]?.amountCents ?? null,
      })),
  };
}

/** A new line after this one: the next code at the same depth. */
function nextLine(after: TypedLine | null): TypedLine {
  const parts = (after?.code ?? '0').split('.');
  const last = Number(parts.at(-1));
  return {
    key: crypto.randomUUID(),
    lineId: null,
    code: Number.isInteger(last) ? [...parts.slice(0, -1), last + 1].join('.') : '',
    kind: 'nominative',
    label: { nl: '', fr: '', de: '', en: '' },
    amount: '',
    isPm: false,
    legalGround: '',
    beneficiaryNumber: null,
    formula: null,
    sector: null,
    isExtraSupport: false,
    coMinister: '',
    predecessorIds: [],
  };
}
