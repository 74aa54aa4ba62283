import { useEffect, useState } from 'react';
import { ScrollRestoration, UNSAFE_useScrollRestoration as useScrollRestoration } from 'react-router';
import { useNonce } from './nonce';

/**
 * What must be so before any other script of the page runs.
 *
 * zod: no attempt to make code from text. The content policy refuses it and reports the attempt as a violation.
 *
 * The policy of trusted types: no text becomes markup or code. When React builds the whole document anew (what the
 * server rendered did not fit, or only the root caught an error) it makes script elements from this one text; they never
 * run, so that they may as well be empty. Anything else is emptied too, and said on the console.
 */
const text = `globalThis.__zod_globalConfig = { jitless: true };
const emptied = (text) => {
  console.error('No text becomes markup or code on this page', text.slice(0, 80));
  return '';
};
globalThis.trustedTypes?.createPolicy('default', {
  createHTML: (text) => (text === '<script>\\x3c/script>' ? text : emptied(text)),
  createScript: emptied,
});`;

let hasRun = false;

/** Once in the life of a page: the browser has no use for it after the page was taken over. */
export function FirstScript() {
  const nonce = useNonce();
  useEffect(() => {
    hasRun = true;
  }, []);
  return hasRun ? null : (
    <script nonce={nonce} suppressHydrationWarning>
      {`{${text}}`}
    </script>
  );
}

/** Keeps the place of reading. The script that does it while a page loads comes from the server and never again. */
export function KeptScroll() {
  const [isFirst] = useState(() => !hasRun);
  return isFirst ? <ScrollRestoration /> : <ScrollOnly />;
}

function ScrollOnly() {
  useScrollRestoration();
  return null;
}
