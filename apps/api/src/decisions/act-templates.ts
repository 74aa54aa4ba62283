import type { DecisionOutcome, FileLanguage, LocalDate } from '@commonlot/domain';
import { de } from './act-templates.de.js';
import { fr } from './act-templates.fr.js';
import { nl } from './act-templates.nl.js';
import type { ActTemplates, PlanFacts } from './act-words.js';
import type { StoredAct } from './decision.entity.js';

const templates: Record<FileLanguage, ActTemplates> = { nl, fr, de };

export function templatesIn(language: FileLanguage): ActTemplates {
  return templates[language];
}

/** Days to ask the Council of State for annulment, from the notification (coordinated laws of 12 January 1973, art. 19). */
const remedyDays = 60;

interface ActOrder {
  readonly language: FileLanguage;
  readonly plan: PlanFacts;
  readonly purpose: string;
  /** The year in which the decision is prepared: the days of the proofs follow from it. */
  readonly year: number;
  readonly channel: 'call' | 'direct';
}

/** A proposal of the whole act. What only an award needs is in it too, for the minister may leave the advice. */
export function proposeAct({ language, plan, purpose, year, channel }: ActOrder): StoredAct {
  const words = templatesIn(language);
  const [first, second] = channel === 'call' ? words.callInstalments : words.directInstalments;
  const [firstPercent, secondPercent] = channel === 'call' ? [80, 20] : [50, 50];
  const proofs = channel === 'call' ? words.callProofs : words.directProofs(year);
  // A project of a call runs for up to a year and a half; a named beneficiary accounts for the year itself.
  const dueOn = (channel === 'call' ? `${year + 2}-03-31` : `${year + 1}-06-30`) as LocalDate;
  return {
    legalGrounds: words.legalGrounds(plan),
    planReference: words.planReference(plan),
    lineCode: plan.lineCode,
    purpose,
    instalments: [
      { percent: firstPercent, condition: first, dueOn: null },
      { percent: secondPercent, condition: second, dueOn: null },
    ],
    proofs: proofs.map((description) => ({ description, dueOn })),
    visibilityDuty: words.visibilityDuty,
    controlClause: words.controlClause,
    recoveryClause: words.recoveryClause,
    remedies: { body: words.remedyBody, days: remedyDays, text: words.remedyText },
  };
}

/** The act as it is signed: a refusal or an exclusion promises nothing and asks for no proof. */
export function actFor(outcome: DecisionOutcome, act: StoredAct): StoredAct {
  if (outcome === 'award') return act;
  return { ...act, instalments: [], proofs: [], visibilityDuty: '', controlClause: '', recoveryClause: '' };
}
