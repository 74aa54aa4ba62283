import { FieldFrame, Money, MoneyInput, Select, Stack, TextInput } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import type { Call } from './call-records';
import styles from './edit-call.module.css';
import { useCallLines } from './lines-for-calls';
import { amountIn, type TypedCall, wholeIn } from './typed-call';

interface CallMoneyProps {
  readonly call: Call;
  readonly typed: TypedCall;
  readonly onChange: (part: Partial<TypedCall>) => void;
}

/** The line, the envelope, and how much of it one file may ask for. */
export function CallMoney({ call, typed, onChange }: CallMoneyProps) {
  const { t } = useTranslation('calls');
  const { query, options } = useCallLines();
  const own = { value: call.lineId, label: call.lineCode };
  const lines = options.some(({ value }) => value === typed.lineId) ? options : [own, ...options];
  const chosen = query.data?.find(({ lineId }) => lineId === typed.lineId);
  const availableCents = chosen?.figures?.availableCents ?? call.lineAvailableCents;
  const envelopeCents = amountIn(typed.envelope);
  const maxCents = amountIn(typed.maxAmount);
  const isAboveLine = envelopeCents !== null && envelopeCents > availableCents;
  const isAboveEnvelope = envelopeCents !== null && maxCents !== null && maxCents > envelopeCents;
  const unread = (text: string) => (text.trim() !== '' && amountIn(text) === null ? t('money.unread') : undefined);
  const share = wholeIn(typed.maxShare, 1, 100);
  return (
    <Stack>
      <FieldFrame
        id="line"
        label={t('field.line')}
        render={(wiring) => (
          <Select
            {...wiring}
            className={styles.line}
            options={lines}
            value={typed.lineId}
            onChange={(event) => onChange({ lineId: event.target.value })}
          />
        )}
      />
      <div className={styles.pair}>
        <FieldFrame
          id="envelope"
          label={t('field.envelope')}
          hint={
            <>
              {t('money.available')} <Money cents={availableCents} />
            </>
          }
          error={unread(typed.envelope) ?? (isAboveLine ? t('money.aboveLine') : undefined)}
          render={(wiring) => (
            <MoneyInput {...wiring} value={typed.envelope} onChange={(envelope) => onChange({ envelope })} />
          )}
        />
        <FieldFrame
          id="maximum"
          label={t('field.maxAmount')}
          hint={t('money.maximumHint')}
          error={unread(typed.maxAmount) ?? (isAboveEnvelope ? t('blocker.maximum-above-envelope') : undefined)}
          render={(wiring) => (
            <MoneyInput {...wiring} value={typed.maxAmount} onChange={(maxAmount) => onChange({ maxAmount })} />
          )}
        />
        <FieldFrame
          id="share"
          label={t('field.maxShare')}
          hint={t('money.shareHint')}
          error={typed.maxShare !== '' && share === null ? t('blocker.share-invalid') : undefined}
          render={(wiring) => (
            <TextInput
              {...wiring}
              short
              inputMode="numeric"
              value={typed.maxShare}
              onChange={(event) => onChange({ maxShare: event.target.value })}
            />
          )}
        />
      </div>
    </Stack>
  );
}
