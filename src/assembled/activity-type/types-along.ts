import type { Clearable, LoaderDefinition } from "../../lists/loader-definition.ts";
import { sideLoaded } from "../../loaders/strategies/side-loaded.ts";
import { activities } from "../activity/endpoints.ts";
import { activityTypes, type TypesById } from "./endpoints.ts";

/** The types of the account that come along with activities, as one operation reads them. */
export interface TypesAlong extends Clearable {
  /** Takes note of a read of activities, made or about to be made; a failed one brings no types. */
  tell(read: Promise<TypesById | undefined>): void;
  /** Whether there was such a read. */
  isTold(): boolean;
  /** The types that come first of all; undefined where no read brings any. */
  first(): Promise<TypesById | undefined>;
}

/** Knows which types come along with activities, so that they need no call of their own. */
export const typesAlong: LoaderDefinition<TypesAlong> = {
  access: sideLoaded(activityTypes.list, activities.list),
  create() {
    let reads: Promise<TypesById>[] = [];
    let first: Promise<TypesById | undefined> | undefined;
    return {
      tell(read) {
        const bringing = read.then((types) => types ?? Promise.reject(noTypes));
        // Where no type is asked for, a failed read has no other handler here; its own readers report it.
        bringing.catch(() => {});
        reads.push(bringing);
        first = undefined;
      },
      isTold: () => reads.length > 0,
      first() {
        first ??= Promise.any(reads).catch(() => undefined);
        return first;
      },
      clearAll() {
        reads = [];
        first = undefined;
      },
    };
  },
};

const noTypes = new Error("These activities brought no types.");
