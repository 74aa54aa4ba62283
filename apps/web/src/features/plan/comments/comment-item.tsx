import { plan } from '@commonlot/contracts';
import { Button, ButtonRow, Details, Instant, PlainText, Tag } from '@commonlot/ui';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../../shared/api/browser-api';
import { ProblemNotice } from '../../../shared/form/problem-notice';
import { CommentForm } from './comment-form';
import styles from './comments.module.css';
import { type PlanComment, useRenewComments } from './use-comments';

interface CommentItemProps {
  readonly comment: PlanComment;
  /** The line is known already where only its comments are shown. */
  readonly isOfLine: boolean;
}

/** One comment: who, when, on what, its words, and what the reader may do with it. */
export function CommentItem({ comment, isOfLine }: CommentItemProps) {
  const { t } = useTranslation('plan');
  const [isChanging, setIsChanging] = useState(false);
  const isWithdrawn = comment.withdrawnAt !== null;
  return (
    <li className={styles.comment} data-quiet={isWithdrawn || comment.resolvedAt !== null || undefined}>
      <CommentHead comment={comment} isOfLine={isOfLine} />
      {isChanging ? (
        <CommentForm
          versionId={comment.versionId}
          lineId={comment.lineId}
          comment={comment}
          onDone={() => setIsChanging(false)}
        />
      ) : (
        <>
          {isWithdrawn && <p>{t('comment.withdrawn')}</p>}
          {comment.text !== null && <PlainText>{comment.text}</PlainText>}
          {comment.mentions.length > 0 && (
            <p className={styles.mentions}>
              {t('comment.asks', { names: comment.mentions.map(({ name }) => name).join(', ') })}
            </p>
          )}
          <EarlierTexts texts={comment.earlierTexts} />
          <CommentActions comment={comment} onChange={() => setIsChanging(true)} />
        </>
      )}
    </li>
  );
}

function CommentHead({ comment, isOfLine }: CommentItemProps) {
  const { t } = useTranslation('plan');
  const { author, code, lineId, writtenAt, changedAt, resolvedBy, resolvedAt } = comment;
  return (
    <p className={styles.head}>
      <span className={styles.author}>{author}</span>
      <Instant at={writtenAt} form="short" />
      {!isOfLine && lineId !== null && (
        <span>{code === null ? t('comment.onGoneLine') : t('comment.onLine', { code })}</span>
      )}
      {changedAt !== null && <span>{t('comment.changed')}</span>}
      {resolvedAt !== null && (
        <Tag tone="success" icon="done">
          {t('comment.resolvedBy', { name: resolvedBy })}
        </Tag>
      )}
    </p>
  );
}

/** For those who read the journal: what it said before. */
function EarlierTexts({ texts }: { readonly texts: readonly string[] }) {
  const { t } = useTranslation('plan');
  if (texts.length === 0) return null;
  return (
    <Details summary={t('comment.earlier', { count: texts.length })}>
      <ol>
        {texts.map((text, at) => (
          <li key={at}>
            <PlainText>{text}</PlainText>
          </li>
        ))}
      </ol>
    </Details>
  );
}

interface CommentActionsProps {
  readonly comment: PlanComment;
  readonly onChange: () => void;
}

function CommentActions({ comment, onChange }: CommentActionsProps) {
  const { t } = useTranslation('plan');
  const api = useApi();
  const renew = useRenewComments();
  const { id: commentId, revision, may } = comment;
  const act = useMutation({
    mutationFn: (action: 'resolve' | 'reopen' | 'withdraw') => {
      const params = { commentId };
      if (action === 'resolve') return api(plan.resolvePlanComment, { params, body: { revision } });
      const endpoint = action === 'reopen' ? plan.reopenPlanComment : plan.withdrawPlanComment;
      return api(endpoint, { params, query: { revision } });
    },
    // Also after a refusal: somebody else was first, and what they did should be seen.
    onSettled: renew,
  });
  if (!may.change && !may.resolve && !may.reopen) return null;
  return (
    <>
      <ProblemNotice error={act.error} />
      <ButtonRow>
        {may.resolve && (
          <Button size="small" pending={act.isPending} onClick={() => act.mutate('resolve')}>
            {t('comment.resolve')}
          </Button>
        )}
        {may.reopen && (
          <Button size="small" pending={act.isPending} onClick={() => act.mutate('reopen')}>
            {t('comment.reopen')}
          </Button>
        )}
        {may.change && (
          <>
            <Button size="small" tone="quiet" onClick={onChange}>
              {t('comment.change')}
            </Button>
            <Button size="small" tone="quiet" pending={act.isPending} onClick={() => act.mutate('withdraw')}>
              {t('comment.withdraw')}
            </Button>
          </>
        )}
      </ButtonRow>
    </>
  );
}
