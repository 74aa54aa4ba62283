import { decisions } from '@commonlot/contracts';
import {
  ButtonRow,
  DataFigure,
  DataFigures,
  Day,
  LinkButton,
  Money,
  Panel,
  PlainText,
  Stack,
  SummaryList,
} from '@commonlot/ui';
import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { apiPath } from '../../shared/api/request';
import type { OwnApplication } from './records';

interface DecisionPanelProps {
  readonly decision: NonNullable<OwnApplication['decision']>;
  /** The language of the file, in which the reason is written. */
  readonly lang: string;
}

/** The decision as it was released: outcome, amount, reason, and the letter with the remedies. */
export function DecisionPanel({ decision, lang }: DecisionPanelProps) {
  const { t } = useTranslation('applications');
  const { decisionId, number, outcome, amountCents, reason, decidedOn } = decision;
  return (
    <Panel title={t(`decision.${outcome}`)} tone={outcome === 'award' ? 'accent' : 'raised'}>
      <Stack gap={5}>
        {outcome === 'award' && (
          <DataFigures>
            <DataFigure value={<Money cents={amountCents} />} label={t('decision.amount')} size="large" />
          </DataFigures>
        )}
        <SummaryList
          items={[
            { id: 'number', label: t('decision.number'), value: number },
            { id: 'on', label: t('decision.on'), value: <Day on={decidedOn} weekday /> },
            { id: 'reason', label: t('decision.reason'), value: <PlainText lang={lang}>{reason}</PlainText> },
          ]}
        />
        <p>{t('decision.remedies')}</p>
        <ButtonRow>
          <LinkButton
            tone="primary"
            icon={<Download aria-hidden="true" />}
            href={apiPath(decisions.readLetter, { params: { decisionId } })}
            download
          >
            {t('decision.letter')}
          </LinkButton>
        </ButtonRow>
      </Stack>
    </Panel>
  );
}
