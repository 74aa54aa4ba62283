/** @jest-environment node */
import { setForwardedHeaders } from './forwarded.mjs';

const requestWith = (headers) => ({
  headers: { host: 'commonlot.example', ...headers },
  socket: { remoteAddress: '::ffff:10.0.0.7' },
});

it('drops what the client says about itself', () => {
  const request = requestWith({
    'x-forwarded-for': '1.1.1.1',
    'x-forwarded-proto': 'https',
    forwarded: 'for=1.1.1.1',
    'x-real-ip': '1.1.1.1',
    'x-request-id': 'forged',
    traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
  });
  setForwardedHeaders(request, false);
  expect(request.headers).toEqual({
    host: 'commonlot.example',
    'x-forwarded-for': '10.0.0.7',
    'x-forwarded-host': 'commonlot.example',
    'x-forwarded-proto': 'http',
    'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
  });
});

it('believes only the entry that our own proxy added', () => {
  const request = requestWith({ 'x-forwarded-for': '1.1.1.1, 203.0.113.9', 'x-forwarded-proto': 'https' });
  setForwardedHeaders(request, true);
  expect(request.headers['x-forwarded-for']).toBe('203.0.113.9');
  expect(request.headers['x-forwarded-proto']).toBe('https');
});
