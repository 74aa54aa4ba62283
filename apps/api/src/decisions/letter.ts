import {
  brusselsDay,
  type Cents,
  type DecisionOutcome,
  type FileLanguage,
  formatDay,
  formatEnterpriseNumber,
  formatEuros,
  formatInstant,
  instalmentAmounts,
} from '@commonlot/domain';
import type { Block, DocumentModel, Fact } from '../platform/documents/index.js';
import type { StoredAct } from './decision.entity.js';
import { type LetterWords, letterWords } from './letter-words.js';

/** Everything that a letter says: a signed decision, its file and who signed. */
export interface LetterFacts {
  readonly number: string;
  readonly fileNumber: string;
  readonly language: FileLanguage;
  readonly outcome: DecisionOutcome;
  readonly title: string;
  readonly organisation: {
    readonly name: string;
    readonly enterpriseNumber: string;
    readonly street: string;
    readonly postalCode: string;
    readonly municipality: string;
  };
  readonly requestedCents: Cents;
  readonly amountCents: Cents | null;
  readonly reason: string;
  readonly deviationReason: string;
  readonly criterionReasons: readonly { readonly title: string; readonly text: string }[];
  readonly act: StoredAct;
  readonly signedAt: Date;
  readonly signatory: { readonly name: string; readonly title: string };
  readonly isDemonstration: boolean;
}

/** The letter of a decision, in the language of the file: what was decided first, then why, then the act and remedies. */
export function letterOf(facts: LetterFacts): DocumentModel {
  const words = letterWords[facts.language];
  const day = formatDay(brusselsDay(facts.signedAt), facts.language);
  const { name, street, postalCode, municipality } = facts.organisation;
  return {
    language: facts.language,
    title: words.documentTitle(facts.number),
    author: facts.signatory.name,
    createdAt: facts.signedAt,
    letterhead: { name: 'Commonlot', line: words.headline },
    addressee: [name, street, `${postalCode} ${municipality}`],
    reference: [
      { label: words.reference, value: facts.number },
      { label: words.day, value: day },
      { label: words.file, value: facts.fileNumber },
    ],
    mark: facts.isDemonstration ? words.mark : null,
    footer: `Commonlot · ${words.documentTitle(facts.number)}`,
    pageLabel: words.pageLabel,
    blocks: [
      { kind: 'title', text: words.titles[facts.outcome] },
      { kind: 'paragraph', text: words.salutation },
      { kind: 'paragraph', text: words.opening(day, facts.fileNumber, facts.title) },
      { kind: 'facts', facts: summary(facts, words) },
      ...(facts.outcome === 'award' ? [{ kind: 'paragraph', text: words.nextStep } as const] : []),
      ...reasons(facts, words),
      ...articles(facts, words),
      ...signature(facts, words),
      { kind: 'heading', text: words.remedies },
      { kind: 'subheading', text: words.remedy(facts.act.remedies.body, facts.act.remedies.days) },
      ...paragraphs(facts.act.remedies.text),
    ],
  };
}

const paragraphs = (text: string): Block[] =>
  text
    .split(/\n+/)
    .filter((part) => part.trim() !== '')
    .map((part) => ({ kind: 'paragraph', text: part }));

function summary(facts: LetterFacts, words: LetterWords): Fact[] {
  const { organisation, outcome, amountCents } = facts;
  return [
    { label: outcome === 'award' ? words.beneficiary : words.applicant, value: organisation.name },
    { label: words.enterpriseNumber, value: formatEnterpriseNumber(organisation.enterpriseNumber) },
    { label: words.project, value: facts.title },
    { label: words.decision, value: words.outcomes[outcome] },
    amountCents === null
      ? { label: words.requested, value: euros(facts.requestedCents, facts) }
      : { label: words.amount, value: euros(amountCents, facts) },
  ];
}

const euros = (amount: Cents, { language }: LetterFacts) => formatEuros(amount, language, { decimals: 'always' });

function reasons(facts: LetterFacts, words: LetterWords): Block[] {
  const blocks: Block[] = [{ kind: 'heading', text: words.reasons }, ...paragraphs(facts.reason)];
  for (const { title, text } of facts.criterionReasons) {
    blocks.push({ kind: 'subheading', text: title }, ...paragraphs(text));
  }
  if (facts.deviationReason !== '') {
    blocks.push({ kind: 'subheading', text: words.deviation }, ...paragraphs(facts.deviationReason));
  }
  return blocks;
}

/** The act itself: grounds in law, then its articles, numbered. */
function articles(facts: LetterFacts, words: LetterWords): Block[] {
  const { act, outcome } = facts;
  const bodies: (readonly [string, readonly Block[]])[] = [
    [words.decided[outcome], [{ kind: 'paragraph', text: operative(facts, words) }]],
    ...(outcome === 'exclude' ? [] : [[words.purpose, paragraphs(act.purpose)] as const]),
    ...(outcome === 'award' ? duties(facts, words) : []),
  ];
  return [
    { kind: 'heading', text: words.actHeading },
    { kind: 'paragraph', text: words.grounds },
    { kind: 'list', items: act.legalGrounds },
    ...bodies.flatMap(([subject, blocks], index): Block[] => [
      { kind: 'subheading', text: words.article(index + 1, subject) },
      ...blocks,
    ]),
  ];
}

function operative(facts: LetterFacts, words: LetterWords): string {
  const { act, organisation, amountCents, outcome, fileNumber } = facts;
  if (outcome === 'exclude') return words.excluding(fileNumber, organisation.name);
  if (outcome === 'refuse' || amountCents === null) {
    return words.refusing(fileNumber, organisation.name, act.lineCode, act.planReference);
  }
  return words.awarding(euros(amountCents, facts), organisation.name, act.lineCode, act.planReference);
}

/** What an award asks and promises: payment, proof, visibility, control, recovery. */
function duties(facts: LetterFacts, words: LetterWords): (readonly [string, readonly Block[]])[] {
  const { act, language, amountCents } = facts;
  const amounts = instalmentAmounts(
    amountCents ?? facts.requestedCents,
    act.instalments.map(({ percent }) => percent),
  );
  const instalments = act.instalments.map(({ percent, condition, dueOn }, index) => {
    const day = dueOn === null ? '' : ` ${words.on(formatDay(dueOn, language))}`;
    const amount = amounts[index];
    return [`${index + 1} (${percent} %)`, condition + day, amount === undefined ? '' : euros(amount, facts)];
  });
  const proofs = act.proofs.map(({ description, dueOn }) => [description, formatDay(dueOn, language)]);
  return [
    [
      words.payment,
      [
        { kind: 'paragraph', text: words.paymentIntro },
        {
          kind: 'table',
          columns: [
            { title: words.instalment, align: 'left', share: 0.18 },
            { title: words.condition, align: 'left', share: 0.57 },
            { title: words.instalmentAmount, align: 'right', share: 0.25 },
          ],
          rows: instalments,
        },
      ],
    ],
    [
      words.proof,
      [
        { kind: 'paragraph', text: words.proofIntro },
        {
          kind: 'table',
          columns: [
            { title: words.document, align: 'left', share: 0.75 },
            { title: words.dueOn, align: 'right', share: 0.25 },
          ],
          rows: proofs,
        },
      ],
    ],
    [words.visibility, paragraphs(act.visibilityDuty)],
    [words.control, paragraphs(act.controlClause)],
    [words.recovery, paragraphs(act.recoveryClause)],
  ];
}

function signature({ signatory, signedAt, language }: LetterFacts, words: LetterWords): Block[] {
  return [
    { kind: 'signature', lines: [signatory.name, signatory.title, words.signedOn(formatInstant(signedAt, language))] },
  ];
}
