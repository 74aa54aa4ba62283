import { applications } from '@commonlot/contracts';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { browserApi } from '../../shared/api/browser-api';
import { keptTexts } from '../../shared/session/kept-texts';
import { usePerson } from '../../shared/session/session';
import { Autosave } from './autosave';
import type { AutosaveSnapshot, SavedDraft, UnsavedAnswer } from './autosave-parts';
import type { OwnApplication } from './records';

/** One for each draft in this tab, so that going from page to page neither loses nor doubles a save. */
const running = new Map<string, Autosave>();

export interface DraftSaving {
  readonly snapshot: AutosaveSnapshot;
  readonly change: Autosave['change'];
  readonly settle: Autosave['settle'];
  readonly flush: Autosave['flush'];
}

/** The answers of a draft as the person sees them, saved while they type. */
export function useAutosave(application: OwnApplication): DraftSaving {
  const { id: personId } = usePerson();
  const [autosave] = useState(() => autosaveOf(application, personId));
  const onServer = useMemo(() => asLoaded(application), [application]);
  const snapshot = useSyncExternalStore(autosave.subscribe, autosave.snapshot, () => onServer);
  useEffect(() => autosave.adopt(application), [autosave, application]);
  useEffect(() => sendWhenPossible(autosave), [autosave]);
  return {
    snapshot,
    change: (questionId, answer) => autosave.change(questionId, answer),
    settle: (questionId, choice) => autosave.settle(questionId, choice),
    flush: () => autosave.flush(),
  };
}

function autosaveOf(application: OwnApplication, personId: string): Autosave {
  // On the server every request is somebody else's.
  if (typeof window === 'undefined') return makeAutosave(application, null);
  const subject = `application.${personId}.${application.id}`;
  const known = running.get(subject) ?? makeAutosave(application, subject);
  running.set(subject, known);
  return known;
}

function makeAutosave(application: OwnApplication, subject: string | null): Autosave {
  const params = { applicationId: application.id };
  const nothing = { read: () => new Map<string, UnsavedAnswer>(), write: () => undefined };
  return new Autosave(
    {
      send: (change) =>
        browserApi(applications.saveDraft, {
          params,
          body: { answers: change.answers as OwnApplication['answers'], revision: change.revision },
        }),
      reread: async () => savedDraft(await browserApi(applications.readOwnApplication, { params })),
      accepts: (answer) => applications.answer.safeParse(answer).success,
      store: subject === null ? nothing : keptTexts<UnsavedAnswer>(subject),
      later: (run, delayMs) => {
        const timer = setTimeout(run, delayMs);
        return () => clearTimeout(timer);
      },
      now: () => performance.now(),
    },
    savedDraft(application),
  );
}

function savedDraft({ answers, revision, savedAt }: OwnApplication): SavedDraft {
  return { answers, revision, savedAt };
}

/** What the server shows before the browser has looked into its own store. */
function asLoaded({ answers, revision, savedAt }: OwnApplication): AutosaveSnapshot {
  return {
    answers,
    revision,
    savedAt,
    status: 'saved',
    hasSaved: false,
    unsavedCount: 0,
    conflicts: [],
    refused: [],
    problem: null,
  };
}

/** When the page is left, when the line is back, and when somebody comes back from signing in elsewhere. */
function sendWhenPossible(autosave: Autosave): () => void {
  const send = () => void autosave.flush();
  window.addEventListener('online', send);
  window.addEventListener('pagehide', send);
  document.addEventListener('visibilitychange', send);
  return () => {
    window.removeEventListener('online', send);
    window.removeEventListener('pagehide', send);
    document.removeEventListener('visibilitychange', send);
    send();
  };
}
