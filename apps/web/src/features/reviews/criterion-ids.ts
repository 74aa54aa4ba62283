/** The id of the first input of a criterion's score: errors and keys lead there. */
export const scoreFieldId = (criterionId: string) => `score-${criterionId}`;
/** The id of the comment of a criterion. */
export const commentFieldId = (criterionId: string) => `comment-${criterionId}`;
