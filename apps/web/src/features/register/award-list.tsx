import { Day, Money, UiLink } from '@commonlot/ui';
import { Localised } from '../../shared/i18n/localised';
import { useLanguage, usePath } from '../../shared/i18n/use-language';
import styles from './award-list.module.css';
import type { AwardHead } from './records';

interface AwardListProps {
  readonly awards: readonly AwardHead[];
  readonly label: string;
  /** On the page of the organisation itself its name says nothing new. */
  readonly withoutOrganisation?: boolean;
}

/** A few awards: title, organisation, place, amount. Whole lists are a table. */
export function AwardList({ awards, label, withoutOrganisation = false }: AwardListProps) {
  const language = useLanguage();
  const path = usePath();
  return (
    <ul className={styles.list} aria-label={label}>
      {awards.map((award) => (
        <li key={award.number} className={styles.award}>
          <p className={styles.title} lang={award.language === language ? undefined : award.language}>
            <UiLink href={path('award', { number: award.number })}>{award.title}</UiLink>
          </p>
          <p className={styles.amount}>
            <Money cents={award.amountCents} />
          </p>
          <p className={styles.facts}>
            {!withoutOrganisation && (
              <span lang={award.language === language ? undefined : award.language}>{award.organisationName}</span>
            )}
            <span>
              <Localised text={award.municipality} />
            </span>
            <Day on={award.decidedOn} />
          </p>
        </li>
      ))}
    </ul>
  );
}
