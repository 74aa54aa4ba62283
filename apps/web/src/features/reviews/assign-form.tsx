import { reviews } from '@commonlot/contracts';
import { brusselsInstant, isLocalDate } from '@commonlot/domain';
import {
  Button,
  ButtonRow,
  Choice,
  ChoiceGroup,
  Cluster,
  FieldFrame,
  Notice,
  Panel,
  Select,
  Stack,
} from '@commonlot/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRevalidator } from 'react-router';
import { useApi } from '../../shared/api/browser-api';
import { ProblemNotice } from '../../shared/form/problem-notice';
import styles from './assign-page.module.css';
import { AssignPreview } from './assign-preview';
import { type Pair, proposeAssignments } from './assignment-proposal';
import type { ReviewersOfCall } from './records';

interface AssignFormProps extends ReviewersOfCall {
  readonly callId: string;
}

/** The working day ends then; the reviewer sees the hour beside the day. */
const dueClock = '18:00';

/** Chooses reviewers, proposes a fair share in turn, shows it, and only then gives out the files. */
export function AssignForm({ callId, reviewers, files }: AssignFormProps) {
  const { t } = useTranslation('reviews');
  const api = useApi();
  const { revalidate } = useRevalidator();
  const [choices, setChoices] = useState<Choices>({ chosen: [], perFile: 2, dueOn: '' });
  const [pairs, setPairs] = useState<readonly Pair[] | null>(null);
  const [created, setCreated] = useState<number | null>(null);
  const [isPending, setPending] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);

  function propose() {
    setCreated(null);
    setPairs(proposeAssignments(files, choices.chosen, choices.perFile));
  }

  async function assign() {
    if (pairs === null || pairs.length === 0) return;
    setPending(true);
    setProblem(null);
    try {
      const dueAt = isLocalDate(choices.dueOn) ? brusselsInstant(choices.dueOn, dueClock).toISOString() : null;
      const answer = await api(reviews.assignReviewers, { params: { callId }, body: { pairs: [...pairs], dueAt } });
      setCreated(answer.created);
      setPairs(null);
      await revalidate();
    } catch (error) {
      setProblem(error);
    } finally {
      setPending(false);
    }
  }

  return (
    <Panel title={t('assign.add')} tone="raised">
      <Stack>
        {created !== null && (
          <Notice tone="success" live title={t('assign.created', { count: created })}>
            <p>{t('assign.createdText')}</p>
          </Notice>
        )}
        <ProblemNotice error={problem} />
        <AssignChoices
          reviewers={reviewers}
          choices={choices}
          onChange={(part) => setChoices({ ...choices, ...part })}
        />
        {pairs === null ? (
          <ButtonRow>
            <Button onClick={propose}>{t('assign.propose')}</Button>
          </ButtonRow>
        ) : (
          <AssignPreview
            files={files}
            reviewers={reviewers}
            pairs={pairs}
            isPending={isPending}
            onChange={setPairs}
            onAssign={() => void assign()}
            onDrop={() => setPairs(null)}
          />
        )}
      </Stack>
    </Panel>
  );
}

interface Choices {
  readonly chosen: readonly string[];
  readonly perFile: number;
  readonly dueOn: string;
}

interface AssignChoicesProps {
  readonly reviewers: ReviewersOfCall['reviewers'];
  readonly choices: Choices;
  readonly onChange: (part: Partial<Choices>) => void;
}

function AssignChoices({ reviewers, choices, onChange }: AssignChoicesProps) {
  const { t } = useTranslation('reviews');
  const toggle = (id: string) =>
    onChange({
      chosen: reviewers
        .map(({ personId }) => personId)
        .filter((each) => choices.chosen.includes(each) !== (each === id)),
    });
  return (
    <>
      <ChoiceGroup id="assign-reviewers" legend={t('assign.who')} hint={t('assign.whoHint')}>
        <div className={styles.choices}>
          {reviewers.map((reviewer) => (
            <Choice
              key={reviewer.personId}
              type="checkbox"
              id={`reviewer-${reviewer.personId}`}
              label={`${reviewer.name} (${t('assign.load', { count: reviewer.assigned - reviewer.conflicted })})`}
              checked={choices.chosen.includes(reviewer.personId)}
              onChange={() => toggle(reviewer.personId)}
            />
          ))}
        </div>
      </ChoiceGroup>
      <Cluster gap={6}>
        <FieldFrame
          id="assign-per-file"
          label={t('assign.perFile')}
          render={(wiring) => (
            <Select
              {...wiring}
              options={[1, 2, 3, 4].map((each) => ({
                value: String(each),
                label: t('assign.readers', { count: each }),
              }))}
              value={String(choices.perFile)}
              onChange={({ target }) => onChange({ perFile: Number(target.value) })}
            />
          )}
        />
        <FieldFrame
          id="assign-due"
          label={t('assign.due')}
          hint={t('assign.dueHint', { clock: dueClock })}
          optional
          render={(wiring) => (
            <input
              type="date"
              {...wiring}
              value={choices.dueOn}
              onChange={({ target }) => onChange({ dueOn: target.value })}
            />
          )}
        />
      </Cluster>
    </>
  );
}
