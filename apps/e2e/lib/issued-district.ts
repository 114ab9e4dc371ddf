import { password } from './password.ts';

/** For tests of what comes after the issue: the sample district's plan is issued by the API. */
export class IssuedDistrict {
  readonly #url: string;
  readonly #tokens = new Map<string, string>();

  private constructor(url: string) {
    this.#url = url;
  }

  static async of(url: string): Promise<IssuedDistrict> {
    const district = new IssuedDistrict(url);
    await district.#issue();
    return district;
  }

  /** Calls the API as one of the demo's people. Throws what it refuses. */
  async call<Reply>(who: string, method: string, path: string, body?: object): Promise<Reply> {
    const token = this.#tokens.get(who) ?? (await this.#signIn(who));
    const reply = await fetch(this.#url + path, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (!reply.ok) throw new Error(`${method} ${path}: ${await reply.text()}`);
    return (await reply.json()) as Reply;
  }

  async #signIn(username: string): Promise<string> {
    const reply = await fetch(`${this.#url}/api/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password }),
    });
    const { accessToken } = (await reply.json()) as { accessToken: string };
    this.#tokens.set(username, accessToken);
    return accessToken;
  }

  async #issue(): Promise<void> {
    const { items } = await this.call<{ items: { id: string }[] }>(
      'planner',
      'GET',
      '/api/batches',
    );
    const batch = `/api/batches/${items[0]?.id}`;
    // Another test of the file may have done it.
    const known = await this.call<{ items: Plan[] }>('planner', 'GET', `${batch}/plans`);
    if (known.items.some(({ status }) => status === 'issued')) return;
    const { id, cadres } = await this.call<Plan>('planner', 'POST', `${batch}/plans`, {});
    for (const { cadreId } of cadres.filter(({ eligible }) => !eligible)) {
      const path = `/api/cadres/${cadreId}`;
      const { version } = await this.call<{ version: number }>('planner', 'GET', path);
      const dates = { joinedOn: '2010-07-01', fullMemberOn: '2011-07-01', document: '干部档案' };
      await this.call('planner', 'PATCH', path, { ...dates, version });
    }
    const plan = `/api/plans/${id}`;
    const { runId } = await this.call<{ runId: string }>('planner', 'POST', `${plan}/solve`, {
      prove: false,
    });
    for (;;) {
      const run = await this.call<{ status: string }>('planner', 'GET', `${plan}/runs/${runId}`);
      if (run.status === 'done') break;
      if (run.status === 'failed') throw new Error('the plan was not solved');
      await new Promise((done) => setTimeout(done, 500));
    }
    const read = () => this.call<Plan>('planner', 'GET', plan);
    await this.call('planner', 'POST', `${plan}/approval`, {
      meeting: '区委常委会第12次会议',
      date: '2015-04-24',
      minutesNumber: '河委纪要〔2015〕12号',
      documentNumber: '河组发〔2015〕18号',
      version: (await read()).version,
    });
    const { version } = await read();
    await this.call('office', 'POST', `${plan}/confirm`, { version });
    await this.call('planner', 'POST', `${plan}/publish`, { version: (await read()).version });
  }
}

interface Plan {
  id: string;
  status: string;
  version: number;
  cadres: { cadreId: string; eligible: boolean }[];
}
