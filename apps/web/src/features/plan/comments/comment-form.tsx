import { plan } from '@commonlot/contracts';
import { countCharacters, longestComment, mostMentions } from '@commonlot/domain';
import { Button, ButtonRow, Combobox, FieldFrame, FormLayout } from '@commonlot/ui';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi, useFormKey } from '../../../shared/api/browser-api';
import { ProblemNotice } from '../../../shared/form/problem-notice';
import styles from './comments.module.css';
import { type PlanComment, usePlanReaders, useRenewComments } from './use-comments';

interface CommentFormProps {
  readonly versionId: string;
  /** Null for a comment on the version as a whole. */
  readonly lineId: string | null;
  /** The comment that is changed; absent for a new one. */
  readonly comment?: PlanComment;
  readonly onDone?: () => void;
}

/** Writes a comment, or changes one. What was typed stays until it was taken. */
export function CommentForm({ versionId, lineId, comment, onDone }: CommentFormProps) {
  const { t } = useTranslation('plan');
  const { t: shared } = useTranslation('shared');
  const api = useApi();
  const id = useId();
  const renew = useRenewComments();
  const [key, renewKey] = useFormKey();
  const [text, setText] = useState(comment?.text ?? '');
  const [mentionIds, setMentionIds] = useState(comment?.mentions.map((person) => person.id) ?? []);
  const [error, setError] = useState<string | undefined>();
  const words = { text: text.trim(), mentionIds };
  const save = useMutation({
    mutationFn: () =>
      comment === undefined
        ? api(plan.createPlanComment, { params: { versionId }, body: { lineId, ...words } }, { key })
        : api(plan.changePlanComment, {
            params: { commentId: comment.id },
            body: { ...words, revision: comment.revision },
          }),
    onSuccess: async () => {
      await renew();
      renewKey();
      setText('');
      setMentionIds([]);
      onDone?.();
    },
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    // React hands the press on to the forms around a dialog as well.
    event.stopPropagation();
    const length = countCharacters(words.text);
    if (length === 0) setError(t('comment.empty'));
    else if (length > longestComment) setError(t('comment.tooLong', { most: longestComment }));
    else {
      setError(undefined);
      save.mutate();
    }
  }

  return (
    <FormLayout onSubmit={submit}>
      <ProblemNotice error={save.error} />
      <FieldFrame
        id={`${id}-text`}
        label={t(comment === undefined ? 'comment.write' : 'comment.rewrite')}
        error={error}
        counter={{ text: words.text, max: longestComment }}
        render={(wiring) => (
          <textarea
            {...wiring}
            rows={3}
            className={styles.text}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      />
      <Mentions id={`${id}-mentions`} chosen={mentionIds} comment={comment} onChange={setMentionIds} />
      <ButtonRow>
        <Button type="submit" tone={comment === undefined ? 'secondary' : 'primary'} pending={save.isPending}>
          {t(comment === undefined ? 'comment.send' : 'comment.saveChange')}
        </Button>
        {onDone !== undefined && (
          <Button tone="quiet" onClick={onDone}>
            {shared('action.cancel')}
          </Button>
        )}
      </ButtonRow>
    </FormLayout>
  );
}

interface MentionsProps {
  readonly id: string;
  readonly chosen: readonly string[];
  readonly comment: PlanComment | undefined;
  readonly onChange: (personIds: string[]) => void;
}

/** Colleagues from the list of those who may read plans; whoever was mentioned before stays in it. */
function Mentions({ id, chosen, comment, onChange }: MentionsProps) {
  const { t } = useTranslation('plan');
  const readers = usePlanReaders();
  const known = new Set(readers.map((person) => person.id));
  const people = [...readers, ...(comment?.mentions.filter((person) => !known.has(person.id)) ?? [])];
  const isFull = chosen.length >= mostMentions;
  return (
    <Combobox
      id={id}
      optional
      label={t('comment.mention')}
      hint={t('comment.mentionHint')}
      options={people.filter((person) => !isFull || chosen.includes(person.id)).map(option)}
      chosen={chosen}
      onChange={onChange}
      words={{
        remove: (name) => t('comment.unmention', { name }),
        found: (count) => t('comment.found', { count }),
      }}
    />
  );
}

const option = ({ id, name }: PlanComment['mentions'][number]) => ({ value: id, label: name });
