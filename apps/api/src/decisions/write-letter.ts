import { cents, inLanguage, type LocalisedText } from '@commonlot/domain';
import { Inject, Injectable } from '@nestjs/common';
import { renderDocument } from '../platform/documents/index.js';
import { CONFIG, type Config, Database, Files, type Job, systemActor, Transactions } from '../platform/index.js';
import type { DecisionRow } from './decision.entity.js';
import { DecisionRepository } from './decision.repository.js';
import { type LetterFacts, letterOf } from './letter.js';
import { letterWords } from './letter-words.js';

interface LetterRow
  extends Pick<
    DecisionRow,
    | 'number'
    | 'language'
    | 'outcome'
    | 'amountCents'
    | 'reason'
    | 'deviationReason'
    | 'criterionReasons'
    | 'act'
    | 'signedAt'
  > {
  readonly fileNumber: string;
  readonly title: string;
  readonly requestedCents: number;
  readonly organisationName: string;
  readonly enterpriseNumber: string;
  readonly street: string;
  readonly postalCode: string;
  readonly municipality: LocalisedText;
  readonly criteria: readonly { readonly id: string; readonly title: LocalisedText }[];
  readonly signatoryName: string;
  readonly signatoryTitle: string;
}

/** Writes the letter of a signed decision, once. It is kept as it was written: the register of a template is no proof. */
@Injectable()
export class WriteLetter implements Job {
  readonly name = 'write-letter';

  constructor(
    private readonly database: Database,
    private readonly transactions: Transactions,
    private readonly decisions: DecisionRepository,
    private readonly files: Files,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async run(decisionId: string): Promise<void> {
    const row = await this.database.row<LetterRow>(
      `SELECT d.number, d.language, d.outcome, d.amount_cents AS "amountCents", d.reason,
         d.deviation_reason AS "deviationReason", d.criterion_reasons AS "criterionReasons", d.act,
         d.signed_at AS "signedAt", coalesce(a.number, f.number) AS "fileNumber", coalesce(a.title, f.title) AS title,
         coalesce(a.requested_cents, f.requested_cents) AS "requestedCents", o.name AS "organisationName",
         o.enterprise_number AS "enterpriseNumber", o.street, o.postal_code AS "postalCode", m.name AS municipality,
         coalesce(c.criteria, '[]') AS criteria, p.name AS "signatoryName", b.signatory_title AS "signatoryTitle"
       FROM decision d JOIN decision_batch b ON b.id = d.batch_id JOIN person p ON p.id = d.decided_by
         JOIN organisation o ON o.id = d.organisation_id JOIN municipality m ON m.nis = o.municipality_nis
         LEFT JOIN application a ON a.id = d.application_id LEFT JOIN call c ON c.id = a.call_id
         LEFT JOIN direct_file f ON f.id = d.direct_file_id
       WHERE d.id = $1 AND d.signed_at IS NOT NULL AND d.letter_file_id IS NULL AND d.lapsed_at IS NULL`,
      [decisionId],
    );
    if (row === null) return;
    const content = await renderDocument(letterOf(this.factsOf(row)));
    const file = await this.files.write(
      content,
      `${letterWords[row.language].fileName}-${row.number}.pdf`,
      'application/pdf',
    );
    await this.transactions.run(systemActor, async (tx) => {
      const { decision } = await this.decisions.lockDecision(tx, decisionId);
      // Two workers may have written it; the first one counts, and the bytes of the other belong to no row.
      if (decision.letterFileId !== null || decision.lapsedAt !== null) return;
      await this.files.keep(tx, file);
      await this.decisions.updateDecision(tx, decision, { letterFileId: file.id });
      await tx.record({ type: 'decision.letter-written', subjectId: decision.id, after: { sha256: file.sha256 } });
    });
  }

  private factsOf(row: LetterRow): LetterFacts {
    const { language, act, outcome, signedAt } = row;
    if (act === null || outcome === null || signedAt === null) throw new Error(`Decision ${row.number} is not signed.`);
    return {
      ...row,
      act,
      outcome,
      signedAt,
      organisation: {
        name: row.organisationName,
        enterpriseNumber: row.enterpriseNumber,
        street: row.street,
        postalCode: row.postalCode,
        municipality: inLanguage(row.municipality, language).text,
      },
      requestedCents: cents(row.requestedCents),
      criterionReasons: row.criteria.flatMap(({ id, title }) => {
        const text = row.criterionReasons[id] ?? '';
        return text === '' ? [] : [{ title: inLanguage(title, language).text, text }];
      }),
      signatory: { name: row.signatoryName, title: row.signatoryTitle },
      isDemonstration: this.config.isDemonstration,
    };
  }
}
