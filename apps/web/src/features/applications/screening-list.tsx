import { applications } from '@commonlot/contracts';
import { Button, Choice, Cluster, Dialog, Stack } from '@commonlot/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRevalidator } from 'react-router';
import { useApi } from '../../shared/api/browser-api';
import { ProblemNotice } from '../../shared/form/problem-notice';
import { useSession } from '../../shared/session/session';
import { AdmitManyDialog } from './admit-many-dialog';
import { ExclusionForm } from './exclusion-form';
import type { ScreeningRow } from './records';
import { ScreeningTable } from './screening-table';

interface ScreeningListProps {
  readonly rows: readonly ScreeningRow[];
  /** Nothing is judged while somebody may still withdraw and apply again. */
  readonly isOpen: boolean;
}

/** The rows with what can be done to them: one by one, or several at once. */
export function ScreeningList({ rows, isOpen }: ScreeningListProps) {
  const { t } = useTranslation('applications');
  const api = useApi();
  const { revalidate } = useRevalidator();
  const { can } = useSession();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [excluded, setExcluded] = useState<ScreeningRow | null>(null);
  const [admitted, setAdmitted] = useState<readonly ScreeningRow[] | null>(null);
  const [pendingId, setPendingId] = useState<string | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const mayJudge = can('application:screen') && !isOpen;
  const waiting = rows.filter(({ state }) => state === 'submitted');
  const selection = waiting.filter(({ id }) => chosen.has(id));

  function toggle(id: string) {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  }

  async function admit(row: ScreeningRow) {
    setPendingId(row.id);
    setProblem(null);
    try {
      await api(applications.admitApplication, { params: { applicationId: row.id }, body: { revision: row.revision } });
      await revalidate();
    } catch (error) {
      setProblem(error);
    } finally {
      setPendingId(null);
    }
  }

  return (
    <Stack gap={4}>
      <ProblemNotice error={problem} />
      {mayJudge && waiting.length > 0 && (
        <Cluster spread>
          <Choice
            type="checkbox"
            id="screening-all"
            label={t('screening.chooseAll', { count: waiting.length })}
            checked={selection.length === waiting.length}
            onChange={({ target }) => setChosen(new Set(target.checked ? waiting.map(({ id }) => id) : []))}
          />
          {selection.length > 0 && (
            <Button tone="primary" onClick={() => setAdmitted(selection)}>
              {t('screening.admitSelected', { count: selection.length })}
            </Button>
          )}
        </Cluster>
      )}
      <ScreeningTable
        rows={rows}
        mayJudge={mayJudge}
        chosen={chosen}
        pendingId={pendingId}
        onToggle={toggle}
        onAdmit={(row) => void admit(row)}
        onExclude={setExcluded}
      />
      {excluded !== null && <ExclusionDialog row={excluded} onClose={() => setExcluded(null)} />}
      {admitted !== null && (
        <AdmitManyDialog
          rows={admitted}
          onClose={() => {
            setAdmitted(null);
            setChosen(new Set());
          }}
        />
      )}
    </Stack>
  );
}

function ExclusionDialog({ row, onClose }: { readonly row: ScreeningRow; readonly onClose: () => void }) {
  const { t } = useTranslation('applications');
  const { revalidate } = useRevalidator();
  async function done() {
    await revalidate();
    onClose();
  }
  return (
    <Dialog open wide title={t('screening.excludeTitle', { number: row.number })} onClose={onClose}>
      <Stack>
        <p lang={row.fileLanguage}>{row.title}</p>
        <ExclusionForm application={row} onDone={done} onCancel={onClose} />
      </Stack>
    </Dialog>
  );
}
