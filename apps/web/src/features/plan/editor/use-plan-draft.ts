import { plan } from '@commonlot/contracts';
import { useDeferredValue, useEffect, useMemo, useReducer, useRef, useState } from 'react';
import { useRevalidator } from 'react-router';
import { isProblem, useApi } from '../../../shared/api/browser-api';
import { useLanguage } from '../../../shared/i18n/use-language';
import { keptTexts } from '../../../shared/session/kept-texts';
import { usePerson } from '../../../shared/session/session';
import type { PlanVersion } from '../plan-state';
import { beginEditing, type EditorAction, type EditorState, editorReducer, isDirty } from './history';
import { draftsFromKept, type KeptDraft, keptDraft } from './kept-draft';
import { type DraftReading, readDraft, steadyReading } from './read-draft';
import { bodyLines } from './typed-line';

const entry = 'draft';

/** The draft of a plan as somebody types it: its history, what it says now, and how it is kept and saved. */
export function usePlanDraft(version: PlanVersion) {
  const language = useLanguage();
  const [state, dispatch] = useReducer(editorReducer, version, (first) => beginEditing(first, language));
  useKept(version.id, state, dispatch);
  useEffect(() => {
    if (version.revision > state.base.revision) dispatch({ type: 'arrived', version, language });
  }, [version, state.base.revision, language]);
  // What is typed shows at once; the sums of thousands of lines follow when there is time.
  const shown = useDeferredValue(state.present);
  const last = useRef<DraftReading | null>(null);
  const reading = useMemo(
    () => steadyReading(last.current, readDraft(shown, language, version.year)),
    [shown, language, version.year],
  );
  useEffect(() => {
    last.current = reading;
  }, [reading]);
  const saving = useSaving(version, state, dispatch);
  return { state, dispatch, reading, saving, isDirty: isDirty(state) };
}

export type PlanDraft = ReturnType<typeof usePlanDraft>;

/** Keeps in this browser what is not saved, and brings it back. */
function useKept(versionId: string, state: EditorState, dispatch: (action: EditorAction) => void) {
  const { id: personId } = usePerson();
  const kept = useMemo(() => keptTexts<KeptDraft>(`plan.${personId}.${versionId}`), [personId, versionId]);
  const [start] = useState(state.base);
  useEffect(() => {
    const found = kept.read().get(entry);
    if (found !== undefined) dispatch({ type: 'restored', ...draftsFromKept(found, start) });
  }, [kept, start, dispatch]);
  const { base, present } = state;
  useEffect(() => {
    const isSame = base.lines === present.lines && base.total === present.total;
    kept.write(entry, isSame ? null : keptDraft(base, present));
  }, [kept, base, present]);
}

/** Saves on purpose. A refusal because somebody else saved fetches what they saved and merges it. */
function useSaving({ id: versionId, year }: PlanVersion, state: EditorState, dispatch: (action: EditorAction) => void) {
  const api = useApi();
  const language = useLanguage();
  const { revalidate } = useRevalidator();
  const [problem, setProblem] = useState<unknown>(null);
  const [isPending, setIsPending] = useState(false);
  const params = { versionId };

  /** False when the draft cannot be sent as it is; the faults say why. */
  async function save(): Promise<boolean> {
    const draft = state.present;
    const { totalCents, faults } = readDraft(draft, language, year);
    const isOpen = state.merge !== null && (state.merge.conflicts.length > 0 || state.merge.total !== null);
    if (totalCents === null || isOpen || faults.some((fault) => !fault.isLater)) return false;
    setProblem(null);
    setIsPending(true);
    try {
      const body = { totalCents, lines: bodyLines(draft.lines), revision: state.base.revision };
      const { revision } = await api(plan.savePlanLines, { params, body });
      dispatch({ type: 'sent', draft, revision });
      dispatch({ type: 'arrived', version: await api(plan.readPlanVersion, { params }), language });
      await revalidate();
    } catch (error) {
      if (isProblem(error, 'record.stale')) await takeOver();
      else setProblem(error);
    } finally {
      setIsPending(false);
    }
    return true;
  }

  async function takeOver() {
    try {
      dispatch({ type: 'arrived', version: await api(plan.readPlanVersion, { params }), language });
    } catch (error) {
      setProblem(error);
    }
  }

  return { save, problem, isPending };
}
