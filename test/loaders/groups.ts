import type { ParentSlice } from "../../src/lists/keyed-read.ts";
import { type ListStatistics, newListStatistics } from "../../src/lists/statistics.ts";
import { groupOfRow, type ListBehaviour, listUpstream, type Row, rowsOfGroup } from "./list-upstream.ts";

/** What is known beforehand of a list and its rows, and how it may be used. */
export interface Knowledge {
  /** Rows in the list. */
  readonly size?: number | undefined;
  /** Whether rows tell their groups. */
  readonly told?: boolean | undefined;
  readonly isInOrder?: boolean;
  readonly probes?: boolean;
}

/** A page of a group; of rows their ids alone, since not all rows tell their groups. */
export interface IdPage {
  readonly ids: readonly string[];
  readonly hasNextPage: boolean;
}

/** A part of a group, and the read of it by itself as the upstream names it. */
export const part = (parent: string, offset = 0, limit = 5): ParentSlice => ({ parent, offset, limit });
export const ownCall = ({ parent, offset, limit }: ParentSlice) => `own ${parent} ${offset} ${limit}`;

/** The rows of the group that a part is of. */
export const childrenIn = (listed: readonly Row[], { parent }: ParentSlice): readonly Row[] =>
  listed.filter(({ group }) => group === parent);

/** What either way must answer. */
export const pagesIn = (listed: readonly Row[], wanted: readonly ParentSlice[]): IdPage[] =>
  wanted.map((slice) => {
    const children = childrenIn(listed, slice);
    const end = slice.offset + slice.limit;
    const ids = children.slice(slice.offset, end).map(({ id }) => id);
    return { ids, hasNextPage: children.length > end };
  });

/** What is remembered of a list and its rows. */
export function remembered({ size, told }: Knowledge): ListStatistics {
  const statistics = newListStatistics();
  if (size !== undefined) statistics.rowCount.set("rows", size);
  if (told !== undefined) statistics.lacksForeignKey.set(groupOfRow.missingKey, !told);
  return statistics;
}

/** Groups of an upstream, in operations that share what is remembered unless they are given their own. */
export function groupsOf(behaviour: ListBehaviour, knowledge: Knowledge = {}) {
  const { size, told, ...choices } = knowledge;
  const upstream = listUpstream(behaviour);
  const statistics = remembered({ size, told });
  const definition = rowsOfGroup(upstream.definition, choices);
  const operation = (known = statistics) => {
    const made = upstream.operation(known);
    const loader = made.scope.of(definition);
    const load = async (wanted: readonly ParentSlice[]): Promise<(IdPage | null)[]> => {
      const pages = await Promise.all(wanted.map((slice) => loader.load(slice)));
      return pages.map(
        (page) => page && { ids: page.rows.map(({ id }) => id), hasNextPage: page.hasNextPage },
      );
    };
    return { ...made, loader, load };
  };
  return { ...upstream, access: definition.access, operation, statistics };
}
