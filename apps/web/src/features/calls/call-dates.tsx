import { formatInstant } from '@commonlot/domain';
import { FieldFrame, Stack, TextInput } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../shared/i18n/use-language';
import styles from './edit-call.module.css';
import { dateFault, instantOf, type TypedCall } from './typed-call';

interface CallDatesProps {
  readonly typed: TypedCall;
  readonly onChange: (part: Partial<TypedCall>) => void;
}

/** Opening and closing: a day and an hour on the clock of Brussels, and the moment they name in words. */
export function CallDates({ typed, onChange }: CallDatesProps) {
  const { t } = useTranslation('calls');
  const opens = instantOf(typed.opensOn, typed.opensAtClock);
  const closes = instantOf(typed.closesOn, typed.closesAtClock);
  const isCrossed = opens !== null && closes !== null && opens >= closes;
  return (
    <Stack>
      <p>{t('dates.text')}</p>
      <Moment
        id="opens"
        on={typed.opensOn}
        clock={typed.opensAtClock}
        error={null}
        onDay={(opensOn) => onChange({ opensOn })}
        onClock={(opensAtClock) => onChange({ opensAtClock })}
      />
      <Moment
        id="closes"
        on={typed.closesOn}
        clock={typed.closesAtClock}
        error={isCrossed ? t('blocker.closing-not-after-opening') : null}
        onDay={(closesOn) => onChange({ closesOn })}
        onClock={(closesAtClock) => onChange({ closesAtClock })}
      />
    </Stack>
  );
}

interface MomentProps {
  readonly id: 'opens' | 'closes';
  readonly on: string;
  readonly clock: string;
  readonly error: string | null;
  readonly onDay: (on: string) => void;
  readonly onClock: (clock: string) => void;
}

function Moment({ id, on, clock, error, onDay, onClock }: MomentProps) {
  const { t } = useTranslation('calls');
  const { t: shared } = useTranslation('shared');
  const language = useLanguage();
  const fault = dateFault(on, clock);
  const instant = instantOf(on, clock);
  const dayError = fault === 'day' ? t('dates.dayWrong') : (error ?? undefined);
  const clockErrors = {
    skipped: shared('problem.time.skipped'),
    ambiguous: shared('problem.time.ambiguous'),
    clock: t('dates.clockWrong'),
  };
  const clockError = fault === null || fault === 'day' ? undefined : clockErrors[fault];
  return (
    <div>
      <div className={styles.pair}>
        <FieldFrame
          id={`${id}-on`}
          label={t(`dates.${id}On`)}
          error={dayError}
          render={(wiring) => (
            <TextInput short type="date" {...wiring} value={on} onChange={(event) => onDay(event.target.value)} />
          )}
        />
        <FieldFrame
          id={`${id}-clock`}
          label={t(`dates.${id}Clock`)}
          error={clockError}
          render={(wiring) => (
            <TextInput short type="time" {...wiring} value={clock} onChange={(event) => onClock(event.target.value)} />
          )}
        />
      </div>
      <p className={styles.meant} role="status">
        {instant !== null && t(`dates.${id}Meant`, { moment: formatInstant(instant, language) })}
      </p>
    </div>
  );
}
