import { endingLines } from '@commonlot/domain';
import { Combobox, Details, Money, Stack, Table } from '@commonlot/ui';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Localised } from '../../../shared/i18n/localised';
import { useLanguage } from '../../../shared/i18n/use-language';
import { changeLine } from './change-line';
import { codesByYear, type EarlierLine, earlierLabel } from './earlier-lines';
import type { TypedLine } from './typed-line';
import type { PlanDraft } from './use-plan-draft';

interface PredecessorFieldProps {
  readonly draft: PlanDraft;
  readonly line: TypedLine;
  readonly earlier: readonly EarlierLine[];
}

/** Which earlier lines a line continues: several that are merged in it, or one that several lines go on with. */
export function PredecessorField({ draft, line, earlier }: PredecessorFieldProps) {
  const { t } = useTranslation('plan');
  const language = useLanguage();
  const words = useContinuesWords(earlier);
  const known = new Set(earlier.map(({ lineId }) => lineId));
  const options = earlier
    .filter(({ lineId }) => lineId !== line.lineId)
    .map((each) => {
      const label = earlierLabel(each, language);
      return {
        value: each.lineId,
        label: `${each.code} ${label.text}`,
        note: String(each.year),
        lang: label.language === language ? undefined : label.language,
      };
    });
  const unknown = line.predecessorIds
    .filter((id) => !known.has(id))
    .map((value) => ({ value, label: t('editor.earlierUnknown') }));
  return (
    <Stack gap={2}>
      <p>{words(line.predecessorIds)}</p>
      <Combobox
        id="line-predecessors"
        optional
        label={t('editor.field.predecessorIds')}
        hint={t('editor.earlierHint')}
        options={[...options, ...unknown]}
        chosen={line.predecessorIds}
        onChange={(predecessorIds) => changeLine(draft, line, { predecessorIds })}
        words={{
          remove: (label) => t('editor.earlierRemove', { label }),
          found: (count) => t('editor.earlierFound', { count }),
        }}
      />
    </Stack>
  );
}

/** "Continues 2.1 and 2.2 of 2025." */
export function useContinuesWords(earlier: readonly EarlierLine[]): (lineIds: readonly string[]) => string {
  const { t } = useTranslation('plan');
  const language = useLanguage();
  return useMemo(() => {
    const list = new Intl.ListFormat(language, { type: 'conjunction' });
    return (lineIds) => {
      const { years, unknown } = codesByYear(lineIds, earlier);
      const parts = years.map(({ year, codes }) => t('editor.continuesOf', { codes: list.format(codes), year }));
      if (unknown > 0) parts.push(t('editor.continuesOther', { count: unknown }));
      return parts.length === 0 ? t('editor.continuesNone') : t('editor.continues', { lines: list.format(parts) });
    };
  }, [t, language, earlier]);
}

/** The earlier lines that nothing goes on with, so that none is lost by mistake; ending one on purpose is right. */
export function EndingLines({ draft, earlier }: Omit<PredecessorFieldProps, 'line'>) {
  const { t } = useTranslation('plan');
  const { lines } = draft.state.present;
  const ending = useMemo(
    () =>
      endingLines(
        earlier.filter(({ kind }) => kind !== 'heading'),
        lines,
      ),
    [earlier, lines],
  );
  if (earlier.length === 0) return null;
  if (ending.length === 0) return <p>{t('editor.endingNone')}</p>;
  return (
    <Details summary={t('editor.ending', { count: ending.length })}>
      <Stack gap={3}>
        <p>{t('editor.endingText')}</p>
        <Table
          caption={t('editor.ending', { count: ending.length })}
          captionHidden
          dense
          narrow="compact"
          rows={ending}
          rowKey={({ lineId }) => lineId}
          columns={[
            { id: 'year', header: t('field.year'), cell: ({ year }) => year },
            { id: 'code', header: t('field.code'), noWrap: true, cell: ({ code }) => code },
            { id: 'label', header: t('field.label'), rowHeader: true, cell: ({ label }) => <Localised text={label} /> },
            {
              id: 'amount',
              header: t('field.amount'),
              end: true,
              cell: ({ subtotalCents }) => <Money cents={subtotalCents} />,
            },
          ]}
        />
      </Stack>
    </Details>
  );
}
