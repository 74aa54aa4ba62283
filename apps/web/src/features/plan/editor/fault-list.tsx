import { Details, Notice } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { useCellFaultWords } from './fault-words';
import styles from './line-editor.module.css';
import type { CellPlace } from './places';
import type { Fault } from './read-draft';
import type { PlanDraft } from './use-plan-draft';

const mostShown = 20;

interface FaultListProps {
  readonly draft: PlanDraft;
  /** Somebody just tried to save it as it is. */
  readonly isRefused: boolean;
  readonly onGo: (place: CellPlace) => void;
}

/** What is wrong, each with a way to its cell: first what keeps even a draft from being saved, then what can wait. */
export function FaultList({ draft, isRefused, onGo }: FaultListProps) {
  const { t } = useTranslation('plan');
  const { faults } = draft.reading;
  const now = faults.filter((fault) => !fault.isLater);
  const later = faults.filter((fault) => fault.isLater);
  return (
    <>
      {now.length > 0 && (
        <Notice tone={isRefused ? 'error' : 'warning'} title={t('editor.faults')} live={isRefused}>
          <Faults draft={draft} faults={now} onGo={onGo} />
        </Notice>
      )}
      {later.length > 0 && (
        <Details summary={t('import.later', { count: later.length })}>
          <Faults draft={draft} faults={later} onGo={onGo} />
        </Details>
      )}
    </>
  );
}

function Faults({ draft, faults, onGo }: Omit<FaultListProps, 'isRefused'> & { readonly faults: readonly Fault[] }) {
  const { t } = useTranslation('plan');
  const words = useCellFaultWords();
  const codes = new Map(draft.state.present.lines.map((line) => [line.key, line.code]));
  return (
    <ul>
      {faults.slice(0, mostShown).map((fault) => (
        <li key={`${fault.key}:${fault.column}:${fault.code}`}>
          <button type="button" className={styles.link} onClick={() => onGo({ key: fault.key, column: fault.column })}>
            {t('editor.fault', { code: codes.get(fault.key) ?? '', fault: words(fault) })}
          </button>
        </li>
      ))}
      {faults.length > mostShown && <li>{t('editor.moreFaults', { count: faults.length - mostShown })}</li>}
    </ul>
  );
}
