import { formatEuros, formatInstant } from '@commonlot/domain';
import { Instant, LinkButton, Money, Panel, SummaryList, UiLink } from '@commonlot/ui';
import { ArrowRight, Lock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Localised } from '../../shared/i18n/localised';
import { useLanguage, usePath } from '../../shared/i18n/use-language';
import styles from './call-page.module.css';
import { lineAnchor } from './plan-tree';
import type { CallRecord } from './records';

interface CallDoorProps {
  readonly call: CallRecord;
  /** At the foot of the page, where the facts were read already. */
  readonly isRepeated?: boolean;
}

/** Before you start: until when, how much, and the way in. A door that is shut stays in its place and says why. */
export function CallDoor({ call, isRepeated = false }: CallDoorProps) {
  const { t } = useTranslation('register');
  const isOpen = call.phase === 'open';
  const heading = isOpen || call.phase === 'announced' ? 'call.before' : 'call.terms';
  return (
    <Panel title={t(isRepeated ? 'call.ready' : heading)} tone={isOpen ? 'accent' : 'sunken'}>
      <div className={styles.door}>
        <CallFacts call={call} isRepeated={isRepeated} />
        {isOpen ? <WayIn number={call.number} /> : <Shut call={call} />}
      </div>
    </Panel>
  );
}

function CallFacts({ call, isRepeated }: Required<CallDoorProps>) {
  const { t } = useTranslation('register');
  const language = useLanguage();
  const path = usePath();
  const year = Number(call.number.slice(0, 4));
  const deadline = {
    id: 'closes',
    label: t('calls.closes'),
    value: (
      <span className={styles.deadline}>
        <Instant at={call.closesAt} />
      </span>
    ),
  };
  if (isRepeated) return <SummaryList items={[deadline]} />;
  return (
    <SummaryList
      items={[
        { id: 'opens', label: t('calls.opens'), value: <Instant at={call.opensAt} /> },
        deadline,
        { id: 'amount', label: t('call.maxAmount'), value: <Money cents={call.maxAmountCents} /> },
        {
          id: 'share',
          label: t('call.maxShare'),
          value: t('call.maxShareOf', { share: call.maxSharePercent, rest: 100 - call.maxSharePercent }),
        },
        { id: 'envelope', label: t('calls.envelope'), value: formatEuros(call.envelopeCents, language) },
        { id: 'who', label: t('call.who'), value: <a href="#eligibility">{t('call.whoLink')}</a> },
        {
          id: 'line',
          label: t('call.line'),
          value: (
            <UiLink href={`${path('plan', { year })}#${lineAnchor(call.lineCode)}`}>
              {call.lineCode} <Localised text={call.lineLabel} />
            </UiLink>
          ),
        },
      ]}
    />
  );
}

function WayIn({ number }: { readonly number: string }) {
  const { t } = useTranslation('register');
  const path = usePath();
  return (
    <div className={styles.start}>
      <LinkButton
        tone="primary"
        href={path('start-application', { callNumber: number })}
        icon={<ArrowRight aria-hidden="true" />}
      >
        {t('call.start')}
      </LinkButton>
      <p className={styles.soft}>{t('call.startText')}</p>
    </div>
  );
}

function Shut({ call }: { readonly call: CallRecord }) {
  const { t } = useTranslation('register');
  const language = useLanguage();
  const path = usePath();
  const opens = formatInstant(new Date(call.opensAt), language);
  const closed = formatInstant(new Date(call.closesAt), language);
  return (
    <div className={styles.start}>
      <p className={styles.shut}>
        <Lock aria-hidden="true" />
        <span>{t('call.shut')}</span>
      </p>
      <p>{t(`call.shutWhy.${call.phase}`, { opens, closed })}</p>
      {call.phase !== 'announced' && (
        <p>
          <UiLink href={path('calls')}>{t('call.toOpenCalls')}</UiLink>
        </p>
      )}
    </div>
  );
}
