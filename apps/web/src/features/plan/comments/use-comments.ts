import { plan, type ResponseOf } from '@commonlot/contracts';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../../../shared/api/browser-api';
import { useSession } from '../../../shared/session/session';

export type PlanComment = ResponseOf<typeof plan.listPlanComments>['rows'][number];

/** A comment on a line is shown with every version of its year, so that a change renews them all. */
const allComments = ['plan-comments'] as const;

/** Comments on a version (`lineId` null) or on a line through its versions, newest first, page by page. */
export function useComments(versionId: string, lineId: string | null) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: [...allComments, versionId, 'of', lineId],
    queryFn: ({ pageParam }) =>
      api(plan.listPlanComments, {
        params: { versionId },
        query: {
          ...(lineId === null ? {} : { lineId }),
          ...(pageParam === null ? {} : { after: pageParam }),
        },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  });
}

/** How many comments are open, by line; the key '' stands for the version as a whole. Empty until it is known. */
export function useCommentCounts(versionId: string): ReadonlyMap<string, number> {
  const api = useApi();
  const { data } = useQuery({
    queryKey: [...allComments, versionId, 'counts'],
    queryFn: () => api(plan.countPlanComments, { params: { versionId } }),
    select: countsByLine,
  });
  return data ?? none;
}

const none: ReadonlyMap<string, number> = new Map();
const countsByLine = ({ rows }: ResponseOf<typeof plan.countPlanComments>): ReadonlyMap<string, number> =>
  new Map(rows.map(({ lineId, open }) => [lineId ?? '', open]));

/** Who may be mentioned; nobody for those who may not comment. */
export function usePlanReaders() {
  const api = useApi();
  const { can } = useSession();
  const { data } = useQuery({
    queryKey: ['plan-readers'],
    queryFn: () => api(plan.listPlanReaders),
    enabled: can('plan:comment'),
  });
  return data?.rows ?? [];
}

/** Reads comments and counts again, after a change. */
export function useRenewComments(): () => Promise<void> {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: allComments });
}
