import { editLine } from './changes';
import type { TypedLine } from './typed-line';
import type { PlanDraft } from './use-plan-draft';

/** Changes the line; what is typed in one field, letter after letter, is one step of the history. */
export function changeLine(draft: PlanDraft, line: TypedLine, part: Partial<TypedLine>) {
  const tag = `${line.key}:${Object.keys(part).join()}`;
  draft.dispatch({ type: 'change', tag, apply: (now) => editLine(now, line.key, part) });
}
