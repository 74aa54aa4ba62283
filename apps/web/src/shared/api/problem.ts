import { problemDocument } from '@commonlot/contracts';

/** A refusal of the API, as it came over the wire. Codes have words in the catalogue under `problem.<code>`. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(status: number, code: string, details: Readonly<Record<string, unknown>> = {}) {
    super(code);
    this.name = 'ApiProblem';
    this.status = status;
    this.code = code;
    this.details = details;
  }
}

/** Reads a refusal; an answer that is none of ours (a proxy's page, nothing at all) says that the service is away. */
export async function readProblem(response: Response): Promise<ApiProblem> {
  const parsed = problemDocument.safeParse(await response.json().catch(() => null));
  if (parsed.success) return new ApiProblem(response.status, parsed.data.code, parsed.data.details);
  return new ApiProblem(response.status, response.status >= 500 ? 'service.unavailable' : 'request.malformed');
}

/** The refusal for a request that got no answer. */
export const unreachable = () => new ApiProblem(503, 'service.unavailable');
