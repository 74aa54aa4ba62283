import type { Endpoint, ResponseOf } from '@commonlot/contracts';
import { readProblem, unreachable } from './problem';
import { apiPath, type CallInput } from './request';

interface UploadOptions {
  readonly onProgress?: (part: number) => void;
  readonly key?: string;
  readonly signal?: AbortSignal;
}

/**
 * Sends a file as the body of a request and tells how much of it has gone, from 0 to 1. XMLHttpRequest, because
 * `fetch` does not say how far an upload is. Rejects with `ApiProblem`.
 */
export function uploadFile<E extends Endpoint>(
  endpoint: E,
  input: Omit<CallInput<E>, 'body'>,
  file: File,
  options: UploadOptions = {},
): Promise<ResponseOf<E>> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(endpoint.method, apiPath(endpoint, input));
    request.setRequestHeader('accept', 'application/json');
    request.setRequestHeader('content-type', 'application/octet-stream');
    if (options.key) request.setRequestHeader('idempotency-key', options.key);
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) options.onProgress?.(event.loaded / event.total);
    };
    request.onerror = () => reject(unreachable());
    request.onabort = () => reject(new DOMException('The upload was stopped.', 'AbortError'));
    request.onload = () => {
      const response = new Response(request.responseText, { status: request.status });
      if (!response.ok) void readProblem(response).then(reject);
      else void response.json().then((answer) => resolve(endpoint.response.parse(answer) as ResponseOf<E>), reject);
    };
    options.signal?.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}
