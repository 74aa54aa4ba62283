import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';

/** The interface as the person of this page calls it, past the forms. A refusal fails the test. */
export function interfaceOf(page) {
  const call = async (method, path, { body, bytes } = {}) => {
    const response = await page.request.fetch(`/api${path}`, {
      method,
      headers: {
        'idempotency-key': randomUUID(),
        ...(bytes === undefined ? {} : { 'content-type': 'application/octet-stream' }),
      },
      ...(body === undefined && bytes === undefined ? {} : { data: bytes ?? body }),
    });
    const text = await response.text();
    assert.ok(response.ok(), `${method} ${path}: ${response.status()} ${text}`);
    return text === '' ? null : JSON.parse(text);
  };
  return {
    get: (path) => call('GET', path),
    post: (path, body = {}) => call('POST', path, { body }),
    put: (path, body) => call('PUT', path, { body }),
    patch: (path, body) => call('PATCH', path, { body }),
    remove: (path) => call('DELETE', path),
    send: (path, bytes) => call('POST', path, { bytes }),
  };
}
