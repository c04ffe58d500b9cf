/** Where and how a text is not the JSON this server accepts. `pointer` is a JSON pointer to the place. */
export interface JsonFault {
  readonly pointer: string;
  readonly code:
    | 'encoding'
    | 'syntax'
    | 'duplicate-key'
    | 'reserved-key'
    | 'too-deep'
    | 'too-many-keys'
    | 'key-too-long'
    | 'number'
    | 'character';
}

/** What the parser gives: the value, or the first fault. */
export type Parsed = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly fault: JsonFault };

const limits = { depth: 32, keys: 1000, keyLength: 200 } as const;
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
// Keys that would reach the prototype of whatever object they are copied into.
const reserved = new Set(['__proto__', 'constructor', 'prototype']);
const escapes: Record<string, string> = { '"': '"', '\\': '\\', '/': '/', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

class Stop extends Error {
  readonly fault: JsonFault;

  constructor(fault: JsonFault) {
    super(fault.code);
    this.fault = fault;
  }
}

/**
 * Reads JSON as RFC 8259 says and no looser: valid UTF-8 without a byte order mark, each key once, at most 32 deep, only
 * numbers that come back as they were written, no NUL and no half of a surrogate pair. `JSON.parse` lets all of these pass.
 */
export function parseStrictJson(bytes: Uint8Array): Parsed {
  let text: string;
  try {
    text = utf8.decode(bytes);
  } catch {
    return { ok: false, fault: { pointer: '', code: 'encoding' } };
  }
  if (text.charCodeAt(0) === 0xfeff) return { ok: false, fault: { pointer: '', code: 'encoding' } };
  try {
    return { ok: true, value: new Reader(text).document() };
  } catch (error) {
    if (error instanceof Stop) return { ok: false, fault: error.fault };
    throw error;
  }
}

/** True when PostgreSQL would refuse or silently change the text: a NUL, or half of a surrogate pair. */
export function hasForbiddenCharacter(text: string): boolean {
  return text.includes('\u0000') || !text.isWellFormed();
}

class Reader {
  readonly #text: string;
  readonly #path: (string | number)[] = [];
  #at = 0;
  #keys = 0;

  constructor(text: string) {
    this.#text = text;
  }

  document(): unknown {
    const value = this.#value();
    this.#space();
    if (this.#at !== this.#text.length) this.#stop('syntax');
    return value;
  }

  #stop(code: JsonFault['code']): never {
    const pointer = this.#path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
    throw new Stop({ pointer: pointer.slice(0, 500), code });
  }

  #space(): void {
    for (;;) {
      const code = this.#text.charCodeAt(this.#at);
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return;
      this.#at += 1;
    }
  }

  #value(): unknown {
    this.#space();
    const first = this.#text[this.#at];
    if (first === '{') return this.#object();
    if (first === '[') return this.#array();
    if (first === '"') return this.#string();
    for (const [word, value] of [
      ['true', true],
      ['false', false],
      ['null', null],
    ] as const) {
      if (this.#text.startsWith(word, this.#at)) {
        this.#at += word.length;
        return value;
      }
    }
    return this.#number();
  }

  #deeper(step: string | number): void {
    this.#path.push(step);
    if (this.#path.length > limits.depth) {
      this.#path.length = limits.depth;
      this.#stop('too-deep');
    }
  }

  /** Passes `sign` when it comes next. */
  #next(sign: string): boolean {
    this.#space();
    if (this.#text[this.#at] !== sign) return false;
    this.#at += 1;
    return true;
  }

  #object(): Record<string, unknown> {
    const object: Record<string, unknown> = {};
    this.#at += 1;
    if (this.#next('}')) return object;
    do {
      this.#space();
      if (this.#text[this.#at] !== '"') this.#stop('syntax');
      const key = this.#string();
      if (key.length > limits.keyLength) this.#stop('key-too-long');
      this.#deeper(key);
      if (reserved.has(key)) this.#stop('reserved-key');
      if (Object.hasOwn(object, key)) this.#stop('duplicate-key');
      this.#keys += 1;
      if (this.#keys > limits.keys) this.#stop('too-many-keys');
      if (!this.#next(':')) this.#stop('syntax');
      object[key] = this.#value();
      this.#path.pop();
    } while (this.#next(','));
    if (!this.#next('}')) this.#stop('syntax');
    return object;
  }

  #array(): unknown[] {
    const array: unknown[] = [];
    this.#at += 1;
    if (this.#next(']')) return array;
    do {
      this.#deeper(array.length);
      array.push(this.#value());
      this.#path.pop();
    } while (this.#next(','));
    if (!this.#next(']')) this.#stop('syntax');
    return array;
  }

  #string(): string {
    let text = '';
    let from = this.#at + 1;
    for (let at = from; ; at += 1) {
      const code = this.#text.charCodeAt(at);
      // NaN: the text ended. Control characters must be escaped.
      if (Number.isNaN(code) || code < 0x20) this.#stop('syntax');
      if (code === 0x22) {
        text += this.#text.slice(from, at);
        this.#at = at + 1;
        if (hasForbiddenCharacter(text)) this.#stop('character');
        return text;
      }
      if (code !== 0x5c) continue;
      text += this.#text.slice(from, at);
      const sign = this.#text[at + 1] ?? '';
      if (sign === 'u') {
        const hex = this.#text.slice(at + 2, at + 6);
        if (!/^[0-9a-fA-F]{4}$/.test(hex)) this.#stop('syntax');
        text += String.fromCharCode(Number.parseInt(hex, 16));
        at += 5;
      } else {
        const plain = escapes[sign];
        if (plain === undefined) this.#stop('syntax');
        text += plain;
        at += 1;
      }
      from = at + 1;
    }
  }

  #number(): number {
    const pattern = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
    pattern.lastIndex = this.#at;
    const written = pattern.exec(this.#text)?.[0];
    if (written === undefined) this.#stop('syntax');
    const value = Number(written);
    // 1e400, -0, 9007199254740993, 1.0: what was sent is not what would be kept.
    if (String(value) !== written || Object.is(value, -0)) this.#stop('number');
    this.#at += written.length;
    return value;
  }
}
