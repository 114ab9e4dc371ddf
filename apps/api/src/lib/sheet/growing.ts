type Numbers = Uint8Array | Uint32Array | Float64Array;

/**
 * A list of numbers that grows, in a buffer that can be handed over between threads. Of its spare room
 * only what was written to takes memory.
 */
export class Growing<List extends Numbers> {
  readonly #make: (length: number) => List;
  #list: List;
  #length = 0;

  constructor(make: (length: number) => List) {
    this.#make = make;
    this.#list = make(1024);
  }

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#list.length) this.#grow();
    this.#list[this.#length] = value;
    this.#length += 1;
  }

  /** What was pushed, over the same buffer. */
  filled(): List {
    return this.#list.subarray(0, this.#length) as List;
  }

  #grow(): void {
    const list = this.#make(this.#list.length * 2);
    list.set(this.#list);
    this.#list = list;
  }
}
