import { callsOf, type LoaderUse, useOf } from "../../estimate/field-cost.ts";
import { atMost } from "../../estimate/range.ts";
import { field } from "../../fields/field.ts";
import { neverNull } from "../../fields/never-null.ts";
import type { QueryPeopleArgs } from "../../generated/resolvers.ts";
import type { OperationContext } from "../../graphql/context.ts";
import { slicesWith } from "../../lists/keyed-read.ts";
import { isPlain } from "../../lists/list.ts";
import type { Clearable, LoaderDefinition } from "../../lists/loader-definition.ts";
import { pagedList } from "../../lists/paged-list.ts";
import { rowSelector } from "../../lists/row-selection.ts";
import { newListStatistics } from "../../lists/statistics.ts";
import { filterReads } from "../../loaders/strategies/filter-reads.ts";
import { type Connection, needsWholeList, selectedPageRequest } from "../../resolving/pagination.ts";
import { searchWords } from "../../resolving/search-words.ts";
import { connectionOfAll } from "../../resolving/whole-page.ts";
import { pageOfNothing, sliceOf, upstreamPage } from "../upstream-page.ts";
import { type PersonJson, people, peoplePageSize } from "./endpoints.ts";
import { peopleQuery } from "./input.ts";
import { isLivingPerson } from "./living.ts";
import { allPeople, listedPeople, selectedPeople } from "./loaders.ts";

type PeopleConditions = ReturnType<typeof peopleQuery>;

/** People who are searched for, or counted from the end of their list. */
interface PeopleSearch extends Clearable {
  /** All who meet conditions and have all of some words in their names or addresses. */
  all(conditions: PeopleConditions, words: readonly string[]): Promise<readonly PersonJson[]>;
}

const select = rowSelector<PersonJson>(({ first_name, last_name, email }) => [first_name, last_name, email]);

/**
 * Searches people. Conditions are left to the upstream, which alone knows what they mean; all who meet them are read once and
 * kept, so that each further letter costs no call. Where there are none, that is the list by which people are looked up.
 */
export const peopleSearch: LoaderDefinition<PeopleSearch> = {
  access: filterReads(people.list, { keysPerCall: 1, pageSize: peoplePageSize, list: allPeople.access }),
  create({ call, of }) {
    const listed = of(allPeople);
    return {
      async all({ include_deleted, ...conditions }, words) {
        if (isPlain(conditions)) {
          const matches = include_deleted ? undefined : isLivingPerson;
          return select(await listed.all(true), { words, matches });
        }
        const slices = slicesWith(selectedPeople, { include_deleted, ...conditions });
        // Selections are too many to remember the size of each.
        const selected = pagedList({ ...allPeople, slices }, call, newListStatistics());
        return select(await selected.all(true), { words });
      },
      clearAll() {},
    };
  },
};

function requested(args: QueryPeopleArgs) {
  const conditions = peopleQuery(args);
  const words = searchWords(args.search);
  const isAsItStands = words.length === 0 && isPlain(conditions);
  return {
    conditions,
    words,
    request: selectedPageRequest(args, isAsItStands ? undefined : { words, ...conditions }),
    isWhole: words.length > 0 || needsWholeList(args),
    // Upstream, an empty list of channels means any.
    matchesNothing: conditions.channel?.length === 0,
  };
}

function usesOf({ conditions, isWhole, matchesNothing }: ReturnType<typeof requested>): readonly LoaderUse[] {
  if (matchesNothing) return [];
  // A page of no rows still costs a call, which tells the total.
  if (!isWhole) return [callsOf(people.list)];
  const { include_deleted: _, ...others } = conditions;
  return [useOf(isPlain(others) ? allPeople : peopleSearch)];
}

/** The field that gives a page of people: as the upstream lists them, or of all where they are searched. */
export const peopleList = neverNull(
  field(
    (args: QueryPeopleArgs) => {
      const made = requested(args);
      return { uses: usesOf(made), cardinality: atMost(made.request.first) };
    },
    async (
      _: unknown,
      args: QueryPeopleArgs,
      { call, of }: OperationContext,
    ): Promise<Connection<PersonJson>> => {
      const { conditions, isWhole, matchesNothing, request, words } = requested(args);
      if (matchesNothing) return pageOfNothing(request);
      const idOf = ({ id }: PersonJson) => id;
      if (isWhole)
        return connectionOfAll(request, { all: await of(peopleSearch).all(conditions, words), idOf });
      const { first, offset } = request;
      const { rows, total = 0 } =
        isPlain(conditions) && first > 0
          ? await of(allPeople).range(offset, first, listedPeople)
          : of(allPeople).show(
              await call(people.list, { query: { ...conditions, ...sliceOf(request) } }),
              offset,
            );
      return upstreamPage(request, { rows, total }, idOf);
    },
  ),
);
