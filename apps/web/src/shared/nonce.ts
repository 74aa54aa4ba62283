import { createContext, use } from 'react';

/** The nonce of the page's content policy; there while the server renders, and not told to scripts afterwards. */
export const NonceContext = createContext<string | undefined>(undefined);

export const useNonce = (): string | undefined => use(NonceContext);
