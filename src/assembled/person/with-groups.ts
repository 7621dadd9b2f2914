import { type GraphQLResolveInfo, isObjectType } from "graphql";
import { selectedFields } from "../../estimate/selected-fields.ts";
import { byId } from "../../lists/indexed-rows.ts";
import type { LoaderOf } from "../../lists/loader-definition.ts";
import { siteById, teamById } from "../group/loaders.ts";
import { allPeople } from "./loaders.ts";

/**
 * Reads a page of all people before a person is asked for by id, where that is the cheapest way: it brings sites and teams
 * along (assembled-v0.txt:94-123), which a read by id does not. It is where one of these is selected and would cost a call,
 * and as far as is known a page is all that is left of the list.
 * @param info of a field that gives people, be it among others.
 */
export async function showWithGroups(of: LoaderOf, id: string, info: GraphQLResolveInfo): Promise<void> {
  const list = of(allPeople);
  const names = selectedOfPerson(info);
  const isMissing =
    (names.has("site") && !of(siteById).isAtHand()) || (names.has("teams") && !of(teamById).isAtHand());
  if (!isMissing) return;
  list.readFresh();
  if (list.seen(byId, id) || (list.callsLeft(2) ?? 1) !== 1) return;
  // A person can be read without it.
  await list.readNext().catch(() => {});
}

function selectedOfPerson(info: GraphQLResolveInfo): ReadonlySet<string> {
  const { fieldNodes, fragments, schema, variableValues } = info;
  const person = schema.getType("Person");
  if (!isObjectType(person)) return new Set();
  const reading = { schema, fragments: new Map(Object.entries(fragments)), variables: variableValues };
  const sets = fieldNodes.flatMap(({ selectionSet }) => selectionSet ?? []);
  return new Set(selectedFields(reading, person, sets).map(([{ name }]) => name.value));
}
