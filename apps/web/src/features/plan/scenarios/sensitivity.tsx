import { type Cents, cents, type LineKind, lineKinds, planSensitivity, type SensitivityStep } from '@commonlot/domain';
import { type Column, Details, Notice, Stack, Table } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../shared/i18n/use-language';
import type { PlanVersion } from '../plan-state';
import styles from './scenario.module.css';
import { SignedMoney } from './scenario-change';
import { labelOf, percentText, scenarioLines } from './scenario-plan';

/** Who loses what when the total falls: by kind, and line by line. */
export function Sensitivity({ version }: { readonly version: PlanVersion }) {
  const { t } = useTranslation('plan');
  const language = useLanguage();
  const lines = scenarioLines(version);
  const steps = planSensitivity(lines, version.totalCents);
  const largest = Math.max(1, ...steps.flatMap((step) => [...step.byKind.values()].map(Math.abs)));
  const kinds = lineKinds.filter((kind) => steps[0]?.byKind.has(kind));
  const short = steps.filter((step) => !step.isComplete);
  const totalOf = (step: SensitivityStep) => cents(step.totalCents - version.totalCents);
  return (
    <Stack gap={4}>
      <p>{t('scenario.sensitivityText')}</p>
      {short.length > 0 && (
        <Notice tone="warning">
          {t('scenario.sensitivityShort', {
            steps: short.map((step) => percentText(step.basisPoints, true)).join(', '),
          })}
        </Notice>
      )}
      <Table
        caption={t('scenario.sensitivityKinds')}
        narrow="scroll"
        dense
        rows={kinds}
        rowKey={(kind) => kind}
        columns={[
          {
            id: 'kind',
            header: t('field.kind'),
            rowHeader: true,
            cell: (kind) => t(`kind.${kind}`),
            total: t('field.total'),
          },
          ...steps.map(
            (step): Column<LineKind> => ({
              ...columnOf(step),
              cell: (kind) => <Loss cents={step.byKind.get(kind) ?? cents(0)} largest={largest} />,
              total: <SignedMoney cents={totalOf(step)} />,
            }),
          ),
        ]}
      />
      <Details summary={t('scenario.sensitivityLines')}>
        <Table
          caption={t('scenario.sensitivityLines')}
          captionHidden
          narrow="scroll"
          dense
          rows={lines}
          rowKey={({ code }) => code}
          level={({ code }) => Math.min(code.split('.').length - 1, 4)}
          columns={[
            {
              id: 'label',
              header: t('field.label'),
              rowHeader: true,
              cell: (line) => {
                const { text, lang } = labelOf(line, language);
                return (
                  <>
                    {line.code} <span lang={lang}>{text}</span>
                  </>
                );
              },
            },
            ...steps.map(
              (step): Column<(typeof lines)[number]> => ({
                ...columnOf(step),
                cell: ({ code }) => <SignedMoney cents={step.byCode.get(code) ?? cents(0)} />,
              }),
            ),
          ]}
        />
      </Details>
    </Stack>
  );
}

const columnOf = ({ basisPoints }: SensitivityStep) => ({
  id: String(basisPoints),
  header: percentText(basisPoints, true),
  end: true,
  noWrap: true,
});

/** A change with a small bar under it, as long as its part of the largest change of the table. */
function Loss({ cents: amount, largest }: { readonly cents: Cents; readonly largest: number }) {
  return (
    <span className={styles.loss}>
      <SignedMoney cents={amount} />
      <span
        aria-hidden="true"
        className={styles.lossBar}
        data-sign={amount < 0 ? 'less' : 'more'}
        style={{ inlineSize: `${(Math.abs(amount) / largest) * 100}%` }}
      />
    </span>
  );
}
