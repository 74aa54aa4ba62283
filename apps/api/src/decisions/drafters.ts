/**
 * SQL: everybody who began this batch, handed it over (also in an earlier round), or wrote or proposed a direct file of
 * it, by the journal. None of them signs it, in whatever role they are by then.
 */
export const draftersOf = (batchId: string): string => `
  SELECT j.actor_id FROM journal j WHERE j.subject_type = 'decision-batch' AND j.subject_id = ${batchId}
    AND j.type IN ('decision-batch.created', 'decision-batch.prepared')
  UNION ALL
  SELECT j.actor_id FROM decision x JOIN journal j ON j.subject_type = 'direct-file' AND j.subject_id = x.direct_file_id
  WHERE x.batch_id = ${batchId} AND j.type IN ('direct-file.created', 'direct-file.saved', 'direct-file.proposed')`;
