import { origin } from './browser.mjs';

/** Somebody who reads pages and asks the API without a browser: a persona of the demonstration, or nobody. */
export class Visitor {
  constructor(who, id = null, cookie = '') {
    this.who = who;
    this.id = id;
    this.cookie = cookie;
  }

  static async signedInAs(who, name) {
    const { rows } = await new Visitor(who).api('/personas');
    const persona = rows.find((row) => row.name === name);
    const answer = await fetch(`${origin}/api/personas/${persona.id}/session`, { method: 'POST' });
    return new Visitor(who, persona.id, answer.headers.getSetCookie()[0].split(';')[0]);
  }

  /** What the API answers to a GET; throws when it refuses. */
  async api(path) {
    const answer = await this.get(`/api${path}`);
    if (!answer.ok) throw new Error(`${this.who}: ${path} answered ${answer.status}.`);
    return answer.json();
  }

  /** All rows of a list that pages. */
  async rows(path) {
    const all = [];
    for (let after = null; ; ) {
      const { rows, next } = await this.api(
        `${path}${path.includes('?') ? '&' : '?'}limit=200${after ? `&after=${after}` : ''}`,
      );
      all.push(...rows);
      if (!next) return all;
      after = encodeURIComponent(next);
    }
  }

  /** Changes something by the API; throws when it refuses. */
  async send(method, path, body) {
    const headers = { cookie: this.cookie, 'content-type': 'application/json' };
    const answer = await fetch(`${origin}/api${path}`, { method, headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${this.who}: ${method} ${path} answered ${answer.status}: ${await answer.text()}`);
    return answer.json();
  }

  get(path) {
    return fetch(new URL(path, origin), { headers: { cookie: this.cookie }, redirect: 'manual' });
  }
}
