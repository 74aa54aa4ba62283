/** Stands in for a CSS module: each class is named by itself, and a plain style sheet is empty. */
export default new Proxy({}, { get: (_styles, name) => (typeof name === 'string' ? name : undefined) });
