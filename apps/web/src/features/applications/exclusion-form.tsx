import { applications } from '@commonlot/contracts';
import { type ExclusionReasonCode, exclusionReasonCodes } from '@commonlot/domain';
import { Button, ButtonRow, Choice, ChoiceGroup, ErrorList, FieldFrame, FormLayout } from '@commonlot/ui';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../shared/api/browser-api';
import { ProblemNotice } from '../../shared/form/problem-notice';

interface ExclusionFormProps {
  readonly application: { readonly id: string; readonly number: string; readonly revision: number };
  readonly onDone: () => Promise<void>;
  readonly onCancel: () => void;
}

/** A code alone is no reason: to each belong the facts of this file, in at least this many characters. */
const leastCharacters = 10;

/** The grounds on which an application is found not admissible, each with the facts of this file. */
export function ExclusionForm({ application, onDone, onCancel }: ExclusionFormProps) {
  const { t } = useTranslation('applications');
  const { t: shared } = useTranslation('shared');
  const api = useApi();
  const [texts, setTexts] = useState<Partial<Record<ExclusionReasonCode, string>>>({});
  const [attempt, setAttempt] = useState(0);
  const chosen = exclusionReasonCodes.filter((code) => texts[code] !== undefined);
  const exclude = useMutation({
    mutationFn: () =>
      api(applications.excludeApplication, {
        params: { applicationId: application.id },
        body: { revision: application.revision, reasons: chosen.map((code) => ({ code, text: texts[code] ?? '' })) },
      }),
    onSuccess: onDone,
  });
  const idOf = (code: string) => `exclusion-${application.id}-${code}`;
  const isShort = (code: ExclusionReasonCode) => (texts[code] ?? '').trim().length < leastCharacters;
  const first = exclusionReasonCodes[0];
  const errors =
    chosen.length === 0
      ? [{ href: `#${idOf(first)}`, message: t('screen.reasonMissing') }]
      : chosen.filter(isShort).map((code) => ({
          href: `#${idOf(code)}-text`,
          message: t('screen.factsMissing', { reason: t(`exclusion.${code}`) }),
        }));

  function send(event: FormEvent) {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (errors.length === 0) exclude.mutate();
  }
  function toggle(code: ExclusionReasonCode) {
    const { [code]: dropped, ...others } = texts;
    setTexts(dropped === undefined ? { ...texts, [code]: '' } : others);
  }

  return (
    <FormLayout method="post" onSubmit={send}>
      <ErrorList items={attempt > 0 ? errors : []} attempt={attempt} />
      <ProblemNotice error={exclude.error} />
      <ChoiceGroup
        id={`exclusion-${application.id}`}
        legend={t('screen.why', { number: application.number })}
        hint={t('screen.whyHint')}
      >
        {exclusionReasonCodes.map((code) => (
          <div key={code}>
            <Choice
              type="checkbox"
              id={idOf(code)}
              label={t(`exclusion.${code}`)}
              checked={texts[code] !== undefined}
              onChange={() => toggle(code)}
            />
            {texts[code] !== undefined && (
              <FieldFrame
                id={`${idOf(code)}-text`}
                label={t('screen.facts', { reason: t(`exclusion.${code}`) })}
                counter={{ text: texts[code], max: 2000 }}
                error={attempt > 0 && isShort(code) ? t('screen.factsShort') : undefined}
                render={(wiring) => (
                  <textarea
                    rows={3}
                    value={texts[code]}
                    onChange={(event) => setTexts({ ...texts, [code]: event.target.value })}
                    {...wiring}
                  />
                )}
              />
            )}
          </div>
        ))}
      </ChoiceGroup>
      <ButtonRow>
        <Button type="submit" tone="danger" pending={exclude.isPending}>
          {t('screen.excludeAction')}
        </Button>
        <Button tone="quiet" onClick={onCancel}>
          {shared('action.cancel')}
        </Button>
      </ButtonRow>
    </FormLayout>
  );
}
