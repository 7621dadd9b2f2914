import type { Call } from "../rest/call.ts";
import type { AccessPath } from "./access.ts";
import type { ListSizes } from "./paged-list.ts";

/** Anything that remembers what an operation has read, and forgets it after a write. */
export interface Forgetful {
  clearAll(): void;
}

/** A loader as it is declared, once for the process. */
export interface Definition<Parts, Made extends Forgetful> {
  /** The ways to its rows, among which the planner chooses. */
  readonly access: readonly AccessPath[];
  /** Makes it for one operation. */
  make(parts: Parts): Made;
}

/** What has been made for one operation, each thing once. */
export interface Memo<Parts> extends Forgetful {
  of<Made extends Forgetful>(definition: Definition<Parts, Made>): Made;
}

/** What the loaders of one system are made from, for one operation. */
export interface Scope extends Memo<Scope> {
  readonly call: Call;
  readonly sizes: ListSizes;
}

/** Makes a memo that is empty. */
export function createMemo<Parts>(parts: () => Parts): Memo<Parts> {
  const made = new Map<object, Forgetful>();
  return {
    of<Made extends Forgetful>(definition: Definition<Parts, Made>): Made {
      const known = made.get(definition) ?? definition.make(parts());
      made.set(definition, known);
      return known as Made;
    },
    clearAll() {
      for (const one of made.values()) one.clearAll();
    },
  };
}

/** Makes the scope of one system. */
export function createScope(call: Call, sizes: ListSizes): Scope {
  const { of, clearAll } = createMemo(() => scope);
  const scope: Scope = { of, clearAll, call, sizes };
  return scope;
}

/** Definitions by name. */
export type Definitions = Readonly<Record<string, { make(parts: never): Forgetful } & HasAccess>>;

type HasAccess = Pick<Definition<never, Forgetful>, "access">;

/** What definitions make, by the same names. */
export type MadeOf<Named> = {
  readonly [Name in keyof Named]: Named[Name] extends { make(parts: never): infer Made } ? Made : never;
};

const memosOf = Symbol("memos");

/**
 * Makes objects that hold things by name and make each when it is first asked for, so that an operation pays for no
 * more than it uses.
 * @param sections definitions by section and name; a name stands in one section only.
 * @returns a function that takes the memo of each section.
 */
export function lazyMembers<Sections extends Readonly<Record<string, Definitions>>>(sections: Sections) {
  type Memos = { readonly [Section in keyof Sections]: Pick<Memo<never>, "of"> };
  interface Holder {
    [memosOf]: Memos;
  }
  const prototype = {};
  for (const [section, definitions] of Object.entries(sections)) {
    for (const [name, definition] of Object.entries(definitions)) {
      Object.defineProperty(prototype, name, {
        enumerable: true,
        get(this: Holder) {
          return this[memosOf][section]?.of(definition);
        },
      });
    }
  }
  return (memos: Memos): object => {
    const holder: Holder = Object.create(prototype);
    holder[memosOf] = memos;
    return holder;
  };
}
