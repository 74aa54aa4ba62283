import { plan } from '@commonlot/contracts';
import type { PlanLineError } from '@commonlot/domain';
import { Button, ButtonRow, FieldFrame, Money, MoneyInput, Notice, Stack } from '@commonlot/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRevalidator } from 'react-router';
import { useApi } from '../../shared/api/browser-api';
import { ProblemNotice } from '../../shared/form/problem-notice';
import { useDraftLines } from './draft-lines';
import styles from './line-editor.module.css';
import { LineRow, type TypedLine } from './line-row';
import type { PlanVersion } from './plan-state';

/** The draft of a plan as a table that is typed in; the difference to the total is always in sight. */
export function LineEditor({ version }: { readonly version: PlanVersion }) {
  const { t } = useTranslation('plan');
  const { t: shared } = useTranslation('shared');
  const api = useApi();
  const { revalidate } = useRevalidator();
  const draft = useDraftLines(version);
  const [problem, setProblem] = useState<unknown>(null);
  const [pending, setPending] = useState(false);

  async function save() {
    if (draft.totalCents === null) return;
    setProblem(null);
    setPending(true);
    try {
      const body = { totalCents: draft.totalCents, lines: draft.asBody(), revision: version.revision };
      await api(plan.savePlanLines, { params: { versionId: version.id }, body });
      await revalidate();
    } catch (error) {
      setProblem(error);
    } finally {
      setPending(false);
    }
  }

  return (
    <Stack>
      <ProblemNotice error={problem} />
      <Totals draft={draft} />
      <Faults lines={draft.lines} errors={draft.errors} isUnreadable={draft.isUnreadable} />
      <LineGrid draft={draft} />
      <ButtonRow>
        <Button tone="primary" pending={pending} onClick={() => void save()}>
          {shared('action.save')}
        </Button>
        {draft.lines.length === 0 && <Button onClick={() => draft.addAfter(-1)}>{t('editor.addFirst')}</Button>}
      </ButtonRow>
    </Stack>
  );
}

interface DraftProps {
  readonly draft: ReturnType<typeof useDraftLines>;
}

function Totals({ draft }: DraftProps) {
  const { t } = useTranslation('plan');
  return (
    <div className={styles.totals}>
      <FieldFrame
        id="total"
        label={t('field.total')}
        render={(wiring) => <MoneyInput value={draft.total} onChange={draft.setTotal} {...wiring} />}
      />
      <p className={styles.difference} role="status">
        {t('field.unassigned')}{' '}
        <strong>
          <Money cents={draft.unassignedCents} decimals="always" />
        </strong>
      </p>
    </div>
  );
}

function LineGrid({ draft }: DraftProps) {
  const { t } = useTranslation('plan');
  return (
    <table className={styles.grid} aria-label={t('lines')}>
      <thead>
        <tr className={styles.head}>
          {(['code', 'label', 'kind', 'amount'] as const).map((name) => (
            <th key={name} scope="col">
              {t(`field.${name}`)}
            </th>
          ))}
          <th scope="col">{t('editor.more')}</th>
        </tr>
      </thead>
      <tbody>
        {draft.lines.map((line, index) => (
          <LineRow
            key={line.key}
            line={line}
            subtotal={draft.sums.get(line.code.trim()) ?? null}
            onChange={(part) => draft.change(index, part)}
            onAdd={() => draft.addAfter(index)}
            onRemove={() => draft.remove(index)}
          />
        ))}
      </tbody>
    </table>
  );
}

interface FaultsProps {
  readonly lines: readonly TypedLine[];
  readonly errors: readonly PlanLineError[];
  readonly isUnreadable: boolean;
}

/** What the server would refuse, in words, while it is typed. */
function Faults({ lines, errors, isUnreadable }: FaultsProps) {
  const { t } = useTranslation('plan');
  if (errors.length === 0 && !isUnreadable) return null;
  return (
    <Notice tone="warning" title={t('editor.faults')}>
      <ul>
        {errors.slice(0, 8).map((error) => (
          <li key={`${error.row}:${error.column}:${error.code}`}>
            {t('editor.fault', { code: lines[error.row]?.code ?? '', fault: t(`lineError.${error.code}`) })}
          </li>
        ))}
        {isUnreadable && <li>{t('editor.unreadable')}</li>}
      </ul>
    </Notice>
  );
}
