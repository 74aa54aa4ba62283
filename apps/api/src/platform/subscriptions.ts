/** Which jobs follow an event: event type -> job names. The list itself stands at the root, where every module is seen. */
export type Subscriptions = ReadonlyMap<string, readonly string[]>;

export const SUBSCRIPTIONS = Symbol('subscriptions');
