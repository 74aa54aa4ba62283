import { calls } from '@commonlot/contracts';
import type { Language } from '@commonlot/domain';
import { Button, ButtonRow, Columns, Notice, Panel, Stack } from '@commonlot/ui';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem, useApi } from '../../shared/api/browser-api';
import { ApiProblem } from '../../shared/api/problem';
import { ProblemNotice } from '../../shared/form/problem-notice';
import { useLanguage } from '../../shared/i18n/use-language';
import { BlockerList } from './blocker-list';
import { CallDates } from './call-dates';
import { CallMoney } from './call-money';
import { DiscardDialog, PublishDialog } from './call-moves';
import { CallPreview } from './call-preview';
import type { Call } from './call-records';
import { CallTexts } from './call-texts';
import { CriteriaEditor } from './criteria-editor';
import styles from './edit-call.module.css';
import { FormBuilder } from './form-builder';
import { LanguageBar } from './language-bar';
import { WritingLanguage } from './text-field';
import { draftOf, type TypedCall, typedCall } from './typed-call';
import { useAutosave } from './use-autosave';

interface CallEditorProps {
  readonly call: Call;
  /** Puts what the server has in the place of what stands here. */
  readonly onReload: () => Promise<void>;
}

/** Everything of the draft that can be written, saved a moment after each change. */
export function CallEditor({ call, onReload }: CallEditorProps) {
  const { t } = useTranslation('calls');
  const page = useLanguage();
  const [typed, setTyped] = useState(() => typedCall(call, page));
  const [language, setLanguage] = useState<Language>(page);
  const [isPreview, setPreview] = useState(false);
  const { save, blockers, takeOver } = useSavedDraft(call, typed);
  const change = (part: Partial<TypedCall>) => setTyped((before) => ({ ...before, ...part }));

  return (
    <WritingLanguage value={language}>
      <LanguageBar typed={typed} language={language} onLanguage={setLanguage} save={save} />
      <Stack gap={6}>
        {isProblem(save.problem, 'record.stale') ? (
          <StaleNotice callId={call.id} onMine={takeOver} onTheirs={onReload} />
        ) : isUnsavable(save.problem) ? (
          <Notice tone="error" live title={t('save.refused')}>
            {t('save.refusedText')}
          </Notice>
        ) : (
          <ProblemNotice error={save.problem} />
        )}
        <ButtonRow>
          <Button onClick={() => setPreview(!isPreview)}>{t(isPreview ? 'preview.close' : 'preview.open')}</Button>
        </ButtonRow>
        {isPreview ? (
          <CallPreview typed={typed} language={language} />
        ) : (
          <Columns aside={<Blockers blockers={blockers} />}>
            <Stack gap={6}>
              <Panel title={t('part.texts')} id="texts">
                <CallTexts typed={typed} onChange={change} />
              </Panel>
              <Panel title={t('part.dates')} id="dates">
                <CallDates typed={typed} onChange={change} />
              </Panel>
              <Panel title={t('part.money')} id="money">
                <CallMoney call={call} typed={typed} onChange={change} />
              </Panel>
              <Panel title={t('part.criteria')} id="criteria">
                <CriteriaEditor criteria={typed.criteria} onChange={(criteria) => change({ criteria })} />
              </Panel>
              <Panel title={t('part.form')} id="form">
                <FormBuilder sections={typed.sections} onChange={(sections) => change({ sections })} />
              </Panel>
            </Stack>
          </Columns>
        )}
        <Moves callId={call.id} blockers={blockers} flush={save.flush} />
      </Stack>
    </WritingLanguage>
  );
}

/** What was typed breaks a limit of the contract (a text that is too long), so that the server would refuse it whole. */
const unsavable = 'draft.unsavable';
const isUnsavable = (problem: unknown) => isProblem(problem, unsavable) || isProblem(problem, 'request.malformed');

/** The draft as the server has it: its revision, and what still keeps it from being published. */
function useSavedDraft(call: Call, typed: TypedCall) {
  const api = useApi();
  const revision = useRef(call.revision);
  const [blockers, setBlockers] = useState<readonly string[]>(call.blockers);
  const save = useAutosave(typed, async (value) => {
    const body = { ...draftOf(value), revision: revision.current };
    if (!calls.saveCall.body.safeParse(body).success) throw new ApiProblem(422, unsavable);
    const answer = await api(calls.saveCall, { params: { callId: call.id }, body });
    revision.current = answer.revision;
    setBlockers(answer.blockers);
  });
  const takeOver = async (newest: number) => {
    revision.current = newest;
    await save.flush();
  };
  return { save, blockers, takeOver };
}

interface StaleNoticeProps {
  readonly callId: string;
  readonly onMine: (revision: number) => Promise<void>;
  readonly onTheirs: () => Promise<void>;
}

/** Two people wrote at once. Nothing of either is thrown away before this one has chosen. */
function StaleNotice({ callId, onMine, onTheirs }: StaleNoticeProps) {
  const { t } = useTranslation('calls');
  const api = useApi();
  const [problem, setProblem] = useState<unknown>(null);
  async function choose(isMine: boolean) {
    try {
      if (!isMine) return await onTheirs();
      const newest = await api(calls.readCall, { params: { callId } });
      await onMine(newest.revision);
    } catch (error) {
      setProblem(error);
    }
  }
  return (
    <Notice
      tone="error"
      live
      title={t('stale.title')}
      actions={
        <ButtonRow>
          <Button onClick={() => void choose(true)}>{t('stale.mine')}</Button>
          <Button onClick={() => void choose(false)}>{t('stale.theirs')}</Button>
        </ButtonRow>
      }
    >
      {t('stale.text')}
      <ProblemNotice error={problem} />
    </Notice>
  );
}

function Blockers({ blockers }: { readonly blockers: readonly string[] }) {
  const { t } = useTranslation('calls');
  return (
    <div className={styles.blockers} role="status">
      {blockers.length === 0 ? (
        <Notice tone="success" title={t('blockers.none')} />
      ) : (
        <Notice tone="warning" title={t('blockers.title', { count: blockers.length })}>
          <BlockerList blockers={blockers} />
        </Notice>
      )}
    </div>
  );
}

interface MovesProps {
  readonly callId: string;
  readonly blockers: readonly string[];
  readonly flush: () => Promise<boolean>;
}

/** Publishing and throwing away, after what was typed last has been saved; the question shows what was saved. */
function Moves({ callId, blockers, flush }: MovesProps) {
  const { t } = useTranslation('calls');
  const api = useApi();
  const [opened, setOpened] = useState<{ move: 'publish' | 'discard'; call: Call } | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  async function open(move: 'publish' | 'discard') {
    setProblem(null);
    try {
      if (await flush()) setOpened({ move, call: await api(calls.readCall, { params: { callId } }) });
    } catch (error) {
      setProblem(error);
    }
  }
  const close = () => setOpened(null);
  return (
    <>
      <ProblemNotice error={problem} />
      <ButtonRow>
        {blockers.length === 0 && (
          <Button tone="primary" onClick={() => void open('publish')}>
            {t('publish.open')}
          </Button>
        )}
        <Button tone="quiet" onClick={() => void open('discard')}>
          {t('discard.open')}
        </Button>
      </ButtonRow>
      {opened?.move === 'publish' && <PublishDialog call={opened.call} onClose={close} />}
      {opened?.move === 'discard' && <DiscardDialog call={opened.call} onClose={close} />}
    </>
  );
}
