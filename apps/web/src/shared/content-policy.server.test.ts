import { contentPolicy } from './content-policy.server';

const directives = (policy: string) =>
  Object.fromEntries(policy.split('; ').map((directive) => [directive.split(' ')[0], directive]));

it('lets scripts with the nonce run, what they load, and nothing else', () => {
  const policy = contentPolicy('abc', false);
  expect(directives(policy)).toMatchObject({
    'default-src': "default-src 'none'",
    'script-src': "script-src 'nonce-abc' 'strict-dynamic'",
    'object-src': "object-src 'none'",
    'base-uri': "base-uri 'none'",
    'frame-ancestors': "frame-ancestors 'none'",
    'form-action': "form-action 'self'",
    'connect-src': "connect-src 'self'",
    'require-trusted-types-for': "require-trusted-types-for 'script'",
  });
  expect(policy).not.toMatch(/unsafe-eval|unsafe-hashes|https?:|\*|data:|blob:/);
  expect(policy.match(/'unsafe-inline'/g)).toHaveLength(1);
});

it('asks for https where people come over https', () => {
  expect(contentPolicy('abc', true)).toContain('upgrade-insecure-requests');
  expect(contentPolicy('abc', false)).not.toContain('upgrade-insecure-requests');
});
