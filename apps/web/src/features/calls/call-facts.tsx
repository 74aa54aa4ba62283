import { Instant, Money, SummaryList, UiLink } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { usePath } from '../../shared/i18n/use-language';
import type { Call } from './call-records';
import { OwnText } from './own-text';

/** The facts of a call, for the side of its page. */
export function CallFacts({ call }: { readonly call: Call }) {
  const { t } = useTranslation('calls');
  const path = usePath();
  const line = (
    <UiLink href={path('line', { lineId: call.lineId })}>
      {call.lineCode} <OwnText text={call.lineLabel} />
    </UiLink>
  );
  const published = call.publishedBy !== null && (
    <>
      {call.publishedBy}
      <br />
      <Instant at={call.publishedAt} form="short" />
    </>
  );
  return (
    <SummaryList
      stacked
      items={[
        { id: 'opens', label: t('field.opens'), value: <Instant at={call.opensAt} /> },
        { id: 'closes', label: t('field.closes'), value: <Instant at={call.closesAt} /> },
        { id: 'line', label: t('field.line'), value: line },
        { id: 'maximum', label: t('field.maxAmount'), value: <Money cents={call.maxAmountCents} /> },
        {
          id: 'share',
          label: t('field.maxShare'),
          value: call.maxSharePercent === null ? <Money cents={null} /> : `${call.maxSharePercent}\u00a0%`,
        },
        { id: 'drafted', label: t('field.draftedBy'), value: call.draftedBy },
        ...(published ? [{ id: 'published', label: t('field.publishedBy'), value: published }] : []),
      ]}
    />
  );
}
