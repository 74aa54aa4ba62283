import { plan } from '@commonlot/contracts';
import { brusselsDay, type Cents, cents, parseEuros, yearOf } from '@commonlot/domain';
import { Button, ButtonRow, Choice, ErrorList, euroText, Notice, Panel, Stack } from '@commonlot/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useApi, useFormKey } from '../../../shared/api/browser-api';
import { ProblemNotice } from '../../../shared/form/problem-notice';
import { useLanguage, usePath } from '../../../shared/i18n/use-language';
import styles from './import.module.css';
import { useFaultWords } from './import-fault-words';
import { ImportHead, type TypedHead } from './import-head';
import { type Fault, faultsOf, linesOf, sumsOf, type TypedRow } from './import-rows';
import { cellId, ImportTable } from './import-table';

interface ImportEditorProps {
  readonly fileName: string;
  readonly rows: readonly TypedRow[];
}

/** Rows shown at once; whoever has more goes on to the next. */
const shownRows = 100;
const shownFaults = 12;

/** The rows of the file with their faults, corrected cell by cell, and what the version will be. */
export function ImportEditor({ fileName, rows: read }: ImportEditorProps) {
  const { t } = useTranslation('plan');
  const language = useLanguage();
  const [rows, setRows] = useState(read);
  const [head, setHead] = useState<TypedHead>(() => ({
    year: String(yearOf(brusselsDay(new Date()))),
    stage: 'provisional',
    total: euroText(sumsOf(read).sumCents, language),
  }));
  const [attempt, setAttempt] = useState(0);
  const faultWords = useFaultWords();
  const totalCents = parseEuros(head.total);
  const year = Number(head.year);
  const isYear = /^\d{4}$/.test(head.year) && year >= 1990 && year <= 2100;
  const sums = sumsOf(rows);
  const faults = faultsOf(rows, totalCents ?? cents(0), isYear ? year : 0);
  const blocking = faults.filter(({ isLater }) => !isLater);
  const save = useSave();

  const press = () => {
    setAttempt(attempt + 1);
    const isReady = blocking.length === 0 && isYear && totalCents !== null && totalCents > 0;
    if (isReady) void save.run({ year, stage: head.stage, totalCents, source: fileName }, rows);
  };
  const items = [
    ...(isYear ? [] : [{ href: '#import-year', message: t('import.yearWrong') }]),
    ...(totalCents === null || totalCents <= 0 ? [{ href: '#import-total', message: t('import.totalWrong') }] : []),
    ...blocking
      .slice(0, shownFaults)
      .map((fault) => ({ href: `#${cellId(fault.row, fault.column)}`, message: faultWords(fault) })),
  ];
  return (
    <Stack gap={6}>
      <ErrorList items={attempt > 0 ? items : []} attempt={attempt} />
      <Summary rows={rows} faults={faults} />
      <Panel title={t('import.version')}>
        <ImportHead
          head={head}
          isMade={save.isMade}
          unassignedCents={totalCents === null ? null : cents(totalCents - sums.sumCents)}
          onChange={(part) => setHead({ ...head, ...part })}
        />
      </Panel>
      <Panel title={t('import.rows')}>
        <Rows rows={rows} faults={faults} sums={sums.byCode} onRows={setRows} />
      </Panel>
      <ProblemNotice error={save.problem} />
      <ButtonRow>
        <Button tone="primary" pending={save.isPending} onClick={press}>
          {t('import.save')}
        </Button>
      </ButtonRow>
    </Stack>
  );
}

function Summary({ rows, faults }: { readonly rows: readonly TypedRow[]; readonly faults: readonly Fault[] }) {
  const { t } = useTranslation('plan');
  const blocking = faults.filter(({ isLater }) => !isLater).length;
  const tone = blocking > 0 ? 'warning' : 'success';
  return (
    <div role="status">
      <Notice tone={tone} title={t('import.read', { count: rows.length })}>
        <p>{blocking === 0 ? t('import.noFaults') : t('import.faults', { count: blocking })}</p>
        {faults.length > blocking && <p>{t('import.later', { count: faults.length - blocking })}</p>}
      </Notice>
    </div>
  );
}

interface RowsProps {
  readonly rows: readonly TypedRow[];
  readonly faults: readonly Fault[];
  readonly sums: ReadonlyMap<string, Cents>;
  readonly onRows: (rows: readonly TypedRow[]) => void;
}

/** The rows in portions; those with faults alone, when that is what somebody is here for. */
function Rows({ rows, faults, sums, onRows }: RowsProps) {
  const { t } = useTranslation('plan');
  // Fixed at the moment of choosing: a row does not vanish under the hands of whoever mends it.
  const [only, setOnly] = useState<ReadonlySet<number> | null>(null);
  const [start, setStart] = useState(0);
  const wanted = only === null ? rows : rows.filter(({ row }) => only.has(row));
  const shown = wanted.slice(start, start + shownRows);
  return (
    <Stack gap={4}>
      {(faults.length > 0 || only !== null) && (
        <Choice
          type="checkbox"
          id="only-faults"
          label={t('import.onlyFaults')}
          checked={only !== null}
          onChange={(event) => {
            setOnly(event.target.checked ? new Set(faults.map(({ row }) => row)) : null);
            setStart(0);
          }}
        />
      )}
      <ImportTable
        rows={shown}
        faults={faults}
        sums={sums}
        onChange={(changed) => onRows(rows.map((row) => (row.row === changed.row ? changed : row)))}
        onRemove={(gone) => onRows(rows.filter(({ row }) => row !== gone))}
      />
      {wanted.length > shownRows && (
        <div className={styles.portions}>
          <span>{t('import.portion', { from: start + 1, to: start + shown.length, count: wanted.length })}</span>
          {start > 0 && <Button onClick={() => setStart(start - shownRows)}>{t('import.before')}</Button>}
          {start + shownRows < wanted.length && (
            <Button onClick={() => setStart(start + shownRows)}>{t('import.next')}</Button>
          )}
        </div>
      )}
    </Stack>
  );
}

interface Version {
  readonly year: number;
  readonly stage: TypedHead['stage'];
  readonly totalCents: Cents;
  readonly source: string;
}

/** Makes the version once, then gives it its lines; when only the lines were refused, only they are sent again. */
function useSave() {
  const api = useApi();
  const path = usePath();
  const navigate = useNavigate();
  const [key] = useFormKey();
  const [made, setMade] = useState<{ id: string; revision: number } | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const [isPending, setPending] = useState(false);

  async function run({ totalCents, ...version }: Version, rows: readonly TypedRow[]) {
    setProblem(null);
    setPending(true);
    try {
      const body = { ...version, totalCents, fromVersionId: null, remark: null };
      const saved = made ?? (await api(plan.createPlanVersion, { body }, { key }));
      setMade(saved);
      const lines = { totalCents, lines: linesOf(rows, version.year), revision: saved.revision };
      await api(plan.savePlanLines, { params: { versionId: saved.id }, body: lines });
      await navigate(path('plan-version', { versionId: saved.id }));
    } catch (error) {
      setProblem(error);
    } finally {
      setPending(false);
    }
  }
  return { run, problem, isPending, isMade: made !== null };
}
