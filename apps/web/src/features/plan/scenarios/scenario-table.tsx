import { type Column, Money, Table } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../shared/i18n/use-language';
import { Change } from './scenario-change';
import { type ChangedLine, labelOf, relativeText } from './scenario-plan';

interface ScenarioTableProps {
  readonly caption: string;
  readonly rows: readonly ChangedLine[];
  readonly isTree?: boolean;
  /** The totals of the plan in the foot, where all rubrics are shown. */
  readonly totals?: Pick<ChangedLine, 'before' | 'after'>;
}

/** Lines or rubrics before and after, with the difference in euros and in per cent. */
export function ScenarioTable({ caption, rows, isTree = false, totals }: ScenarioTableProps) {
  const { t } = useTranslation('plan');
  const language = useLanguage();
  const columns: Column<ChangedLine>[] = [
    {
      id: 'label',
      header: t('field.label'),
      rowHeader: true,
      cell: ({ code, line }) => {
        const { text, lang } = labelOf(line, language);
        return (
          <>
            {code} <span lang={lang}>{text}</span>
          </>
        );
      },
      ...(totals && { total: t('field.total') }),
    },
    {
      id: 'before',
      header: t('scenario.draft'),
      end: true,
      cell: ({ before, wasPm }) => <Money cents={before} isPm={wasPm} />,
      ...(totals && { total: <Money cents={totals.before} /> }),
    },
    {
      id: 'after',
      header: t('scenario.after'),
      end: true,
      cell: ({ line, after }) => <Money cents={after} isPm={line.isPm} />,
      ...(totals && { total: <Money cents={totals.after} /> }),
    },
    {
      id: 'relative',
      header: t('scenario.relative'),
      end: true,
      noWrap: true,
      cell: ({ before, after }) => relativeText(before, after),
      ...(totals && { total: relativeText(totals.before, totals.after) }),
    },
    {
      id: 'difference',
      header: t('scenario.difference'),
      end: true,
      noWrap: true,
      cell: (row) => <Change {...row} />,
      ...(totals && { total: <Change {...totals} /> }),
    },
  ];
  return (
    <Table
      caption={caption}
      dense
      narrow="compact"
      columns={columns}
      rows={rows}
      rowKey={({ code }) => code}
      {...(isTree && { level: ({ code }: ChangedLine) => Math.min(code.split('.').length - 1, 4) })}
    />
  );
}
