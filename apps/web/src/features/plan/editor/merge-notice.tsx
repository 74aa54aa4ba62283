import type { LineConflict } from '@commonlot/domain';
import { Button, ButtonRow, Details, Dialog, Notice } from '@commonlot/ui';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../shared/i18n/use-language';
import { useFormulaWords } from './formula-words';
import styles from './line-editor.module.css';
import { labelOf } from './read-draft';
import type { TypedLine } from './typed-line';
import type { PlanDraft } from './use-plan-draft';

/** Somebody else saved meanwhile: what came from them, and a question for whatever both changed otherwise. */
export function MergeNotice({ draft }: { readonly draft: PlanDraft }) {
  const { t } = useTranslation('plan');
  const { merge, present } = draft.state;
  const open = merge === null ? 0 : merge.conflicts.length + (merge.total === null ? 0 : 1);
  const [isAsking, setIsAsking] = useState(false);
  useEffect(() => setIsAsking(open > 0), [open]);
  const name = useLineName([...present.lines, ...(merge?.before ?? [])]);
  const field = useFieldName();
  if (merge === null) return null;
  return (
    <>
      <Notice
        live
        tone={open > 0 ? 'warning' : 'info'}
        title={t('merge.title')}
        actions={
          <Button size="small" onClick={() => (open > 0 ? setIsAsking(true) : draft.dispatch({ type: 'closeMerge' }))}>
            {open > 0 ? t('merge.choose', { count: open }) : t('merge.understood')}
          </Button>
        }
      >
        <p>{open > 0 ? t('merge.openText') : t('merge.text')}</p>
        {merge.fromThem.length > 0 && (
          <Details summary={t('merge.fromThem', { count: merge.fromThem.length })}>
            <ul>
              {merge.fromThem.map((change) => (
                <li key={change.key}>
                  {t(`merge.${change.kind}`, { line: name(change.key), fields: change.fields.map(field).join(', ') })}
                </li>
              ))}
            </ul>
          </Details>
        )}
      </Notice>
      <ConflictDialog draft={draft} isOpen={isAsking && open > 0} onClose={() => setIsAsking(false)} />
    </>
  );
}

interface ConflictDialogProps {
  readonly draft: PlanDraft;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

function ConflictDialog({ draft, isOpen, onClose }: ConflictDialogProps) {
  const { t } = useTranslation('plan');
  const { merge, present } = draft.state;
  const name = useLineName([...present.lines, ...(merge?.before ?? [])]);
  const value = useSideWords(draft);
  if (merge === null) return null;
  return (
    <Dialog wide open={isOpen} onClose={onClose} title={t('merge.conflicts')}>
      <p>{t('merge.conflictsText')}</p>
      {merge.total !== null && (
        <Choice
          title={t('field.total')}
          mine={merge.total.mine}
          theirs={merge.total.theirs}
          onChoose={(side) => draft.dispatch({ type: 'chooseTotal', side })}
        />
      )}
      {merge.conflicts.map((conflict) => (
        <Choice
          key={conflict.key}
          title={name(conflict.key)}
          mine={value(conflict, 'mine')}
          theirs={value(conflict, 'theirs')}
          onChoose={(side) => draft.dispatch({ type: 'choose', conflict, side })}
        />
      ))}
    </Dialog>
  );
}

interface ChoiceProps {
  readonly title: string;
  readonly mine: string;
  readonly theirs: string;
  readonly onChoose: (side: 'mine' | 'theirs') => void;
}

function Choice({ title, mine, theirs, onChoose }: ChoiceProps) {
  const { t } = useTranslation('plan');
  return (
    <fieldset className={styles.conflict}>
      <legend>{title}</legend>
      <p>{t('merge.mine', { value: mine })}</p>
      <p>{t('merge.theirs', { value: theirs })}</p>
      <ButtonRow>
        <Button size="small" onClick={() => onChoose('mine')}>
          {t('merge.takeMine')}
        </Button>
        <Button size="small" onClick={() => onChoose('theirs')}>
          {t('merge.takeTheirs')}
        </Button>
      </ButtonRow>
    </fieldset>
  );
}

function useLineName(lines: readonly TypedLine[]): (key: string) => string {
  const language = useLanguage();
  return (key) => {
    const line = lines.find((each) => each.key === key);
    return line === undefined ? '' : `${line.code} ${labelOf(line, language)}`;
  };
}

function useFieldName(): (field: string) => string {
  const { t } = useTranslation('plan');
  return (field) => t(`editor.field.${field}`);
}

/** What one side of a conflict says, in words. */
function useSideWords(draft: PlanDraft) {
  const { t } = useTranslation('plan');
  const field = useFieldName();
  const formula = useFormulaWords(new Map(draft.state.present.lines.map((line) => [line.key, line])));
  const words = (line: TypedLine, name: keyof TypedLine): string => {
    const value = line[name];
    if (name === 'formula') return line.formula === null ? t('merge.nothing') : formula(line.formula);
    if (name === 'kind') return t(`kind.${line.kind}`);
    if (name === 'sector') return line.sector === null ? t('merge.nothing') : t(`sector.${line.sector}`);
    if (typeof value === 'boolean') return t(value ? 'merge.yes' : 'merge.no');
    if (Array.isArray(value)) return String(value.length);
    return value === null || value === '' ? t('merge.nothing') : String(value);
  };
  return (conflict: LineConflict<TypedLine>, side: 'mine' | 'theirs') => {
    const line = conflict[side];
    const other = conflict[side === 'mine' ? 'theirs' : 'mine'];
    if (line === null) return t('merge.lineRemoved');
    if (conflict.kind !== 'fields') return t('merge.lineKept');
    return conflict.fields
      .filter((name) => other === null || line[name] !== other[name])
      .map((name) => `${field(name)}: ${words(line, name)}`)
      .join('; ');
  };
}
