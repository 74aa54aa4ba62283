import { Day, Details, Instant, PlainText, Stack, SummaryList } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import type { PlanVersion } from '../plan-state';

/** What was advised and agreed about the version before it was sent back, the last time first. */
export function EarlierSteps({ steps }: { readonly steps: PlanVersion['earlierSteps'] }) {
  const { t } = useTranslation('plan');
  if (steps.length === 0) return null;
  const rounds = [...Map.groupBy(steps, ({ revision }) => revision)];
  return (
    <Details summary={t('chain.earlier')}>
      <Stack gap={4}>
        {rounds.map(([revision, round]) => (
          <section key={revision}>
            <p>
              {t('chain.sentBack')} <Instant at={round[0]?.sentBackAt ?? null} form="short" />
            </p>
            <SummaryList
              stacked
              items={round.map(({ kind, doneOn, reference, recordedBy }) => ({
                id: kind,
                label: t(`step.${kind}`),
                value: (
                  <>
                    <Day on={doneOn} /> · {recordedBy}
                    <PlainText>{reference}</PlainText>
                  </>
                ),
              }))}
            />
          </section>
        ))}
      </Stack>
    </Details>
  );
}
