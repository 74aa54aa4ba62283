/** The part of jest-axe that the tests use; the package has no types of its own. */
declare module 'jest-axe' {
  export function axe(container: Element): Promise<{ readonly violations: readonly { readonly id: string }[] }>;
}
