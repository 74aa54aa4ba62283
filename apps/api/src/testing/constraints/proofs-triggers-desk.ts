import { id } from './one-of-each.js';
import { isAppendOnly, refuses, type TriggerProofs } from './trigger-proof.js';

/** What the triggers of comments, commitments and advice are for. */
export const triggersOfDesk: TriggerProofs = {
  plan_comment: {
    plan_comment_said: refuses(
      'plan_comment_said',
      `UPDATE plan_comment SET text = 'Anders', version_id = ${id('version')}`,
      {
        given: "UPDATE plan_comment SET withdrawn_at = '2026-01-01Z'",
        sql: 'UPDATE plan_comment SET withdrawn_at = NULL',
      },
    ),
  },
  plan_comment_earlier: {
    plan_comment_earlier_frozen: isAppendOnly(
      "UPDATE plan_comment_earlier SET text = 'Anders'",
      'DELETE FROM plan_comment_earlier',
    ),
  },
  plan_version_earlier_step: {
    plan_version_earlier_step_frozen: isAppendOnly(
      "UPDATE plan_version_earlier_step SET reference = 'nr. 9'",
      'DELETE FROM plan_version_earlier_step',
    ),
  },
  plan_version_line_commitment: {
    plan_version_line_commitment_draft: refuses(
      'plan_version_line_draft',
      `INSERT INTO plan_version_line_commitment VALUES (${id('version')}, ${id('line')}, 2028, 1, 'MB 2')`,
    ),
  },
  plan_version_line_advice: {
    plan_version_line_advice_draft: refuses(
      'plan_version_line_draft',
      `INSERT INTO plan_version_line_advice VALUES (${id('version')}, ${id('heading')}, 'Begroting')`,
    ),
  },
};
