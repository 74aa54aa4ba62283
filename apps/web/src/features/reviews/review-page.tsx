import { organisations, reviews } from '@commonlot/contracts';
import { questionsOf } from '@commonlot/domain';
import { Instant, LinkButton, Money, PageHeader, Tag } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { serverApi } from '../../shared/api/api.server';
import type { Api } from '../../shared/api/request';
import { Localised } from '../../shared/i18n/localised';
import { usePath } from '../../shared/i18n/use-language';
import { PageTitle } from '../../shared/page-title';
import type { Municipality } from '../organisations';
import type { Assignment } from './records';
import { ReviewForm } from './review-form';
import styles from './review-page.module.css';
import { ReviewedFile } from './reviewed-file';
import { SentReview } from './sent-review';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const api = serverApi(request);
  const assignment = await api(reviews.readAssignment, { params: { assignmentId: params.assignmentId ?? '' } });
  return { assignment, municipalities: await answeredMunicipalities(api, assignment) };
}

/** The municipalities that the answers name by code; the whole list stays on the server. */
async function answeredMunicipalities(api: Api, { form, answers }: Assignment): Promise<readonly Municipality[]> {
  const codes = new Set(questionsOf(form).flatMap(({ id, type }) => (type === 'municipality' ? [answers[id]] : [])));
  if (codes.size === 0) return [];
  const { rows } = await api(organisations.listMunicipalities);
  return rows.filter(({ nis }) => codes.has(nis));
}

/** The file and the form for its scores, side by side. */
export default function ReviewPage() {
  const { t } = useTranslation('reviews');
  const path = usePath();
  const { assignment, municipalities } = useLoaderData<typeof loader>();
  const isSent = assignment.state === 'sent';
  return (
    <>
      <PageTitle>{assignment.title}</PageTitle>
      <PageHeader
        title={assignment.title}
        titleLang={assignment.fileLanguage}
        kicker={assignment.applicationNumber}
        breadcrumbs={[{ label: t('queue.title'), href: path('reviews') }]}
        meta={
          <>
            {isSent ? <Tag tone="success">{t('state.sent')}</Tag> : <Tag tone="accent">{t('state.accepted')}</Tag>}
            <span>
              {assignment.organisationName}, <Localised text={assignment.municipality} />
            </span>
            <span>
              {t('field.requested')} <Money cents={assignment.requestedCents} />
            </span>
            {assignment.dueAt !== null && !isSent && (
              <span>
                {t('queue.due')} <Instant at={assignment.dueAt} />
              </span>
            )}
          </>
        }
        actions={<Neighbours assignment={assignment} />}
      />
      <div className={styles.sides}>
        <ReviewedFile assignment={assignment} municipalities={municipalities} />
        <aside className={styles.form} aria-label={t('review.formLabel')}>
          {isSent ? (
            <SentReview assignment={assignment} />
          ) : (
            // A new file is a new form; the language of the page may change without losing what is typed.
            <ReviewForm key={assignment.id} assignment={assignment} />
          )}
        </aside>
      </div>
    </>
  );
}

function Neighbours({ assignment }: { readonly assignment: Assignment }) {
  const { t } = useTranslation('reviews');
  const path = usePath();
  const { previousId, nextId } = assignment;
  return (
    <>
      {previousId !== null && (
        <LinkButton size="small" href={path('review', { assignmentId: previousId })} rel="prev">
          {t('review.previous')}
        </LinkButton>
      )}
      {nextId !== null && (
        <LinkButton size="small" href={path('review', { assignmentId: nextId })} rel="next">
          {t('review.next')}
        </LinkButton>
      )}
    </>
  );
}
