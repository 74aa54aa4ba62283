import { formatEnterpriseNumber } from '@commonlot/domain';
import { Day, Instant, Panel, SummaryList, UiLink } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { Localised, useLocalised } from '../../shared/i18n/localised';
import { useLanguage, usePath } from '../../shared/i18n/use-language';
import styles from './award-page.module.css';
import { lineAnchor } from './plan-tree';
import type { AwardRecord, PlanLine } from './records';

interface AwardFactsProps {
  readonly award: AwardRecord;
  readonly linesAbove: readonly PlanLine[];
}

/** Who, where, when and from which line, each with a way to dig further. */
export function AwardFacts({ award, linesAbove }: AwardFactsProps) {
  const { t } = useTranslation('register');
  const language = useLanguage();
  const path = usePath();
  const localised = useLocalised();
  const regionWords = t(`region.${award.region}`);
  const ofFile = award.language === language ? undefined : award.language;
  return (
    <Panel title={t('award.facts')} tone="raised">
      <SummaryList
        stacked
        items={[
          {
            id: 'who',
            label: t('award.who'),
            value: (
              <>
                <UiLink href={path('organisation', { enterpriseNumber: award.enterpriseNumber })} lang={ofFile}>
                  {award.organisationName}
                </UiLink>
                <br />
                {formatEnterpriseNumber(award.enterpriseNumber)}
              </>
            ),
          },
          {
            id: 'where',
            label: t('award.where'),
            value: (
              <>
                <UiLink href={path('awards', {}, { municipality: award.municipalityNis })}>
                  <Localised text={award.municipality} />
                </UiLink>
                {regionWords !== localised(award.municipality) && `, ${regionWords}`}
              </>
            ),
          },
          { id: 'decided', label: t('award.decidedOn'), value: <Day on={award.decidedOn} weekday /> },
          { id: 'published', label: t('award.publishedOn'), value: <Instant at={award.releasedAt} form="short" /> },
          { id: 'way', label: t('award.fromPlan'), value: <WayThroughPlan award={award} linesAbove={linesAbove} /> },
          { id: 'call', label: t('award.channel'), value: <Channel award={award} /> },
        ]}
      />
    </Panel>
  );
}

function Channel({ award }: { readonly award: AwardRecord }) {
  const { t } = useTranslation('register');
  const path = usePath();
  if (award.callNumber === null) return t('award.direct');
  return (
    <UiLink href={path('call', { number: award.callNumber })}>
      {award.callTitle === null ? award.callNumber : <Localised text={award.callTitle} />}
    </UiLink>
  );
}

/** From the plan of the year down to the line that pays. */
function WayThroughPlan({ award, linesAbove }: AwardFactsProps) {
  const { t } = useTranslation('register');
  const path = usePath();
  const plan = path('plan', { year: award.year });
  return (
    <ol className={styles.way}>
      <li>
        <UiLink href={plan}>{t('plan.title', { year: award.year })}</UiLink>
      </li>
      {linesAbove.map((line) => (
        <li key={line.code}>
          <span className={styles.code}>{line.code}</span>
          <Localised text={line.label} />
        </li>
      ))}
      <li>
        <UiLink href={`${plan}#${lineAnchor(award.lineCode)}`}>
          <span className={styles.code}>{award.lineCode}</span>
          <Localised text={award.lineLabel} />
        </UiLink>
      </li>
    </ol>
  );
}
