import { plan } from '@commonlot/contracts';
import { formatEuros, inLanguage, type Language, takesCalls } from '@commonlot/domain';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { browserApi } from '../../shared/api/browser-api';
import { useLanguage } from '../../shared/i18n/use-language';

export type CallLine = Awaited<ReturnType<typeof linesForCalls>>[number];

/** The lines of the plans in force that a call may draw on, with what is left on each. */
async function linesForCalls() {
  const { rows } = await browserApi(plan.listPlanVersions);
  const inForce = rows.filter((version) => version.state === 'in-force');
  const versions = await Promise.all(
    inForce.map(({ id }) => browserApi(plan.readPlanVersion, { params: { versionId: id } })),
  );
  return versions.flatMap(({ year, lines }) =>
    lines.filter((line) => takesCalls(line.kind)).map((line) => ({ ...line, year })),
  );
}

/** These lines as a query, and as the choices of a select. */
export function useCallLines() {
  const { t } = useTranslation('calls');
  const language = useLanguage();
  const query = useQuery({ queryKey: ['lines-for-calls'], queryFn: linesForCalls });
  const options = (query.data ?? []).map((line) => ({ value: line.lineId, label: lineWords(line, language, t) }));
  return { query, options };
}

type Words = (key: string, values: Record<string, string | number>) => string;

function lineWords(line: CallLine, language: Language, t: Words): string {
  const { text } = inLanguage(line.label, language);
  const available = line.figures === null ? '–' : formatEuros(line.figures.availableCents, language);
  return t('new.line', { code: line.code, label: text, year: line.year, available });
}
