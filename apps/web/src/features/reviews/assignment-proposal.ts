export interface AssignableFile {
  readonly applicationId: string;
  readonly assignments: readonly { readonly reviewerId: string; readonly state: string }[];
}

export interface Pair {
  readonly applicationId: string;
  readonly reviewerId: string;
}

/**
 * Who could read what: every file gets as many readers as wanted, counting those it has, and always the chosen reviewer
 * with the least work so far; equals take turns. Nobody gets a file twice, nor one that they declared an interest in.
 */
export function proposeAssignments(
  files: readonly AssignableFile[],
  reviewerIds: readonly string[],
  perFile: number,
): Pair[] {
  const load = new Map(reviewerIds.map((id) => [id, 0]));
  for (const { reviewerId, state } of files.flatMap(({ assignments }) => assignments)) {
    if (state !== 'conflicted' && load.has(reviewerId)) load.set(reviewerId, (load.get(reviewerId) ?? 0) + 1);
  }
  const pairs: Pair[] = [];
  let turn = 0;
  for (const { applicationId, assignments } of files) {
    const taken = new Set(assignments.map(({ reviewerId }) => reviewerId));
    let missing = perFile - assignments.filter(({ state }) => state !== 'conflicted').length;
    for (; missing > 0; missing -= 1) {
      const inTurn = [...reviewerIds.slice(turn), ...reviewerIds.slice(0, turn)].filter((id) => !taken.has(id));
      const [next] = inTurn.toSorted((a, b) => (load.get(a) ?? 0) - (load.get(b) ?? 0));
      if (next === undefined) break;
      taken.add(next);
      load.set(next, (load.get(next) ?? 0) + 1);
      turn = (reviewerIds.indexOf(next) + 1) % reviewerIds.length;
      pairs.push({ applicationId, reviewerId: next });
    }
  }
  return pairs;
}
