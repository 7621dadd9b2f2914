import { GraphQLError, type GraphQLResolveInfo } from "graphql";
import type { Completer, FieldPlace } from "./compiler.ts";
import { type Execution, type Failing, fail, type Path } from "./execution.ts";
import { append, forget, isPromise, type Joint, joined, type Output } from "./output.ts";
import type { Pace } from "./pace.ts";

/** The completer of the items of a list, and its settings. */
export interface ListParts {
  readonly item: Completer;
  readonly isItemNonNull: boolean;
  readonly place: FieldPlace;
  readonly pace: Pace;
}

/** Completes lists. One that takes long goes on in later turns of the event loop. */
export function listCompleter({ item, isItemNonNull, place, pace }: ListParts): Completer {
  const failing: Failing = { nodes: place.nodes, isNonNull: isItemNonNull };
  const { complete, known = () => undefined } = item;

  const completeItem = (
    execution: Execution,
    info: GraphQLResolveInfo,
    path: Path,
    value: unknown,
  ): Output => {
    try {
      const output = isPromise(value)
        ? value.then((resolved) => pace.inTurn(execution, () => complete(execution, info, path, resolved)))
        : complete(execution, info, path, value);
      return output === null || typeof output === "string"
        ? output
        : output.then(undefined, (error: unknown) => fail(execution, failing, path, error));
    } catch (error) {
      return fail(execution, failing, path, error);
    }
  };

  /** The items from one on, with the brackets that stand before and behind them. */
  const completeItems = (
    execution: Execution,
    info: GraphQLResolveInfo,
    { prev, items }: { readonly prev: Path; readonly items: readonly unknown[] },
    from: number,
  ): string | Promise<string> => {
    const joint: Joint = { text: from === 0 ? "[" : "", pieces: undefined };
    try {
      for (let key = from; key < items.length; key += 1) {
        if (key > from && pace.isOver(execution)) {
          joint.text += ",";
          const rest = () => completeItems(execution, info, { prev, items }, key);
          append(joint, pace.nextTurn().then(rest));
          return joined(joint);
        }
        if (key > from) joint.text += ",";
        const value = items[key];
        const path = { prev, key, typename: undefined };
        append(joint, known(value) ?? completeItem(execution, info, path, value));
      }
    } catch (error) {
      forget(joint);
      throw error;
    }
    joint.text += "]";
    return joined(joint);
  };

  return {
    complete(execution, info, path, value) {
      if (value instanceof Error) throw value;
      if (value === null || value === undefined) return null;
      if (!isIterable(value)) {
        throw new GraphQLError(`Expected Iterable, but did not find one for field "${place.name}".`);
      }
      const items = Array.isArray(value) ? (value as readonly unknown[]) : [...value];
      return completeItems(execution, info, { prev: path, items }, 0);
    },
  };
}

const isIterable = (value: unknown): value is Iterable<unknown> =>
  typeof value === "object" &&
  typeof (value as { readonly [Symbol.iterator]?: unknown } | null)?.[Symbol.iterator] === "function";
