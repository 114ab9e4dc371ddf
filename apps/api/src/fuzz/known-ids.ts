/** Ids of rows that are there, by the name that a field has for them: `cadreId`, `villageId` … */
export class KnownIds {
  readonly #byName = new Map<string, string[]>();

  constructor(given: Record<string, readonly string[]>) {
    for (const [name, ids] of Object.entries(given)) this.#byName.set(name, [...ids]);
  }

  get all(): readonly string[] {
    return [...this.#byName.values()].flat();
  }

  /** Those that a field means; all where nobody knows what it means. */
  of(field: string): readonly string[] {
    return this.#byName.get(field.replace(/s$/, '')) ?? this.all;
  }

  /** Those that a parameter of a path means: the `id` after `/cadres/` is a `cadreId`. */
  ofParameter(path: string, name: string): readonly string[] {
    if (name !== 'id') return this.of(name);
    return this.of(idName(path.slice(0, path.indexOf('{id}'))));
  }

  /** A row that a request to a path has made. The latest few are kept. */
  made(path: string, id: string) {
    const name = idName(path);
    const known = this.#byName.get(name) ?? [];
    this.#byName.set(name, known.length < 12 ? [...known, id] : [...known.slice(0, -1), id]);
  }

  with(more: Record<string, readonly string[]>): KnownIds {
    const both = new KnownIds(Object.fromEntries(this.#byName));
    for (const [name, ids] of Object.entries(more)) {
      both.#byName.set(name, [...this.of(name), ...ids]);
    }
    return both;
  }
}

/** `/api/batches/` makes `batchId`. */
function idName(path: string): string {
  const segment = path.split('/').findLast((each) => each !== '') ?? '';
  return `${segment.replace(/(?<=ch)es$|s$/, '')}Id`;
}
