import type { decisions as contract, InputOf } from '@commonlot/contracts';
import { Problem } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { withoutConflict } from '../applications/index.js';
import { type Actor, Database, Files } from '../platform/index.js';

/** The letter: for staff from the signature on, for the members of the organisation once it is released. */
@Injectable()
export class ReadLetter {
  constructor(
    private readonly database: Database,
    private readonly files: Files,
  ) {}

  /** Throws `record.missing` for everybody else, and for as long as there is nothing that they may read. */
  async execute(actor: Actor, { params }: InputOf<typeof contract.readLetter>) {
    const file = await this.database.row<{ id: string; name: string; mediaType: string; sizeBytes: number }>(
      `SELECT s.id, s.name, s.media_type AS "mediaType", s.size_bytes AS "sizeBytes"
       FROM decision d JOIN decision_batch b ON b.id = d.batch_id JOIN stored_file s ON s.id = d.letter_file_id
       WHERE d.id = $1 AND (($2 AND ${withoutConflict('d.application_id', '$3')}) OR (b.state = 'released' AND d.lapsed_at IS NULL AND EXISTS (
         SELECT 1 FROM organisation_member m WHERE m.organisation_id = d.organisation_id AND m.person_id = $3)))`,
      [params.decisionId, actor.permissions.has('decision:read'), actor.personId],
    );
    if (file === null) throw new Problem('record.missing');
    return { ...file, stream: await this.files.read(file.id) };
  }
}
